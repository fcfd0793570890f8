from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.eras import era_rows

spans = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))
)


@given(spans)
def test_rows(eras):
    """Eras that overlap differ in row, and there are no more rows than overlaps demand."""
    rows = era_rows(eras)
    for i, (start, end) in enumerate(eras):
        for j in range(i):
            if eras[j][0] < end and start < eras[j][1]:
                assert rows[i] != rows[j]
    deepest = max((sum(s <= at < e for s, e in eras) for at in range(70)), default=0)
    assert len(set(rows)) == deepest
    assert set(rows) == set(range(deepest))


def test_touching():
    """An era that begins where another ends shares its row."""
    assert era_rows([(0, 1), (1, 2), (1.5, 3)]) == (0, 0, 1)
