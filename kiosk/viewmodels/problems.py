"""What the curator sees beside the exhibit in windowed mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.exhibit.problems import Problem, Severity, by_file, counted
from kiosk.steps import Steps
from kiosk.viewmodels.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_AT_A_TIME = 500


@dataclass(frozen=True)
class ProblemRow:
    """One problem; the `first` of a file stands below its name and how much is wrong in it.

    `line` and `column` count from 1; 0 is the whole file.
    """

    key: str
    file: str
    first: bool
    file_errors: int
    file_warnings: int
    line: int
    column: int
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
        self._errors = 0
        self._status = ""

    def showing(self, problems: Sequence[Problem]) -> Steps[None]:
        """Makes the rows in steps and shows them all at once."""
        rows: list[ProblemRow] = []
        for file, found in by_file(problems).items():
            errors, warnings = counted(found)
            for number, problem in enumerate(found):
                if len(rows) % _AT_A_TIME == 0:
                    yield
                rows.append(
                    ProblemRow(
                        f"{problem.place} {problem.code} {problem.message} {problem.hint}",
                        file,
                        number == 0,
                        errors,
                        warnings,
                        problem.line,
                        problem.column,
                        problem.severity is Severity.ERROR,
                        problem.message,
                        problem.hint,
                    )
                )
        yield
        self._rows.show(rows)
        self._errors = sum(row.error for row in rows)
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
        return self._errors

    @Property(int, notify=changed)
    def warnings(self) -> int:
        return self._rows.rowCount() - self._errors

    @Property(bool, notify=changed)
    def worthShowing(self) -> bool:
        return bool(self._rows.rowCount() or self._status)

    @Property(str, notify=changed)
    def status(self) -> str:
        return self._status
