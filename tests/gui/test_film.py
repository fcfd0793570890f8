"""Film: it moves, it is subtitled, and it is over when one leaves it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from tests.gui.conftest import Stored, make_edition, store_of
from tests.gui.small_exhibit import FILM_CUES, STONE
from tests.gui.stage import Stage, differing, players, playing, position, spin, wait_until

ENGLISH = {words: (start, end) for start, end, words, _ in FILM_CUES}
LITHUANIAN = {words: (start, end) for start, end, _, words in FILM_CUES}
ALT = {"en": "The river changes its colours", "lt": "Upė keičia spalvas"}
BROKEN = "This film cannot be played at the moment. The river changes its colours"
SLACK = 400
"""Milliseconds between what the player says and what is on the screen, at most."""


def frame_of(stage: Stage, language: str = "en") -> QRectF:
    """The upper half of the film, where no caption stands."""
    place = stage.the(ALT[language], QAccessible.Role.Graphic).place
    return place.adjusted(4, 4, -4, -place.height() / 2)


def start_film(stage: Stage, language: str = "en") -> None:
    stage.begin(language)
    stage.view.openEvent(STONE)
    stage.view.openMedium(1)
    wait_until(lambda: playing(stage) and position(stage) > 0, "the film plays")


def test_pixels_change_while_it_plays(stage: Stage) -> None:
    """What is seen of it changes again and again, without anybody touching it."""
    start_film(stage)
    place = frame_of(stage)
    seen = [stage.picture(place)]
    while position(stage) < 4000:
        spin(0.2)
        seen.append(stage.picture(place))
    changes = [differing(one, other) > 0.9 for one, other in pairwise(seen)]
    assert changes.count(True) >= 4
    assert all(picture.pixelColor(20, 20).saturation() > 60 for picture in seen[1:])


def test_pause_stops_the_picture_and_play_goes_on(stage: Stage) -> None:
    """The big button says what it will do."""
    start_film(stage)
    stage.tap("Pause")
    stage.button("Play")
    stage.rest()
    still, at = stage.picture(frame_of(stage)), position(stage)
    spin(0.5)
    assert differing(still, stage.picture(frame_of(stage))) == 0
    assert position(stage) == at
    stage.tap("Play")
    wait_until(lambda: position(stage) > at, "it goes on")


@pytest.mark.parametrize(("language", "cues"), [("en", ENGLISH), ("lt", LITHUANIAN)])
def test_captions_in_the_visitor_s_language(
    stage: Stage, language: str, cues: dict[str, tuple[int, int]]
) -> None:
    """Each is on the screen at its time and gone afterwards; none of the other language is."""
    start_film(stage, language)
    seen: dict[str, list[int]] = {}
    wrong = set(ENGLISH if language == "lt" else LITHUANIAN)

    def watch() -> bool:
        now = position(stage)
        shown = set(stage.names())
        assert not shown & wrong
        for words in shown & set(cues):
            seen.setdefault(words, []).append(now)
        return now > 5600 or now < 0

    wait_until(watch, "the film is over", 40)
    assert set(seen) == set(cues)
    for words, (start, end) in cues.items():
        assert start - SLACK <= min(seen[words])
        assert max(seen[words]) <= end + SLACK


@pytest.mark.gui_once
def test_captions_can_be_switched_off(stage: Stage) -> None:
    """They are on at first; the button takes them away, and a new visitor has them again."""
    start_film(stage)
    words = next(iter(ENGLISH))
    stage.the(words)
    stage.tap("Captions on")
    stage.button("Captions off")
    assert not stage.has(words)
    stage.view.startOver()
    start_film(stage)
    stage.the(words)


def test_leaving_stops_it(stage: Stage, qtbot) -> None:
    """Closed, it neither plays nor draws, and the visit is told."""
    start_film(stage)
    with qtbot.waitSignal(stage.view.viewer.stopped, timeout=5000):
        stage.tap("Close")
    wait_until(lambda: not playing(stage), "nothing plays")
    stage.rest()
    frames = stage.frames
    spin(0.7)
    assert stage.frames == frames
    assert not stage.has(ALT["en"])


def test_stepping_on_stops_it(stage: Stage) -> None:
    """So does the way to its neighbour."""
    start_film(stage)
    stage.tap("Previous picture")
    wait_until(lambda: not playing(stage), "nothing plays")
    stage.the("A drawing of The stone bridge", QAccessible.Role.Graphic)


def test_end_offers_to_play_again(stage: Stage) -> None:
    """At its end it stands still; one touch begins it again."""
    start_film(stage)
    players(stage)[0].setPosition(5600)
    stage.tap("Play again")
    wait_until(lambda: playing(stage) and 0 < position(stage) < 3000, "it plays from the start")


def test_idle_reset_stops_it(open_stage: Callable[..., Stage]) -> None:
    """A film that was paused and left does not keep the kiosk, and nothing plays afterwards."""
    stage = open_stage(idle=3.0)
    start_film(stage)
    stage.tap("Pause")
    stage.the("Are you still there?")
    wait_until(lambda: stage.view.phase == "attract", "the visit is over")
    assert not playing(stage)
    assert not stage.view.viewer.isOpen
    stage.the("Bridges of the town")


@pytest.mark.gui_once
def test_playing_film_is_activity(open_stage: Callable[..., Stage]) -> None:
    """Whoever watches to the end is not asked in the middle of it."""
    stage = open_stage(idle=5.0)
    start_film(stage)

    def watch() -> bool:
        assert stage.view.phase == "exploring" or not playing(stage)
        return not playing(stage)

    wait_until(watch, "the film has ended", 40)
    assert position(stage) > 5000
    wait_until(lambda: stage.view.phase == "warning", "it asks after the film")


@pytest.mark.gui_once
def test_undecodable_film_shows_its_place(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """A film that is no film: a quiet placeholder says what one would have seen."""
    broken = stored.copy(tmp_path)
    (broken.content / "events" / STONE / "river.webm").write_bytes(bytes(range(256)) * 99)
    report = make_edition(broken)
    assert report["errors"] == 1
    stage = open_stage(content=broken.content, state=broken.state)
    stage.window.setProperty("problemsHidden", True)
    stage.begin()
    stage.open(STONE)
    stage.view.openMedium(1)
    stage.the(BROKEN)
    assert not players(stage)
    stage.tap("Close")
    assert stage.reading == STONE


@pytest.mark.qt_log_ignore(r"Could not open media", extend=True)
def test_film_that_fails_while_playing_shows_its_place(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """A disk that gives rubbish all of a sudden blocks nothing, not even the idle reset."""
    own = stored.copy(tmp_path)
    film = (own.content / "events" / STONE / "river.webm").read_bytes()
    objects = store_of(own) / "objects"
    same = [file for file in objects.rglob("*") if file.is_file() and file.read_bytes() == film]
    assert len(same) == 1
    same[0].chmod(0o644)
    same[0].write_bytes(bytes(range(256)) * 99)
    stage = open_stage(content=own.content, state=own.state, idle=4.0)
    stage.begin()
    stage.open(STONE)
    stage.view.openMedium(1)
    stage.the(BROKEN)
    wait_until(lambda: stage.view.phase == "attract", "the visit is over")
