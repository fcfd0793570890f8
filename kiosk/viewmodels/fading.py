"""Rows that leave before one's eyes, instead of being gone from one frame to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from kiosk.viewmodels.rows import Row, RowModel

LEAVING = 0.3
"""Seconds that QML has for it."""


class FadingRow(Row, Protocol):
    """`leaving` rows are no longer there for hands and keys."""

    @property
    def leaving(self) -> bool: ...


RowType = TypeVar("RowType", bound=FadingRow)


class Fading(QObject, Generic[RowType]):
    """Shows rows in a model and keeps those that leave for a while beside their neighbours."""

    def __init__(self, model: RowModel[RowType], parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._since: dict[str, float] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._clear)

    @property
    def staying(self) -> list[RowType]:
        return [row for row in self._model.rows if not row.leaving]

    def show(self, rows: Sequence[RowType], leave: Callable[[RowType], RowType | None]) -> None:
        """`leave` says how a row looks while it leaves; None takes it away at once."""
        now = monotonic()
        wanted = {row.key for row in rows}
        after: dict[str, list[RowType]] = {}
        since: dict[str, float] = {}
        before = ""
        for row in self._model.rows:
            if row.key in wanted:
                before = row.key
                continue
            began = self._since.get(row.key, now)
            left = row if row.leaving else leave(row)
            if left is not None and now - began < LEAVING:
                since[row.key] = began
                after.setdefault(before, []).append(left)
        shown = after.get("", [])
        for row in rows:
            shown.append(row)
            shown += after.get(row.key, ())
        self._since = since
        self._model.show(shown)
        self._wait()

    def _clear(self) -> None:
        now = monotonic()
        over = {key for key, began in self._since.items() if now - began >= LEAVING}
        self._since = {key: began for key, began in self._since.items() if key not in over}
        self._model.show([row for row in self._model.rows if row.key not in over])
        self._wait()

    def _wait(self) -> None:
        if self._since:
            rest = LEAVING - (monotonic() - min(self._since.values()))
            self._timer.start(max(1, int(rest * 1000) + 1))
