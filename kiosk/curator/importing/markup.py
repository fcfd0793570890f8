"""HTML, as people paste it into timelines, as CommonMark or as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Final, NamedTuple

_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|d[dlt]|div|figcaption|figure|footer|form|h[1-6r]|header|li|"
    "main|nav|ol|p|pre|section|table|t[dhr]|ul"
)
_EMPHASIS: Final = frozenset({"em", "i", "cite", "dfn", "var"})
_STRONG: Final = frozenset({"b", "strong"})
_UNREAD: Final = frozenset({"script", "style", "head", "title", "noscript", "template"})
_PLAYERS: Final = frozenset({"iframe", "embed", "video", "audio", "source", "object"})

_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w+;)")
_LINE_START: Final = re.compile(r"^(?=[#=+~-])|^(\d{1,9})(?=[.)])", re.MULTILINE)
_WEB: Final = re.compile(r"(?:https?:)?//[^\s<>]+|mailto:[^\s<>]+", re.IGNORECASE)


class Converted(NamedTuple):
    """The CommonMark, and what of the HTML it could not say."""

    text: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    emphasis: bool = False
    strong: bool = False
    address: str = ""


@dataclass(slots=True)
class _Block:
    """One paragraph-like piece: `mark` begins its first line, `indent` all further ones."""

    mark: str = ""
    indent: str = ""
    runs: list[_Run] = field(default_factory=list)


def to_commonmark(html: str) -> Converted:
    """The paragraphs, headings, lists, quotes, emphasis and links of `html`."""
    reader = _Reader()
    reader.feed(html if _MARKUP.search(html) else _paragraphs(html))
    reader.close()
    blocks: list[str] = []
    in_list = False
    for block in reader.blocks:
        text = _inline(block.runs)
        if text:
            body = f"{block.mark}{text}".replace("\n", f"\n{block.indent}")
            is_item = block.mark.strip() not in ("", ">") and not block.mark.startswith("#")
            blocks.append(("\n" if is_item and in_list else "\n\n") + body)
            in_list = is_item
    return Converted("".join(blocks).strip(), tuple(dict.fromkeys(reader.lost)))


def to_plain(html: str) -> str:
    """The words of `html` on one line."""
    if not _MARKUP.search(html):
        return " ".join(html.split())
    reader = _Reader()
    reader.feed(html)
    reader.close()
    words = " ".join("".join(run.text for run in block.runs) for block in reader.blocks)
    return " ".join(words.split())


def holds_links(html: str) -> bool:
    """Whether `html` leads somewhere."""
    return re.search(r"<a\s[^>]*href", html, re.IGNORECASE) is not None


def addresses(html: str) -> list[str]:
    """The web addresses of what `html` would show or play, else the last that it links to."""
    found = re.findall(r"<(?!script)\w+[^>]*\ssrc\s*=\s*[\"']?([^\"'\s>]+)", html, re.IGNORECASE)
    if not found:
        found = re.findall(r"\shref\s*=\s*[\"']?([^\"'\s>]+)", html, re.IGNORECASE)[-1:]
    return [complete(address) for address in found if _WEB.fullmatch(address)]


def complete(address: str) -> str:
    """An address with its protocol, which pages may leave out."""
    return f"https:{address}" if address.startswith("//") else address


def _paragraphs(text: str) -> str:
    """Plain text as HTML; a blank line begins a new paragraph."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", escaped))


class _Reader(HTMLParser):
    """Gathers blocks of styled runs; whatever the HTML, it raises nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = [_Block()]
        self.lost: list[str] = []
        self._style = _Run("")
        self._links: list[str] = []
        self._quotes = 0
        self._lists: list[int | None] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _UNREAD:
            self._unread += 1
        elif _BLOCKS.fullmatch(tag):
            self._begin(tag)
        elif tag == "br":
            self._add("\n")
        elif tag in _EMPHASIS:
            self._style = replace(self._style, emphasis=True)
        elif tag in _STRONG:
            self._style = replace(self._style, strong=True)
        elif tag == "a":
            address = given.get("href", "").strip()
            self._links.append(complete(address) if _WEB.fullmatch(address) else "")
            self._style = replace(self._style, address=self._links[-1])
        elif tag == "img" or tag in _PLAYERS:
            self._foreign(given)
        if tag == "table":
            self.lost.append("a table inside a text became paragraphs")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif _BLOCKS.fullmatch(tag):
            self._end(tag)
        elif tag in _EMPHASIS:
            self._style = replace(self._style, emphasis=False)
        elif tag in _STRONG:
            self._style = replace(self._style, strong=False)
        elif tag == "a" and self._links:
            self._links.pop()
            self._style = replace(self._style, address=self._links[-1] if self._links else "")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._add(re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        self.blocks[-1].runs.append(replace(self._style, text=text))

    def _begin(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        mark = ""
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            mark = "## " if tag < "h3" else "### "
        elif tag == "li":
            if self._lists and (number := self._lists[-1]) is not None:
                self._lists[-1] = number + 1
                mark = f"{number + 1}. "
            else:
                mark = "- "
        self._open(mark)

    def _end(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes = max(self._quotes - 1, 0)
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        self._open("")

    def _open(self, mark: str) -> None:
        quote = "> " if self._quotes and not mark else ""
        deep = "   " * max(len(self._lists) - 1, 0) if mark and mark[0] != "#" else ""
        block = _Block(deep + (mark or quote), deep + (quote or " " * len(mark)))
        last = self.blocks[-1]
        if not mark and last.mark and not "".join(run.text for run in last.runs).strip():
            return  # A paragraph inside a list item that has said nothing yet.
        self.blocks.append(block)

    def _foreign(self, given: dict[str, str]) -> None:
        """A picture or player inside a text: its address becomes a link."""
        address = given.get("src") or given.get("data") or ""
        if _WEB.fullmatch(address):
            run = _Run(given.get("alt") or complete(address), address=complete(address))
            self.blocks[-1].runs += (_Run(" "), run, _Run(" "))
        if address:
            self.lost.append("a picture or player inside a text became its address")


def _inline(runs: Iterable[_Run]) -> str:
    """Runs as CommonMark on the lines of one block."""
    tidy = _joined(runs)
    pieces: list[str] = []
    for at, run in enumerate(tidy):
        core = run.text.strip(" \n")
        before = run.text[: len(run.text) - len(run.text.lstrip(" \n"))]
        after = run.text[len(run.text.rstrip(" \n")) :] if core else ""
        text = _SPECIAL.sub(r"\\\g<0>", core)
        if core and (run.emphasis or run.strong) and _can_be_marked(tidy, at, core):
            sign = "*" * (run.emphasis + 2 * run.strong)
            text = f"{sign}{text}{sign}"
        if core and run.address:
            target = run.address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
            text = (
                f"[{text}](<{target}>)" if re.search(r"[()\s]", target) else f"[{text}]({target})"
            )
        pieces.append(before + text + after)
    lines = (" ".join(line.split(" ")).strip(" ") for line in "".join(pieces).split("\n"))
    body = "\\\n".join(line for line in lines if line)
    return _LINE_START.sub(r"\1\\", body)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Neighbours of the same style as one run, and never two blanks in a row."""
    tidy: list[_Run] = []
    for run in runs:
        text = run.text
        if (tidy and tidy[-1].text.endswith((" ", "\n"))) or not tidy:
            text = text.lstrip(" ")
        if not text:
            continue
        if tidy and replace(tidy[-1], text="") == replace(run, text=""):
            tidy[-1] = replace(run, text=tidy[-1].text + text)
        else:
            tidy.append(replace(run, text=text))
    return tidy


def _can_be_marked(runs: list[_Run], at: int, core: str) -> bool:
    """Whether CommonMark sees stars around this run as emphasis, not as stars."""
    run = runs[at]
    before = runs[at - 1].text[-1:] if at and run.text[:1] not in " \n" else ""
    after = runs[at + 1].text[:1] if at + 1 < len(runs) and run.text[-1:] not in " \n" else ""
    if before and (runs[at - 1].emphasis or runs[at - 1].strong):
        return False
    if run.address:
        return not (before.strip() or after.strip())
    opens = core[0].isalnum() or not before.isalnum()
    closes = core[-1].isalnum() or not after.isalnum()
    return opens and closes
