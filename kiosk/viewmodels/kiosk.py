"""The root of what QML sees: who is visiting, in which language, and every part of the exhibit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.problems import Problem
from kiosk.station.edition import Edition
from kiosk.steps import Steps, at_once
from kiosk.viewmodels.article import ArticleView
from kiosk.viewmodels.offer import Offer
from kiosk.viewmodels.placement import Prepared
from kiosk.viewmodels.preparation import PreparationView
from kiosk.viewmodels.problems import ProblemsView
from kiosk.viewmodels.texts import interface_texts, language_name, reads_right_to_left
from kiosk.viewmodels.timeline import TimelineView
from kiosk.viewmodels.translation import Translation
from kiosk.viewmodels.typefaces import Typefaces
from kiosk.viewmodels.viewer import ViewerView
from kiosk.visit import Patience, Phase, Visit

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_TICK_MS = 200
_TEXT_STEPS = 3
_STILLS = 6


@dataclass(frozen=True)
class Station:
    """What the command line decided and no visitor can change.

    `language` and `idle` are None where the exhibit decides; `diagonal` is in inches.
    """

    windowed: bool
    painted: bool
    language: str | None = None
    idle: float | None = None
    diagonal: float | None = None


@QmlElement
class KioskView(QObject):
    """Translates between the visit, the edition on show and QML."""

    phaseChanged = Signal()
    languageChanged = Signal()
    editionChanged = Signal()
    textStepChanged = Signal()
    keyboardChanged = Signal()
    takingOver = Signal(str)
    """The id of the edition that is going to be shown from now on."""
    visitEnded = Signal()
    """Everything the visitor changed goes back: zoom, sound, filters."""

    def __init__(self, station: Station, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._visit = Visit(self._patience(None), clock)
        self._edition: Edition | None = None
        self._offer: Offer | None = None
        self._waiting: Offer | None = None
        self._translation: Translation | None = None
        self._language = station.language or "en"
        self._said: list[object] = []
        self._text_step = 0
        self._keyboard = False
        self._preparation = PreparationView(self)
        self._phase = Phase.ATTRACT
        self._seconds_left = 0
        self._timeline = TimelineView(self)
        self._article = ArticleView(self)
        self._viewer = ViewerView(self)
        self._problems = ProblemsView(self)
        self._typefaces = Typefaces(self)
        self._article.opened.connect(self._visit.article_opened)
        self._article.closed.connect(self._visit.article_closed)
        self._viewer.playing.connect(self._visit.media_playing)
        self._viewer.stopped.connect(self._visit.media_stopped)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def preparing(self, edition: Edition) -> Steps[Offer]:
        """Makes everything ready for an edition, in steps, so that showing it takes a moment."""
        day = date.today()
        exhibit = edition.exhibit.on(day)
        shown = edition if exhibit is edition.exhibit else replace(edition, exhibit=exhibit)
        return Offer(edition, shown, day, (yield from self._timeline.preparing(exhibit)))

    def receive(self, offer: Offer) -> None:
        """A new edition: shown at once in a window, on the floor when nobody is visiting."""
        if self._station.windowed or self._visit.phase is Phase.ATTRACT:
            self._take_over(offer)
        else:
            self._waiting = offer

    def reporting(self, problems: Sequence[Problem]) -> Steps[None]:
        """Shows the problems of the content folder as it is now, in the order given."""
        yield from self._problems.showing(problems)

    def prepare(self, status: str, done: int = 0, of: int = 0) -> None:
        """One sentence on the edition that is being made, "" when there is none; how far it is."""
        self._problems.say(status)
        self._preparation.say(status, done, of)

    def touched(self) -> None:
        """A finger or the mouse did something."""
        self._used_keyboard(False)
        self.activity()

    def typed(self) -> None:
        """A key was pressed, so the focus must be visible."""
        self._used_keyboard(True)
        self.activity()

    @Slot()
    def activity(self) -> None:
        self._visit.activity()
        self._follow_visit()

    @Slot(str)
    def begin(self, language: str) -> None:
        """Someone touched the attract screen, perhaps on a language's own button."""
        if self._edition is None:
            return
        self._visit.begin()
        if language:
            self.speak(language)
        self._timer.start()
        self._follow_visit()

    @Slot()
    def startOver(self) -> None:
        """The visitor leaves on purpose."""
        self._visit.end()
        self._end_visit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Shows everything in another of the exhibit's languages, where one is."""
        if self._edition is None or language not in self._edition.exhibit.languages:
            return
        self.activity()
        if language != self._language:
            self._language = language
            self._translate()

    @Slot()
    def nextTextStep(self) -> None:
        """The next larger text, and from the largest back to the first."""
        self.activity()
        self._set_text_step((self._text_step + 1) % _TEXT_STEPS)

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        self.activity()
        self._viewer.close()
        self._article.open(event_id)

    @Slot(int)
    def openMedium(self, number: int) -> None:
        self.activity()
        self._viewer.step_into(self._article.media, number)

    @Slot(result=bool)
    def goBack(self) -> bool:
        """One level back: viewer, article, timeline, attract screen. False at the outermost."""
        self.activity()
        if self._viewer.isOpen:
            self._viewer.back()
        elif self._article.isOpen:
            self._article.close()
        elif self._phase is not Phase.ATTRACT:
            self.startOver()
        else:
            return False
        return True

    def _take_over(self, offer: Offer) -> None:
        self.takingOver.emit(offer.whole.id)
        first = self._edition is None
        self._offer, self._waiting = offer, None
        edition = self._edition = offer.shown
        self._visit.patience = self._patience(edition)
        self._typefaces.show(edition)
        languages = edition.exhibit.languages
        if first or self._language not in languages:
            self._language = self._home_language()
        self._translate(offer.timeline)
        self.editionChanged.emit()

    def _translate(self, prepared: Prepared | None = None) -> None:
        assert self._edition is not None
        self._translation = Translation(self._edition, self._language)
        self._timeline.show(self._translation, prepared)
        self._article.show(self._translation)
        self._viewer.show(self._translation, self._article.media)
        said: list[object] = [self.language, self.texts, self.languages, self.attractPictures]
        said += [self.title, self.subtitle]
        if said != self._said:
            self._said = said
            self.languageChanged.emit()

    def _tick(self) -> None:
        if self._visit.tick():
            self._end_visit()
        else:
            self._follow_visit()

    def _follow_visit(self) -> None:
        phase, seconds = self._visit.phase, ceil(self._visit.seconds_left)
        if (phase, seconds) != (self._phase, self._seconds_left):
            self._phase, self._seconds_left = phase, seconds
            self.phaseChanged.emit()

    def _end_visit(self) -> None:
        self._timer.stop()
        self._viewer.close()
        self._article.forget()
        self._timeline.forget()
        self._set_text_step(0)
        self._used_keyboard(False)
        self.visitEnded.emit()
        latest = self._waiting or self._offer
        if latest is not None and latest.day != date.today():
            latest = at_once(self.preparing(latest.whole))
        if latest is not None and latest is not self._offer:
            self._take_over(latest)
        if self._edition is not None and self._language != self._home_language():
            self._language = self._home_language()
            self._translate()
        self._follow_visit()

    def _patience(self, edition: Edition | None) -> Patience:
        if self._station.idle is not None:
            return Patience.rehearsal(self._station.idle)
        if edition is None:
            return Patience.on_the_floor(60, 80)
        idle = edition.exhibit.idle
        return Patience.on_the_floor(idle.warn_after, idle.reset_after)

    def _home_language(self) -> str:
        assert self._edition is not None
        languages = self._edition.exhibit.languages
        own = self._station.language
        return own if own in languages else languages[0]

    def _set_text_step(self, step: int) -> None:
        if step != self._text_step:
            self._text_step = step
            self.textStepChanged.emit()

    def _used_keyboard(self, used: bool) -> None:
        if used != self._keyboard:
            self._keyboard = used
            self.keyboardChanged.emit()

    def wording(self, name: str) -> str:
        """One text of the interface in the visitor's language."""
        return self._interface(self._language)[name]

    def _interface(self, language: str) -> dict[str, str]:
        own = self._edition.exhibit.strings if self._edition else {}
        return interface_texts(language, own.get(language, {}))

    @Property(TimelineView, constant=True)
    def timeline(self) -> TimelineView:
        return self._timeline

    @Property(ArticleView, constant=True)
    def article(self) -> ArticleView:
        return self._article

    @Property(ViewerView, constant=True)
    def viewer(self) -> ViewerView:
        return self._viewer

    @Property(ProblemsView, constant=True)
    def problems(self) -> ProblemsView:
        return self._problems

    @Property(Typefaces, constant=True)
    def typefaces(self) -> Typefaces:
        return self._typefaces

    @Property(bool, constant=True)
    def windowed(self) -> bool:
        return self._station.windowed

    @Property(bool, constant=True)
    def painted(self) -> bool:
        """Film must be painted, and nothing may depend on shaders."""
        return self._station.painted

    @Property(float, constant=True)
    def diagonal(self) -> float:
        """The screen's diagonal in inches as the technician gave it, else 0."""
        return self._station.diagonal or 0.0

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        return self._phase.value

    @Property(int, notify=phaseChanged)
    def secondsLeft(self) -> int:
        return self._seconds_left

    @property
    def edition(self) -> str:
        """The id of the edition that is shown, "" for none."""
        return self._edition.id if self._edition else ""

    @Property(bool, notify=editionChanged)
    def ready(self) -> bool:
        """There is an edition to show."""
        return self._edition is not None

    @Property(PreparationView, constant=True)
    def preparation(self) -> PreparationView:
        return self._preparation

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language

    @Property(bool, notify=languageChanged)
    def rightToLeft(self) -> bool:
        return reads_right_to_left(self._language)

    @Property(dict, notify=languageChanged)
    def texts(self) -> dict[str, str]:
        """The words of the interface in the visitor's language."""
        return self._interface(self._language)

    @Property(list, notify=languageChanged)
    def languages(self) -> list[dict[str, str]]:
        """The exhibit's languages in its order: code, name and invitation."""
        if self._edition is None:
            return []
        exhibit = self._edition.exhibit
        prompts = exhibit.attract.prompt.root
        return [
            {
                "code": code,
                "name": language_name(code),
                "prompt": prompts.get(code)
                or prompts.get("")
                or self._interface(code)["touch_to_begin"],
            }
            for code in exhibit.languages
        ]

    @Property(str, notify=languageChanged)
    def title(self) -> str:
        return self._translation.text(self._translation.exhibit.title) if self._translation else ""

    @Property(str, notify=languageChanged)
    def subtitle(self) -> str:
        translation = self._translation
        return translation.text(translation.exhibit.subtitle) if translation else ""

    @Property(list, notify=languageChanged)
    def attractPictures(self) -> list[QUrl]:
        """Stills for the attract screen, or those of the most important events."""
        return self._translation.stills(_STILLS) if self._translation else []

    @Property(str, notify=editionChanged)
    def ground(self) -> str:
        appearance = self._edition.exhibit.appearance if self._edition else None
        return (appearance.background if appearance else None) or ""

    @Property(str, notify=editionChanged)
    def accent(self) -> str:
        appearance = self._edition.exhibit.appearance if self._edition else None
        return (appearance.accent if appearance else None) or ""

    @Property(int, notify=textStepChanged)
    def textStep(self) -> int:
        return self._text_step

    @Property(bool, notify=keyboardChanged)
    def keyboardUsed(self) -> bool:
        return self._keyboard
