"""Clusters answer every kind of touch: they spread out to their events, or list them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPointF

from tests.gui.conftest import Stored, make_edition
from tests.gui.crowded_exhibit import write_crowds
from tests.gui.stage import Stage, Thing, spin
from tests.gui.test_timeline import empty_place

CLUSTER = re.compile(r"\d+ events close together")


@pytest.fixture(scope="module")
def crowds(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    folder = tmp_path_factory.mktemp("crowds")
    made = Stored(folder / "content", folder / "state")
    write_crowds(made.content)
    make_edition(made)
    return made


@pytest.fixture
def crowded(crowds: Stored, open_stage: Callable[..., Stage]) -> Stage:
    stage = open_stage(content=crowds.content, state=crowds.state)
    stage.window.setProperty("problemsHidden", True)
    stage.begin()
    return stage


def clusters(stage: Stage) -> list[Thing]:
    """From left to right."""
    found = [thing for thing in stage.things() if CLUSTER.match(thing.name)]
    return sorted(found, key=lambda thing: thing.place.x())


def the_year(stage: Stage) -> Thing:
    return clusters(stage)[0]


@contextmanager
def spreading(stage: Stage, cluster: Thing) -> Iterator[None]:
    """What is done within spreads exactly that cluster out, with its events beside each other."""
    first, last = (float(cluster.item.property(name)) for name in ("first", "last"))
    yield
    stage.rest()
    left = stage.canvas.mapToScene(QPointF(0, 0)).x()
    right = left + stage.canvas.width()
    assert stage.unit_at(left) < first < last < stage.unit_at(right)
    assert (last - first) * stage.length > stage.canvas.width() * 0.6
    assert any(thing.name.startswith("Month 5. ") for thing in stage.things())
    assert not stage.view.article.isOpen


def tap(stage: Stage, place: QPointF, slip: float = 0, seconds: float = 0.02) -> None:
    """A finger that comes, slips a little, lasts and leaves."""
    hand = stage.hand.hurried()
    hand.press({1: place})
    spin(seconds)
    if slip:
        hand.move({1: place + QPointF(slip, 0)})
        spin(0.02)
    hand.lift()


def test_cluster_spreads_while_the_end_comes_back(crowded: Stage) -> None:
    """Two fingers have pulled the start in and left one after the other."""
    start = empty_place(crowded, 300)
    hand = crowded.hand.hurried()
    hand.press({1: start})
    hand.press({2: start + QPointF(90, 0)})
    for step in range(1, 9):
        hand.move({1: start + QPointF(30 * step, 0), 2: start + QPointF(90 + 31 * step, 0)})
    hand.lift(1)
    hand.lift(2)
    crowded.next_frame()
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        crowded.hand.hurried().tap(cluster.place.center())


@pytest.mark.parametrize(
    ("slip", "seconds"), [(1, 0.02), (6, 0.02), (0, 1.1)], ids=["slips", "slips far", "stays long"]
)
def test_hands_that_are_not_steady_spread_a_cluster(
    crowded: Stage, slip: float, seconds: float
) -> None:
    """At home, where the least slip pulls at the ends."""
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        tap(crowded, cluster.place.center(), slip, seconds)


@pytest.mark.parametrize("slip", [0, 4])
def test_second_half_of_a_double_tap_lets_a_cluster_spread(crowded: Stage, slip: float) -> None:
    """It neither stops what the first half began nor opens what has come beneath it."""
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        tap(crowded, cluster.place.center())
        spin(0.05)
        tap(crowded, cluster.place.center(), slip)


def test_finger_left_over_from_a_pinch_leaves_taps_alone(crowded: Stage) -> None:
    """One of two still lies on the glass when a third touches a cluster."""
    start = empty_place(crowded, 200)
    hand = crowded.hand.hurried()
    hand.press({1: start})
    hand.press({2: start + QPointF(90, 0)})
    for step in range(1, 9):
        hand.move({1: start + QPointF(28 * step, 0), 2: start + QPointF(90 + 30 * step, 0)})
    hand.lift(1)
    crowded.next_frame()
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        hand.press({3: cluster.place.center()})
        hand.lift(3)
        hand.lift()
