"""A whole content folder made ready for one more language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kiosk.curator.translation import (
    Untranslated,
    interface_file,
    listed_languages,
    untranslated_in,
    untranslated_strings,
    with_interface_places,
    with_language_listed,
    with_places,
)
from kiosk.curator.visitor_texts import EXHIBIT_FILE
from kiosk.curator.yaml_edits import EditError
from kiosk.exhibit.strings import STRINGS_FOLDER
from kiosk.exhibit.wording import listed

_ARTICLE: Final = re.compile(r"(events/[^/]+/)article\.([A-Za-z0-9-]+)\.md")


@dataclass(frozen=True, slots=True)
class Prepared:
    """`changed` are the new texts of files, exhibit.yaml last: a run that breaks off can be run
    again. `faults` say in a sentence each why nothing can be done yet; then nothing is changed.
    `languages` are those of the exhibit afterwards.
    """

    faults: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_new: bool = False
    changed: dict[str, str] = field(default_factory=dict)
    remaining: tuple[Untranslated, ...] = ()


def prepared_for(language: str, files: Mapping[str, str]) -> Prepared:
    """The content folder with places for `language`, and what has still to be translated.

    `files` are its YAML files and articles, by path. What is written in the language stays.
    """
    try:
        before = listed_languages(files.get(EXHIBIT_FILE, ""))
    except EditError as fault:
        return Prepared((f"{EXHIBIT_FILE} {fault}.",))
    is_new = language not in before
    strings = f"{STRINGS_FOLDER}/{language}.yaml"
    made, faults = _with_places(language, before, files)
    if faults:
        return Prepared(faults)
    articles = dict(_articles(language, before, files))
    remaining = [
        *(found for found, _ in articles.values()),
        *(untranslated_strings(strings, language, made[strings]) if strings in made else ()),
    ]
    for path, text in made.items():
        if path != strings:
            remaining.extend(untranslated_in(path, text, language))
    created = {path: "" for path, (_, exists) in articles.items() if not exists}
    changed = {path: text for path, text in made.items() if files.get(path) != text}
    return Prepared(
        languages=(*before, language) if is_new else before,
        is_new=is_new,
        changed={**created, **changed},
        remaining=tuple(sorted(remaining, key=lambda found: (found.path, found.kind))),
    )


def _with_places(
    language: str, before: Sequence[str], files: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The YAML files with places for `language`, exhibit.yaml last, and what hinders that."""
    only = before[0] if len(before) == 1 and language not in before else None
    strings = f"{STRINGS_FOLDER}/{language}.yaml"
    made: dict[str, str] = {}
    faults = []
    for path, text in files.items():
        try:
            if path == strings:
                made[path] = with_interface_places(path, text, language)
            elif path.endswith(".yaml") and not path.startswith(f"{STRINGS_FOLDER}/"):
                made[path] = with_places(path, text, language, only)
        except EditError as fault:
            faults.append(f"{path} {fault}.")
    if faults:
        return {}, tuple(faults)
    if strings not in files and (texts := interface_file(language)) is not None:
        made[strings] = texts
    made[EXHIBIT_FILE] = with_language_listed(made.pop(EXHIBIT_FILE), language)
    return made, ()


def _articles(
    language: str, order: Sequence[str], files: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Untranslated, bool]]]:
    """The articles to be translated, by path, and whether there is a file already.

    Their source is in the first possible language of `order`.
    """
    written: dict[str, list[str]] = {}
    for path, text in files.items():
        found = _ARTICLE.fullmatch(path)
        if found and text.strip():
            written.setdefault(found[1], []).append(found[2])
    for folder, languages in written.items():
        if language not in languages:
            path = f"{folder}article.{language}.md"
            first = next((code for code in order if code in languages), languages[0])
            source = f"article.{first}.md"
            words = len(files[f"{folder}{source}"].split())
            yield path, (Untranslated(path, "article", 1, words, source), path in files)


def told(remaining: tuple[Untranslated, ...], language: str) -> Iterator[str]:
    """What remains, in lines for the curator."""
    if not remaining:
        yield f"Everything is translated into “{language}”."
        return
    yield f"Still to be translated into “{language}”:"
    width = max(len(found.path) for found in remaining)
    for found in remaining:
        yield f"  {found.path:{width}}  {_amount(found, language)}"
    texts = sum(found.count for found in remaining if found.kind == "texts")
    articles = sum(found.kind == "article" for found in remaining)
    files = sum(found.kind == "file" for found in remaining)
    words = sum(found.words for found in remaining)
    parts = (_count(texts, "text"), _count(articles, "article"), _count(files, "file"))
    yield f"In all {listed(part for part in parts if part)}; {words} words."


def _amount(found: Untranslated, language: str) -> str:
    match found.kind:
        case "texts":
            return f"{_count(found.count, 'text')}, {_count(found.words, 'word')}"
        case "article":
            return f"{_count(found.words, 'word')}, as in {found.source}"
        case "file":
            return f"a file for “{language}” like {found.source}"


def _count(number: int, what: str) -> str:
    return "" if not number else f"1 {what}" if number == 1 else f"{number} {what}s"
