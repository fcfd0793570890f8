"""What in an article the screen does not show as its curator means it, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kiosk.exhibit.wording import clip

if TYPE_CHECKING:
    from markdown_it.token import Token


class ArticleProblem(NamedTuple):
    """One finding in an article; `line` counts from 1, `code` is a short stable name."""

    line: int
    code: str
    message: str
    hint: str


_LONGEST_HEADING: Final = 90
_TAG: Final = re.compile(r"<!--|</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>")
_INSTEAD: Final = {
    "b": "Write **bold**.",
    "strong": "Write **bold**.",
    "i": "Write *italics*.",
    "em": "Write *italics*.",
    "br": "End the line with a backslash, or leave an empty line for a new paragraph.",
    "p": "Leave an empty line for a new paragraph.",
    "img": "Write ![](file.jpg).",
    "a": "Write [words](address).",
    "h1": "Write # and the heading.",
    "h2": "Write ## and the heading.",
    "h3": "Write ### and the heading.",
    "li": "Begin each entry of a list with a hyphen.",
    "blockquote": "Begin each line of a quotation with >.",
    "!": "Delete the remark; visitors would read it.",
}
_TABLE: Final = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_MISSING_NOTE: Final = re.compile(r"\[\^([^\]\s]{1,60})\]")
_NOTE: Final = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_SPACED_IMAGE: Final = re.compile(
    r"!\[[^\[\]]{0,200}\]\(([^()<>\s\"]{1,100} [^()<>\n\"]{1,100}\.\w{2,4})\)"
)


def remarks(
    tokens: Sequence[Token], found: MutableMapping[str, Any], text: str
) -> Iterator[ArticleProblem]:
    """Everything of the kind in `text`, of which CommonMark made `tokens` and definitions."""
    in_note = False
    heading = ""
    for token in tokens:
        line = (token.map or [0])[0] + 1
        match token.type:
            case "footnote_open" | "footnote_close":
                in_note = token.type == "footnote_open"
            case "heading_open":
                heading = token.markup
            case "hr":
                yield ArticleProblem(
                    line,
                    "no-effect",
                    f"The line “{clip(token.markup)}” is not shown.",
                    "Delete it, or write a heading such as “## Afterwards”.",
                )
            case "code_block" | "fence":
                yield ArticleProblem(
                    line,
                    "plain-text",
                    "This text stands as it is, with the signs in it, because it is set in by four "
                    "spaces or fenced.",
                    "Begin its lines at the left margin.",
                )
            case "inline":
                yield from _in_line(token, line, heading=heading, in_note=in_note)
                heading = ""
    yield from _unused_definitions(tokens, found)
    yield from _unused_notes(found, text)


def _in_line(token: Token, line: int, *, heading: str, in_note: bool) -> Iterator[ArticleProblem]:
    if heading in ("-", "=") and len(token.content) > _LONGEST_HEADING:
        yield ArticleProblem(
            line,
            "long-heading",
            f"This whole paragraph is a heading, because a line of {heading} stands below it.",
            "Leave an empty line between the two.",
        )
    if any(_TABLE.fullmatch(row) and "|" in row for row in token.content.split("\n")):
        yield ArticleProblem(
            line,
            "table",
            "Tables are not laid out; this one stands as it is, with its signs.",
            "Write a list, or show the table as a picture.",
        )
    children = token.children or []
    said = "".join(
        "\n" if child.type.endswith("break") else child.content * (child.type == "text")
        for child in children
    )
    yield from _misspelt(said, line)
    before = ""
    for child in children:
        match child.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "text":
                yield from _tags(child.content, line)
            case "link_open" | "image":
                yield from _titles(child, line)
                if in_note and child.type == "image":
                    yield ArticleProblem(
                        line,
                        "figure-in-note",
                        f"The picture “{clip(str(child.attrGet('src')))}” is not shown, because "
                        "footnotes hold only text.",
                        "Place it in the article itself.",
                    )
            case "link_close" if before in ("link_open", "image"):
                yield ArticleProblem(
                    line,
                    "empty-link",
                    "This link has no words that one could touch.",
                    "Write words between [ and ].",
                )
        before = child.type


def _misspelt(said: str, line: int) -> Iterator[ArticleProblem]:
    """Where text looks like a footnote or an image that was not understood."""
    for found in _MISSING_NOTE.finditer(said):
        name = clip(found[1])
        yield ArticleProblem(
            line + said.count("\n", 0, found.start()),
            "unknown-footnote",
            f"The footnote [^{name}] has no text.",
            f"Add a line that begins with [^{name}]: and the footnote.",
        )
    for found in _SPACED_IMAGE.finditer(said):
        file = clip(found[1], 200)
        yield ArticleProblem(
            line + said.count("\n", 0, found.start()),
            "image-name",
            f"The image “{file}” is not shown, because its name has a space.",
            f"Write ![](<{file}>) or rename the file.",
        )


def _tags(text: str, line: int) -> Iterator[ArticleProblem]:
    seen = set()
    for tag in _TAG.finditer(text):
        name = (tag[1] or "!").lower()
        if name not in seen:
            seen.add(name)
            yield ArticleProblem(
                line,
                "html",
                f"“{clip(tag[0])}” is shown as it stands, because HTML has no effect.",
                _INSTEAD.get(name, "Delete it."),
            )


def _titles(token: Token, line: int) -> Iterator[ArticleProblem]:
    title = str(token.attrGet("title") or "")
    if not title:
        return
    picture = token.type == "image"
    yield ArticleProblem(
        line,
        "unshown-title",
        f"The words “{clip(title)}” beside the {'picture' if picture else 'link'} are not shown.",
        "Write them as its caption in event.yaml." if picture else "Write them into the text.",
    )


def _unused_definitions(
    tokens: Sequence[Token], found: MutableMapping[str, Any]
) -> Iterator[ArticleProblem]:
    """Lines such as ``[Note]: text``, which CommonMark takes away as addresses of links."""
    used = {
        child.meta.get("label")
        for token in tokens
        for child in token.children or ()
        if child.type in ("link_open", "image")
    }
    definitions = [
        *found.get("duplicate_refs", ()),
        *(
            {**definition, "label": label}
            for label, definition in found.get("references", {}).items()
            if label not in used
        ),
    ]
    for definition in definitions:
        label = clip(str(definition["label"]).capitalize())
        yield ArticleProblem(
            (definition.get("map") or [0])[0] + 1,
            "unused-address",
            f"This line is not shown, because “[{label}]:” makes it the address of a link.",
            f"Write \\[{label}]: if it is text; delete it if it is an address that is not used.",
        )


def _unused_notes(found: MutableMapping[str, Any], text: str) -> Iterator[ArticleProblem]:
    """Footnotes that nothing refers to, and all but the last of several with one name."""
    refs: dict[str, int] = found.get("footnotes", {}).get("refs", {})
    if not refs:
        return
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if note := _NOTE.match(line):
            lines.setdefault(note[1], []).append(number)
    for key, place in refs.items():
        name = key.removeprefix(":")
        written = lines.get(name, [1])
        shown = clip(name)
        if place < 0:
            yield ArticleProblem(
                written[-1],
                "unused-footnote",
                f"The footnote [^{shown}] is not shown, because nothing in the text refers to it.",
                f"Write [^{shown}] where it belongs, or delete it.",
            )
        for line_number in written[:-1]:
            yield ArticleProblem(
                line_number,
                "duplicate-footnote",
                f"There is another footnote [^{shown}] further down, which is shown instead.",
                "Give each footnote a name of its own.",
            )
