"""strings/<language>.yaml: the curator's wording of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kiosk.exhibit.files import ContentFolder, FileError
from kiosk.exhibit.media.shared import read_mapping
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.texts import unknown_language
from kiosk.exhibit.wording import clip, error
from kiosk.exhibit.yamlfile.tree import Scalar

STRINGS_FOLDER: Final = "strings"


def read_strings(
    folder: ContentFolder, languages: Sequence[str]
) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
    """The texts of each language's file by key, and what is wrong with the files."""
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
        for key, value in node.entries:
            if isinstance(value, Scalar):
                own[key.value] = value.value
            else:
                message = f"“{clip(key.value)}” is not a single text."
                hint = "Write one text after the colon, in quotes."
                problems.append(error(entry.path, value, "wrong-type", message, hint, Scope.MEDIUM))
    return texts, tuple(problems)
