from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.priority import priority

places = st.lists(st.floats(0, 1) | st.integers(0, 8).map(lambda n: n / 8), max_size=40).map(sorted)


@given(places, st.data())
def test_important_first(units, data):
    """Everything is there once, and nothing comes before what is more important."""
    importances = [data.draw(st.integers(1, 4)) for _ in units]
    order = priority(units, importances)
    assert sorted(order) == list(range(len(units)))
    assert [importances[index] for index in order] == sorted(importances)


@given(places, st.data())
def test_furthest_first(units, data):
    """Among equals the next is nowhere nearer to those before it than any after it would be."""
    importances = [data.draw(st.integers(1, 2)) for _ in units]
    order = priority(units, importances)
    for at in range(1, len(order)):
        room = [min(abs(units[i] - units[j]) for j in order[:at]) for i in order[at:]]
        equals = [
            r
            for r, i in zip(room, order[at:], strict=True)
            if importances[i] == importances[order[at]]
        ]
        assert room[0] >= max(equals) - 1e-12


def test_even_spacing():
    """Evenly spaced events come first and last, then in the middle, then the quarters."""
    assert priority([n / 8 for n in range(9)], [2] * 9)[:5] == (0, 8, 4, 2, 6)


def test_one_moment():
    """Of events of one moment all but one wait for the others."""
    assert priority([0.0, 0.5, 0.5, 0.5, 1.0], [1] * 5) == (0, 4, 1, 2, 3)
