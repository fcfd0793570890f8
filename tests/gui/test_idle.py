"""Nobody is there any more: the question, the countdown and the reset."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF

from kiosk.viewmodels.texts import interface_texts
from tests.gui.small_exhibit import NIGHT, STONE, VOICES
from tests.gui.stage import Stage, differing, players, playing, spin, wait_until

LITHUANIAN = interface_texts("lt", {})
QUESTION = "Are you still there?"


@pytest.fixture
def hurried(open_stage: Callable[..., Stage]) -> Stage:
    """Asks after three seconds, and resets after three more."""
    return open_stage(idle=6.0)


def attract(stage: Stage) -> None:
    wait_until(lambda: stage.view.phase == "attract", "the visit is over")
    stage.the("Bridges of the town")


def test_warning_then_attract_screen(hurried: Stage) -> None:
    """The question fills the screen, counts down visibly, and gives way to the attract screen."""
    hurried.begin()
    before = hurried.picture()
    hurried.the(QUESTION)
    assert hurried.button("I’m still here")
    assert differing(before, hurried.picture()) > 0.1
    counted = {hurried.view.secondsLeft}
    wait_until(
        lambda: counted.add(hurried.view.secondsLeft) or hurried.view.phase == "attract",
        "the visit is over",
    )
    assert {1, 2, 3} <= counted
    hurried.the("Bridges of the town")
    assert not hurried.has("Timeline")


@pytest.mark.gui_once
@pytest.mark.parametrize("place", [None, QPointF(30, 30)], ids=["button", "anywhere"])
def test_touch_answers_the_warning(hurried: Stage, place: QPointF | None) -> None:
    """The button or any other place: the visitor is where he was, and nothing else happened."""
    hurried.begin()
    hurried.view.openEvent(STONE)
    hurried.the(QUESTION)
    centre, length = hurried.centre, hurried.length
    if place is None:
        hurried.tap("I’m still here")
    else:
        hurried.hand.tap(place)
    assert hurried.view.phase == "exploring"
    assert not hurried.has(QUESTION)
    assert hurried.reading == STONE
    assert (hurried.centre, hurried.length) == pytest.approx((centre, length))


@pytest.mark.gui_once
def test_leaving_from_the_warning(hurried: Stage) -> None:
    """Its other button leads to the attract screen at once."""
    hurried.begin()
    hurried.the(QUESTION)
    hurried.tap("Start over")
    attract(hurried)
    spin(0.3)
    assert hurried.view.phase == "attract"


@pytest.mark.gui_once
def test_touches_put_it_off(hurried: Stage) -> None:
    """As long as somebody touches something nobody is asked."""
    hurried.begin()
    for _ in range(5):
        spin(1)
        assert hurried.view.phase == "exploring"
        hurried.tap("Zoom in")


@pytest.mark.gui_once
def test_everything_goes_back(hurried: Stage) -> None:
    """Language, text size, zoom, volume, what was open and what was agreed to."""
    hurried.begin()
    home = (hurried.centre, hurried.length)
    hurried.view.openEvent(NIGHT)
    hurried.view.article.confirm()
    hurried.view.openEvent(VOICES)
    hurried.view.openMedium(1)
    hurried.tap("Louder")
    assert hurried.button("Louder").description == "Volume, 70 %"
    hurried.tap("Pause")
    hurried.tap("Zoom in")
    hurried.tap("Lietuvių")
    hurried.tap(LITHUANIAN["text_size"])
    assert hurried.view.textStep == 1
    hurried.the(LITHUANIAN["still_there"])
    attract(hurried)
    assert hurried.view.language == "en"
    assert hurried.view.textStep == 0
    assert not hurried.view.viewer.isOpen
    assert not hurried.view.article.isOpen
    assert not playing(hurried)
    hurried.begin()
    assert (hurried.centre, hurried.length) == pytest.approx(home)
    hurried.view.openEvent(NIGHT)
    hurried.button("Show the article")
    hurried.view.openEvent(VOICES)
    hurried.view.openMedium(1)
    assert hurried.button("Louder").description == "Volume, 60 %"
    assert players(hurried)[0].audioOutput().volume() == pytest.approx(0.6, abs=0.01)


def test_start_over_needs_no_waiting(stage: Stage) -> None:
    """A visitor who leaves may say so, also in the middle of a film."""
    stage.begin()
    stage.view.openEvent(STONE)
    stage.view.openMedium(1)
    wait_until(lambda: playing(stage), "the film plays")
    stage.tap("Start over")
    attract(stage)
    wait_until(lambda: not playing(stage), "nothing plays")
