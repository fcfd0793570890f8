"""Texts and file names that may be given once or for each language."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.exhibit.language_names import code_meant
from kiosk.exhibit.model import ANY_LANGUAGE, Text
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, error, listed, warning
from kiosk.exhibit.yamlfile.tree import Mapping, Node


def read_text(
    given: str | dict[str, str] | None,
    node: Node,
    path: str,
    languages: Sequence[str],
    scope: Scope,
) -> tuple[Text, tuple[Problem, ...]]:
    """What `given` says in which language; `node` is where it stands.

    Empty texts count as not written. With no `languages` every language is accepted.
    """
    by_language, problems = read_languages(given, node, path, languages, scope)
    return Text(by_language), problems


def read_languages(
    given: str | dict[str, str] | None,
    node: Node,
    path: str,
    languages: Sequence[str],
    scope: Scope,
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Like `read_text`, as a dict; a single string has the key for any language."""
    if given is None:
        return {}, ()
    if isinstance(given, str):
        return ({ANY_LANGUAGE: given} if given else {}), ()
    problems = []
    for key in given:
        if languages and key not in languages:
            place = (node.key(key) if isinstance(node, Mapping) else None) or node
            problems.append(unknown_language(key, place, path, languages, scope))
    known = {
        key: text
        for key, text in given.items()
        if text and not (languages and key not in languages)
    }
    spoken = {*known, *(code_meant(key, languages) for key in given if key not in languages)}
    missing = [language for language in languages if language not in spoken]
    if known and missing:
        empty = node.key(missing[0]) if isinstance(node, Mapping) else None
        problems.append(
            warning(
                path,
                empty or node,
                "missing-translation",
                f"Nothing is written here in: {listed(missing)}.",
                f"Write “{missing[0]}: …”; until then visitors see another language.",
                scope,
            )
        )
    return known, tuple(problems)


def says_nothing(given: str | dict[str, str]) -> bool:
    """Whether there is no word in any language, of the exhibit or not."""
    return not (any(given.values()) if isinstance(given, dict) else given)


def unknown_language(
    language: str, place: Node, path: str, languages: Sequence[str], scope: Scope
) -> Problem:
    """The error for a language that the exhibit does not have."""
    near = code_meant(language, languages)
    guess = f"Did you mean “{near}”? " if near else ""
    return error(
        path,
        place,
        "unknown-language",
        f"“{clip(language)}” is not one of the exhibit's languages.",
        f"{guess}They are: {listed(languages)}, as listed in exhibit.yaml.",
        scope,
    )
