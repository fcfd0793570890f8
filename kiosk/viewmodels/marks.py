"""What stands on the timeline for events: cards, and the dots and clusters on the axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeGuard

from PySide6.QtCore import QObject

from kiosk.exhibit.model import Event
from kiosk.timeline.items import Cluster, Item, Placed
from kiosk.timeline.kinship import Chip, Kinship
from kiosk.viewmodels.fading import Fading
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.timeline_rows import CardRow, DotRow, card_row, dot_row
from kiosk.viewmodels.translation import Translation


class Marks:
    """Makes rows of items. What was in view and is no longer there leaves before one's eyes."""

    def __init__(self, parent: QObject) -> None:
        self.cards: RowModel[CardRow] = RowModel(CardRow, parent)
        self.dots: RowModel[DotRow] = RowModel(DotRow, parent)
        self._fading_cards: Fading[CardRow] = Fading(self.cards, parent, at_once=1)
        self._fading_dots: Fading[DotRow] = Fading(self.dots, parent, at_once=3)
        self._kinship = Kinship()
        self._clusters: dict[str, Cluster] = {}
        self._made: dict[Placed, CardRow] = {}

    @property
    def staying_dots(self) -> Sequence[DotRow]:
        return self._fading_dots.staying

    def cluster(self, key: str) -> Cluster | None:
        return self._clusters.get(key)

    def renew(self, events_differ: bool) -> None:
        """Makes all rows anew the next time."""
        self._made.clear()
        if events_differ:
            self._kinship.forget()

    def show(
        self,
        items: Sequence[Item],
        events: Sequence[Event],
        translation: Translation,
        in_view: Callable[[float], bool],
    ) -> None:
        cards = [self._card(item, events, translation) for item in items if _is_card(item)]
        chips = self._kinship.follow([item for item in items if not _is_card(item)])
        self._clusters = {c.name: c.item for c in chips if isinstance(c.item, Cluster)}
        self._fading_cards.show(
            cards, lambda row: replace(row, leaving=True) if in_view(row.unit) else None
        )
        self._fading_dots.show(
            [_dot(chip, events, translation) for chip in chips],
            lambda row: self._leave(row) if in_view(row.unit) else None,
        )

    def _leave(self, row: DotRow) -> DotRow:
        """It goes where most of its events have gone."""
        heir = self._kinship.heir(row.key)
        return replace(row, leaving=True, unit=row.unit if heir is None else heir)

    def _card(self, item: Placed, events: Sequence[Event], translation: Translation) -> CardRow:
        """Made once for each language; pictures and dates take their time."""
        if item not in self._made:
            self._made[item] = card_row(item, events[item.index], translation)
        return self._made[item]


def _is_card(item: Item) -> TypeGuard[Placed]:
    return isinstance(item, Placed) and item.form != "dot"


def _dot(chip: Chip, events: Sequence[Event], translation: Translation) -> DotRow:
    item = chip.item
    first = item.index if isinstance(item, Placed) else item.first_index
    return dot_row(item, chip.name, chip.origin, events[first], translation)
