"""The language can be changed at any moment and takes nothing away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from kiosk.viewmodels.texts import interface_texts
from tests.gui.small_exhibit import STONE, TITLES
from tests.gui.stage import Stage, differing, players, playing, position, spin, wait_until
from tests.gui.test_film import start_film

LITHUANIAN = interface_texts("lt", {})


def test_timeline_stays_where_it_is(stage: Stage) -> None:
    """Zoomed in and moved aside: the words change, the place does not."""
    stage.begin()
    for _ in range(2):
        stage.tap("Zoom in")
        stage.rest()
    place, before = (stage.centre, stage.length), stage.picture()
    stage.tap("Lietuvių")
    stage.rest()
    assert (stage.centre, stage.length) == place
    stage.the("Laiko juosta")
    assert stage.card(TITLES[STONE][1])
    assert not stage.has("Timeline")
    assert differing(before, stage.picture()) > 0.003
    stage.tap("English")
    stage.rest()
    assert (stage.centre, stage.length) == place
    assert differing(before, stage.picture()) < 0.003


def test_year_stays_that_of_the_middle(stage: Stage) -> None:
    """However far one has gone since cards were last loaded."""
    stage.begin()
    for _ in range(2):
        stage.tap("Zoom in")
        stage.rest()
    start = stage.seen(stage.the("Timeline")).center()
    year = stage.view.timeline.year
    stage.hand.press({1: start})
    while stage.view.timeline.year == year:
        start = QPointF(start.x() - 20, start.y())
        stage.hand.move({1: start})
    year = stage.view.timeline.year
    stage.view.speak("lt")
    stage.next_frame()
    assert stage.view.timeline.year == year
    stage.hand.lift()


def test_article_stays_open(stage: Stage) -> None:
    """The same article in the other language, word for word."""
    stage.begin()
    stage.open(STONE)
    centre = stage.centre
    stage.the("Whoever wanted to trade had to wait.")
    stage.tap("Lietuvių")
    stage.rest()
    assert stage.reading == STONE
    assert stage.centre == pytest.approx(centre)
    stage.the("Kas norėjo prekiauti, turėjo laukti.")
    stage.the(LITHUANIAN["close_article"])
    assert not stage.has("Whoever wanted to trade had to wait.")


def test_film_goes_on(stage: Stage) -> None:
    """Neither a jump nor a pause; the captions are in the other language from now on."""
    start_film(stage)
    stage.the("The river is high.")
    player, at = players(stage)[0], position(stage)
    stage.tap("Lietuvių")
    stage.the("Upė patvinusi.")
    assert players(stage) == [player]
    assert playing(stage)
    assert at <= position(stage) < at + 3000
    now = position(stage)
    wait_until(lambda: position(stage) > now, "the film goes on")


def test_restless_finger_on_the_languages(stage: Stage) -> None:
    """Switched ten times in a row, also while the timeline still moves."""
    stage.begin()
    stage.tap("Zoom in")
    for number in range(10):
        stage.tap("Lietuvių" if number % 2 == 0 else "English")
        spin(0.02)
    stage.rest()
    assert stage.view.language == "en"
    stage.the("Timeline")


def test_home_language_is_that_of_the_station(stage: Stage) -> None:
    """After the visit the next one begins in the usual language again."""
    stage.begin("lt")
    stage.tap(LITHUANIAN["start_over"])
    assert stage.view.language == "en"
    stage.the("Bridges of the town")
