"""The events of a cluster that no zoom can spread out, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractItemModel,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dates.edtf import Precision
from kiosk.exhibit.model import Event
from kiosk.viewmodels.rows import camel_case
from kiosk.viewmodels.stretches import stretch_words
from kiosk.viewmodels.translation import Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_MOMENTS = (Precision.HOUR, Precision.MINUTE)

_MINUTE = 1 / 1440
_FIRST_ROLE = Qt.ItemDataRole.UserRole + 1
_NAMES = ("key", "title", "title_mark", "spoken", "when", "picture")


class _Rows(QAbstractListModel):
    """Says of an event only what is asked for, because a cluster may have thousands."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.events: Sequence[Event] = ()
        self._translation: Translation | None = None

    def show(self, events: Sequence[Event], translation: Translation | None) -> None:
        same = [event.id for event in events] == [event.id for event in self.events]
        if not same:
            self.beginResetModel()
        self.events, self._translation = events, translation
        if not same:
            self.endResetModel()
        elif events:
            self.dataChanged.emit(self.index(0), self.index(len(events) - 1), [])

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + at: QByteArray(camel_case(n).encode()) for at, n in enumerate(_NAMES)}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.events)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        translation = self._translation
        if not index.isValid() or translation is None or index.row() >= len(self.events):
            return None
        event, name = self.events[index.row()], role - _FIRST_ROLE
        match _NAMES[name] if 0 <= name < len(_NAMES) else "":
            case "key":
                return event.id
            case "title":
                return translation.text(event.title)
            case "title_mark":
                return translation.mark(event.title)
            case "spoken":
                return translation.spoken(event.title)
            case "when":
                return translation.when(event)
            case "picture":
                return translation.picture(event, "card")
        return None


@QmlElement
class ClusterList(QObject):
    """Empty while no cluster is listed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._translation: Translation | None = None

    def take(self, events: Sequence[Event]) -> None:
        """Lists these, which are in order of their dates."""
        self._rows.show(events, self._translation)
        self.changed.emit()

    def show(self, translation: Translation) -> None:
        """Takes over a language or an edition; events that are no longer there are let go."""
        self._translation = translation
        found = (translation.event(event.id) for event in self._rows.events)
        self.take([event for event in found if event is not None])

    @Property(QAbstractItemModel, constant=True)
    def rows(self) -> QAbstractItemModel:
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._rows.events)

    @Property(str, notify=changed)
    def when(self) -> str:
        """The day or the stretch of time that all of it is in."""
        events = self._rows.events
        if not events or self._translation is None:
            return ""
        first, last = events[0].date, max((event.date for event in events), key=lambda d: d.end)
        if all(event.date == first for event in events):
            return self._translation.when(events[0])
        moments = any(event.date.precision in _MOMENTS for event in events)
        # A minute ends where the next begins, but nobody says so.
        end = last.end - _MINUTE if last.precision in _MOMENTS else last.end
        return stretch_words(first.start, end, self._translation.language, moments)
