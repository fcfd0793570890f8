"""YAML as a tree of strings that knows the place of everything in it.

Nothing is guessed: ``no`` stays "no" and 010 stays "010". The tree is built from libyaml's event
stream without recursion, because composing recursively crashes on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeAlias

import yaml

from kiosk.exhibit.encoding import decode, place_of
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.yamlfile.hints import explain

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 32
MOST_NODES: Final = 100_000
"""Texts, lists and groups in one file."""

MOST_FAULTS: Final = 200
"""How many faults of one file are named; a file with more of them has one cause."""

_TOO_DEEP: Final = f"The brackets or indents are nested more than {MAX_DEPTH} deep here."
_LESS_DEEP: Final = "Remove the brackets that are too many."

TOO_MANY: Final = (
    f"The file has more than {MOST_FAULTS} faults; the others are not named.",
    "Mend the first ones: most of them probably have the same cause.",
)

_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One piece of text. `plain` is true if it stands without quotes or block marks."""

    value: str
    line: int
    column: int
    plain: bool = True

    @property
    def empty(self) -> bool:
        """True where nothing was written after the key or dash."""
        return self.plain and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order of the file; no key twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The value of `key`."""
        found = self._by_name.get(key)
        return found and found[1]

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        found = self._by_name.get(key)
        return found and found[0]

    @cached_property
    def _by_name(self) -> dict[str, tuple[Scalar, Node]]:
        return {entry[0].value: entry for entry in self.entries}


Node: TypeAlias = Scalar | Sequence | Mapping


def find(node: Node, *steps: str | int) -> Node:
    """The node that `steps` (keys and positions) lead to, or the last one on the way there."""
    for step in steps:
        following: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            following = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            following = node.items[step]
        if following is not None:
            node = following
    return node


def plain_data(node: Node) -> Any:
    """Strings, lists and dicts. A key with nothing after it counts as not written."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain_data(item) for item in node.items]
        case Mapping():
            return {
                key.value: plain_data(value) for key, value in node.entries if not _is_empty(value)
            }


def without(
    node: Node, gone: Collection[tuple[str | int, ...]], way: tuple[str | int, ...] = ()
) -> Node:
    """The tree without the nodes that the steps in `gone` lead to; `way` is where `node` is."""
    match node:
        case Mapping():
            entries = tuple(
                (key, without(value, gone, (*way, key.value)))
                for key, value in node.entries
                if (*way, key.value) not in gone
            )
            return Mapping(entries, node.line, node.column)
        case Sequence():
            items = tuple(
                without(item, gone, (*way, at))
                for at, item in enumerate(node.items)
                if (*way, at) not in gone
            )
            return Sequence(items, node.line, node.column)
        case Scalar():
            return node


def _touches(key: Scalar, value: Node) -> bool:
    """Whether not even a colon stands between the two, as in {a, b}."""
    return key.plain and (value.line, value.column) == (key.line, key.column + len(key.value))


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def parse_yaml(
    text: str | bytes, path: str, scope: Scope = Scope.EXHIBIT
) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of one YAML file, or None, and everything that is wrong with it.

    `path` and `scope` go into the problems. Never raises, whatever the bytes.
    """
    if len(text) > MAX_BYTES:
        return None, (
            _error(
                path,
                (0, 0),
                scope,
                "too-large",
                f"The file is too large: {len(text) / 1e6:.1f} MB of at most 1 MB.",
                "Move long texts to article files, one for each language.",
            ),
        )
    if isinstance(text, bytes):
        decoded, problems = decode(text, path, scope)
        if decoded is None:
            return None, problems
        text = decoded
    text = text.removeprefix("\ufeff")
    if (found := _UNPRINTABLE.search(text)) is not None:
        return None, (
            _error(
                path,
                place_of(text, found.start()),
                scope,
                "unreadable-character",
                f"A character that cannot be shown stands here (U+{ord(found.group()):04X}).",
                "Delete it and type the text again.",
            ),
        )
    builder = _Builder(path, scope)
    try:
        for event in _events(text):
            if not builder.take(event):
                return None, tuple(builder.problems)
    except yaml.MarkedYAMLError as error:
        place = _mark(error.problem_mark) or _mark(error.context_mark) or (1, 1)
        if "nesting depth" in str(error.problem):
            # From PyYAML 6.0.4 on its scanner refuses a thousand brackets before we count them.
            return None, (_error(path, place, scope, "too-deep", _TOO_DEEP, _LESS_DEEP),)
        said = explain(
            text,
            str(error.problem or ""),
            place,
            str(error.context or ""),
            _mark(error.context_mark),
        )
        builder.problems.append(
            _error(path, said.place, scope, "bad-yaml", said.message, said.hint)
        )
        return None, tuple(builder.problems)
    except yaml.YAMLError:
        said = explain(text, "", (1, 1))
        builder.problems.append(_error(path, (1, 1), scope, "bad-yaml", said.message, said.hint))
        return None, tuple(builder.problems)
    if builder.problems:
        return (builder.root if builder.usable else None), tuple(builder.problems)
    return builder.root, ()


def _events(text: str) -> Iterator[Any]:
    parser = yaml.CBaseLoader(text)
    while True:
        event = parser.get_event()
        if event is None or isinstance(event, yaml.StreamEndEvent):
            return
        yield event


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    mapping: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)


class _Builder:
    """Takes events one by one; `usable` turns false when the tree would not say what was meant."""

    def __init__(self, path: str, scope: Scope) -> None:
        self.path = path
        self.scope = scope
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.usable = True
        self._open: list[_Open] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> bool:
        """Add one event; false if there is no use in reading on."""
        kind = type(event)
        mark = event.start_mark
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"The file has more than {MOST_NODES} entries."
            self._report(event, "too-large", message, "Divide it between several events.")
            return False
        if len(self.problems) >= MOST_FAULTS:
            self._report(event, "too-many-faults", *TOO_MANY)
            return False
        if kind is yaml.ScalarEvent:
            self._refuse_marks(event)
            self._add(
                Scalar(event.value, mark.line + 1, mark.column + 1, event.style in (None, ""))
            )
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_marks(event)
            if len(self._open) == MAX_DEPTH:
                self._report(
                    event,
                    "too-deep",
                    _TOO_DEEP,
                    _LESS_DEEP,
                )
                return False
            self._open.append(_Open(kind is yaml.MappingStartEvent, mark.line + 1, mark.column + 1))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(self._open.pop())
        elif kind is yaml.AliasEvent:
            self._report(
                event,
                "alias",
                f"“*{event.anchor}” refers to another place of the file, which is not allowed.",
                "Write the text out here. If it begins with a star, put it in quotes.",
            )
            self._add(Scalar("", mark.line + 1, mark.column + 1))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._report(
                    event,
                    "second-document",
                    "A line with “---” begins a second document here.",
                    "Delete this line; each file holds one document.",
                )
                return False
        return True

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(
                event,
                "anchor",
                f"“&{event.anchor}” gives this place a name, which is not allowed.",
                "Remove it. If the text begins with “&”, put it in quotes.",
            )
        if event.tag is not None and event.tag != "!":
            self._report(
                event,
                "tag",
                f"“{event.tag}” is a type mark, which is not allowed.",
                "Remove it. If the text begins with “!”, put it in quotes.",
            )

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        self.usable = False
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(_error(self.path, place, self.scope, code, message, hint))

    def _close(self, done: _Open) -> None:
        if not done.mapping:
            self._add(Sequence(tuple(done.items), done.line, done.column))
            return
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(done.items[::2], done.items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.usable = False
                message = "A list or group in brackets stands where a key should be."
                hint = "If the text itself begins with a bracket, put it in quotes."
                place = (key.line, key.column)
                self.problems.append(_error(self.path, place, self.scope, "bad-key", message, hint))
            elif key.value in entries:
                first = entries[key.value][0].line
                message = f"The key “{_short(key.value)}” is here twice; first on line {first}."
                self.problems.append(
                    _error(
                        self.path,
                        (key.line, key.column),
                        self.scope,
                        "duplicate-key",
                        message,
                        "Keep one of the two.",
                    )
                )
            else:
                entries[key.value] = (key, value)
                if _is_empty(value) and key.plain and ":" in key.value:
                    self._missing_space(key)
                elif _is_empty(value) and _touches(key, value):
                    self._stray_comma(key)
        self._add(Mapping(tuple(entries.values()), done.line, done.column))

    def _stray_comma(self, key: Scalar) -> None:
        message = "This belongs to no key; a comma inside a text ends it here."
        hint = "Put the whole text in double quotes."
        self.problems.append(
            _error(self.path, (key.line, key.column), self.scope, "bad-yaml", message, hint)
        )

    def _missing_space(self, key: Scalar) -> None:
        self.problems.append(
            _error(
                self.path,
                (key.line, key.column + key.value.index(":")),
                self.scope,
                "bad-yaml",
                "There is no space after the colon.",
                "Write “key: text”, with a space after the colon.",
            )
        )

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.root = node


def _mark(mark: Any) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark is not None else None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _error(
    path: str, place: tuple[int, int], scope: Scope, code: str, message: str, hint: str
) -> Problem:
    return Problem(
        path=path,
        line=place[0],
        column=place[1],
        severity=Severity.ERROR,
        scope=scope,
        code=code,
        message=message,
        hint=hint,
    )
