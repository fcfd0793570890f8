"""Where events are many, levels are laid out in between frames and filled in as they come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.steps import at_once
from kiosk.timeline.items import LaneRows, Metrics, Placed
from kiosk.timeline.levels import FEW
from kiosk.viewmodels.placement import Arrangement, Placement
from tests.viewmodels.conftest import event

SIZES = Arrangement(Metrics(300, 260, 50, 20, (LaneRows(2, 1),), 1500), 1800, 100)
LENGTH = 1500 * 64


@pytest.fixture
def crowded(edition):
    """An exhibit of more events than are laid out at once, one on each day."""
    first = parse_date("1990-01-01").start
    events = []
    for number in range(FEW + 500):
        date = parse_date("1990-01-01")
        day = first + number
        events.append(
            replace(event(f"e{number}", "1990-01-01"), date=replace(date, start=day, end=day + 1))
        )
    span = replace(edition.exhibit.timeline, start=first, end=first + FEW + 500)
    return replace(edition.exhibit, events=tuple(events), timeline=span)


@pytest.fixture
def placement(crowded):
    made = Placement()
    made.arrange(SIZES)
    made.take(at_once(made.preparing(crowded, lambda _: None, 1500)))
    return made


def cards(items):
    return [item for item in items if isinstance(item, Placed) and item.form == "card"]


def test_home_is_laid_out_first(placement):
    """Taking over makes what is seen at once, and not all levels."""
    assert cards(placement.visible(0, 0, 1))
    assert cards(placement.visible(12, 0.5, 0.51)) == cards(placement.visible(0, 0.5, 0.51))


def test_closer_levels_come_one_by_one(placement):
    """Each is told of when it is there, and the closest has a card for every event."""
    told = []
    before = len(placement.visible(12, 0.5, 0.51))
    for _ in placement.laying_out_rest(told.append):
        assert len(told) == len(set(told))
    assert told == sorted(told)
    assert told[-1] >= 12
    assert len(cards(placement.visible(12, 0.5, 0.51))) > before


def test_filtering_keeps_the_scale(placement, crowded):
    """Those that are left stand where they stood."""
    every = range(0, len(crowded.events), 100)
    scale = placement.scale
    placement.take(at_once(placement.preparing(crowded, lambda _: list(every), 1500)))
    assert placement.scale is scale
    assert [one.id for one in placement.events] == [f"e{number}" for number in every]
    found = placement.visible(0, -1, 2)
    units = {item.unit for item in found if isinstance(item, Placed)}
    assert units <= {scale.to_unit(crowded.events[at].date.start) for at in every}


def test_other_sizes_begin_anew(placement):
    """Nothing is shown in rows that no longer are, until there is something to show."""
    placement.arrange(replace(SIZES, metrics=replace(SIZES.metrics, card_width=200)))
    assert placement.visible(0, 0, 1) == ()
    at_once(placement.laying_out_rest(lambda _: None))
    assert cards(placement.visible(0, 0, 1))


def test_nearest(placement, crowded):
    """By their units, as far as the ends."""
    unit = placement.scale.to_unit(crowded.events[7].date.start)
    assert placement.nearest(unit, 1).id == "e8"
    assert placement.nearest(unit, -1).id == "e6"
    assert placement.nearest(-1, -1) is None
    assert placement.nearest(2, 1) is None
