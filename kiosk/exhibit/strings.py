"""The words of the interface: those we ship, and the curator's in strings/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kiosk.exhibit.files import ContentFolder, FileError
from kiosk.exhibit.interface import COMPLETE, shipped_strings
from kiosk.exhibit.media.shared import read_mapping
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.texts import unknown_language
from kiosk.exhibit.wording import clip, did_you_mean, error, listed, warning
from kiosk.exhibit.yamlfile.tree import MOST_FAULTS, TOO_MANY, Scalar

LONGEST_STRING: Final = 1000
"""Characters of one text of the interface."""

STRINGS_FOLDER: Final = "strings"

_BLANK: Final = re.compile(r"%\d")


def missing_strings(language: str, own: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the texts that are neither shipped in `language` nor among the `own` ones."""
    there = {**shipped_strings(language), **own}
    return tuple(key for key in shipped_strings(COMPLETE) if not there.get(key))


def read_strings(
    folder: ContentFolder, languages: Sequence[str]
) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
    """The texts of each language's file by key, and what is wrong with the files.

    Empty texts count as not written.
    """
    try:
        entries = folder.entries(STRINGS_FOLDER).values()
    except FileError as fault:
        found = error(STRINGS_FOLDER, (0, 0), fault.code, fault.message, fault.hint, Scope.MEDIUM)
        return {}, (found,)
    texts: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for entry in entries:
        language, _, suffix = entry.name.partition(".")
        if suffix != "yaml":
            continue
        node, faults = read_mapping(folder, entry.path)
        problems.extend(faults)
        if node is None:
            continue
        if languages and language not in languages:
            found = unknown_language(language, node, entry.path, languages, Scope.MEDIUM)
            problems.append(replace(found, severity=Severity.WARNING))
        own = texts.setdefault(language, {})
        before = len(problems)
        for key, value in node.entries:
            if len(problems) - before >= MOST_FAULTS:
                problems.append(error(entry.path, key, "too-many-faults", *TOO_MANY, Scope.MEDIUM))
                break
            if not isinstance(value, Scalar):
                message = f"“{clip(key.value)}” is not a single text."
                hint = "Write one text after the colon, in quotes."
                problems.append(error(entry.path, value, "wrong-type", message, hint, Scope.MEDIUM))
            elif wrong := _misused(key, value, entry.path):
                problems.append(wrong)
            elif value.value:
                own[key.value] = value.value
    for language in languages:
        missing = missing_strings(language, texts.get(language, {}))
        if missing:
            problems.append(_untranslated(language, len(missing), language in texts))
    return texts, tuple(problems)


def _misused(key: Scalar, value: Scalar, path: str) -> Problem | None:
    """What keeps a text from being used; ours stands in its place."""
    ours = shipped_strings(COMPLETE).get(key.value)
    if ours is None:
        message = f"The kiosk has no text called “{clip(key.value)}”."
        hint = did_you_mean(key.value, shipped_strings(COMPLETE), "Delete this line.")
        return error(path, key, "unknown-key", message, hint, Scope.MEDIUM)
    if len(value.value) > LONGEST_STRING:
        message = f"The text has {len(value.value)} characters; it has to fit on a button."
        hint = f"Write at most {LONGEST_STRING} characters. In English it is “{ours}”."
        return error(path, value, "too-long", message, hint, Scope.MEDIUM)
    wanted = sorted(_BLANK.findall(ours))
    if not value.value or sorted(_BLANK.findall(value.value)) == wanted:
        return None
    message = (
        f"“{key.value}” needs {listed(wanted)}, each once: the kiosk puts something there."
        if wanted
        else f"“{key.value}” has no place that the kiosk could fill in."
    )
    return error(path, value, "wrong-blanks", message, f"In English it is “{ours}”.", Scope.MEDIUM)


def _untranslated(language: str, count: int, there: bool) -> Problem:
    how = (
        "Write them in this file; what is empty there is shown in English."
        if there
        else f"“kiosk new --language {language}” makes this file; until then visitors see English."
    )
    return warning(
        f"{STRINGS_FOLDER}/{language}.yaml",
        (0, 0),
        "missing-translation",
        f"{count} of the kiosk's {len(shipped_strings(COMPLETE))} own texts, such as those on its "
        f"buttons, are not there in: {language}.",
        how,
        Scope.MEDIUM,
    )
