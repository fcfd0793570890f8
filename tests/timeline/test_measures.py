from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import day_number, parse_date
from kiosk.exhibit.model import Event, Exhibit, Text, Timeline
from kiosk.steps import at_once
from kiosk.timeline.measures import measuring
from kiosk.timeline.tracks import NONE

DATES = ("1935-05-01", "../1940", "1944/..", "1944/1953", "1950")


def exhibit(*dates: str) -> Exhibit:
    return Exhibit(
        title=Text({}),
        languages=("en",),
        timeline=Timeline(start=day_number(1930), end=day_number(1960)),
        events=tuple(
            Event(id=date, date=parse_date(date), title=Text({"en": date})) for date in dates
        ),
    )


def test_open_ends_run_out_to_the_ends():
    """What has no known beginning or end reaches to those of the timeline."""
    measures = at_once(measuring(exhibit(*DATES)))
    assert measures.begins[1] == 0
    assert measures.ends[2] == 1
    assert measures.begins[2] == measures.units[2]
    assert measures.ends[3] == measures.scale.to_unit(day_number(1954))


def test_overlapping_bars_have_their_own_tracks():
    """A day has none; the others run beside each other where they overlap."""
    measures = at_once(measuring(exhibit(*DATES)))
    day, before, since, war, year = measures.tracks
    assert day == NONE
    assert (before, since) == (0, 0)
    assert len({since, war, year}) == 3


@pytest.mark.parametrize("other", ["1944", "1944/", "1944~"])
def test_fitting_only_what_looks_alike(other):
    """An end that is open now makes for another timeline, other words do not."""
    before = at_once(measuring(exhibit("1944/..")))
    assert before.fits(exhibit("1944/.."))
    assert not before.fits(exhibit(other))
