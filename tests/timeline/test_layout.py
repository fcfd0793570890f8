from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.steps import at_once
from kiosk.timeline.items import Cluster, LaneRows, Metrics, Placed
from kiosk.timeline.layout import Layout

METRICS = Metrics(300, 180, 44, 12, (LaneRows(3, 2),), 1000)
EVERYWHERE = (-10.0, 10.0)

metrics = st.builds(
    Metrics,
    card_width=st.floats(50, 600),
    small_width=st.floats(20, 400),
    chip_width=st.floats(10, 100),
    gap=st.floats(0, 40),
    lanes=st.lists(
        st.builds(LaneRows, cards=st.integers(0, 4), smalls=st.integers(0, 3)),
        min_size=1,
        max_size=3,
    ).map(tuple),
    home=st.floats(0, 4).map(lambda power: 300 * 10**power),
)
units = st.one_of(st.floats(0, 1), st.sampled_from([0, 0.25, 0.5, 1])) | st.integers(0, 40).map(
    lambda step: step / 40
)
events = st.lists(
    st.tuples(
        units, st.one_of(st.just(0.0), st.floats(0, 0.5)), st.integers(1, 4), st.integers(0, 2)
    ),
    max_size=60,
)


def ordered(found):
    """Events by their starts, as (start, duration, importance, lane)."""
    return sorted((*event, 0)[:4] for event in found)


def lane(event, sizes) -> int:
    return event[3] % len(sizes.lanes)


def place(found, sizes=METRICS, levels=1) -> Layout:
    """The layout of `found`, with that many levels from home on."""
    found = ordered(found)
    layout = Layout(
        [start for start, _, _, _ in found],
        [start for start, _, _, _ in found],
        [start + duration for start, duration, _, _ in found],
        [importance for _, _, importance, _ in found],
        sizes,
        0,
        [lane(event, sizes) for event in found],
    )
    at_once(layout.building(levels - 1))
    return layout


def everything(layout: Layout, level: int = 0):
    return layout.visible(level, *EVERYWHERE)


def shown(layout: Layout, level: int = 0) -> dict[int, Placed]:
    return {item.index: item for item in everything(layout, level) if isinstance(item, Placed)}


def rows_of(sizes: Metrics, lane: int, form: str) -> range:
    """The rows of one form in one lane."""
    cards, smalls = sizes.lanes[lane]
    top = sum(map(sum, sizes.lanes[:lane]))
    return range(top, top + cards) if form == "card" else range(top + cards, top + cards + smalls)


def width_of(sizes: Metrics, row: int) -> float:
    """How wide a body in `row` is, of the axis a chip."""
    lanes = range(len(sizes.lanes))
    if row == sizes.rows:
        return sizes.chip_width
    in_cards = any(row in rows_of(sizes, lane, "card") for lane in lanes)
    return sizes.card_width if in_cards else sizes.small_width


@given(events, metrics, st.integers(0, 12))
def test_every_event_once(found, sizes, level):
    """Every event is there exactly once, as an item or counted by a cluster, in order."""
    layout, found = place(found, sizes, level + 1), ordered(found)
    items = everything(layout, level)
    alone = [item.index for item in items if isinstance(item, Placed)]
    clusters = [item for item in items if isinstance(item, Cluster)]
    assert len(alone) == len(set(alone))
    assert len(alone) + sum(cluster.count for cluster in clusters) == len(found)
    assert [item.unit for item in items] == sorted(item.unit for item in items)
    for item in items:
        if isinstance(item, Placed):
            assert (item.unit, item.end - item.unit) == pytest.approx(found[item.index][:2])
        else:
            assert item.count > 1
            assert item.first == found[item.first_index][0] <= item.unit
            assert item.unit <= found[item.last_index][0] == item.last
            inside = range(item.first_index, item.last_index + 1)
            assert item.count == len(set(inside) - set(alone))


@given(events, metrics, st.integers(0, 12))
def test_no_overlap(found, sizes, level):
    """Neighbours in a row, and chips on the axis, are at least the gap apart."""
    layout, length = place(found, sizes, level + 1), sizes.length_of(level)
    rows: dict[int, list[float]] = {}
    for item in everything(layout, level):
        row = item.row if isinstance(item, Placed) else sizes.rows
        rows.setdefault(row, []).append(item.unit * length)
    for row, starts in rows.items():
        for left, right in pairwise(starts):
            assert right - left >= width_of(sizes, row) + sizes.gap - 1e-6


@given(events, metrics)
def test_rows_by_lane_and_form(found, sizes):
    """Each lane has its own rows, cards above small items; dots are on the axis."""
    found_in_order = ordered(found)
    for item in shown(place(found, sizes, 6), 5).values():
        if item.form == "dot":
            assert item.row == sizes.rows
        else:
            own = lane(found_in_order[item.index], sizes)
            assert item.row in rows_of(sizes, own, item.form)


@given(events, metrics, st.integers(0, 8), st.floats(-0.5, 1.5), st.floats(0, 1))
def test_visible(found, sizes, level, first, width):
    """What is visible is what looking at every item finds, in order."""
    layout, length = place(found, sizes, level + 1), sizes.length_of(level)
    last, edge = first + width, 1e-12
    for item in everything(layout, level):
        match item:
            case Placed(form="dot") | Cluster():
                left = item.unit - sizes.chip_width / length / 2
                right = item.unit + sizes.chip_width / length / 2
            case Placed(form="card"):
                left, right = item.unit, item.unit + sizes.card_width / length
            case Placed():
                left, right = item.unit, item.unit + sizes.small_width / length
        left = min(left, item.first) if isinstance(item, Cluster) else left
        right = max(right, item.last if isinstance(item, Cluster) else item.end)
        found_it = item in layout.visible(level, first, last)
        if left <= last - edge and right >= first + edge:
            assert found_it
        elif left > last + edge or right < first - edge:
            assert not found_it
    again = layout.visible(level, first, last)
    assert [item for item in everything(layout, level) if item in again] == list(again)


@given(events, metrics)
def test_zooming_in_only_adds(found, sizes):
    """A card stays in its row at every greater length, and a small item never goes to the axis."""
    layout = place(found, sizes, 8)
    for level in range(7):
        now = shown(layout, level + 1)
        for index, item in shown(layout, level).items():
            if item.form == "card":
                assert now[index] == item
            elif item.form == "small":
                assert now[index] == item or now[index].form == "card"


@given(events, metrics, st.integers(0, 6))
def test_what_is_not_built_shows_what_is(found, sizes, built):
    """A level that is still to come looks like the last that is there."""
    layout = place(found, sizes, built + 1)
    assert everything(layout, built + 3) == everything(layout, layout.built)
    assert layout.built == built or layout.complete


@given(events, metrics)
def test_complete(found, sizes):
    """When every event has its card, no closer level differs."""
    layout = place(found, sizes, 12)
    if layout.complete:
        assert {item.form for item in everything(layout, layout.built)} <= {"card"}
    else:
        assert layout.built == 11


@given(events, metrics)
def test_nothing_left_out(found, sizes):
    """What is no card has a neighbour too near in every row where it might be one, or be small."""
    layout, found = place(found, sizes, 3), ordered(found)
    for level in range(layout.built + 1):
        flags = {i: item for i, item in shown(layout, level).items() if item.form != "dot"}
        for index, event in enumerate(found):
            own = flags[index].form if index in flags else "dot"
            better = {"card": [], "small": ["card"], "dot": ["card", "small"]}[own]
            for row in (r for form in better for r in rows_of(sizes, lane(event, sizes), form)):
                room = (width_of(sizes, row) + sizes.gap) / sizes.length_of(level) * 1.000001
                near = [f for f in flags.values() if f.row == row]
                assert any(abs(f.unit - event[0]) < room for f in near)


@given(events, metrics)
def test_deterministic(found, sizes):
    """The same events are laid out the same, however they came to be in order."""
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    one, other = place(found, sizes, 3), place(shuffled, sizes, 3)
    assert [everything(one, n) for n in range(3)] == [everything(other, n) for n in range(3)]


@given(events, metrics)
def test_importance_first(found, sizes):
    """What is less important changes nothing about which more important events are cards."""
    found = ordered(found)
    kept = [i for i, (_, _, importance, _) in enumerate(found) if importance <= 2]
    among_all = shown(place(found, sizes))
    alone = shown(place([found[i] for i in kept], sizes))
    for at, index in enumerate(kept):
        rows = [
            items[i].row if i in items and items[i].form == "card" else None
            for items, i in ((among_all, index), (alone, at))
        ]
        assert rows[0] == rows[1]


def test_stems_pass_beside_bodies():
    """Of two that overlap the right one stands lower, so that its stem passes no body."""
    layout = place([(0.1, 0, 2), (0.3, 0, 1), (0.5, 0, 2), (0.9, 0, 2)])
    assert [item.row for item in shown(layout).values()] == [1, 0, 1, 0]


@given(events, metrics)
def test_fewest_crossings(found, sizes):
    """What comes after its left neighbour finds a row where no stem passes behind a body."""
    found = [(start, duration, 2, 0) for start, duration, _, _ in sorted(found)[:2]]
    cards = [item for item in shown(place(found, sizes)).values() if item.form == "card"]
    if len(cards) == 2 and sizes.lanes[0].cards > 1:
        left, right = cards
        apart = right.unit - left.unit >= sizes.card_width / sizes.home
        assert apart or left.unit == right.unit or left.row < right.row


def test_spread():
    """Of a thousand alike, those shown are spread over the axis without large holes."""
    sizes = replace(METRICS, home=3000)
    layout = place([(step / 1000, 0, 2) for step in range(1001)], sizes)
    cards = [item.unit for item in shown(layout).values() if item.form == "card"]
    assert len(cards) > 14
    assert max(right - left for left, right in pairwise([0, *cards, 1])) < 0.15


def test_same_moment():
    """Events of one moment fill the rows there, and the rest is one cluster with its count."""
    layout = place([(0.5, 0, 2)] * 100, replace(METRICS, home=2000))
    clusters = [item for item in everything(layout) if isinstance(item, Cluster)]
    assert [item.form for item in shown(layout).values()] == ["card"] * 3 + ["small"] * 2
    assert [cluster.count for cluster in clusters] == [95]


def test_no_events():
    """Without events there is an empty layout, which needs no other level."""
    layout = place([])
    assert everything(layout) == ()
    assert layout.complete


def test_long_span_reaches_window():
    """An event that lasts is visible wherever its span is."""
    layout = place([(0.1, 0.8, 2), (0.2, 0, 2)], replace(METRICS, home=10_000))
    assert [item.index for item in layout.visible(0, 0.7, 0.8)] == [0]


@given(st.integers(-20, 80), st.floats(100, 5000))
def test_levels_begin_at_their_length(level, home):
    """The least length of a level lies in that level."""
    sizes = replace(METRICS, home=home)
    assert sizes.level_of(sizes.length_of(level)) == level


@given(st.floats(100, 1e12), st.floats(100, 5000))
def test_levels_hold_their_lengths(length, home):
    """Every length lies between the beginnings of its level and the next."""
    sizes = replace(METRICS, home=home)
    level = sizes.level_of(length)
    assert sizes.length_of(level) <= length < sizes.length_of(level + 1)


@pytest.mark.parametrize(("times", "level"), [(1, 0), (1.4, 0), (1.5, 1), (2, 2), (0.9, -1)])
def test_half_octaves(times, level):
    """Two levels double the length."""
    assert METRICS.level_of(1000 * times) == level


def test_open_start_is_seen_before_its_stem():
    """Whoever looks at the time before a stem sees the bar that leads to it."""
    layout = Layout([0.1, 0.8], [0.1, 0.0], [0.1, 0.8], [2, 2], METRICS, 0)
    at_once(layout.building(4))
    for level in range(5):
        found = [item for item in layout.visible(level, 0.4, 0.5) if isinstance(item, Placed)]
        assert [(item.index, item.begin) for item in found if item.end > 0.5] == [(1, 0.0)]
