"""Clusters answer every kind of touch: they spread out to their events, or list them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.gui.conftest import Stored, make_edition
from tests.gui.crowded_exhibit import DAY, YEAR, write_crowds
from tests.gui.stage import Stage, Thing, evaluate, spin, wait_until
from tests.gui.test_timeline import empty_place

CLUSTER = re.compile(r"\d+ events close together|Greta")


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


@pytest.mark.gui_once
def test_cluster_spreads_by_key_and_by_name(crowded: Stage) -> None:
    """Return on it, and what assistive technology calls pressing."""
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        cluster.item.forceActiveFocus()
        crowded.key(Qt.Key.Key_Return)
    crowded.canvas.home()
    crowded.rest()
    cluster = the_year(crowded)
    with spreading(crowded, cluster):
        interface = QAccessible.queryAccessibleInterface(cluster.item)
        interface.actionInterface().doAction("Press")


def the_day(stage: Stage) -> Thing:
    """The cluster of events that all are on one day, and stays one however close it is."""
    return clusters(stage)[1]


def rows(stage: Stage) -> list[Thing]:
    return stage.things(QAccessible.Role.Link)


def test_cluster_of_one_day_is_listed(crowded: Stage) -> None:
    """A row leads to its article and that back to the list; a touch beside it leads out."""
    crowded.tap(the_day(crowded))
    crowded.rest()
    assert crowded.has(re.compile("1 June 1950, 3. events"))
    first = rows(crowded)[0]
    assert first.name == "On the day 4. 1 June 1950"
    assert min(first.place.width(), first.place.height()) >= evaluate(
        crowded.canvas, "Theme.target"
    )
    start = rows(crowded)[7].place.center()
    crowded.hand.drag(start, start - QPointF(0, 150), steps=5)
    crowded.hand.lift()
    crowded.rest()
    assert crowded.reading == ""
    row = next(thing for thing in rows(crowded) if crowded.seen(thing) == thing.place)
    assert row.name != first.name
    crowded.tap(row)
    crowded.rest()
    assert crowded.reading == DAY[int(row.name.split(".")[0].split()[-1]) - 1]
    crowded.view.goBack()
    crowded.rest()
    assert row.name in crowded.names()
    crowded.hand.tap(QPointF(640, 40))
    crowded.rest()
    assert not rows(crowded)


@pytest.mark.gui_once
def test_list_by_keys_in_every_language(crowded: Stage) -> None:
    """Return opens it, arrows go through it, Escape closes it; the end of the visit as well."""
    cluster = the_day(crowded)
    cluster.item.forceActiveFocus()
    crowded.key(Qt.Key.Key_Return)
    crowded.rest()
    crowded.tap("Lietuvių")
    wait_until(lambda: rows(crowded)[0].name == "Tą dieną 4. 1950 m. birželio 1 d.", "it is told")
    crowded.key(Qt.Key.Key_Right)
    crowded.key(Qt.Key.Key_Return)
    crowded.rest()
    assert crowded.reading == DAY[4]
    crowded.key(Qt.Key.Key_Escape)
    crowded.rest()
    assert rows(crowded)
    crowded.key(Qt.Key.Key_Escape)
    crowded.rest()
    assert not rows(crowded)
    assert crowded.view.phase == "exploring"
    crowded.tap(the_day(crowded))
    crowded.rest()
    assert rows(crowded)
    crowded.view.startOver()
    crowded.begin()
    assert not rows(crowded)


def marks(stage: Stage) -> dict[str, QQuickItem]:
    """Cards, dots and clusters that can be seen, by their keys."""
    waiting, found = list(stage.canvas.childItems()), dict[str, QQuickItem]()
    while waiting:
        item = waiting.pop()
        waiting += item.childItems()
        x = item.mapToScene(QPointF(0, 0)).x()
        if item.property("leaving") is not None and 0 <= x < stage.window.width():
            found[str(item.property("key"))] = item
    return found


def place(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(0, 0))


def test_nothing_blinks_while_zooming(crowded: Stage) -> None:
    """What was in view turns into what comes next: it never is gone from one frame to another."""
    held = crowded.view.timeline.unitOf(YEAR[5])
    crowded.canvas.centreOn(YEAR[5])
    crowded.rest()
    left, merged = set[str](), set[str]()
    for step in range(80):
        middle = crowded.canvas.width() / 2 + (held - crowded.centre) * crowded.length
        before = marks(crowded)
        evaluate(crowded.canvas, f"view.zoomAt({1.13 if step < 40 else 1 / 1.13}, {middle})")
        after = marks(crowded)
        for key, item in before.items():
            # What is pushed out at the sides may be let go.
            if 200 < place(item).x() < crowded.window.width() - 400:
                assert after[key] == item
        leaving = {key for key, item in after.items() if item.property("leaving")}
        left |= leaving if step < 40 else set()
        merged |= leaving if step >= 40 else set()
        spin(0.01)
    assert left
    assert merged
    crowded.rest()
    settled = marks(crowded).values()
    assert not any(item.property("leaving") for item in settled)
    assert {(item.opacity(), item.scale()) for item in settled} == {(1, 1)}


def test_panning_moves_marks_to_the_side_only(crowded: Stage) -> None:
    """Nothing in view changes its row, its place in time or its look."""
    for _ in range(3):
        crowded.tap("Zoom in")
        crowded.rest()
    crowded.canvas.centreOn(YEAR[0])
    crowded.rest()
    start = empty_place(crowded, 900)
    crowded.hand.press({1: start})
    crowded.hand.move({1: start - QPointF(20, 0)})
    for way in range(40, 800, 20):
        seen = marks(crowded).items()
        before = {key: (item, place(item), item.opacity()) for key, item in seen}
        crowded.hand.move({1: start - QPointF(way, 0)})
        after = marks(crowded)
        for key in before.keys() & after.keys():
            item, at, opacity = before[key]
            assert after[key] == item
            assert item.opacity() >= opacity
            assert place(item).y() == at.y()
            assert place(item).x() - at.x() == pytest.approx(-20, abs=1.01)
        lost = [before[key][1].x() for key in before.keys() - after.keys()]
        assert all(x < 20 for x in lost)
    crowded.hand.lift()
