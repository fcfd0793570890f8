"""The first touch."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPointF, Qt

from tests.gui.stage import Stage, differing, spin, wait_until

HURRY = 0.5
"""Seconds; later than Theme.calm * 2 after the visit has begun, a touch is meant."""


def test_touch_anywhere_begins_a_visit(stage: Stage) -> None:
    """A finger on a picture opens the timeline, which looks different."""
    before = stage.picture()
    assert stage.has("Bridges of the town")
    assert not stage.has("Timeline")
    stage.hand.tap(QPointF(640, 60))
    stage.the("Timeline")
    assert stage.view.phase == "exploring"
    assert stage.view.language == "en"
    stage.rest()
    assert differing(before, stage.picture()) > 0.5


@pytest.mark.parametrize(
    ("button", "timeline", "card"),
    [
        ("Lietuvių", "Laiko juosta", "Akmeninis tiltas"),
        ("English", "Timeline", "The stone bridge"),
    ],
)
def test_language_button_begins_in_that_language(
    stage: Stage, button: str, timeline: str, card: str
) -> None:
    """Whatever the exhibit's first language is, the visit speaks the one that was touched."""
    stage.tap(button)
    stage.the(timeline)
    assert stage.card(card)


def test_languages_look_different(stage: Stage) -> None:
    """The words really change on the screen, not only in the tree."""
    stage.begin("en")
    english = stage.picture(stage.card("The stone bridge").place)
    stage.tap("Lietuvių")
    stage.rest()
    lithuanian = stage.picture(stage.card("Akmeninis tiltas").place)
    assert differing(english, lithuanian) > 0.01


def test_invitation_alternates_between_the_languages(stage: Stage) -> None:
    """Who reads only one of the languages is invited, too."""
    stage.button("Touch to begin")
    stage.button("Palieskite ir pradėkite")
    stage.tap("Palieskite ir pradėkite")
    stage.the("Laiko juosta")


def test_pictures_can_be_stopped(stage: Stage) -> None:
    """What moves by itself can be stopped, and that begins no visit."""
    wait_until(lambda: stage.has("Stop the pictures"), "the button is there")
    stage.tap("Stop the pictures")
    stage.button("Let the pictures change")
    assert stage.view.phase == "attract"


def test_a_key_begins_a_visit(stage: Stage) -> None:
    """A keyboard is enough."""
    stage.key(Qt.Key.Key_Space)
    stage.the("Timeline")
    assert stage.view.keyboardUsed


def test_visit_survives_hurried_fingers(stage: Stage) -> None:
    """Many quick touches on the attract screen begin one visit and open nothing by accident."""
    began = time.monotonic()
    for number in range(6):
        if time.monotonic() - began < HURRY:
            stage.hand.tap(QPointF(200 + 150 * number, 60))
    spin(0.2)
    assert stage.view.phase == "exploring"
    assert not stage.view.article.isOpen
