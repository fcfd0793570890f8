"""What a curator probably meant by a date in another notation."""

from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import DateError, parse_date

NEAR_MISSES = [
    ("1940.06.15", "1940-06-15"),
    ("1940/6/15", "1940-06-15"),
    ("1940-6-5", "1940-06-05"),
    ("19400615", "1940-06-15"),
    ("15.06.1940", "1940-06-15"),
    ("15/06/1940", "1940-06-15"),
    ("15 June 1940", "1940-06-15"),
    ("June 15, 1940", "1940-06-15"),
    ("5th May 1945", "1945-05-05"),
    ("June 1940", "1940-06"),
    ("summer 1940", "1940-22"),
    ("1940 m. birželio 15 d.", "1940-06-15"),
    ("1940 m. vasario 16 d.", "1940-02-16"),
    ("1940 m. vasara", "1940-22"),
    ("1940 m.", "1940"),
    ("c. 1940", "1940~"),
    ("about 1940", "1940~"),
    ("apie 1940 m.", "1940~"),
    ("1940 (?)", "1940?"),
    ("1940?~", "1940%"),
    ("194x", "194X"),
    ("194?", "194X"),
    ("1940s", "194X"),
    ("20th century", "19XX"),
    ("XIX a.", "18XX"),
    ("1940-1945", "1940/1945"),
    ("1940 – 1945", "1940/1945"),
    ("1939-40", "1939/1940"),
    ("1940..1945", "1940/1945"),
    ("from 1940 to 1945", "1940/1945"),
    ("1940-06-03/04", "1940-06-03/1940-06-04"),
    ("3–4 June 1940", "1940-06-03/1940-06-04"),
    ("14 July – 3 August 1940", "1940-07-14/1940-08-03"),
    ("1940 m. birželio 3–4 d.", "1940-06-03/1940-06-04"),
    ("1944-", "1944/.."),
    ("since 1944", "1944/.."),
    ("1944/open", "1944/.."),
    ("until 1953", "../1953"),
    ("1939 or 1940", "[1939,1940]"),
    ("1939 ir 1940 m.", "{1939,1940}"),
    ("44 BC", "-0043"),
    ("44 m. pr. Kr.", "-0043"),
    ("900", "0900"),
    ("12345", "Y12345"),
    ("Y1940", "1940"),
    ("66 million years ago", "Y-66000000"),
    ("1991-01-13 01:35", "1991-01-13T01:35"),
    ("1991-01-13T1:35", "1991-01-13T01:35"),
    ("1991-01-13T01:35/02:10", "1991-01-13T01:35/1991-01-13T02:10"),
]


@pytest.mark.parametrize(("text", "meant"), NEAR_MISSES)
def test_a_near_miss_is_told_the_right_form(text: str, meant: str) -> None:
    """A date in another notation is refused with the same date in ours."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint == f"Write {meant}"
    parse_date(meant)


def test_an_ambiguous_date_is_offered_both_ways() -> None:
    """Day and month in slashes may be either, so both are named."""
    with pytest.raises(DateError) as caught:
        parse_date("06/05/1940")
    assert caught.value.hint == "Write 1940-05-06 for 6 May or 1940-06-05 for 5 June."
