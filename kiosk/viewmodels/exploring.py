"""What there is to find in the picture that fills the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Hotspot, Medium, Region
from kiosk.viewmodels.translation import NOWHERE, Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

Topic = Literal["", "hotspots", "story"]


@QmlElement
class ExploringView(QObject):
    """The hotspots, the zoom story and the second picture of one picture.

    One note at most is open: that of a hotspot, or of a part of the story. Places are shares of
    the picture's width and height, from its upper left corner.
    """

    changed = Signal()
    """Another picture, language or edition."""
    noteChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translation: Translation | None = None
        self._medium: Medium | None = None
        self._topic: Topic = ""
        self._number = 0

    def show(self, translation: Translation | None, medium: Medium | None, *, same: bool) -> None:
        """What to explore; an open note stays if it is the `same` picture and still there."""
        self._translation, self._medium = translation, medium
        if not same or self._number >= len(self._notes):
            self._topic, self._number = "", 0
        self.changed.emit()
        self.noteChanged.emit()

    @property
    def _notes(self) -> Sequence[Hotspot | Region]:
        if self._medium is None or self._topic == "":
            return ()
        return self._medium.hotspots if self._topic == "hotspots" else self._medium.zoom_story

    @property
    def _note(self) -> Hotspot | Region | None:
        return self._notes[self._number] if self._number < len(self._notes) else None

    @Slot(int)
    def touchHotspot(self, number: int) -> None:
        """Opens the hotspot's note, or closes it if it is open."""
        if self._topic == "hotspots" and self._number == number:
            self.close()
        elif self._medium is not None and 0 <= number < len(self._medium.hotspots):
            self._open("hotspots", number)

    @Slot()
    def tell(self) -> None:
        """Begins the zoom story."""
        if self.hasStory:
            self._open("story", 0)

    @Slot(int)
    def step(self, by: int) -> None:
        """The next (+1) or previous (−1) note of the same kind; beyond the last it closes."""
        number = self._number + by
        if 0 <= number < len(self._notes):
            self._open(self._topic, number)
        elif number > 0:
            self.close()

    @Slot()
    def close(self) -> None:
        if self._topic:
            self._topic, self._number = "", 0
            self.noteChanged.emit()

    def _open(self, topic: Topic, number: int) -> None:
        self._topic, self._number = topic, number
        self.noteChanged.emit()

    @Property(list, notify=changed)
    def hotspots(self) -> list[dict[str, object]]:
        """The points to touch: `x`, `y` and `title`."""
        if self._medium is None or self._translation is None:
            return []
        spoken = self._translation.spoken
        return [
            {"x": spot.x, "y": spot.y, "title": spoken(spot.title)}
            for spot in self._medium.hotspots
        ]

    @Property(bool, notify=changed)
    def hasStory(self) -> bool:
        return self._medium is not None and bool(self._medium.zoom_story)

    @Property(QUrl, notify=changed)
    def second(self) -> QUrl:
        """The picture to compare with; empty where there is none."""
        medium, translation = self._medium, self._translation
        if medium is None or medium.compare is None or translation is None:
            return NOWHERE
        file = translation.text(medium.compare.file)
        path = translation.edition.preview(file, "screen")
        return QUrl.fromLocalFile(str(path)) if path else NOWHERE

    @Property(str, notify=changed)
    def before(self) -> str:
        """What the first picture shows."""
        compared = self._medium.compare if self._medium else None
        return self._translation.text(compared.before) if compared and self._translation else ""

    @Property(str, notify=changed)
    def after(self) -> str:
        """What the second picture shows."""
        compared = self._medium.compare if self._medium else None
        return self._translation.text(compared.after) if compared and self._translation else ""

    @Property(str, notify=noteChanged)
    def topic(self) -> str:
        """``hotspots`` or ``story`` while a note is open, else ""."""
        return self._topic

    @Property(int, notify=noteChanged)
    def number(self) -> int:
        """Which note is open, from 0; −1 if none is."""
        return self._number if self._topic else -1

    @Property(int, notify=noteChanged)
    def count(self) -> int:
        """How many notes there are of the kind that is open."""
        return len(self._notes)

    @Property(str, notify=noteChanged)
    def title(self) -> str:
        note = self._note
        return self._translation.text(note.title) if note and self._translation else ""

    @Property(str, notify=noteChanged)
    def text(self) -> str:
        note = self._note
        return self._translation.text(note.text) if note and self._translation else ""

    @Property(str, notify=noteChanged)
    def mark(self) -> str:
        """The language of the note, e.g. ``LT``, where it is not the visitor's."""
        note = self._note
        if note is None or self._translation is None:
            return ""
        return self._translation.mark(note.title if note.title.root else note.text)

    @Property(QRectF, notify=noteChanged)
    def region(self) -> QRectF:
        """The part of the picture that the story comes close to; empty for a hotspot."""
        note = self._note
        if not isinstance(note, Region):
            return QRectF()
        return QRectF(note.x, note.y, note.width, note.height)

    @Property(QPointF, notify=noteChanged)
    def point(self) -> QPointF:
        """Where the open hotspot is."""
        note = self._note
        return QPointF(note.x, note.y) if note else QPointF()
