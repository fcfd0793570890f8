"""What the curator sees beside the exhibit in windowed mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.exhibit.problems import Problem, Severity, in_reading_order
from kiosk.viewmodels.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class ProblemRow:
    key: str
    place: str
    error: bool
    message: str
    hint: str


@QmlElement
class ProblemsView(QObject):
    """Every problem of the content folder as it is now, and what the kiosk is doing about it."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: RowModel[ProblemRow] = RowModel(ProblemRow, self)
        self._status = ""

    def show(self, problems: Sequence[Problem]) -> None:
        self._rows.show(
            [
                ProblemRow(
                    f"{number} {problem.place} {problem.code}",
                    problem.place,
                    problem.severity is Severity.ERROR,
                    problem.message,
                    problem.hint,
                )
                for number, problem in enumerate(in_reading_order(problems))
            ]
        )
        self.changed.emit()

    def say(self, status: str) -> None:
        """One sentence on what is going on, "" when all is done."""
        if status != self._status:
            self._status = status
            self.changed.emit()

    @Property(QAbstractItemModel, constant=True)
    def rows(self) -> QAbstractItemModel:
        return self._rows

    @Property(int, notify=changed)
    def errors(self) -> int:
        return sum(row.error for row in self._rows.rows)

    @Property(int, notify=changed)
    def warnings(self) -> int:
        return sum(not row.error for row in self._rows.rows)

    @Property(bool, notify=changed)
    def worthShowing(self) -> bool:
        return bool(self._rows.rows or self._status)

    @Property(str, notify=changed)
    def status(self) -> str:
        return self._status
