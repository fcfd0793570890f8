from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.window import Window, follow, window_around

offsets = st.floats(-2000, 1e6)
lengths = st.floats(500, 1e6)
viewports = st.floats(300, 4000)


@given(offsets, lengths, viewports)
def test_around(offset, length, viewport):
    """A new window serves its view and a viewport more on both sides."""
    window = window_around(offset, length, viewport)
    assert abs(window.first * length - (offset - viewport)) < 1e-6
    assert abs(window.last * length - (offset + 2 * viewport)) < 1e-6
    assert window.serves(offset, length, viewport)


@given(offsets, lengths, viewports, st.floats(-1, 1))
def test_band(offset, length, viewport, moved):
    """Within the band all that is seen is loaded; outside it a new window is made."""
    window = window_around(offset, length, viewport)
    lowest, highest = window.band(length, viewport)
    there = offset + moved * viewport
    if lowest <= there <= highest:
        assert window.first * length < there
        assert there + viewport < window.last * length
        assert follow(window, there, length, viewport) is window
    else:
        assert follow(window, there, length, viewport) == window_around(there, length, viewport)


def test_zooming():
    """A window outlasts a little zooming, not seeing beyond it nor far too much of it."""
    window = window_around(1000, 4000, 1000)
    assert window.serves(1250, 4500, 1000)
    assert not window.serves(250, 2000, 1000)
    assert not window.serves(4000, 12_000, 1000)


def test_first():
    """Without a window there is one after the first look."""
    assert follow(None, 0, 1000, 1000) == Window(-1, 2)
