"""The rows of an article's models, in the visitor's language as far as there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl

from kiosk.exhibit.articles.article import Article, Block
from kiosk.exhibit.articles.links import linked_events
from kiosk.exhibit.model import Event, Medium
from kiosk.exhibit.taking_home import shortened
from kiosk.timeline.meanwhile import meanwhile
from kiosk.viewmodels.markup import plain, styled, superscript
from kiosk.viewmodels.translation import NOWHERE, Translation


@dataclass(frozen=True)
class BlockRow:
    """One piece of an article: a block, one entry of a list, or one note.

    `kind` is heading, paragraph, quote, item, figure or note; `medium` is a figure's place in
    the gallery, else −1. A `caption_mark` such as ``LT`` stands beside a caption that is not in the
    visitor's language.
    """

    key: str
    kind: str
    styled: str = ""
    plain: str = ""
    level: int = 0
    marker: str = ""
    medium: int = -1
    medium_kind: str = "image"
    picture: QUrl = NOWHERE
    caption: str = ""
    caption_mark: str = ""
    credit: str = ""


@dataclass(frozen=True)
class MediumRow:
    key: str
    kind: str
    picture: QUrl
    alt: str
    caption: str
    caption_mark: str
    credit: str


@dataclass(frozen=True)
class LinkRow:
    """A related event, one that the article links to, or one of the same time."""

    key: str
    title: str
    title_mark: str
    spoken: str
    when: str
    picture: QUrl


@dataclass(frozen=True)
class SourceRow:
    key: str
    words: str
    address: str


def block_rows(
    event: Event, article: Article, media: Sequence[Medium], translation: Translation
) -> list[BlockRow]:
    """The article from its first block to its last note; figures are places in `media`."""
    rows: list[BlockRow] = []
    for number, block in enumerate(article.blocks):
        rows += _rows_of(block, f"{event.id}/{number}", media, translation)
    for number, spans in enumerate(article.notes, start=1):
        key, marker = f"{event.id}/note{number}", superscript(number)
        rows.append(BlockRow(key, "note", styled(spans), plain(spans), marker=marker))
    return rows


def _rows_of(
    block: Block, key: str, media: Sequence[Medium], translation: Translation
) -> list[BlockRow]:
    if block.kind == "list":
        return [
            BlockRow(
                f"{key}.{number}",
                "item",
                styled(spans),
                plain(spans),
                marker=f"{number}." if block.ordered else "–",
            )
            for number, spans in enumerate(block.items, start=block.start)
        ]
    if block.kind == "figure":
        return [_figure_row(block, key, media, translation)]
    return [BlockRow(key, block.kind, styled(block.spans), plain(block.spans), block.level)]


def _figure_row(
    block: Block, key: str, media: Sequence[Medium], translation: Translation
) -> BlockRow:
    for number, medium in enumerate(media):
        if block.medium in medium.file.root.values() or any(
            name.endswith(f"/{block.medium}") for name in medium.file.root.values()
        ):
            return BlockRow(
                key,
                "figure",
                plain=translation.spoken(medium.alt) or plain(block.spans),
                medium=number,
                medium_kind=medium.kind.value,
                picture=translation.preview(medium, "screen"),
                caption=translation.text(medium.caption),
                caption_mark=translation.mark(medium.caption),
                credit=translation.text(medium.credit),
            )
    return BlockRow(key, "figure", plain=plain(block.spans))


def medium_rows(media: Sequence[Medium], translation: Translation) -> list[MediumRow]:
    """The gallery."""
    return [
        MediumRow(
            key=next(iter(medium.file.root.values()), ""),
            kind=medium.kind.value,
            picture=translation.preview(medium, "card"),
            alt=translation.spoken(medium.alt),
            caption=translation.text(medium.caption) or translation.text(medium.alt),
            caption_mark=translation.mark(medium.caption if medium.caption.root else medium.alt),
            credit=translation.text(medium.credit),
        )
        for medium in media
    ]


def link_rows(event: Event, article: Article | None, translation: Translation) -> list[LinkRow]:
    """The related events, then those that only the article links to, each with a place to touch."""
    linked = linked_events(article) if article else ()
    names = dict.fromkeys((*event.related, *(name for name in linked if name != event.id)))
    return _links([found for name in names if (found := translation.event(name))], translation)


def meanwhile_rows(
    event: Event, links: Sequence[LinkRow], translation: Translation
) -> list[LinkRow]:
    """What happened at the time in other lanes, but for the events that are in `links` already."""
    events = meanwhile(event, translation.exhibit.events, [link.key for link in links])
    return _links(events, translation)


def _links(events: Sequence[Event], translation: Translation) -> list[LinkRow]:
    return [
        LinkRow(
            found.id,
            translation.text(found.title),
            translation.mark(found.title),
            translation.spoken(found.title),
            translation.when(found),
            translation.picture(found, "card"),
        )
        for found in events
    ]


def source_rows(event: Event, translation: Translation) -> list[SourceRow]:
    """What the event relies on."""
    return [
        SourceRow(f"{event.id}/{number}", translation.text(source.text), shortened(source.url))
        for number, source in enumerate(event.sources)
    ]
