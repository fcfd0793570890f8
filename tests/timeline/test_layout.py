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
from kiosk.timeline.ranking import rank

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


def place(found, length, sizes=METRICS, reach=None) -> Layout:
    found = sorted(found)
    starts = [start for start, _, _ in found]
    ends = [start + duration for start, duration, _ in found]
    return lay_out(starts, ends, [importance for _, _, importance in found], length, sizes, reach)


def forms(layout: Layout) -> dict[int, str]:
    return {item.index: item.form for item in layout.items if isinstance(item, Placed)}


def indices(item: Placed | Cluster) -> tuple[int, ...]:
    return (item.index,) if isinstance(item, Placed) else item.indices


@given(events, lengths, metrics)
def test_every_event_once(found, length, sizes):
    """Every event is there exactly once, as an item or within a cluster, in order."""
    layout = place(found, length, sizes)
    shown = [index for item in layout.items for index in indices(item)]
    assert sorted(shown) == list(range(len(found)))
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
    layout = place(found, length, sizes)
    rows: dict[int, list[float]] = {}
    for item in layout.items:
        row = item.row if isinstance(item, Placed) else sizes.card_rows + sizes.small_rows
        rows.setdefault(row, []).append(item.unit * length)
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
    for item in place(found, length, sizes).items:
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


@given(events, lengths, metrics, st.floats(1, 8))
def test_zooming_in_only_adds(found, length, sizes, closer):
    """A card stays a card at every greater length, and a small item never goes to the axis."""
    before, after = forms(place(found, length, sizes)), forms(place(found, length * closer, sizes))
    for index, form in before.items():
        if form == "card":
            assert after[index] == "card"
        elif form == "small":
            assert after[index] in ("card", "small")


@given(events, lengths, metrics)
def test_deterministic(found, length, sizes):
    """The same events are laid out the same, however they came to be in order."""
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    assert place(found, length, sizes) == place(shuffled, length, sizes)


@given(events, lengths, metrics)
def test_importance_first(found, length, sizes):
    """What is less important changes nothing about which more important events are cards."""
    found = sorted(found)
    kept = [i for i, (_, _, importance) in enumerate(found) if importance <= 2]
    among_all = forms(place(found, length, sizes))
    alone = forms(place([found[i] for i in kept], length, sizes))
    for at, index in enumerate(kept):
        assert (among_all.get(index) == "card") == (alone.get(at) == "card")


@given(events, lengths, st.integers(0, 4))
def test_reach(found, length, reach):
    """Beyond the reach nothing stands above the axis."""
    importances = [importance for _, _, importance in sorted(found)]
    for index, form in forms(place(found, length, reach=reach)).items():
        assert form == "dot" or importances[index] <= reach


@given(events, lengths, metrics)
def test_ranking_reused(found, length, sizes):
    """A ranking made once gives the same layout as one made for the occasion."""
    found = sorted(found)
    starts = [start for start, _, _ in found]
    importances = [importance for _, _, importance in found]
    ranking = rank(starts, importances, sizes.card_rows)
    layout = lay_out(starts, starts, importances, length, sizes, ranking=ranking)
    assert layout == lay_out(starts, starts, importances, length, sizes)


@given(events, lengths)
def test_stems_pass_bodies(found, length):
    """A stem passes behind a card below its own only where the lowest row is occupied."""
    layout = place(found, length)
    cards = [item for item in layout.items if isinstance(item, Placed) and item.form == "card"]
    body = (METRICS.card_width + METRICS.gap) / length
    for at, card in enumerate(cards):
        near = [other for other in cards[:at] if card.unit - other.unit < body]
        if any(other.row > card.row for other in near):
            assert any(other.row == METRICS.card_rows - 1 for other in near)


def test_run_of_neighbours():
    """Overlapping neighbours descend from left to right, and a lone event is on top."""
    layout = place([(0.1, 0, 2), (0.2, 0, 2), (0.3, 0, 2), (0.9, 0, 2)], 1000)
    assert [item.row for item in layout.items if isinstance(item, Placed)] == [0, 1, 2, 0]


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
    assert list(forms(layout).values()).count("card") == 3
    assert list(forms(layout).values()).count("small") == 2
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
