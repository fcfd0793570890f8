"""Changes to a YAML file that leave everything else in it as the curator wrote it.

Comments, quotes, blank lines and the order of keys stay, because the text itself is edited at the
places that libyaml names, and nothing is written anew. (A library that keeps comments, such as
ruamel.yaml, still rewraps long lines and respaces brackets.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, cast

import yaml

from kiosk.curator.documents.yamltext import scalar
from kiosk.exhibit.yamlfile.tree import parse_yaml

Step: TypeAlias = str | int


class EditError(Exception):
    """Why a file cannot be changed, in words that follow its name."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


class YamlEdits:
    """Changes to one file, gathered one by one and made at once.

    `steps` are the keys and positions that lead to a place in the file as it was at first. All
    methods raise EditError: where there is no such place, or where the file has mistakes.
    """

    def __init__(self, text: str) -> None:
        self._source = text.removeprefix("\ufeff")
        self._mark = text[: len(text) - len(self._source)]
        self._break = "\r\n" if "\r\n" in self._source else "\n"
        self._root = _compose(self._source)
        self._wanted = _plain(self._root)
        self._changes: list[_Change] = []

    def add_key(self, *steps: Step, key: str, value: str) -> None:
        """Write `key` with `value` after the last key of the group that `steps` lead to."""
        node = self._find(steps)
        if not isinstance(node, yaml.MappingNode):
            raise EditError(f"has no group of keys at {_shown(steps)}")
        entry = f"{quoted(key)}: {quoted(value)}"
        self._append(node, [end for _, end in node.value], entry)
        self._held(steps)[key] = value

    def add_item(self, *steps: Step, value: str) -> None:
        """Write `value` after the last entry of the list that `steps` lead to."""
        node = self._find(steps)
        if not isinstance(node, yaml.SequenceNode):
            raise EditError(f"has no list at {_shown(steps)}")
        entry = quoted(value)
        self._append(node, node.value, entry if node.flow_style else f"- {entry}")
        self._held(steps).append(value)

    def set_value(self, *steps: Step, value: str | Sequence[str]) -> None:
        """Write one text or list in place of what stands at the key that `steps` lead to."""
        key, node = self._entry(steps)
        if isinstance(value, str):
            written = quoted(value)
        else:
            value = list(value)
            written = f"[{', '.join(map(quoted, value))}]"
        self._change(self._after_colon(key), self._end(node), f" {written}")
        self._held(steps[:-1])[steps[-1]] = value

    def remove_key(self, *steps: Step) -> None:
        """Delete the key that `steps` lead to, and its value; both must have lines of their own."""
        key, node = self._entry(steps)
        start = self._source.rfind("\n", 0, key.start_mark.index) + 1
        if self._source[start : key.start_mark.index].strip():
            raise EditError(f"has no lines of its own for {_shown(steps)}")
        self._change(start, self._next_line(self._end(node)), "")
        del self._held(steps[:-1])[steps[-1]]

    def split(self, *steps: Step, first: str, second: str, value: str) -> None:
        """Put the text that `steps` lead to under the key `first`, and `value` under `second`."""
        key, node = self._entry(steps)
        if not isinstance(node, yaml.ScalarNode):
            raise EditError(f"has no single text at {_shown(steps)}")
        start, end = node.start_mark.index, self._end(node)
        own = self._source[start:end]
        if node.style in ("|", ">") or "\n" in own or not own:
            own = quoted(node.value)
        one, other = f"{quoted(first)}: {own}", f"{quoted(second)}: {quoted(value)}"
        if getattr(self._find(steps[:-1]), "flow_style", False):
            self._change(start, end, f"{{{one}, {other}}}")
        else:
            indent = " " * (key.start_mark.column + 2)
            self._change(self._after_colon(key), end, f"{self._break}{indent}{one}")
            self._add_line(end, f"{indent}{other}")
        self._held(steps[:-1])[steps[-1]] = {first: node.value, second: value}

    def text(self) -> str:
        """The file with all changes; EditError rather than a file that says anything else."""
        made: list[str] = []
        at = 0
        for change in sorted(self._changes, key=lambda change: change[:2]):
            made += (self._source[at : change.start], change.text)
            at = change.end
        text = "".join((*made, self._source[at:]))
        if _plain(_compose(text)) != self._wanted:
            raise EditError("is written in a way that cannot be changed without harm")
        return self._mark + text

    def _find(self, steps: Sequence[Step]) -> yaml.Node:
        node = self._root
        for step in steps:
            following = None
            if isinstance(node, yaml.MappingNode):
                following = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                following = node.value[step] if step < len(node.value) else None
            if following is None:
                raise EditError(f"has nothing at {_shown(steps)}")
            node = following
        return node

    def _entry(self, steps: Sequence[Step]) -> tuple[yaml.Node, yaml.Node]:
        """The key that `steps` end with, and its value."""
        node = self._find(steps)
        group = self._find(steps[:-1])
        if not isinstance(group, yaml.MappingNode):
            raise EditError(f"has no group of keys at {_shown(steps[:-1])}")
        return next(key for key, value in group.value if value is node), node

    def _held(self, steps: Sequence[Step]) -> Any:
        """What the changed file shall say at `steps`."""
        held = self._wanted
        for step in steps:
            held = held[step]
        return held

    def _append(self, node: yaml.CollectionNode, children: Sequence[yaml.Node], entry: str) -> None:
        if not node.flow_style:
            self._add_line(self._end(node), f"{' ' * node.start_mark.column}{entry}")
        elif children:
            at = self._end(children[-1])
            self._change(at, at, f", {entry}")
        else:
            at = node.start_mark.index + 1
            self._change(at, at, entry)

    def _add_line(self, after: int, line: str) -> None:
        """A line of its own below the one that ends at or behind `after`."""
        at = self._next_line(after)
        if at and self._source[at - 1] != "\n":
            self._change(at, at, f"{self._break}{line}")
        else:
            self._change(at, at, f"{line}{self._break}")

    def _change(self, start: int, end: int, text: str) -> None:
        self._changes.append(_Change(start, end, text))

    def _end(self, node: yaml.Node) -> int:
        """Where its last letter ends; libyaml counts blank lines and remarks as part of groups."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end: int = node.end_mark.index
        return len(self._source[:end].rstrip())

    def _after_colon(self, key: yaml.Node) -> int:
        return self._source.index(":", key.end_mark.index) + 1

    def _next_line(self, at: int) -> int:
        return self._source.find("\n", at) + 1 or len(self._source)


def quoted(text: str) -> str:
    """`text` as it stands in a YAML file, between brackets too; in quotes if need be."""
    return scalar(text, flow=True)


def _compose(text: str) -> yaml.Node:
    tree, problems = parse_yaml(text, "")
    if problems:
        raise EditError(f"has a mistake on line {problems[0].line}: {problems[0].message}")
    if tree is None:
        raise EditError("is empty")
    # Recursive, so only after parse_yaml has refused deep nesting, anchors and tags.
    return cast(yaml.Node, yaml.compose(text, Loader=yaml.CBaseLoader))


def _plain(node: yaml.Node) -> Any:
    """Strings, lists and dicts, with empty values."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _shown(steps: Sequence[Step]) -> str:
    return "“" + " → ".join(str(s + 1) if isinstance(s, int) else s for s in steps) + "”"
