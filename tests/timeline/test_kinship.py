"""Chips keep their names while most of their events stay in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.timeline.items import Cluster, Item, Placed
from kiosk.timeline.kinship import Kinship


def chip(first: int, last: int) -> Item:
    if first == last:
        return Placed(first, "dot", 0, float(first), float(first), float(first))
    middle = (first + last) / 2
    return Cluster(first, last, last - first + 1, middle, float(first), float(last))


def chips(*runs: tuple[int, int]) -> list[Item]:
    return [chip(*run) for run in runs]


RUNS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=12).map(
    lambda steps: [
        (start := sum(gap + size + 1 for gap, size in steps[:at]) + gap, start + size)
        for at, (gap, size) in enumerate(steps)
    ]
)


def names(kinship: Kinship, *runs: tuple[int, int]) -> list[str]:
    return [found.name for found in kinship.follow(chips(*runs))]


def test_the_same_keep_their_names() -> None:
    kinship = Kinship()
    before = names(kinship, (0, 3), (5, 5), (7, 9))
    assert names(kinship, (0, 3), (5, 5), (7, 9)) == before
    assert names(kinship, (5, 5), (7, 9), (11, 12))[:2] == before[1:]


def test_what_loses_a_few_stays_itself() -> None:
    """An event that gets a card, or a small part that comes off, changes no name."""
    kinship = Kinship()
    (whole,) = kinship.follow(chips((0, 9)))
    part, rest = kinship.follow(chips((0, 1), (3, 9)))
    assert rest.name == whole.name != part.name
    assert part.origin == whole.unit


def test_what_merges_goes_to_the_heir() -> None:
    kinship = Kinship()
    small, large = names(kinship, (0, 1), (2, 8))
    (both,) = kinship.follow(chips((0, 8)))
    assert both.name == large
    assert kinship.heir(small) == both.unit
    assert kinship.heir(large) == both.unit


def test_what_has_no_kin_stands_for_itself() -> None:
    kinship = Kinship()
    (old,) = names(kinship, (0, 4))
    (new,) = kinship.follow(chips((9, 12)))
    assert new.name != old
    assert new.origin == new.unit
    assert kinship.heir(old) is None


@given(st.lists(RUNS, min_size=1, max_size=4))
def test_names_are_unique_and_in_order(looks: list[list[tuple[int, int]]]) -> None:
    """At every look each chip has one name, and those that stay never overtake each other."""
    kinship = Kinship()
    before: list[str] = []
    for runs in looks:
        found = names(kinship, *runs)
        assert len(set(found)) == len(found)
        kept = [name for name in found if name in before]
        assert kept == [name for name in before if name in found]
        before = found
