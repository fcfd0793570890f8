"""Changing single keys of a YAML file and leaving the rest of it as the curator wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from kiosk.curator.documents.fields import canonical
from kiosk.curator.documents.yamltext import as_yaml
from kiosk.curator.yaml_edits import EditError, Step, YamlEdits
from kiosk.exhibit.yamlfile.tree import Mapping as MappingNode
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text of a file, and how many of the curator's remarks are no longer in it."""

    text: str
    lost_remarks: int = 0


def edited(text: str, model: type[BaseModel], wanted: Mapping[str, Any]) -> Edited:
    """`text` changed so that it says what is `wanted`, and as little as possible besides.

    Single texts are exchanged where they stand; else the keys whose values differ are written
    anew, or, where that cannot be done either, the whole file.
    """
    for attempt in (_exchanged, _spliced):
        result = attempt(text, model, wanted)
        if result is not None and _meaning(result, model) == wanted:
            return Edited(result, max(_remarks(text) - _remarks(result), 0))
    return Edited(as_yaml(wanted), _remarks(text))


class _TooDifferent(Exception):
    """More than single texts differ."""


def _exchanged(text: str, model: type[BaseModel], wanted: Mapping[str, Any]) -> str | None:
    try:
        edits = YamlEdits(text)
        _exchange(edits, _meaning(text, model), wanted, ())
        return edits.text()
    except (EditError, _TooDifferent):
        return None


def _exchange(edits: YamlEdits, present: Any, wanted: Any, steps: tuple[Step, ...]) -> None:
    """Gather the edits that make `wanted` of what is `present` at `steps`."""
    if present == wanted:
        return
    if isinstance(present, str) and isinstance(wanted, str):
        edits.set_value(*steps, value=wanted)
    elif isinstance(present, Mapping) and isinstance(wanted, Mapping):
        if present.keys() - wanted.keys():
            raise _TooDifferent
        for key, value in wanted.items():
            if key in present:
                _exchange(edits, present[key], value, (*steps, key))
            elif isinstance(value, str) and steps:
                edits.add_key(*steps, key=key, value=value)
            else:
                raise _TooDifferent
    elif isinstance(present, list) and isinstance(wanted, list) and len(present) == len(wanted):
        for at, (old, new) in enumerate(zip(present, wanted, strict=True)):
            _exchange(edits, old, new, (*steps, at))
    else:
        raise _TooDifferent


def _spliced(text: str, model: type[BaseModel], wanted: Mapping[str, Any]) -> str | None:
    node, problems = parse_yaml(text, "")
    if not isinstance(node, MappingNode) or problems:
        return None
    if any(key.column != 1 for key, _ in node.entries):
        return None
    lines = _LINE.findall(text)
    starts = [key.line - 1 for key, _ in node.entries]
    if len(set(starts)) < len(starts):
        return None
    ends = [*starts[1:], len(lines)]
    present = canonical(model, plain_data(node))
    pieces: dict[str, tuple[str, str]] = {}
    for (key, _), start, end in zip(node.entries, starts, ends, strict=True):
        body, rest = _parted(lines[start:end])
        if key.value not in wanted:
            body = ""
        elif wanted[key.value] != present.get(key.value):
            body = _with_ends_of(text, as_yaml({key.value: wanted[key.value]}))
        elif not body.endswith(("\n", "\r")):
            body += "\n"
        pieces[key.value] = (body, rest)
    for name, value in wanted.items():
        if name not in pieces:
            said = _with_ends_of(text, as_yaml({name: value}))
            pieces = _inserted(pieces, name, said, list(wanted))
    head = lines[: starts[0] if starts else 0]
    return "".join((*head, *(part for piece in pieces.values() for part in piece)))


def _inserted(
    pieces: dict[str, tuple[str, str]], key: str, said: str, order: list[str]
) -> dict[str, tuple[str, str]]:
    """The pieces with a new one right behind the key that usually stands before it."""
    before = [name for name in order[: order.index(key)] if name in pieces]
    behind = before[-1] if before else None
    result = {} if behind is not None else {key: (said, "")}
    for name, (body, rest) in pieces.items():
        result[name] = (body, "" if name == behind else rest)
        if name == behind:
            result[key] = (said, rest)
    return result


def _parted(lines: list[str]) -> tuple[str, str]:
    """A key's own lines, and the blank lines and remarks that belong to what follows."""
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return "".join(lines[:end]), "".join(lines[end:])


def _with_ends_of(text: str, said: str) -> str:
    return said.replace("\n", "\r\n") if "\r\n" in text else said


def _meaning(text: str, model: type[BaseModel]) -> Mapping[str, Any] | None:
    node, problems = parse_yaml(text, "")
    return canonical(model, plain_data(node)) if node is not None and not problems else None


def _remarks(text: str) -> int:
    return sum(line.lstrip().startswith("#") for line in text.splitlines())
