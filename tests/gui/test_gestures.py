"""What hands do that nobody planned: resting palms, several visitors, hurried and lost fingers."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtQuick import QQuickWindow

from tests.gui.stage import Stage, Thing, evaluate, spin, wait_until
from tests.gui.test_timeline import cards_in_view, empty_place, zoomed

__all__ = ["zoomed"]

RESTING = 1.2
"""Seconds after which a finger that does not move is none that drags."""


def far_card(stage: Stage, place: QPointF) -> Thing:
    """The card that is furthest from `place`."""
    return max(cards_in_view(stage), key=lambda card: abs(card.place.center().x() - place.x()))


def assert_drags(stage: Stage, start: QPointF, finger: int = 1) -> None:
    """One finger moves everything pixel by pixel and zooms nothing."""
    centre, length = stage.centre, stage.length
    stage.hand.press({finger: start})
    for way in (8, 20, 33):
        stage.hand.move({finger: start - QPointF(way, 0)})
    assert stage.length == length
    assert (stage.centre - centre) * length == pytest.approx(33, abs=1)


def double_tap(stage: Stage, place: QPointF) -> None:
    hand = stage.hand.hurried()
    hand.tap(place)
    hand.tap(place)


def test_double_tap_zooms_in_about_the_finger(zoomed: Stage) -> None:
    """What is beneath it stays there, at twice the size; a single tap does nothing."""
    place = empty_place(zoomed, 500)
    held, length = zoomed.unit_at(place.x()), zoomed.length
    zoomed.hand.tap(place)
    spin(0.6)
    assert zoomed.length == length
    double_tap(zoomed, place)
    zoomed.rest()
    assert zoomed.length == pytest.approx(2 * length, rel=0.01)
    assert abs(zoomed.unit_at(place.x()) - held) * zoomed.length < 2
    assert not zoomed.view.article.isOpen


def test_double_tap_on_a_card_only_opens_it(zoomed: Stage) -> None:
    """The second tap neither zooms nor touches what has come to lie beneath it."""
    card = cards_in_view(zoomed)[-1]
    length = zoomed.length
    double_tap(zoomed, card.place.center())
    zoomed.rest()
    assert zoomed.view.article.isOpen
    assert zoomed.length == length
    assert not zoomed.view.viewer.isOpen


def test_two_taps_apart_are_no_double_tap(zoomed: Stage) -> None:
    """Two visitors who tap one after the other zoom nothing."""
    left, right = empty_place(zoomed, 300), empty_place(zoomed, 900)
    length = zoomed.length
    hand = zoomed.hand.hurried()
    hand.tap(left)
    hand.tap(right)
    zoomed.rest()
    assert zoomed.length == length


def test_tap_of_two_fingers_zooms_out(zoomed: Stage) -> None:
    """Whatever lies beneath them, nothing opens."""
    cards = cards_in_view(zoomed)
    left, length = cards[0].place.center(), zoomed.length
    hand = zoomed.hand.hurried()
    hand.press({1: left})
    hand.press({2: left + QPointF(90, 0)})
    hand.lift(1)
    hand.lift(2)
    zoomed.rest()
    assert zoomed.length == pytest.approx(length / 2, rel=0.01)
    assert not zoomed.view.article.isOpen


def test_pinch_with_a_thumb_that_stays_opens_nothing(zoomed: Stage) -> None:
    """The finger that does not move during a pinch has not tapped the card beneath it."""
    card = cards_in_view(zoomed)[0]
    thumb, length = card.place.center(), zoomed.length
    hand = zoomed.hand.hurried()
    hand.press({1: thumb})
    hand.press({2: thumb + QPointF(80, 0)})
    for way in (20, 50, 90):
        hand.move({2: thumb + QPointF(80 + way, 0)})
    hand.lift(2)
    hand.lift(1)
    assert zoomed.length > length * 1.5
    zoomed.rest()
    assert not zoomed.view.article.isOpen


def test_touch_that_catches_a_fling_opens_nothing(zoomed: Stage) -> None:
    """It came to stop the timeline, not for the card that ran by."""
    hand = zoomed.hand.hurried()
    for way in (-150, 150) * 4:
        start = cards_in_view(zoomed)[1].place.center()
        hand.press({1: start})
        for step in range(1, 7):
            hand.move({1: start + QPointF(way * step / 6, 0)})
            spin(0.012)
        hand.lift()
        # A busy machine may have taken too long for it to be a throw.
        if evaluate(zoomed.canvas, "view.gliding"):
            hand.tap(start + QPointF(way, 0))
            break
    else:
        pytest.fail("it was never thrown")
    zoomed.rest()
    assert not zoomed.view.article.isOpen


def test_palm_at_rest_leaves_the_drag_alone(zoomed: Stage) -> None:
    """A finger beside a resting palm drags; the palm opens nothing when it leaves."""
    card = cards_in_view(zoomed)[0]
    palm = card.place.center()
    zoomed.hand.press({9: palm})
    spin(RESTING)
    start = empty_place(zoomed)
    assert_drags(zoomed, start)
    zoomed.hand.lift(1)
    zoomed.rest()
    centre, length = zoomed.centre, zoomed.length
    zoomed.hand.move({9: palm + QPointF(3, 0)})
    assert (zoomed.centre, zoomed.length) == (centre, length)
    zoomed.hand.lift()
    zoomed.rest()
    assert not zoomed.view.article.isOpen


def test_sleeve_that_comes_while_dragging_leaves_the_drag_alone(zoomed: Stage) -> None:
    """What touches the glass later and does not move makes no pinch of the drag."""
    start = empty_place(zoomed, 700)
    zoomed.hand.drag(start, start - QPointF(40, 0), steps=4)
    centre, length = zoomed.centre, zoomed.length
    zoomed.hand.press({2: start + QPointF(60, 40)})
    for way in (50, 75, 100):
        zoomed.hand.move({1: start - QPointF(way, 0)})
    assert zoomed.length == length
    assert (zoomed.centre - centre) * length == pytest.approx(60, abs=1)
    zoomed.hand.lift()


def test_palm_that_moves_takes_part(zoomed: Stage) -> None:
    """From then on the two fingers pinch, without a jump."""
    palm = empty_place(zoomed, 500)
    zoomed.hand.press({9: palm})
    spin(RESTING)
    right = palm + QPointF(200, 0)
    zoomed.hand.press({1: right})
    length = zoomed.length
    zoomed.hand.move({9: palm - QPointF(15, 0)})
    assert zoomed.length == pytest.approx(length, rel=0.01)
    held = zoomed.unit_at((palm.x() - 15 + right.x()) / 2)
    for way in (20, 40, 60):
        zoomed.hand.move({9: palm - QPointF(15 + way, 0), 1: right + QPointF(way, 0)})
    assert zoomed.length > length * 1.4
    assert abs(zoomed.unit_at((palm.x() - 15 + right.x()) / 2) - held) * zoomed.length < 2
    zoomed.hand.lift()


def test_one_drags_while_another_presses_a_button(zoomed: Stage) -> None:
    """The button answers and the drag goes on."""
    start = empty_place(zoomed, 700)
    zoomed.hand.drag(start, start - QPointF(40, 0), steps=4)
    zoomed.hand.press({2: zoomed.button("Text size").place.center()})
    zoomed.hand.move({1: start - QPointF(50, 0)})
    zoomed.hand.lift(2)
    assert zoomed.view.textStep == 1
    centre, length = zoomed.centre, zoomed.length
    zoomed.hand.move({1: start - QPointF(80, 0)})
    assert zoomed.length == length
    assert (zoomed.centre - centre) * length == pytest.approx(30, abs=1)
    zoomed.hand.lift()


def test_one_drags_while_another_opens_a_card(zoomed: Stage) -> None:
    """A touch on a card opens it, and does not zoom what somebody else is moving."""
    start = empty_place(zoomed, 1100)
    zoomed.hand.drag(start, start - QPointF(40, 0), steps=4)
    length = zoomed.length
    card = far_card(zoomed, start)
    zoomed.hand.press({2: card.place.center()})
    zoomed.hand.move({1: start - QPointF(46, 0)})
    assert zoomed.length == length
    zoomed.hand.lift(2)
    assert zoomed.view.article.isOpen
    zoomed.hand.lift()
    zoomed.rest()


@pytest.mark.parametrize("steps", [4, 40], ids=["fast", "slow"])
def test_drag_from_card_to_card_opens_neither(zoomed: Stage, steps: int) -> None:
    """Wherever a drag begins and ends, fast or slow, it only drags."""
    first, *_, last = cards_in_view(zoomed)
    start = first.place.center()
    zoomed.hand.drag(start, last.place.center(), steps)
    zoomed.hand.lift()
    zoomed.rest()
    zoomed.hand.drag(start, start + QPointF(30, 0), steps)
    zoomed.hand.drag(start + QPointF(30, 0), start, steps)
    zoomed.hand.lift()
    zoomed.rest()
    assert not zoomed.view.article.isOpen


def test_cancelled_touch_leaves_nothing_stuck(zoomed: Stage) -> None:
    """When the system takes the fingers away, the next one drags as ever."""
    start = empty_place(zoomed)
    zoomed.hand.press({1: start, 2: start + QPointF(120, 0)})
    zoomed.hand.move({1: start - QPointF(20, 0)})
    zoomed.hand.lose()
    zoomed.rest()
    assert_drags(zoomed, start)
    zoomed.hand.lift()


def test_window_that_loses_the_focus_lets_go(zoomed: Stage) -> None:
    """A finger that was on the glass then moves nothing any more, and comes back later."""
    start = empty_place(zoomed)
    zoomed.hand.drag(start, start - QPointF(40, 0))
    other = QQuickWindow()
    other.setGeometry(3000, 0, 50, 50)
    other.show()
    other.requestActivate()
    wait_until(lambda: not zoomed.window.isActive(), "the other window is in front")
    centre = zoomed.centre
    zoomed.hand.move({1: start - QPointF(90, 0)})
    assert zoomed.centre == centre
    zoomed.hand.lift()
    other.close()
    zoomed.window.requestActivate()
    wait_until(zoomed.window.isActive, "the window is in front again")
    assert_drags(zoomed, start)
    zoomed.hand.lift()


def test_ends_give_way_and_come_back_once(stage: Stage) -> None:
    """Beyond the end it follows ever less, and coming back it does not swing over."""
    stage.begin()
    home = stage.centre
    start = empty_place(stage, 300)
    stage.hand.drag(start, start + QPointF(300, 0))
    pulled = (home - stage.centre) * stage.length
    assert 50 < pulled < 200
    stage.hand.lift()
    seen = [stage.centre]
    stage.canvas.centreChanged.connect(lambda: seen.append(stage.centre))
    stage.rest()
    assert seen == sorted(seen)
    assert stage.centre == pytest.approx(home, abs=2 / stage.length)


def test_second_finger_beyond_the_end_does_not_jump(stage: Stage) -> None:
    """A pinch that begins while the end is pulled goes on from there."""
    stage.begin()
    start = empty_place(stage, 300)
    stage.hand.drag(start, start + QPointF(300, 0))
    at = start + QPointF(300, 0)
    stage.hand.press({2: at + QPointF(150, 0)})
    centre, length = stage.centre, stage.length
    stage.hand.move({2: at + QPointF(165, 0)})
    stage.hand.move({2: at + QPointF(167, 0)})
    assert abs(stage.centre - centre) * length < 30
    stage.hand.lift()
    stage.rest()


@pytest.mark.parametrize("seed", [1, 2])
def test_forty_touches_leave_it_as_it_was(stage: Stage, seed: int) -> None:
    """Ten fingers at random for a while: within its limits all the time, and then as ever."""
    stage.begin()
    chance = random.Random(seed)
    down: dict[int, QPointF] = {}
    # Above the bar, whose buttons lead away.
    lowest = int(stage.canvas.mapToScene(QPointF(0, stage.canvas.height())).y()) - 5
    for _ in range(160):
        act = chance.random()
        free = [finger for finger in range(1, 11) if finger not in down]
        if free and (not down or act < 0.3):
            finger = chance.choice(free)
            down[finger] = QPointF(chance.randint(0, 1279), chance.randint(60, lowest))
            stage.hand.press({finger: down[finger]})
        elif act < 0.5:
            finger = chance.choice(list(down))
            stage.hand.lift(finger)
            del down[finger]
        else:
            moving = chance.sample(list(down), chance.randint(1, len(down)))
            for finger in moving:
                down[finger] += QPointF(chance.randint(-90, 90), chance.randint(-40, 40))
            stage.hand.move({finger: down[finger] for finger in moving})
        assert stage.length <= stage.view.timeline.longest * 1.001
        assert -1 < stage.centre < 2
    if down:
        stage.hand.lift()
    stage.rest()
    assert stage.window.isVisible()
    while stage.view.goBack() and stage.view.phase == "exploring":
        pass
    stage.begin()
    stage.tap("Zoom in")
    stage.rest()
    assert_drags(stage, empty_place(stage))
    stage.hand.lift()


def hold(stage: Stage, key: Qt.Key, repeats: int) -> None:
    """Press a key and let it repeat as the system does; it stays down."""
    for number in range(1 + repeats):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QCoreApplication.postEvent(stage.window, held)
        stage.next_frame()


def let_go(stage: Stage, key: Qt.Key) -> None:
    up = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(stage.window, up)
    stage.next_frame()


def test_arrow_that_is_held_glides_until_it_is_let_go(zoomed: Stage) -> None:
    """It only ever goes one way, and stops with the finger."""
    zoomed.canvas.forceActiveFocus()
    seen = [zoomed.centre]
    zoomed.canvas.centreChanged.connect(lambda: seen.append(zoomed.centre))
    hold(zoomed, Qt.Key.Key_Left, repeats=6)
    let_go(zoomed, Qt.Key.Key_Left)
    stopped = zoomed.centre
    zoomed.next_frame()
    zoomed.next_frame()
    assert zoomed.centre == stopped < seen[0]
    assert seen == sorted(seen, reverse=True)


def test_page_keys_go_a_screen_further(zoomed: Stage) -> None:
    """Page Down leads on by most of a screen, Page Up back."""
    zoomed.canvas.forceActiveFocus()
    zoomed.key(Qt.Key.Key_Home)
    zoomed.rest()
    before = zoomed.centre
    zoomed.key(Qt.Key.Key_PageDown)
    zoomed.rest()
    way = (zoomed.centre - before) * zoomed.length
    assert way == pytest.approx(0.8 * zoomed.canvas.width(), abs=2)
    zoomed.key(Qt.Key.Key_PageUp)
    zoomed.rest()
    assert zoomed.centre == pytest.approx(before)


def test_wheel_that_tilts_moves(zoomed: Stage) -> None:
    """To the side it travels, and no further than the end; up and down it zooms."""
    centre, length = zoomed.centre, zoomed.length
    roll(zoomed, QPoint(-120, 0))
    assert zoomed.length == length
    assert (zoomed.centre - centre) * length == pytest.approx(120, abs=1)
    for _ in range(40):
        roll(zoomed, QPoint(-600, 0))
    zoomed.rest()
    assert zoomed.centre <= 1
    roll(zoomed, QPoint(0, 120))
    zoomed.rest()
    assert zoomed.length > length


def roll(stage: Stage, angle: QPoint) -> None:
    """Turn or tilt the wheel of a mouse in the middle of the timeline."""
    place = stage.canvas.mapToScene(QPointF(stage.canvas.width() / 2, 40))
    turned = QWheelEvent(
        place,
        stage.window.mapToGlobal(place),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(stage.window, turned)
    stage.next_frame()
