"""One event's article as rows that QML lays out one beneath the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QAbstractItemModel, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.articles.article import Article, Block
from kiosk.exhibit.model import Event, Medium, MediumKind
from kiosk.exhibit.taking_home import shortened
from kiosk.viewmodels.facts import FactsView
from kiosk.viewmodels.markup import plain, styled, superscript
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.texts import language_name
from kiosk.viewmodels.translation import NOWHERE, Translation
from kiosk.visit.machine import WORDS_PER_MINUTE

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class BlockRow:
    """One piece of an article: a block, one entry of a list, or one note.

    `kind` is heading, paragraph, quote, item, figure or note; `medium` is a figure's place in
    the gallery, else −1.
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
    credit: str = ""


@dataclass(frozen=True)
class MediumRow:
    key: str
    kind: str
    picture: QUrl
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class LinkRow:
    """A related event."""

    key: str
    title: str
    when: str
    picture: QUrl


@dataclass(frozen=True)
class SourceRow:
    key: str
    words: str
    address: str


@QmlElement
class ArticleView(QObject):
    """The open article, or nothing. Its gallery is what the media viewer steps through."""

    changed = Signal()
    opened = Signal(int)
    """An article was opened; its length in words."""
    closed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._blocks: RowModel[BlockRow] = RowModel(BlockRow, self)
        self._media: RowModel[MediumRow] = RowModel(MediumRow, self)
        self._related: RowModel[LinkRow] = RowModel(LinkRow, self)
        self._sources: RowModel[SourceRow] = RowModel(SourceRow, self)
        self._facts = FactsView(self)
        self._translation: Translation | None = None
        self._event: Event | None = None
        self._confirmed: set[str] = set()

    def show(self, translation: Translation) -> None:
        """The same article in another language or edition; closes when its event is gone."""
        self._translation = translation
        if self._event is not None:
            self._event = translation.event(self._event.id)
            if self._event is None:
                self.closed.emit()
            self._fill()

    def forget(self) -> None:
        """Closes the article and forgets what the visitor agreed to see."""
        self._confirmed.clear()
        self.close()

    @Slot(str)
    def open(self, event_id: str) -> None:
        """Opens the article of an event; an unknown name changes nothing."""
        event = self._translation.event(event_id) if self._translation else None
        if event is None:
            return
        self._event = event
        self._fill()
        article = self._article()
        self.opened.emit(article.words if article else 0)

    @Slot()
    def close(self) -> None:
        if self._event is not None:
            self._event = None
            self._fill()
            self.closed.emit()

    @Slot()
    def confirm(self) -> None:
        """The visitor has read the notice before sensitive content and wants to go on."""
        if self._event is not None:
            self._confirmed.add(self._event.id)
            self.changed.emit()

    @property
    def media(self) -> tuple[Medium, ...]:
        """The gallery: the hero first, then the rest, each once."""
        if self._event is None:
            return ()
        hero = self._event.hero
        if hero is None:
            return tuple(self._event.media)
        return (hero, *(medium for medium in self._event.media if medium.file != hero.file))

    def _article(self) -> Article | None:
        if self._event is None or self._translation is None:
            return None
        articles = self._event.articles
        for language in (self._translation.language, *self._translation.exhibit.languages):
            if language in articles:
                return articles[language]
        return None

    def _fill(self) -> None:
        article = self._article()
        self._blocks.show(self._block_rows(article) if article else [])
        self._media.show([self._medium_row(medium) for medium in self.media])
        self._related.show(self._link_rows())
        self._sources.show(self._source_rows())
        self._facts.show(self._translation, self._event)
        self.changed.emit()

    def _block_rows(self, article: Article) -> list[BlockRow]:
        prefix = self._event.id if self._event else ""
        rows: list[BlockRow] = []
        for number, block in enumerate(article.blocks):
            rows += self._rows_of(block, f"{prefix}/{number}")
        for number, spans in enumerate(article.notes, start=1):
            rows.append(
                BlockRow(
                    f"{prefix}/note{number}",
                    "note",
                    styled(spans),
                    plain(spans),
                    marker=superscript(number),
                )
            )
        return rows

    def _rows_of(self, block: Block, key: str) -> list[BlockRow]:
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
            return [self._figure_row(block, key)]
        return [BlockRow(key, block.kind, styled(block.spans), plain(block.spans), block.level)]

    def _figure_row(self, block: Block, key: str) -> BlockRow:
        translation = self._translation
        assert translation is not None
        for number, medium in enumerate(self.media):
            if block.medium in medium.file.root.values() or any(
                name.endswith(f"/{block.medium}") for name in medium.file.root.values()
            ):
                return BlockRow(
                    key,
                    "figure",
                    plain=translation.text(medium.alt) or plain(block.spans),
                    medium=number,
                    medium_kind=medium.kind.value,
                    picture=translation.preview(medium, "screen"),
                    caption=translation.text(medium.caption),
                    credit=translation.text(medium.credit),
                )
        return BlockRow(key, "figure", plain=plain(block.spans))

    def _medium_row(self, medium: Medium) -> MediumRow:
        translation = self._translation
        assert translation is not None
        return MediumRow(
            key=next(iter(medium.file.root.values()), ""),
            kind=medium.kind.value,
            picture=translation.preview(medium, "card"),
            alt=translation.text(medium.alt),
            caption=translation.text(medium.caption),
            credit=translation.text(medium.credit),
        )

    def _link_rows(self) -> list[LinkRow]:
        translation = self._translation
        if self._event is None or translation is None:
            return []
        events = [event for name in self._event.related if (event := translation.event(name))]
        return [
            LinkRow(
                event.id,
                translation.text(event.title),
                translation.when(event),
                translation.picture(event, "card"),
            )
            for event in events
        ]

    def _source_rows(self) -> list[SourceRow]:
        translation = self._translation
        if self._event is None or translation is None:
            return []
        return [
            SourceRow(
                f"{self._event.id}/{number}", translation.text(source.text), shortened(source.url)
            )
            for number, source in enumerate(self._event.sources)
        ]

    def _neighbour(self, step: int) -> Event | None:
        if self._event is None or self._translation is None:
            return None
        events = self._translation.exhibit.events
        number = [event.id for event in events].index(self._event.id) + step
        return events[number] if 0 <= number < len(events) else None

    def _title_of(self, event: Event | None) -> str:
        return self._translation.text(event.title) if event and self._translation else ""

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._event is not None

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._event.id if self._event else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title_of(self._event)

    @Property(str, notify=changed)
    def when(self) -> str:
        return self._translation.when(self._event) if self._event and self._translation else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        if self._event is None or self._translation is None:
            return ""
        return self._translation.text(self._event.summary)

    @Property(str, notify=changed)
    def colour(self) -> str:
        if self._event is None or self._translation is None:
            return ""
        return self._translation.era_colour(self._event)

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What to say before sensitive content; "" where there is nothing to ask."""
        event = self._event
        if event is None or event.sensitive is None or event.id in self._confirmed:
            return ""
        return self._translation.text(event.sensitive) if self._translation else ""

    @Property(str, notify=changed)
    def borrowedFrom(self) -> str:
        """The name of the language the article is in when it is not the visitor's."""
        article = self._article()
        if article is None or self._translation is None:
            return ""
        own = article.language == self._translation.language
        return "" if own else language_name(article.language)

    @Property(int, notify=changed)
    def minutes(self) -> int:
        """Reading time, whole minutes, at least one."""
        article = self._article()
        return max(1, round(article.words / WORDS_PER_MINUTE)) if article else 0

    @Property(QUrl, notify=changed)
    def hero(self) -> QUrl:
        media = self.media
        if not media or self._translation is None:
            return NOWHERE
        return self._translation.preview(media[0], "screen")

    @Property(bool, notify=changed)
    def hasHero(self) -> bool:
        return bool(self.media)

    @Property(str, notify=changed)
    def heroAlt(self) -> str:
        media = self.media
        return self._translation.text(media[0].alt) if media and self._translation else ""

    @Property(str, notify=changed)
    def heroKind(self) -> str:
        return self.media[0].kind.value if self.media else MediumKind.IMAGE.value

    @Property(str, notify=changed)
    def previousEvent(self) -> str:
        event = self._neighbour(-1)
        return event.id if event else ""

    @Property(str, notify=changed)
    def previousTitle(self) -> str:
        return self._title_of(self._neighbour(-1))

    @Property(str, notify=changed)
    def nextEvent(self) -> str:
        event = self._neighbour(1)
        return event.id if event else ""

    @Property(str, notify=changed)
    def nextTitle(self) -> str:
        return self._title_of(self._neighbour(1))

    @Property(FactsView, constant=True)
    def facts(self) -> FactsView:
        return self._facts

    @Property(QAbstractItemModel, constant=True)
    def blocks(self) -> QAbstractItemModel:
        return self._blocks

    @Property(QAbstractItemModel, constant=True)
    def gallery(self) -> QAbstractItemModel:
        return self._media

    @Property(QAbstractItemModel, constant=True)
    def related(self) -> QAbstractItemModel:
        return self._related

    @Property(QAbstractItemModel, constant=True)
    def sources(self) -> QAbstractItemModel:
        return self._sources
