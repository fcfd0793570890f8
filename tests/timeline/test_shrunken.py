from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.scale import make_scale
from kiosk.timeline.shrunken import Shrunken, most_shrunken, place_marks

units = st.floats(0, 1)


@given(
    st.lists(st.floats(0, 1000), max_size=80),
    st.lists(units.map(lambda unit: (unit, unit + 0.02)), max_size=30),
)
def test_marks_keep_off_everything(moments, taken):
    """They stand within their stretch, apart from each other, and touch nothing else."""
    stretches = most_shrunken(make_scale("adaptive", 0, 1000, moments))
    marks = place_marks(stretches, taken, 0.01, 0.1)
    assert len(stretches) <= 24
    for (_, left), (_, right) in pairwise(marks):
        assert right - left >= 0.1
    for stretch, unit in marks:
        assert stretch.unit <= unit - 0.0049
        assert unit + 0.0049 <= stretch.end
        assert not any(first < unit + 0.005 and last > unit - 0.005 for first, last in taken)


def test_the_longest_are_marked_first():
    """Where two are too near each other, the one with more time keeps its mark."""
    long, short = Shrunken(0, 900, 0.0, 0.1), Shrunken(900, 950, 0.12, 0.2)
    assert [stretch for stretch, _ in place_marks((long, short), [], 0.01, 0.5)] == [long]


def test_aside_of_what_is_there():
    """A mark whose middle is taken stands a little aside."""
    ((_, unit),) = place_marks((Shrunken(0, 9, 0.0, 1.0),), [(0.45, 0.55)], 0.02, 0.1)
    assert unit == 0.4
