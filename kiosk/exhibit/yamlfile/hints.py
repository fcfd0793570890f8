"""What libyaml says about a broken file, in a curator's words."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

Place = tuple[int, int]
"""Line and column, both from 1."""


class Explained(NamedTuple):
    message: str
    hint: str
    place: Place


_NO_SPACE: Final = re.compile(r"""^\s*(?:- )?["']?[\w-]+["']?(:)[^\s:/]""")
_TWO_COLONS: Final = re.compile(r"^\s*(?:- )?[\w-]+:\s+[^\"'\[{|>].*:(?:\s|$)")


def explain(
    text: str, problem: str, place: Place, context: str = "", opened: Place | None = None
) -> Explained:
    """Say what `problem` at `place` means; `opened` is where the thing in `context` began."""
    lines = text.splitlines()
    line = _line(lines, place[0])
    here = line[place[1] - 1 : place[1]]
    if "tab character" in problem or here == "\t":
        return Explained(
            "A tab stands here where spaces are needed.",
            "Replace the tab by spaces, two for each step to the right.",
            place,
        )
    if "cannot start any token" in problem:
        return Explained(
            f"A text cannot begin with “{here}” unless it stands in quotes.",
            "Put the whole text in double quotes.",
            place,
        )
    if "escape" in problem or "hexdecimal" in problem:
        return Explained(
            "A backslash inside double quotes has a special meaning.",
            "Put the text in single quotes, or write the backslash twice.",
            place,
        )
    if "quoted scalar" in context:
        return _unclosed_quote(opened or place)
    if "flow" in context or "expected ',' or" in problem:
        unclosed = _open_bracket(lines, place) or opened
        return _comment(lines, unclosed) or _bracket(lines, problem, place, unclosed)
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(lines, place)
    if "could not find expected ':'" in problem:
        start = opened or place
        return _no_space(lines, start[0]) or Explained(
            "There is no colon after the key in this line.",
            "Write “key: text”. A text that goes on from the line above is indented further.",
            start,
        )
    if "expected key" in problem or "expected '-'" in problem:
        return _unexpected_start(lines, place)
    if "scanning an anchor" in context or "scanning an alias" in context:
        mark = opened or place
        return Explained(
            "A text cannot begin with “&” or “*” unless it stands in quotes.",
            "Put the whole text in double quotes.",
            mark,
        )
    if "block scalar" in context:
        return Explained(
            "Nothing may follow “|” or “>” on the same line.",
            "Begin the text on the next line, indented; or put the whole text in double quotes.",
            opened or place,
        )
    if "directive" in context or "YAML document" in problem or "document start" in problem:
        return Explained(
            "A line cannot begin with “%” or “---” here.",
            "Delete the line, or put the text in quotes.",
            place,
        )
    return Explained(
        "This line cannot be understood.",
        "Compare it with the lines around it: key, colon, space, then the text in quotes.",
        place,
    )


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _unclosed_quote(opened: Place) -> Explained:
    return Explained(
        "A quote is opened here and never closed.",
        "Put the same quote mark at the end of the text. "
        'A double quote inside the text is written “\\"”.',
        opened,
    )


def _comment(lines: list[str], opened: Place | None) -> Explained | None:
    found = re.search(r"\s(#)", _line(lines, opened[0])[opened[1] - 1 :]) if opened else None
    if found is None or opened is None:
        return None
    return Explained(
        "What follows “#” counts as a remark, so the bracket before it is never closed.",
        'Put a colour in quotes: "#14110f".',
        (opened[0], opened[1] + found.start(1)),
    )


def _open_bracket(lines: list[str], place: Place) -> Place | None:
    """The innermost bracket that is open at `place`; quotes are not taken into account."""
    stack: list[Place] = []
    for number, line in enumerate(lines[: place[0]], start=1):
        text = line[: place[1] - 1] if number == place[0] else line
        for column, letter in enumerate(text, start=1):
            if letter in "[{":
                stack.append((number, column))
            elif letter in "]}" and stack:
                stack.pop()
            elif letter == "#" and text[column - 2 : column - 1] in ("", " "):
                break
    return stack[-1] if stack else None


def _bracket(lines: list[str], problem: str, place: Place, opened: Place | None) -> Explained:
    line = _line(lines, place[0])
    bracket = _line(lines, opened[0])[opened[1] - 1 : opened[1]] if opened else ""
    closing = "}" if bracket == "{" or "}" in problem else "]"
    if opened is not None and place[0] > opened[0]:
        return Explained(
            f"The bracket that is opened here is not closed with “{closing}”.",
            f"Write “{closing}” at its end, and a comma between its parts.",
            opened,
        )
    if line[place[1] - 1 : place[1]] == ":":
        return Explained(
            "A colon inside this text makes it look like another key.",
            "Put the text in double quotes, or write a comma before the next key.",
            place,
        )
    return Explained(
        f"A comma or “{closing}” is missing here.",
        "Write a comma between two parts. A text with commas or brackets in it goes in quotes.",
        place,
    )


def _no_space(lines: list[str], number: int) -> Explained | None:
    found = _NO_SPACE.match(_line(lines, number))
    if found is None:
        return None
    return Explained(
        "There is no space after the colon.",
        "Write “key: text”, with a space after the colon.",
        (number, found.start(1) + 1),
    )


def _unexpected_colon(lines: list[str], place: Place) -> Explained:
    line = _line(lines, place[0])
    if _TWO_COLONS.match(line[: place[1] + 1]):
        return Explained(
            "A colon inside this text makes it look like another key.",
            "Put the whole text in double quotes.",
            place,
        )
    return _no_space(lines, place[0] - 1) or Explained(
        "This line is indented differently from the lines that belong with it.",
        "Begin it exactly under the key above it, with spaces.",
        (place[0], len(line) - len(line.lstrip()) + 1),
    )


def _unexpected_start(lines: list[str], place: Place) -> Explained:
    line = _line(lines, place[0])
    above = next((n for n in range(place[0] - 1, 0, -1) if _line(lines, n).strip()), 0)
    for number in range(above, 0, -1):
        if _line(lines, number).count('"') % 2:
            return _unclosed_quote((number, _line(lines, number).index('"') + 1))
    if line[: place[1] - 1].rstrip().endswith(('"', "'", "]", "}")):
        return Explained(
            "The text goes on after its closing quote or bracket.",
            "Put the whole text in single quotes, or remove what is too much.",
            place,
        )
    if line.lstrip().startswith("-") and not line.lstrip().startswith("---"):
        return Explained(
            "A dash stands here where a key is expected.",
            "Begin it exactly under the other dashes, below the key they belong to.",
            place,
        )
    if re.match(r"\s*-[^\s-]", _line(lines, above)):
        return Explained(
            "There is no space after the dash.",
            "Write “- ” with a space after the dash.",
            (above, _line(lines, above).index("-") + 1),
        )
    return Explained(
        "This line is indented differently from the lines that belong with it.",
        "Begin it exactly under the line above that it belongs with, with spaces.",
        place,
    )
