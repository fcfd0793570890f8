"""The themes that a visitor filters by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QAbstractItemModel, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Event, Theme
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.translation import NOWHERE, Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class ThemeRow:
    """A theme that `count` events have. `sign` is one of our icons, `file` one of the exhibit's."""

    key: str
    title: str
    sign: str
    file: QUrl
    count: int
    chosen: bool


@QmlElement
class ThemesView(QObject):
    """Events with any of the chosen themes are shown, all of them while none is chosen."""

    changed = Signal()
    """Other themes are chosen."""
    rowsChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: RowModel[ThemeRow] = RowModel(ThemeRow, self)
        self._translation: Translation | None = None
        self._chosen: frozenset[str] = frozenset()
        self._counts: Counter[str] = Counter()

    def show(self, translation: Translation) -> None:
        """Takes over an edition or a language; themes that are no longer there are let go."""
        before = self._translation
        self._translation = translation
        if before is None or before.edition is not translation.edition:
            exhibit = translation.exhibit
            self._counts = Counter(theme for event in exhibit.events for theme in event.themes)
            self._chosen &= {theme.id for theme in exhibit.themes}
        self._refresh()

    def members(self, events: Sequence[Event]) -> list[int] | None:
        """Which of `events` are shown, None if all are."""
        if not self._chosen:
            return None
        return [at for at, event in enumerate(events) if not self._chosen.isdisjoint(event.themes)]

    @Slot(str)
    def toggle(self, theme: str) -> None:
        """Chooses a theme, or lets it go."""
        self._choose(self._chosen ^ {theme})

    @Slot()
    def clear(self) -> None:
        """Shows all events."""
        self._choose(frozenset())

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._refresh()
            self.changed.emit()

    def _refresh(self) -> None:
        translation = self._translation
        if translation is not None:
            themes = translation.exhibit.themes
            rows = tuple(self._row(theme, translation) for theme in themes)
            if rows != self._rows.rows:
                self._rows.show(rows)
                self.rowsChanged.emit()

    def _row(self, theme: Theme, translation: Translation) -> ThemeRow:
        icon = theme.icon or ""
        own = "." in icon
        return ThemeRow(
            key=theme.id,
            title=translation.text(theme.title),
            sign="" if own else icon,
            file=translation.url(icon) if own else NOWHERE,
            count=self._counts[theme.id],
            chosen=theme.id in self._chosen,
        )

    @Property(QAbstractItemModel, constant=True)
    def rows(self) -> QAbstractItemModel:
        return self._rows

    @Property(int, notify=rowsChanged)
    def count(self) -> int:
        """How many themes there are to choose from."""
        return self._rows.rowCount()

    @Property(str, notify=rowsChanged)
    def chosenWords(self) -> str:
        """The titles of the chosen themes, "" while none is."""
        return " · ".join(row.title for row in self._rows.rows if row.chosen)
