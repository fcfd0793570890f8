"""The medium that fills the screen, and what is heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.media.captions import Cue
from kiosk.exhibit.model import ANY_LANGUAGE, Medium, MediumKind
from kiosk.exhibit.taking_home import shortened
from kiosk.station.decoding import PEAKS, STILLS, STILLS_ACROSS, MediaFacts
from kiosk.viewmodels.exploring import ExploringView
from kiosk.viewmodels.texts import language_mark
from kiosk.viewmodels.translation import NOWHERE, Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ViewerView(QObject):
    """Steps through the media of one article. `source` is what plays, `picture` its still."""

    changed = Signal()
    playing = Signal(float)
    """Media really moves on; seconds left in its first pass."""
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translation: Translation | None = None
        self._media: tuple[Medium, ...] = ()
        self._number = -1
        self._exploring = ExploringView(self)

    def show(self, translation: Translation, media: tuple[Medium, ...]) -> None:
        """The same place in the same article, in another language or edition."""
        self._translation = translation
        if self._number >= 0:
            self._media = media
            self._number = min(self._number, len(media) - 1)
        self._exploring.show(translation, self._medium, same=True)
        self.changed.emit()

    def step_into(self, media: tuple[Medium, ...], number: int) -> None:
        """Opens the medium of that number; one that is not there changes nothing."""
        if 0 <= number < len(media):
            self._media, self._number = media, number
            self._turn()

    def back(self) -> None:
        """Closes the note that is open in the picture, else the picture."""
        if self._exploring.topic:
            self._exploring.close()
        else:
            self.close()

    def _turn(self) -> None:
        """Another medium is open, or none."""
        self._exploring.show(self._translation, self._medium, same=False)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        if self._number >= 0:
            self._number = -1
            self._media = ()
            self.stopped.emit()
            self._turn()

    @Slot(int)
    def step(self, by: int) -> None:
        """The next (+1) or previous (−1) medium, staying inside the article."""
        number = self._number + by
        if self._number >= 0 and 0 <= number < len(self._media):
            self._number = number
            self.stopped.emit()
            self._turn()

    @Slot(float)
    def progress(self, seconds_left: float) -> None:
        """QML says that the medium moves on."""
        self.playing.emit(seconds_left)

    @Slot()
    def halt(self) -> None:
        """QML says that it paused, ended, stalled or failed."""
        self.stopped.emit()

    @property
    def _medium(self) -> Medium | None:
        return self._media[self._number] if 0 <= self._number < len(self._media) else None

    @property
    def _facts(self) -> MediaFacts | None:
        if self._medium is None or self._translation is None:
            return None
        return self._translation.edition.facts(self._translation.file(self._medium))

    def _made(self, name: str) -> QUrl:
        """What was made of the medium's own file under that name when it was stored."""
        if self._medium is None or self._translation is None:
            return NOWHERE
        path = self._translation.edition.preview(self._translation.file(self._medium), name)
        return QUrl.fromLocalFile(str(path)) if path else NOWHERE

    def _cues_language(self, by_language: Mapping[str, Sequence[Cue]]) -> str:
        """The language in which a film or sound is written down for this visitor, "" if in none."""
        if self._translation is None:
            return ""
        languages = (self._translation.language, *self._translation.exhibit.languages)
        return next((code for code in languages if by_language.get(code)), "")

    def _cues(self, by_language: Mapping[str, Sequence[Cue]]) -> list[dict[str, object]]:
        cues = by_language.get(self._cues_language(by_language), ())
        return [{"start": c.start_ms, "end": c.end_ms, "text": c.text} for c in cues]

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._medium is not None

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._medium.kind.value if self._medium else ""

    @Property(QUrl, notify=changed)
    def source(self) -> QUrl:
        medium = self._medium
        if medium is None or self._translation is None or medium.kind is MediumKind.IMAGE:
            return NOWHERE
        return self._translation.url(self._translation.file(medium))

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        """The still; a sound without one borrows the first picture of its article."""
        medium, translation = self._medium, self._translation
        if medium is None or translation is None:
            return NOWHERE
        still = translation.preview(medium, "screen")
        if medium.kind is MediumKind.AUDIO and still == NOWHERE:
            stills = (translation.preview(other, "screen") for other in self._media)
            return next((url for url in stills if url != NOWHERE), NOWHERE)
        return still

    @Property(bool, notify=changed)
    def missing(self) -> bool:
        """There is nothing to show or play: the file is missing or cannot be decoded."""
        if self._medium is None:
            return False
        image = self._medium.kind is MediumKind.IMAGE
        return (self.picture if image else self.source) == NOWHERE

    @Property(float, notify=changed)
    def ratio(self) -> float:
        """Width by height of the picture or film, 16:9 where it is not known."""
        return _shape(self._facts)

    @Property(str, notify=changed)
    def alt(self) -> str:
        medium = self._medium
        return self._translation.spoken(medium.alt) if medium and self._translation else ""

    @Property(str, notify=changed)
    def caption(self) -> str:
        return self._text("caption")

    @Property(str, notify=changed)
    def captionMark(self) -> str:
        """The language of the caption, e.g. ``LT``, where it is not the visitor's."""
        medium = self._medium
        return self._translation.mark(medium.caption) if medium and self._translation else ""

    @Property(str, notify=changed)
    def credit(self) -> str:
        """Who made it, and the name of its licence."""
        if self._medium is None or self._translation is None:
            return ""
        return self._translation.credit(self._medium)

    @Property(str, notify=changed)
    def origin(self) -> str:
        """Where it was taken from: an archive's reference or an address, which nothing opens."""
        return shortened(self._medium.source) if self._medium else ""

    @Property(bool, notify=changed)
    def loops(self) -> bool:
        return self._medium is not None and self._medium.loop

    @Property(str, notify=changed)
    def cuesMark(self) -> str:
        """The language of captions or transcript, e.g. ``LT``, where it is not the visitor's."""
        if self._medium is None or self._translation is None:
            return ""
        language = self._cues_language(self._medium.captions or self._medium.transcript)
        return "" if language == self._translation.language else language_mark(language)

    @Property(list, notify=changed)
    def captions(self) -> list[dict[str, object]]:
        """What is said in a film: start and end in milliseconds, text."""
        return self._cues(self._medium.captions) if self._medium else []

    @Property(list, notify=changed)
    def transcript(self) -> list[dict[str, object]]:
        """What is said in a sound, in the same form."""
        return self._cues(self._medium.transcript) if self._medium else []

    @Property(ExploringView, constant=True)
    def exploring(self) -> ExploringView:
        return self._exploring

    @Property(QUrl, notify=changed)
    def signSource(self) -> QUrl:
        """The film that interprets this one in sign language; empty where there is none."""
        medium, translation = self._medium, self._translation
        if medium is None or translation is None or medium.sign_language is None:
            return NOWHERE
        return translation.url(medium.sign_language)

    @Property(float, notify=changed)
    def signRatio(self) -> float:
        """Width by height of the film in sign language."""
        medium, translation = self._medium, self._translation
        if medium is None or translation is None or medium.sign_language is None:
            return _shape(None)
        return _shape(translation.edition.facts(medium.sign_language))

    @Property(QUrl, notify=changed)
    def description(self) -> QUrl:
        """The film's sound with a voice that describes, in the visitor's language or nowhere."""
        medium, translation = self._medium, self._translation
        if medium is None or translation is None:
            return NOWHERE
        by_language = medium.audio_description
        file = by_language.get(translation.language) or by_language.get(ANY_LANGUAGE)
        return translation.url(file) if file else NOWHERE

    @Property(QUrl, notify=changed)
    def stills(self) -> QUrl:
        """One picture with `stillsCount` small ones from all along a film, row by row."""
        return self._made(STILLS)

    @Property(int, notify=changed)
    def stillsCount(self) -> int:
        facts = self._facts
        return facts.stills if facts is not None and self.stills != NOWHERE else 0

    @Property(int, constant=True)
    def stillsAcross(self) -> int:
        return STILLS_ACROSS

    @Property(list, notify=changed)
    def peaks(self) -> list[int]:
        """How loud a sound is along its way, 0 … 255; empty where that is not known."""
        path = self._made(PEAKS).toLocalFile()
        try:
            return list(Path(path).read_bytes()) if path else []
        except OSError:
            return []

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._number

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._media)

    def _text(self, name: str) -> str:
        if self._medium is None or self._translation is None:
            return ""
        return self._translation.text(getattr(self._medium, name))


def _shape(facts: MediaFacts | None) -> float:
    if facts is None or not facts.width or not facts.height:
        return 16 / 9
    return facts.width / facts.height
