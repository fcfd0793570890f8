from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.density import density


@given(st.lists(st.floats(-1, 2)), st.integers(1, 50))
def test_shares(units, bins):
    """Every part has a share of the fullest, which has 1 unless there is nothing."""
    shares = density(units, bins)
    assert len(shares) == bins
    assert max(shares) == (1 if any(0 <= unit <= 1 for unit in units) else 0)
    assert min(shares) >= 0


def test_counts():
    """Events are counted where they stand, the last moment in the last part."""
    assert density([0, 0.1, 0.3, 1.0, 1.1], 4) == (1, 0.5, 0, 0.5)


def test_refused():
    """There is no density in no parts."""
    with pytest.raises(ValueError, match="bin"):
        density([0.5], 0)
