"""The timeline laid out for one window, level of zoom by level of zoom."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.steps import Steps
from kiosk.timeline.items import Cluster, Item, Metrics
from kiosk.timeline.layout import Layout
from kiosk.timeline.measures import Measures

FEW = 2000
"""So many events are laid out within a frame."""

_WIDER_LEVELS = 4
"""How far below home a timeline beside an article goes."""


class Levels:
    """Builds up from level 0, home, on which the rows of the closer ones depend.

    Wider levels, seen only beside an article, stand for themselves, unless there are
    so many events that everything is built up from the widest. `lanes` are as for `Layout`.
    """

    def __init__(self, measures: Measures, metrics: Metrics, lanes: Sequence[int] = ()) -> None:
        self.measures = measures
        self.metrics = metrics
        self._lanes = lanes
        self._main = self._layout(0 if self.few else -_WIDER_LEVELS)
        self._wider: dict[int, Layout] = {}

    @property
    def few(self) -> bool:
        """Whether a level is laid out so soon that nobody need wait."""
        return len(self.measures.units) <= FEW

    @property
    def widest(self) -> int:
        """The level that all closer ones are built up from."""
        return self._main.first

    def laid_out(self, level: int) -> bool:
        """Whether `visible` shows all that there is room for."""
        layout = self._serving(level)
        return layout is not None and (layout.built >= level or layout.complete)

    def laying_out(self, level: int) -> Steps[None]:
        """Makes `level` ready, and all from home to it; at once where it is."""
        if level < self._main.first and level not in self._wider:
            self._wider[level] = self._layout(level)
        layout = self._serving(level)
        assert layout is not None
        yield from layout.building(level)

    def visible(self, level: int, first: float, last: float) -> tuple[Item, ...]:
        """What is between two units at a level, as far as that is laid out."""
        layout = self._serving(level)
        return layout.visible(level, first, last) if layout is not None else ()

    def members(self, level: int, cluster: Cluster) -> list[int]:
        """The events that a cluster of `visible` at this level counts."""
        layout = self._serving(level)
        return layout.members(level, cluster) if layout is not None else []

    def _serving(self, level: int) -> Layout | None:
        return self._main if level >= self._main.first else self._wider.get(level)

    def _layout(self, first: int) -> Layout:
        of = self.measures
        return Layout(
            of.units, of.begins, of.ends, of.importances, self.metrics, first, self._lanes
        )
