"""Film: it moves, it is subtitled, and it is over when one leaves it."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible

from kiosk.station.probe import pss_mb
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


def shown(stage: Stage) -> bool:
    """Whether the button that pauses can be seen: brass is on the screen in its place."""
    place = stage.button("Pause").place.adjusted(8, 8, -8, -8)
    return stage.picture(place).pixelColor(2, 2).name() == "#c8a96a"


def test_controls_leave_and_come_back_at_a_touch(stage: Stage) -> None:
    """The first touch only brings them back; where it pauses, they stay."""
    start_film(stage)
    assert shown(stage)
    button = stage.button("Pause")
    wait_until(lambda: not shown(stage), "the controls have left")
    stage.tap(button)
    wait_until(lambda: shown(stage), "the controls are back")
    assert playing(stage)
    stage.tap(button)
    stage.button("Play")
    spin(3.3)
    place = stage.button("Play").place.adjusted(8, 8, -8, -8)
    assert stage.picture(place).pixelColor(2, 2).name() == "#c8a96a"


@pytest.mark.gui_once
def test_controls_stay_for_keys_and_assistive_technology(stage: Stage) -> None:
    """Whoever cannot aim needs them all the time."""
    start_film(stage)
    stage.key(Qt.Key.Key_Tab)
    spin(3.3)
    assert shown(stage)


def test_sign_language_goes_along_and_can_be_moved(stage: Stage) -> None:
    """It is switched on beside play, is in step, and goes where it is not in the way."""
    start_film(stage)
    stage.tap("Sign language off")
    inset = stage.the("Move the sign language")
    wait_until(lambda: len(players(stage)) == 2 and in_step(stage), "both are in step")
    blue = stage.picture(inset.place).pixelColor(10, 10)
    assert blue.saturation() > 60
    stage.tap(inset)
    moved = stage.the("Move the sign language")
    assert moved.place.right() < inset.place.left()
    players(stage)[0].setPosition(4000)
    wait_until(lambda: in_step(stage) and position(stage) >= 4000, "both are in step again")
    stage.tap("Sign language on")
    wait_until(lambda: len(players(stage)) == 1, "only the film is left")
    assert not stage.has("Move the sign language")


def in_step(stage: Stage) -> bool:
    one, other = players(stage)
    return other.isPlaying() and abs(one.position() - other.position()) < 250


@pytest.mark.gui_once
def test_audio_description_is_heard_in_place_of_the_film(stage: Stage) -> None:
    """One sound at a time, in step with the picture; a new visitor hears the film."""
    start_film(stage)
    film = players(stage)[0]
    loud = film.audioOutput().volume()
    stage.tap("Audio description off")
    wait_until(lambda: len(players(stage)) == 2 and in_step(stage), "the voice is in step")
    voice = next(player for player in players(stage) if player != film)
    wait_until(lambda: film.audioOutput().volume() == 0, "the film is silent")
    assert voice.audioOutput().volume() == pytest.approx(loud)
    stage.view.startOver()
    start_film(stage)
    assert len(players(stage)) == 1
    assert players(stage)[0].audioOutput().volume() == pytest.approx(loud)


def test_scrubbing_shows_where_one_would_be(stage: Stage) -> None:
    """A still and the time stand above the finger; the film goes there when it is lifted."""
    start_film(stage)
    stage.tap("Pause")
    slider = next(iter(stage.things(QAccessible.Role.Slider)))
    place = slider.place
    above = place.translated(0, -place.height() * 1.6)
    before = stage.picture(above)
    at = position(stage)
    point = QPointF(place.left() + place.width() * 0.72, place.center().y())
    stage.hand.drag(place.center(), point)
    stage.rest()
    assert position(stage) == at
    assert differing(before, stage.picture(above)) > 0.02
    assert {"0:04"} & {str(text.property("text")) for text in stage.texts()}
    stage.hand.lift()
    wait_until(lambda: 3900 < position(stage) < 5300, "the film is there")


FORMATS = {
    "mp4": ("libx264", ("-pix_fmt", "yuv420p", "-preset", "ultrafast")),
    "webm": ("libvpx-vp9", ("-deadline", "realtime", "-cpu-used", "8")),
}


@pytest.mark.gui_once
@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_plays_with_its_captions(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage], suffix: str
) -> None:
    """H.264 and VP9 as the small exhibit's VP8: the picture moves and the words are read."""
    own = stored.copy(tmp_path)
    coder, options = FORMATS[suffix]
    place = own.content / "events" / STONE
    old, new = place / "river.webm", place / f"again.{suffix}"
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-i", str(old), "-c:v", coder]
    subprocess.run([*command, *options, str(new)], check=True, timeout=60)
    old.unlink()
    yaml = place / "event.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("file: river.webm", f"file: {new.name}"))
    assert not {"errors", "warnings"} & make_edition(own).keys()
    stage = open_stage(content=own.content, state=own.state)
    start_film(stage)
    first = stage.picture(frame_of(stage))
    stage.the(next(iter(ENGLISH)))
    assert differing(first, stage.picture(frame_of(stage))) > 0.9


@pytest.mark.slow
def test_a_thousand_films_leave_nothing_behind(stage: Stage) -> None:
    """Opened and left again and again, films hold no more memory than the first few did."""
    changes = int(os.environ.get("KIOSK_SOAK", "1000"))
    start_film(stage)
    weighed = []
    for number in range(changes + 1):
        if number in (changes // 10, changes):
            stage.view.viewer.close()
            spin(1)
            gc.collect()
            weighed.append(pss_mb())
            stage.view.openMedium(1)
        stage.view.viewer.step(-1)
        stage.next_frame()
        stage.view.viewer.step(1)
        wait_until(lambda: playing(stage) and position(stage) > 0, "the film plays")
    print(f"PSS {weighed[0]:.0f} MB after a tenth, {weighed[1]:.0f} MB at the end")
    assert weighed[1] < weighed[0] * 1.05


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
