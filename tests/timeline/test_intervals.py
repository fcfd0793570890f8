from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.intervals import Intervals

numbers = st.integers(0, 100)


@given(st.lists(st.tuples(numbers, numbers)), numbers, numbers)
def test_touching(pairs, first, width):
    """The tree finds what looking at every interval finds."""
    lefts, rights = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    last = first + width
    found = Intervals(lefts, rights).touching(first, last)
    assert found == [i for i in range(len(pairs)) if lefts[i] <= last and rights[i] >= first]


@given(st.lists(st.tuples(numbers, numbers)), numbers, numbers)
def test_starting(pairs, first, width):
    """Found by their left ends, of which the first counts and the last does not."""
    lefts, rights = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    found = Intervals(lefts, rights).starting(first, first + width)
    assert sorted(found) == [i for i, left in enumerate(lefts) if first <= left < first + width]


def test_output_sensitive():
    """One interval that outlasts thousands does not make a query visit them."""
    asked = 0

    class Watched(float):
        def __lt__(self, other: float) -> bool:
            nonlocal asked
            asked += 1
            return float(self) < other

    count = 4096
    rights = [Watched(i + 0.5) for i in range(count)]
    rights[0] = Watched(2 * count)
    intervals = Intervals([float(i) for i in range(count)], rights)
    asked = 0
    assert intervals.touching(4000.6, 4001.7) == [0, 4001]
    assert 0 < asked < 100
