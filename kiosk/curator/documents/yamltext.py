"""YAML as a curator would write it, which the reader reads back as exactly the same texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_WIDTH: Final = 90
_SHORT: Final = 64
"""Characters of a group or list that may stand on one line with its key."""

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`=<"
_NOT_PLAIN: Final = re.compile(r":(?:\s|$)|\s#|^\s|\s$|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]")
_FLOW: Final = re.compile(r"[,\[\]{}]|:\?|^.{80,}")
_TAKEN: Final = frozenset({"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that other readers of YAML take for something else than text."""

_ESCAPED: Final = re.compile(
    '[\\\\"]|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]'
)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def as_yaml(data: Mapping[str, Any]) -> str:
    """The text of a file with these keys; values are texts, flags, lists and groups."""
    return "".join(f"{line}\n" for line in _group(data))


def scalar(value: str | bool, *, flow: bool = False) -> str:
    """One value on the line of its key; with `flow` it can stand between brackets, too."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if _is_plain(value) and not (flow and _FLOW.search(value)):
        return value
    return f'"{_ESCAPED.sub(_escape, value)}"'


def as_remark(text: str) -> str:
    """`text` as lines that a reader of YAML passes over."""
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _group(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        name = f"{scalar(key)}:"
        if isinstance(value, Mapping):
            yield from _inner_group(name, value)
        elif isinstance(value, str | bool):
            yield f"{name} {scalar(value)}"
        else:
            yield from _list(name, value)


def _inner_group(name: str, value: Mapping[str, Any]) -> Iterator[str]:
    flow = _flow_group(value)
    if flow is not None and len(name) + len(flow) <= _SHORT:
        yield f"{name} {flow}"
        return
    yield name
    yield from (f"  {line}" for line in _group(value))


def _list(name: str, value: Sequence[Any]) -> Iterator[str]:
    if all(isinstance(item, str) for item in value):
        flow = f"[{', '.join(scalar(item, flow=True) for item in value)}]"
        if len(name) + len(flow) < _WIDTH:
            yield f"{name} {flow}"
            return
    yield name
    for item in value:
        if isinstance(item, Mapping):
            for position, line in enumerate(_group(item)):
                yield f"  {'  ' if position else '- '}{line}"
        else:
            yield f"  - {scalar(item)}"


def _flow_group(value: Mapping[str, Any]) -> str | None:
    if not all(isinstance(item, str | bool) for item in value.values()):
        return None
    parts = (f"{scalar(key, flow=True)}: {scalar(item, flow=True)}" for key, item in value.items())
    return f"{{{', '.join(parts)}}}"


def _is_plain(text: str) -> bool:
    if text.lower() in _TAKEN or _NOT_PLAIN.search(text):
        return False
    return text[0] not in _INDICATORS or re.fullmatch(r"-[0-9X/~?%.Y-]+", text) is not None


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
