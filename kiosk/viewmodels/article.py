"""One event's article as rows that QML lays out one beneath the other."""

from __future__ import annotations

from PySide6.QtCore import Property, QAbstractItemModel, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.articles.article import Article
from kiosk.exhibit.model import ANY_LANGUAGE, Event, Medium, MediumKind
from kiosk.viewmodels.article_rows import (
    BlockRow,
    LinkRow,
    MediumRow,
    SourceRow,
    block_rows,
    link_rows,
    meanwhile_rows,
    medium_rows,
    source_rows,
)
from kiosk.viewmodels.facts import FactsView
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.texts import language_mark, reads_right_to_left
from kiosk.viewmodels.translation import NOWHERE, Translation
from kiosk.visit.machine import WORDS_PER_MINUTE

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


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
        self._meanwhile: RowModel[LinkRow] = RowModel(LinkRow, self)
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
        event, article, translation = self._event, self._article(), self._translation
        if event is None or translation is None:
            for model in (self._blocks, self._media, self._related, self._meanwhile, self._sources):
                model.show([])
        else:
            media = self.media
            self._blocks.show(block_rows(event, article, media, translation) if article else [])
            self._media.show(medium_rows(media, translation))
            links = link_rows(event, article, translation)
            self._related.show(links)
            self._meanwhile.show(meanwhile_rows(event, links, translation))
            self._sources.show(source_rows(event, translation))
        self._facts.show(translation, event)
        self.changed.emit()

    def _neighbour(self, step: int) -> Event | None:
        if self._event is None or self._translation is None:
            return None
        events = self._translation.exhibit.events
        number = [event.id for event in events].index(self._event.id) + step
        return events[number] if 0 <= number < len(events) else None

    def _spoken_title(self, event: Event | None) -> str:
        return self._translation.spoken(event.title) if event and self._translation else ""

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._event is not None

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._event.id if self._event else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return (
            self._translation.text(self._event.title) if self._event and self._translation else ""
        )

    @Property(str, notify=changed)
    def titleMark(self) -> str:
        """The language of the title, e.g. ``LT``, where it is not the visitor's."""
        return (
            self._translation.mark(self._event.title) if self._event and self._translation else ""
        )

    @Property(str, notify=changed)
    def spokenTitle(self) -> str:
        return self._spoken_title(self._event)

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
    def textMark(self) -> str:
        """The language of the text, e.g. ``LT``, where it is not the visitor's."""
        language = self._text_language()
        return language_mark(language) if self._borrowed(language) else ""

    @Property(str, notify=changed)
    def notTranslated(self) -> str:
        """That the text is in another language than the visitor's, and in which; else ""."""
        language, translation = self._text_language(), self._translation
        if translation is None or not self._borrowed(language):
            return ""
        return translation.not_translated(language)

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        """Whether the text is written from right to left."""
        return reads_right_to_left(self._text_language())

    def _text_language(self) -> str:
        """The language that the article is really in, of the summary where there is no article."""
        if self._event is None or self._translation is None:
            return ""
        article = self._article()
        if article is not None:
            return article.language
        languages = self._translation.exhibit.languages
        return self._event.summary.pick(self._translation.language, languages).language

    def _borrowed(self, language: str) -> bool:
        return (
            language != ANY_LANGUAGE
            and self._translation is not None
            and language != self._translation.language
        )

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
        return self._translation.spoken(media[0].alt) if media and self._translation else ""

    @Property(str, notify=changed)
    def heroKind(self) -> str:
        return self.media[0].kind.value if self.media else MediumKind.IMAGE.value

    @Property(str, notify=changed)
    def previousEvent(self) -> str:
        event = self._neighbour(-1)
        return event.id if event else ""

    @Property(str, notify=changed)
    def previousTitle(self) -> str:
        return self._spoken_title(self._neighbour(-1))

    @Property(str, notify=changed)
    def nextEvent(self) -> str:
        event = self._neighbour(1)
        return event.id if event else ""

    @Property(str, notify=changed)
    def nextTitle(self) -> str:
        return self._spoken_title(self._neighbour(1))

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
    def meanwhile(self) -> QAbstractItemModel:
        return self._meanwhile

    @Property(QAbstractItemModel, constant=True)
    def sources(self) -> QAbstractItemModel:
        return self._sources
