from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.layout import (
    Cluster,
    Layout,
    Metrics,
    Placed,
    lay_out,
    length_of,
    level_of,
)

METRICS = Metrics(300, 3, 180, 2, 44, 12)

metrics = st.builds(
    Metrics,
    card_width=st.floats(50, 600),
    card_rows=st.integers(0, 4),
    small_width=st.floats(20, 400),
    small_rows=st.integers(0, 3),
    chip_width=st.floats(10, 100),
    gap=st.floats(0, 40),
)
lengths = st.floats(0, 4).map(lambda power: 300 * 10**power)
units = st.one_of(st.floats(0, 1), st.sampled_from([0, 0.25, 0.5, 1])) | st.integers(0, 40).map(
    lambda step: step / 40
)
events = st.lists(
    st.tuples(units, st.one_of(st.just(0.0), st.floats(0, 0.5)), st.integers(1, 4)), max_size=60
)


def place(found, length, sizes=METRICS, below=None) -> Layout:
    found = sorted(found)
    starts = [start for start, _, _ in found]
    ends = [start + duration for start, duration, _ in found]
    return lay_out(starts, ends, [importance for _, _, importance in found], length, sizes, below)


def levels(found, length, sizes=METRICS, count=6) -> list[Layout]:
    """Layouts of half an octave each, one built on the other."""
    built = [place(found, length, sizes)]
    while len(built) < count:
        built.append(place(found, length_of(len(built), length), sizes, built[-1]))
    return built


def shown(layout: Layout) -> dict[int, Placed]:
    return {item.index: item for item in layout.items if isinstance(item, Placed)}


def indices(item: Placed | Cluster) -> tuple[int, ...]:
    return (item.index,) if isinstance(item, Placed) else item.indices


@given(events, lengths, metrics)
def test_every_event_once(found, length, sizes):
    """Every event is there exactly once, as an item or within a cluster, in order."""
    layout = levels(found, length, sizes)[-1]
    found_again = [index for item in layout.items for index in indices(item)]
    assert sorted(found_again) == list(range(len(found)))
    assert [item.unit for item in layout.items] == sorted(item.unit for item in layout.items)
    starts = sorted(start for start, _, _ in found)
    for item in layout.items:
        if isinstance(item, Placed):
            assert item.unit == starts[item.index]
        else:
            assert len(item.indices) > 1
            assert item.first == starts[item.indices[0]] <= item.unit
            assert item.unit <= starts[item.indices[-1]] == item.last


@given(events, lengths, metrics)
def test_no_overlap(found, length, sizes):
    """Neighbours in a row, and chips on the axis, are at least the gap apart."""
    for layout in levels(found, length, sizes):
        rows: dict[int, list[float]] = {}
        for item in layout.items:
            row = item.row if isinstance(item, Placed) else sizes.card_rows + sizes.small_rows
            rows.setdefault(row, []).append(item.unit * layout.length)
        for row, starts in rows.items():
            small = row >= sizes.card_rows
            width = sizes.small_width if small else sizes.card_width
            if row == sizes.card_rows + sizes.small_rows:
                width = sizes.chip_width
            for left, right in pairwise(starts):
                assert right - left >= width + sizes.gap - 1e-6


@given(events, lengths, metrics)
def test_rows_by_form(found, length, sizes):
    """Cards take the upper rows, small items those below, dots the axis."""
    for item in levels(found, length, sizes)[-1].items:
        if isinstance(item, Placed):
            below = {"card": 0, "small": sizes.card_rows}.get(item.form)
            if below is None:
                assert item.row == sizes.card_rows + sizes.small_rows
            else:
                rows = sizes.card_rows if item.form == "card" else sizes.small_rows
                assert below <= item.row < below + rows


@given(events, lengths, metrics, st.floats(-0.5, 1.5), st.floats(0, 1))
def test_visible(found, length, sizes, first, width):
    """What is visible is what looking at every item finds, in order."""
    layout = place(found, length, sizes)
    last = first + width
    expected = []
    for item in layout.items:
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
        if left <= last and right >= first:
            expected.append(item)
    assert layout.visible(first, last) == tuple(expected)


@given(events, lengths, metrics)
def test_zooming_in_only_adds(found, length, sizes):
    """A card stays in its row at every greater length, and a small item never goes to the axis."""
    for before, after in pairwise(levels(found, length, sizes)):
        now = shown(after)
        for index, item in shown(before).items():
            if item.form == "card":
                assert now[index] == item
            elif item.form == "small":
                assert now[index] == item or now[index].form == "card"


@given(events, lengths, metrics.filter(lambda sizes: sizes.card_rows > 0))
def test_room_is_used(found, length, sizes):
    """Further than its width and the gap from all others, every event is a card."""
    starts = sorted(start for start, _, _ in found)
    for layout in levels(found, length, sizes, 3):
        forms = shown(layout)
        room = (sizes.card_width + sizes.gap) / layout.length * 1.000001
        for index, start in enumerate(starts):
            others = [*starts[:index], *starts[index + 1 :]]
            if all(abs(other - start) > room for other in others):
                assert forms[index].form == "card"


@given(events, lengths, metrics)
def test_nothing_left_out(found, length, sizes):
    """What is no card has a neighbour too near in every row where it might be one, or be small."""
    for layout in levels(found, length, sizes, 3):
        flags = {index: item for index, item in shown(layout).items() if item.form != "dot"}
        for index, start in enumerate(sorted(start for start, _, _ in found)):
            own = flags[index].form if index in flags else "dot"
            rows = {"card": 0, "small": sizes.card_rows}.get(
                own, sizes.card_rows + sizes.small_rows
            )
            for row in range(rows):
                width = sizes.card_width if row < sizes.card_rows else sizes.small_width
                room = (width + sizes.gap) / layout.length * 1.000001
                assert any(f.row == row and abs(f.unit - start) < room for f in flags.values())


@given(events, lengths, metrics)
def test_deterministic(found, length, sizes):
    """The same events are laid out the same, however they came to be in order."""
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    assert levels(found, length, sizes, 3) == levels(shuffled, length, sizes, 3)


@given(events, lengths, metrics)
def test_importance_first(found, length, sizes):
    """What is less important changes nothing about which more important events are cards."""
    found = sorted(found)
    kept = [i for i, (_, _, importance) in enumerate(found) if importance <= 2]
    among_all = shown(place(found, length, sizes))
    alone = shown(place([found[i] for i in kept], length, sizes))
    for at, index in enumerate(kept):
        rows = [
            items[i].row if i in items and items[i].form == "card" else None
            for items, i in ((among_all, index), (alone, at))
        ]
        assert rows[0] == rows[1]


@pytest.mark.parametrize(
    ("length", "sizes"),
    [(900, METRICS), (2000, Metrics(300, 2, 180, 2, 44, 12))],
)
def test_builds_on_shorter(length, sizes):
    """A layout refuses to build on a longer one and on one with other metrics."""
    with pytest.raises(ValueError, match="shorter length"):
        place([], length, sizes, place([], 1000))


def test_stems_pass_beside_bodies():
    """Of two that overlap the right one stands lower, so that its stem passes no body."""
    layout = place([(0.1, 0, 2), (0.3, 0, 1), (0.5, 0, 2), (0.9, 0, 2)], 1000)
    rows = [item.row for item in layout.items if isinstance(item, Placed)]
    assert rows == [1, 0, 1, 0]


@given(events, lengths, metrics)
def test_fewest_crossings(found, length, sizes):
    """What comes after its left neighbour finds a row where no stem passes behind a body."""
    found = [(start, duration, 2) for start, duration, _ in sorted(found)[:2]]
    cards = [i for i in place(found, length, sizes).items if isinstance(i, Placed)]
    if len(cards) == 2 and sizes.card_rows > 1:
        left, right = cards
        apart = right.unit - left.unit >= sizes.card_width / length
        assert apart or left.unit == right.unit or left.row < right.row


def test_spread():
    """Of a thousand alike, those shown are spread over the axis without large holes."""
    layout = place([(step / 1000, 0, 2) for step in range(1001)], 3000)
    cards = [item.unit for item in layout.items if isinstance(item, Placed) and item.form == "card"]
    assert len(cards) > 14
    assert max(right - left for left, right in pairwise([0, *cards, 1])) < 0.15


def test_same_moment():
    """Events of one moment fill the rows there, and the rest is one cluster with its count."""
    layout = place([(0.5, 0, 2)] * 100, 2000)
    clusters = [item for item in layout.items if isinstance(item, Cluster)]
    assert [item.form for item in shown(layout).values()] == ["card"] * 3 + ["small"] * 2
    assert [len(cluster.indices) for cluster in clusters] == [95]


def test_no_events():
    """Without events there is an empty layout."""
    layout = place([], 1000)
    assert layout.items == ()
    assert layout.visible(0, 1) == ()


def test_long_span_reaches_window():
    """An event that lasts is visible wherever its span is."""
    layout = place([(0.1, 0.8, 2), (0.2, 0, 2)], 10_000)
    assert [indices(item) for item in layout.visible(0.7, 0.8)] == [(0,)]


@given(st.integers(-20, 80), st.floats(100, 5000))
def test_levels_begin_at_their_length(level, shortest):
    """The least length of a level lies in that level."""
    assert level_of(length_of(level, shortest), shortest) == level


@given(st.floats(100, 1e12), st.floats(100, 5000))
def test_levels_hold_their_lengths(length, shortest):
    """Every length lies between the beginnings of its level and the next."""
    level = level_of(length, shortest)
    assert length_of(level, shortest) <= length < length_of(level + 1, shortest)


@pytest.mark.parametrize(("times", "level"), [(1, 0), (1.4, 0), (1.5, 1), (2, 2), (0.9, -1)])
def test_half_octaves(times, level):
    """Two levels double the length."""
    assert level_of(1000 * times, 1000) == level
