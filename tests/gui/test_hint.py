"""The hint on the timeline: there for a stranger, and gone as soon as anything happens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from tests.gui.stage import Stage, spin, wait_until
from tests.gui.test_timeline import empty_place

HINT = "Drag to travel through time. Spread two fingers to come closer."


@pytest.fixture
def hinted(stage: Stage) -> Stage:
    """A visit in which the hint has come by itself."""
    stage.begin()
    wait_until(lambda: stage.has(HINT), "the hint is there")
    stage.rest()
    return stage


def gone(stage: Stage) -> None:
    wait_until(lambda: not stage.has(HINT), "the hint is gone")


def test_hint_blocks_no_touch_and_leaves_at_the_first(hinted: Stage) -> None:
    """A drag that begins on it moves the timeline, and it does not come again in this visit."""
    start = hinted.the(HINT).place.center()
    centre, length = hinted.centre, hinted.length
    hinted.hand.drag(start, start + QPointF(60, 0))
    assert (centre - hinted.centre) * length > 15
    hinted.hand.lift()
    gone(hinted)
    hinted.rest()
    hinted.tap("Whole timeline")
    hinted.rest()
    assert not hinted.has(HINT)


def test_hint_leaves_at_a_key(hinted: Stage) -> None:
    """Whoever uses keys needs no word on fingers."""
    hinted.key(Qt.Key.Key_Tab)
    gone(hinted)


def test_hint_does_not_come_once_something_was_touched(stage: Stage) -> None:
    """Who has begun by themselves is told nothing."""
    stage.begin()
    stage.hand.tap(empty_place(stage))
    spin(1.8)
    assert not stage.has(HINT)


def test_next_visitor_gets_the_hint_again(hinted: Stage) -> None:
    """The reset forgets that it has been there."""
    hinted.tap("Zoom in")
    gone(hinted)
    hinted.view.startOver()
    hinted.rest()
    hinted.begin()
    wait_until(lambda: hinted.has(HINT), "the hint is there again")
