"""Which dates a curator should hear."""

from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.written import is_unusual


@pytest.mark.parametrize(
    "text", ["1940", "1940-06", "1940-06-15", "1940/1945", "1940-06-03/1941", "0999"]
)
def test_plain_dates_need_no_word(text: str) -> None:
    """Days, months and years of our era and spans of them are read as they are written."""
    assert not is_unusual(parse_date(text))


@pytest.mark.parametrize(
    "text",
    ["1940~", "1940?", "1940%", "1940/1945~", "194X", "19XX", "1940-XX", "1940-06-XX", "-0043",
     "0000", "Y12000", "Y-66000000", "-0043/0014", "1940-22", "1940-22/1941", "1944/..", "../1953",
     "1944/", "/1953", "[1939,1940]", "{1939,1940}", "[1939..1941]", "1991-01-13T01:35",
     "1991-01-13T01:35Z"],
)  # fmt: skip
def test_everything_else_is_unusual(text: str) -> None:
    """Marks, unknown digits, far years, seasons, open ends, sets and times are worth hearing."""
    assert is_unusual(parse_date(text))
