"""Fingers on the timeline: it is moved, thrown and zoomed, and nothing gets stuck."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMarginsF, QPointF, Qt

from tests.gui.small_exhibit import STONE, TITLES
from tests.gui.stage import Stage, Thing, differing, wait_until

WIDTH = 1280


@pytest.fixture
def zoomed(stage: Stage) -> Stage:
    """In the middle of the timeline, with room to move to both sides."""
    stage.begin()
    for _ in range(2):
        stage.tap("Zoom in")
        stage.rest()
    return stage


def cards_in_view(stage: Stage) -> list[Thing]:
    """The cards that can be seen whole, from left to right."""
    cards = [
        thing
        for title, _ in TITLES.values()
        for thing in stage.things()
        if thing.name.startswith(f"{title}. ") and stage.canvas.isAncestorOf(thing.item)
    ]
    whole = [card for card in cards if stage.seen(card) == card.place]
    return sorted(whole, key=lambda card: card.place.x())


def empty_place(stage: Stage, near: float = WIDTH / 2) -> QPointF:
    """A place on the timeline without anything to touch, at `near` pixels from the left."""
    taken = [thing.place for thing in stage.things() if thing.item != stage.canvas]
    top = stage.canvas.mapToScene(QPointF(0, 0)).y()
    for aside in range(0, 400, 10):
        for x in (near - aside, near + aside):
            for y in range(int(top) + 12, int(top + stage.canvas.height() * 0.7), 12):
                place = QPointF(x, y)
                if not any(other.adjusted(-20, -9, 20, 9).contains(place) for other in taken):
                    return place
    raise AssertionError("the timeline is full")


def test_drag_moves_everything_with_the_finger(zoomed: Stage) -> None:
    """In the next frame the card has gone as far as the finger, pixel by pixel."""
    card = min(cards_in_view(zoomed), key=lambda one: abs(one.place.center().x() - WIDTH / 2))
    # Below a short title the card ends and shows what is behind it.
    inside = QMarginsF(8, 4, 8, card.place.height() * 0.25)
    before, centre = zoomed.picture(card.place - inside), zoomed.centre
    start = empty_place(zoomed)
    zoomed.hand.press({1: start})
    away = 0
    for step in (-7, -16, -30, 12, -3):
        away += step
        zoomed.hand.move({1: start + QPointF(away, 0)})
        moved = next(thing for thing in zoomed.things() if thing.name == card.name).place
        assert moved.x() - card.place.x() == pytest.approx(away, abs=1)
        assert moved.y() == card.place.y()
        assert zoomed.centre == pytest.approx(centre - away / zoomed.length, abs=1 / zoomed.length)
    assert differing(before, zoomed.picture(moved - inside)) < 0.01
    zoomed.hand.lift()


def test_fling_glides_on_and_stops(zoomed: Stage) -> None:
    """A throw goes on without the finger, in its direction, and comes to rest by itself."""
    start = empty_place(zoomed, 900)
    zoomed.hand.drag(start, start - QPointF(240, 0), steps=5)
    zoomed.hand.lift()
    lifted = zoomed.centre
    wait_until(lambda: zoomed.centre > lifted + 15 / zoomed.length, "it glides on")
    zoomed.rest()
    assert zoomed.canvas.property("centre") <= 1


def test_touch_stops_a_fling(zoomed: Stage) -> None:
    """What glides is caught by a finger and stays under it."""
    start = empty_place(zoomed, 900)
    zoomed.hand.drag(start, start - QPointF(240, 0), steps=5)
    zoomed.hand.lift()
    zoomed.hand.press({1: start})
    caught = zoomed.centre
    zoomed.next_frame()
    zoomed.next_frame()
    assert zoomed.centre == caught
    zoomed.hand.lift()


def test_pinch_zooms_about_the_fingers(zoomed: Stage) -> None:
    """What is between the fingers stays there while everything around it spreads."""
    middle = empty_place(zoomed)
    held, length = zoomed.unit_at(middle.x()), zoomed.length
    zoomed.hand.press({1: middle - QPointF(100, 0), 2: middle + QPointF(100, 0)})
    for spread in range(110, 210, 10):
        zoomed.hand.move({1: middle - QPointF(spread, 0), 2: middle + QPointF(spread, 0)})
        assert abs(zoomed.unit_at(middle.x()) - held) * zoomed.length < 2
    assert zoomed.length / length == pytest.approx(2, rel=0.02)
    zoomed.hand.lift()
    zoomed.rest()
    assert abs(zoomed.unit_at(middle.x()) - held) * zoomed.length < 2


def test_pinch_also_moves(zoomed: Stage) -> None:
    """Two fingers that spread and wander take the place between them along."""
    middle = empty_place(zoomed)
    held = zoomed.unit_at(middle.x())
    zoomed.hand.press({1: middle - QPointF(100, 0), 2: middle + QPointF(100, 0)})
    for step in range(1, 9):
        at = middle - QPointF(8 * step, 0)
        apart = QPointF(100 + 6 * step, 0)
        zoomed.hand.move({1: at - apart, 2: at + apart})
        assert abs(zoomed.unit_at(at.x()) - held) * zoomed.length < 3
    zoomed.hand.lift()


def test_second_finger_may_come_later_and_leave_first(zoomed: Stage) -> None:
    """One finger drags, a second makes it a pinch, and the one that stays drags on."""
    start = empty_place(zoomed, 500)
    zoomed.hand.drag(start, start - QPointF(50, 0), steps=4)
    left = start - QPointF(50, 0)
    right = left + QPointF(240, 0)
    centre, length = zoomed.centre, zoomed.length
    zoomed.hand.press({2: right})
    assert (zoomed.centre, zoomed.length) == (centre, length)
    # Somebody else's until it moves.
    zoomed.hand.move({2: right + QPointF(12, 0)})
    held = zoomed.unit_at((left.x() + right.x() + 12) / 2)
    for spread in (10, 20, 30, 40):
        zoomed.hand.move({1: left - QPointF(spread, 0), 2: right + QPointF(12 + spread, 0)})
    assert zoomed.length > length * 1.2
    assert abs(zoomed.unit_at((left.x() + right.x() + 12) / 2) - held) * zoomed.length < 2
    centre, length = zoomed.centre, zoomed.length
    zoomed.hand.lift(2)
    assert (zoomed.centre, zoomed.length) == (centre, length)
    zoomed.hand.move({1: left - QPointF(70, 0)})
    assert zoomed.length == length
    assert (zoomed.centre - centre) * length == pytest.approx(30, abs=1)
    zoomed.hand.lift()


def test_ten_fingers_leave_nothing_stuck(zoomed: Stage) -> None:
    """After a whole group has played with it, one finger drags as ever and a touch opens."""
    chance = random.Random(7)
    places = {n: QPointF(100 + 110 * n, chance.randint(120, 480)) for n in range(1, 11)}
    zoomed.hand.press(places)
    for _ in range(6):
        places = {
            n: at + QPointF(chance.randint(-40, 40), chance.randint(-30, 30))
            for n, at in places.items()
        }
        zoomed.hand.move(places)
    fingers = list(places)
    chance.shuffle(fingers)
    for finger in fingers:
        zoomed.hand.lift(finger)
    zoomed.rest()
    assert not zoomed.view.article.isOpen
    zoomed.tap("Whole timeline")
    zoomed.rest()
    zoomed.tap("Zoom in")
    zoomed.rest()
    start, centre, length = empty_place(zoomed), zoomed.centre, zoomed.length
    zoomed.hand.press({1: start})
    zoomed.hand.move({1: start - QPointF(25, 0)})
    assert zoomed.length == length
    assert (zoomed.centre - centre) * length == pytest.approx(25, abs=1)
    zoomed.hand.lift()
    zoomed.rest()
    zoomed.tap(cards_in_view(zoomed)[0])
    assert zoomed.view.article.isOpen


def test_drag_that_begins_on_a_card_opens_nothing(zoomed: Stage) -> None:
    """The finger wanted to move the timeline, not to read."""
    card = cards_in_view(zoomed)[0]
    centre = zoomed.centre
    start = card.place.center()
    zoomed.hand.drag(start, start + QPointF(120, 0))
    assert (centre - zoomed.centre) * zoomed.length == pytest.approx(120, abs=1)
    zoomed.hand.lift()
    zoomed.rest()
    assert not zoomed.view.article.isOpen


def test_card_answers_the_finger_at_once(zoomed: Stage) -> None:
    """It looks pressed in the next frame, before the finger has left it."""
    card = cards_in_view(zoomed)[0]
    before = zoomed.picture(card.place)
    zoomed.hand.press({1: card.place.center()})
    assert differing(before, zoomed.picture(card.place)) > 0.05
    zoomed.hand.lift()


def test_zoom_buttons_and_whole_timeline(stage: Stage) -> None:
    """Nothing needs a gesture: buttons zoom in and out and lead back to all of it."""
    stage.begin()
    home, centre = stage.length, stage.centre
    stage.tap("Zoom in")
    stage.rest()
    closer = stage.length
    assert closer > home * 1.5
    stage.tap("Zoom in")
    stage.rest()
    stage.tap("Zoom out")
    stage.rest()
    assert stage.length == pytest.approx(closer, rel=0.001)
    stage.tap("Whole timeline")
    stage.rest()
    assert stage.length == pytest.approx(home)
    assert stage.centre == pytest.approx(centre)


def test_ends_are_elastic(stage: Stage) -> None:
    """Pulled beyond its end the timeline comes back."""
    stage.begin()
    centre = stage.centre
    start = empty_place(stage, 300)
    stage.hand.drag(start, start + QPointF(300, 0))
    assert stage.centre < centre
    stage.hand.lift()
    stage.rest()
    assert stage.centre == pytest.approx(centre, abs=2 / stage.length)


def test_keys_move_and_zoom(stage: Stage) -> None:
    """Arrow keys, plus and minus do what fingers do."""
    stage.begin()
    stage.canvas.forceActiveFocus()
    stage.key(Qt.Key.Key_Plus)
    stage.rest()
    length, centre = stage.length, stage.centre
    stage.key(Qt.Key.Key_Right)
    stage.rest()
    assert stage.centre > centre
    stage.key(Qt.Key.Key_Minus)
    stage.rest()
    assert stage.length < length


def test_era_opens_where_it_is_touched(stage: Stage) -> None:
    """A touch on an era's band shows its time, and what is said of it until one moves on."""
    stage.begin()
    length = stage.length
    stage.tap("The bridge")
    stage.rest()
    assert stage.length > length
    assert stage.centre > stage.view.timeline.unitOf(STONE)
    told = "The bridge. 1935–1995. People cross with dry feet."
    assert stage.the(told)
    assert "People cross with dry feet." in [item.property("text") for item in stage.texts()]
    stage.hand.drag(QPointF(700, 150), QPointF(600, 150))
    assert not stage.has(told)


@pytest.mark.gui_once
def test_era_without_words_is_only_framed(stage: Stage) -> None:
    """Where nothing is said of an era, the exhibit keeps its name at the top."""
    stage.begin()
    length = stage.length
    stage.tap("The ferry")
    stage.rest()
    assert stage.length > length
    assert not [name for name in stage.names() if name.startswith("The ferry.")]


def test_minimap_jumps_and_drags(zoomed: Stage) -> None:
    """The overview leads anywhere: by a touch, and by its handle."""
    overview = next(t for t in zoomed.things() if t.name.startswith("Overview of the whole"))
    zoomed.hand.tap(overview.place.center() + QPointF(overview.place.width() * 0.3, 0))
    zoomed.rest()
    right = zoomed.centre
    assert right > 0.6
    start = overview.place.center() + QPointF(overview.place.width() * 0.3, 0)
    zoomed.hand.drag(start, start - QPointF(overview.place.width() * 0.4, 0))
    zoomed.hand.lift()
    zoomed.rest()
    assert zoomed.centre < right - 0.2
