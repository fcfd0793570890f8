"""The layouts of one exhibit, level of zoom by level of zoom, as they come to be looked at."""

from __future__ import annotations

from kiosk.steps import Steps, at_once
from kiosk.timeline.layout import Layout, Metrics, laying_out, length_of
from kiosk.timeline.measures import Measures

LEVEL_ZERO = 256.0
"""Length in pixels of zoom level 0; levels do not depend on the window's size."""


class Levels:
    """Builds up from the `home` level, on which the rows of the closer ones depend.

    Wider levels than that, seen only beside an article, stand for themselves.
    """

    def __init__(self, measures: Measures, metrics: Metrics, home: int) -> None:
        self.measures = measures
        self.metrics = metrics
        self.home = home
        self._layouts: dict[int, Layout] = {}

    def at(self, level: int) -> Layout:
        return at_once(self.laying_out(level))

    def laying_out(self, level: int) -> Steps[Layout]:
        """`at` in steps; at once where it has been looked at before."""
        measures, below = self.measures, None
        for step in range(min(level, self.home), level + 1):
            if step not in self._layouts:
                self._layouts[step] = yield from laying_out(
                    measures.units,
                    measures.ends,
                    measures.importances,
                    length_of(step, LEVEL_ZERO),
                    self.metrics,
                    below,
                )
            below = self._layouts[step] if step >= self.home else None
        return self._layouts[level]
