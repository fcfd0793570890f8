"""What the kiosk is doing about an edition that is being made."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PreparationView(QObject):
    """One sentence, "" when nothing is under way, and how much of it is done."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._status = ""
        self._done = 0
        self._of = 0

    def say(self, status: str, done: int = 0, of: int = 0) -> None:
        """`of` is 0 where nothing can be counted."""
        if (status, done, of) != (self._status, self._done, self._of):
            self._status, self._done, self._of = status, done, of
            self.changed.emit()

    @Property(str, notify=changed)
    def status(self) -> str:
        return self._status

    @Property(float, notify=changed)
    def share(self) -> float:
        """0…1, or −1 where nothing can be counted."""
        return min(1.0, self._done / self._of) if self._of > 0 else -1.0
