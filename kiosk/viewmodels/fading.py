"""Rows that come and leave before one's eyes, instead of from one frame to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from kiosk.viewmodels.rows import Row, RowModel

LEAVING = 0.3
"""Seconds that QML has for it."""

TURN_MS = 10
"""How long those that come later wait: a frame may come between, and no more than one."""


class FadingRow(Row, Protocol):
    """`leaving` rows are no longer there for hands and keys."""

    @property
    def leaving(self) -> bool: ...


RowType = TypeVar("RowType", bound=FadingRow)


class Fading(QObject, Generic[RowType]):
    """Shows rows in a model and keeps those that leave for a while beside their neighbours.

    Making delegates takes time, so of many that come at once `at_once` are shown first, and as
    many more in each turn; where nothing of what was shown stays, all are.
    """

    def __init__(self, model: RowModel[RowType], parent: QObject, at_once: int) -> None:
        super().__init__(parent)
        self._model = model
        self._at_once = at_once
        self._rows: Sequence[RowType] = ()
        self._since: dict[str, float] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._clear)
        self._turn = QTimer(self, singleShot=True, interval=TURN_MS)
        self._turn.timeout.connect(self._admit)

    @property
    def staying(self) -> Sequence[RowType]:
        """The rows that were shown last, whether they have come yet or not."""
        return self._rows

    def show(self, rows: Sequence[RowType], leave: Callable[[RowType], RowType | None]) -> None:
        """`leave` says how a row looks while it leaves; None takes it away at once."""
        now = monotonic()
        self._rows = rows
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
        for row in self._admitted():
            shown.append(row)
            shown += after.get(row.key, ())
        self._since = since
        self._model.show(shown)
        self._wait()

    def _admitted(self) -> list[RowType]:
        """Those that are there already and the first that are not; the rest has to wait."""
        there = {row.key for row in self._model.rows}
        coming = [row.key for row in self._rows if row.key not in there]
        if len(coming) == len(self._rows):
            return list(self._rows)
        waiting = set(coming[self._at_once :])
        if waiting:
            self._turn.start()
        else:
            self._turn.stop()
        return [row for row in self._rows if row.key not in waiting]

    def _admit(self) -> None:
        self.show(self._rows, lambda row: row)

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
