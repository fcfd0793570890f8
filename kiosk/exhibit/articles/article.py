"""Articles: CommonMark turned into typed blocks that the screen lays out itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from kiosk.exhibit.articles.remarks import ArticleProblem, remarks
from kiosk.exhibit.wording import nearest

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST = 256 * 1024
"""How long an article's file may be, in bytes."""

MOST_PROBLEMS = 100
"""How many findings of one article are named."""

_UNSHOWN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
LONGEST_RUN = 200
"""Characters that follow each other without a place to break."""

_LONG_RUN = re.compile(rf"[^\s\u200b]{{{LONGEST_RUN}}}(?=[^\s\u200b])")
_GAP = re.compile(r"[\s\u200b]")
_EVENT_LINK = re.compile(
    r"(?:\./|\.\./)*(?:events/)?([a-z0-9-]+)/?(?:article\.[\w-]+\.md)?(?:#.*)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text in one style. `event` links to a related event's id; `note` counts from 1."""

    text: str
    emphasis: bool = False
    strong: bool = False
    event: str | None = None
    note: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph-like piece. `level` is a heading's (1…3); `items` are a list's entries.

    The first entry of an `ordered` list has the number `start`. Lists inside a list are lines of
    its entries.

    `medium` is the file of a figure as the curator wrote it; `spans` are then its alt text.
    """

    kind: Literal["heading", "paragraph", "quote", "list", "figure"]
    spans: tuple[Span, ...] = ()
    level: int = 0
    ordered: bool = False
    start: int = 1
    items: tuple[tuple[Span, ...], ...] = ()
    medium: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The long text of one event in one language. `notes` are the footnotes, note 1 first."""

    language: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[tuple[Span, ...], ...] = ()
    words: int = 0


def parse_article(
    text: str, language: str, events: Collection[str]
) -> tuple[Article, tuple[ArticleProblem, ...]]:
    """The article in `text`, whose links may name `events`, and what is wrong with it.

    Raw HTML stays text. Anything that is not understood is kept as text or left out, so every
    text gives an article; one above 256 KB gives an empty one.
    """
    text = text.removeprefix("\ufeff").encode(errors="replace").decode()
    if len(text.encode()) > LARGEST:
        return Article(language=language), (_refused("is larger than 256 KB"),)
    definitions: dict[str, Any] = {}
    try:
        tokens = _commonmark().parse(text, definitions)
    except RecursionError:
        return Article(language=language), (_refused("nests too deeply"),)
    reading = _Reading(events)
    for token in tokens:
        reading.take(token)
    reading.problems += remarks(tokens, definitions, text)
    blocks = tuple(reading.blocks)
    return (
        Article(
            language=language,
            blocks=blocks,
            notes=tuple(_tidied(note) for note in reading.notes),
            words=sum(map(_words_of, blocks)),
        ),
        _named(reading.problems),
    )


def _named(problems: list[ArticleProblem]) -> tuple[ArticleProblem, ...]:
    """In the order of the lines, as many as anybody would mend before looking again."""
    found = sorted(problems)
    if len(found) <= MOST_PROBLEMS:
        return tuple(found)
    message = f"The article has {len(found)} faults; from here on they are not named."
    more = ArticleProblem(found[MOST_PROBLEMS].line, "too-many-faults", message, "Mend the others.")
    return (*found[:MOST_PROBLEMS], more)


def shown_text(text: str) -> str:
    """Text that any layout can hold: no control or direction-override characters, no endless word.

    Runs of more than 200 characters without a space get places to break (U+200B).
    """
    return _LONG_RUN.sub(lambda run: run[0] + "\u200b", _UNSHOWN.sub("", text))


def _refused(what: str) -> ArticleProblem:
    return ArticleProblem(
        1, "article-too-large", f"The article {what}.", "Shorten it or split it between events."
    )


@lru_cache(maxsize=1)
def _commonmark() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    return MarkdownIt("commonmark", {"html": False, "store_labels": True}).use(footnote_plugin)


@dataclass
class _Reading:
    """What has been understood so far, token by token. Lists inside lists join their item."""

    events: Collection[str]
    blocks: list[Block] = field(default_factory=list)
    notes: list[list[Span]] = field(default_factory=list)
    problems: list[ArticleProblem] = field(default_factory=list)
    level: int = 0
    quotes: int = 0
    in_note: bool = False
    lists: list[int | None] = field(default_factory=list)
    """Of each list that is open, the number of its next entry; None where there are none."""
    ordered: bool = False
    start: int = 1
    marked: bool = False
    items: list[list[Span]] = field(default_factory=list)
    figures: list[Block] = field(default_factory=list)

    def take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.level = min(int(token.tag[1:]), 3)
            case "heading_close":
                self.level = 0
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "footnote_open" | "footnote_close":
                self.in_note = token.type == "footnote_open"
                if self.in_note:
                    self.notes.append([])
            case "bullet_list_open" | "ordered_list_open":
                start = token.attrs.get("start", 1)
                first = int(start) if token.tag == "ol" else None
                if not self.lists:
                    self.ordered, self.start = first is not None, first or 0
                self.lists.append(first)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                if not self.lists and not self.in_note:
                    self._close_list()
            case "list_item_open":
                self._begin_item()
            case "inline":
                self._text(token)
            case "fence" | "code_block":
                self._paragraph([Span(text=shown_text(token.content.rstrip("\n")))])

    def _begin_item(self) -> None:
        """A new entry, or a line with its own marker for a list inside an entry or note."""
        number = self.lists[-1]
        if number is not None:
            self.lists[-1] = number + 1
        depth = len(self.lists) - (not self.in_note)
        if not depth:
            self.items.append([])
            return
        target = self.notes[-1] if self.in_note else self.items[-1]
        marker = "–" if number is None else f"{number}."
        indent = "\u00a0" * 4 * (depth - 1)
        target.append(Span(text="\n" * bool(target) + f"{indent}{marker} "))
        self.marked = True

    def _close_list(self) -> None:
        items = tuple(filter(None, map(_tidied, self.items)))
        if items:
            self.blocks.append(
                Block(kind="list", ordered=self.ordered, start=self.start, items=items)
            )
        self.blocks += self.figures
        self.items, self.figures = [], []

    def _paragraph(self, spans: list[Span]) -> None:
        """Puts a paragraph where it belongs: a note, a list's item, a quote, a heading."""
        if self.in_note or self.lists:
            target = self.notes[-1] if self.in_note else self.items[-1]
            if target and spans and not self.marked:
                target.append(Span(text="\n"))
            self.marked = False
            target += spans
            return
        if tidied := _tidied(spans):
            kind: Literal["heading", "quote", "paragraph"] = "paragraph"
            if self.level:
                kind = "heading"
            elif self.quotes:
                kind = "quote"
            self.blocks.append(Block(kind=kind, spans=tidied, level=self.level))

    def _text(self, token: Token) -> None:
        """A paragraph's text, split where a figure stands in it."""
        spans: list[Span] = []
        line = (token.map or [0])[0] + 1
        for child_line, child, span in self._spans(token.children or (), line):
            if child is None:
                spans.append(span)
            elif medium := self._medium(child, child_line):
                figure = Block(kind="figure", medium=medium, spans=_tidied([span]))
                if self.in_note:
                    continue
                if self.lists:
                    self.figures.append(figure)
                    continue
                self._paragraph(spans)
                self.blocks.append(figure)
                spans = []
        self._paragraph(spans)

    def _spans(
        self, tokens: Sequence[Token], line: int
    ) -> Iterator[tuple[int, Token | None, Span]]:
        """Styled text; beside an image its token, and its alt text as the span."""
        emphasis = strong = 0
        event: str | None = None
        address, linked = "", ""
        for token in tokens:
            text, note = token.content, None
            match token.type:
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "link_open":
                    address, linked = unquote(str(token.attrGet("href") or "")), ""
                    event = self._event(address, line)
                case "link_close":
                    plain = address.removeprefix("mailto:")
                    known = event or _EVENT_LINK.fullmatch(address)
                    event, address = None, ""
                    if not known and plain and plain != linked:
                        yield line, None, Span(text=f" ({shown_text(plain)})")
                case "softbreak" | "hardbreak":
                    line += 1
                    text = " " if token.type == "softbreak" else "\n"
                case "footnote_ref":
                    note = int(token.meta["id"]) + 1
                    text = str(note)
                case "footnote_anchor":
                    text = ""
                case "image":
                    alt = "".join(part.content for part in token.children or ())
                    yield line, token, Span(text=alt)
                    continue
            if text:
                linked += text if address else ""
                yield (
                    line,
                    None,
                    Span(
                        text=shown_text(text),
                        emphasis=emphasis > 0,
                        strong=strong > 0,
                        event=event,
                        note=note,
                    ),
                )

    def _event(self, address: str, line: int) -> str | None:
        """The event that a link leads to; a problem if it leads to one that does not exist."""
        found = _EVENT_LINK.fullmatch(address)
        if found is None or found[1] in self.events:
            return found and found[1]
        few = len(self.problems) < MOST_PROBLEMS
        near = nearest(found[1][:80], self.events) if few else None
        self.problems.append(
            ArticleProblem(
                line,
                "unknown-event",
                f"The link leads to the event “{shown_text(found[1][:80])}”, which does not exist.",
                f"Did you mean “{near}”?" if near else "Write the name of an event's folder.",
            )
        )
        return None

    def _medium(self, image: Token, line: int) -> str | None:
        """The file of an image inside the content folder; a problem for any other address."""
        file = unquote(str(image.attrGet("src") or ""))
        if (
            file
            and file == _UNSHOWN.sub("", file)
            and not re.search(r"^/|[:\\]|(^|/)\.\.(/|$)", file)
        ):
            return file
        self.problems.append(
            ArticleProblem(
                line,
                "image-outside",
                f"The image “{shown_text(file[:80])}” is not in the event's folder.",
                "Copy the file into the event's folder or into media, and write only its name.",
            )
        )
        return None


def _tidied(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one style joined, without white space at either end."""
    pieces: list[tuple[Span, list[str]]] = []
    for span in spans:
        if pieces and span.note is None and replace(pieces[-1][0], text=span.text) == span:
            pieces[-1][1].append(span.text)
        elif span.text:
            pieces.append((span, [span.text]))
    joined = [replace(span, text="".join(texts)) for span, texts in pieces]
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return _breakable([span for span in joined if span.text])


def _breakable(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with places to break in words that are long, though no part of them is."""
    made = []
    run = 0
    for span in spans:
        text = shown_text(span.text)
        parts = _GAP.split(text)
        if run and run + len(parts[0]) > LONGEST_RUN:
            text, run = f"\u200b{text}", 0
        run = len(parts[-1]) + (run if len(parts) == 1 else 0)
        made.append(span if text == span.text else replace(span, text=text))
    return tuple(made)


def _words_of(block: Block) -> int:
    if block.kind == "figure":
        return 0
    texts = (
        "".join(s.text for s in spans if s.note is None) for spans in (block.spans, *block.items)
    )
    return sum(len(text.split()) for text in texts)
