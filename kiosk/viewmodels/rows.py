"""A list model over frozen rows that changes as little as possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

_FIRST_ROLE = Qt.ItemDataRole.UserRole + 1


class Row(Protocol):
    """A frozen dataclass whose `key` names the same thing from one update to the next."""

    @property
    def key(self) -> str: ...


RowType = TypeVar("RowType", bound=Row)


def camel_case(name: str) -> str:
    """``end_unit`` as QML writes it: ``endUnit``."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


class RowModel(QAbstractListModel, Generic[RowType]):
    """Rows of one frozen dataclass; each of its fields is a role in camel case.

    `show` keeps the delegates of rows whose key stays, so QML animates what moves. One that
    `recycles` hands those of rows that go to rows that come in the same places, which takes a
    tenth of the time; it is for what neither animates nor is told apart by anybody.
    """

    def __init__(self, row_type: type[RowType], parent: QObject, *, recycles: bool = False) -> None:
        super().__init__(parent)
        self._recycles = recycles
        self._names = [field.name for field in fields(row_type)]  # type: ignore[arg-type]
        self._roles = {
            _FIRST_ROLE + number: QByteArray(camel_case(name).encode())
            for number, name in enumerate(self._names)
        }
        self._rows: list[RowType] = []

    @property
    def rows(self) -> tuple[RowType, ...]:
        return tuple(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return self._roles

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if not index.isValid() or not 0 <= role - _FIRST_ROLE < len(self._names):
            return None
        value = getattr(self._rows[index.row()], self._names[role - _FIRST_ROLE])
        # QML knows lists, of a tuple it would make an empty one.
        return list(value) if isinstance(value, tuple) else value

    def show(self, rows: Sequence[RowType]) -> None:
        """Replaces the rows, telling views only of what really differs."""
        wanted = {row.key for row in rows}
        recycled = self._recycle(rows, wanted) if self._recycles else set[str]()
        self._remove_all_but(wanted)
        kept = [row.key for row in self._rows]
        present = set(kept)
        if kept != [row.key for row in rows if row.key in present]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        self._insert_missing(rows, present)
        for number, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new or new.key in recycled:
                self._rows[number] = new
                self.dataChanged.emit(self.index(number), self.index(number), [])

    def _recycle(self, rows: Sequence[RowType], wanted: set[str]) -> set[str]:
        """Gives rows that would go the keys of those that come between the same neighbours."""
        given = set()
        present = {row.key for row in self._rows}
        coming = iter(rows)
        new = next(coming, None)
        for number, old in enumerate(self._rows):
            if old.key in wanted:
                while new is not None and new.key != old.key:
                    new = next(coming, None)
                new = next(coming, None)
            elif new is not None and new.key not in present:
                self._rows[number] = replace(old, key=new.key)  # type: ignore[type-var]
                given.add(new.key)
                new = next(coming, None)
        return given

    def _remove_all_but(self, wanted: set[str]) -> None:
        number = len(self._rows)
        while number:
            last = number - 1
            if self._rows[last].key in wanted:
                number = last
                continue
            first = last
            while first and self._rows[first - 1].key not in wanted:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            number = first

    def _insert_missing(self, rows: Sequence[RowType], present: set[str]) -> None:
        number = 0
        while number < len(rows):
            if rows[number].key in present:
                number += 1
                continue
            end = number
            while end < len(rows) and rows[end].key not in present:
                end += 1
            self.beginInsertRows(QModelIndex(), number, end - 1)
            self._rows[number:number] = rows[number:end]
            self.endInsertRows()
            number = end
