"""Which part of the axis to load for a view, and how long that will do."""

from __future__ import annotations

from dataclasses import dataclass

_MARGIN = 1.0
_LEAST_MARGIN = 0.5
_MOST_VIEWPORTS = 6.0


@dataclass(frozen=True)
class Window:
    """A stretch of the axis in units. With its margins it outlasts small movements of the view."""

    first: float
    last: float

    def band(self, length: float, viewport: float) -> tuple[float, float]:
        """The offsets in pixels, lowest and highest, between which this window will do.

        Within them at least half a viewport more is loaded on either side of what is seen. The
        band is empty (lowest > highest) when the window is too narrow at this length.
        """
        spare = _LEAST_MARGIN * viewport
        return self.first * length + spare, self.last * length - viewport - spare

    def serves(self, offset: float, length: float, viewport: float) -> bool:
        """Whether the view needs no other window: neither more of the axis nor far less."""
        lowest, highest = self.band(length, viewport)
        wide = (self.last - self.first) * length > _MOST_VIEWPORTS * viewport
        return lowest <= offset <= highest and not wide


def window_around(offset: float, length: float, viewport: float) -> Window:
    """What is seen of the axis, in pixels at `length`, and a viewport more on either side."""
    margin = _MARGIN * viewport
    return Window((offset - margin) / length, (offset + viewport + margin) / length)


def follow(window: Window | None, offset: float, length: float, viewport: float) -> Window:
    """`window` as long as it serves the view, else a new one around it."""
    if window is not None and window.serves(offset, length, viewport):
        return window
    return window_around(offset, length, viewport)
