"""The code that phones read, as an outline."""

from __future__ import annotations

import re

import segno

from kiosk.viewmodels.qr_code import QUIET_ZONE, qr_code

ADDRESS = "https://museum.example/e/1991-01-13-tv-tower?lang=lt"


def test_outline_is_the_matrix() -> None:
    """Every dark module is in the outline once, shifted by the quiet zone, and no light one is."""
    code = qr_code(ADDRESS)
    dark = {
        (int(x) + step, int(y))
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.outline)
        for step in range(int(length))
    }
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    assert dark == {
        (x + QUIET_ZONE, y + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    }
    assert code.modules == len(matrix) + 2 * QUIET_ZONE
