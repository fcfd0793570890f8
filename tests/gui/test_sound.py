"""Sound with its transcript."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import SOUND_CUES, VOICES, write_cues
from tests.gui.stage import Stage, differing, players, playing, position, spin, wait_until


@pytest.fixture
def listening(stage: Stage) -> Stage:
    stage.begin()
    stage.view.openEvent(VOICES)
    stage.view.openMedium(1)
    wait_until(lambda: playing(stage) and position(stage) > 0, "the sound plays")
    stage.the("Transcript")
    return stage


def current(stage: Stage) -> str:
    """The line of the transcript that is marked."""
    lines = [words for _, _, words, _ in SOUND_CUES]
    marked = [
        thing.name
        for thing in stage.things(QAccessible.Role.Button)
        if thing.name in lines and thing.item.property("current")
    ]
    assert len(marked) <= 1
    return marked[0] if marked else ""


def test_transcript_follows_the_sound(listening: Stage) -> None:
    """Line after line is marked while it is heard, in order."""
    seen: list[str] = []

    def follow() -> bool:
        line = current(listening)
        if line and line not in seen:
            seen.append(line)
        return len(seen) == len(SOUND_CUES)

    wait_until(follow, f"every line was marked; {seen}", 40)
    assert seen == [words for _, _, words, _ in SOUND_CUES]


def test_marked_line_looks_different(listening: Stage) -> None:
    """The mark can be seen, not only told."""
    listening.tap("Pause")
    players(listening)[0].setPosition(200)
    line = SOUND_CUES[0][2]
    wait_until(lambda: current(listening) == line, "the first line is marked")
    listening.rest()
    place = listening.button(line).place
    marked = listening.picture(place)
    players(listening)[0].setPosition(3200)
    wait_until(lambda: current(listening) == SOUND_CUES[2][2], "the third line is marked")
    listening.rest()
    assert differing(marked, listening.picture(place)) > 0.005


@pytest.mark.gui_once
def test_touching_a_line_jumps_there(listening: Stage) -> None:
    """A line is a way to its place in the sound, forward and back."""
    for number in (3, 1):
        start, end, words, _ = SOUND_CUES[number]
        listening.tap(words)
        wait_until(lambda s=start, e=end: s <= position(listening) < e + 900, f"it is at {words}")
        wait_until(lambda w=words: current(listening) in (w, _following(w)), "it is marked")


def _following(words: str) -> str:
    lines = [line for _, _, line, _ in SOUND_CUES]
    return [*lines[1:], ""][lines.index(words)]


@pytest.mark.gui_once
def test_volume_by_buttons(listening: Stage) -> None:
    """Louder and quieter change what is heard and say how loud it is."""
    output = players(listening)[0].audioOutput()
    before = output.volume()
    listening.tap("Louder")
    assert output.volume() == pytest.approx(before + 0.1, abs=0.01)
    listening.tap("Quieter")
    listening.tap("Quieter")
    assert output.volume() == pytest.approx(before - 0.1, abs=0.01)
    assert listening.button("Louder").description == "Volume, 50 %"


@pytest.mark.gui_once
def test_closing_silences_it(listening: Stage) -> None:
    """Nothing is heard on the timeline."""
    listening.tap("Close")
    wait_until(lambda: not playing(listening), "nothing plays")


def test_loudness_is_drawn_along_the_way(listening: Stage) -> None:
    """A steady tone is tall everywhere; what has been heard is brass, what is to come is not."""
    listening.tap("Pause")
    players(listening)[0].setPosition(3000)
    listening.rest()
    place = next(iter(listening.things(QAccessible.Role.Slider))).place
    image = listening.picture(place)
    row = [image.pixelColor(x, image.height() // 6) for x in range(image.width())]
    brass = [x for x, colour in enumerate(row) if colour.name() == "#c8a96a"]
    assert len(brass) > image.width() * 0.15
    assert max(brass) < image.width() * 0.6
    assert sum(colour.lightness() > 60 for colour in row[image.width() // 2 :]) > len(row) * 0.1


def many_lines(stored: Stored, folder: Path) -> Stored:
    """The same sound with a transcript that does not fit on the screen."""
    own = stored.copy(folder)
    cues = tuple((n * 200, n * 200 + 200, f"Line {n}.", f"Eilutė {n}.") for n in range(30))
    write_cues(own.content / "events" / VOICES / "voices", cues)
    make_edition(own)
    return own


def test_transcript_yields_to_the_finger(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """It scrolls by itself, not against a hand, and follows again once a line is touched."""
    own = many_lines(stored, tmp_path)
    stage = open_stage(content=own.content, state=own.state)
    stage.begin()
    stage.view.openEvent(VOICES)
    stage.view.openMedium(1)
    transcript = stage.the("Transcript", QAccessible.Role.List)
    place = stage.seen(transcript)
    wait_until(lambda: transcript.item.property("contentY") > 0, "it scrolls by itself")
    players(stage)[0].setPosition(0)
    wait_until(lambda: transcript.item.property("contentY") < 5, "it is at the beginning")
    low = QPointF(place.center().x(), place.bottom() - 20)
    stage.hand.drag(low, low - QPointF(0, place.height() * 0.7))
    stage.hand.lift()
    wait_until(lambda: not transcript.item.property("moving"), "it has come to rest")
    there = transcript.item.property("contentY")
    spin(0.7)
    assert playing(stage)
    assert transcript.item.property("contentY") == there > 20
    lines = [t for t in stage.things(QAccessible.Role.Button) if t.name.startswith("Line ")]
    inside = [line for line in lines if place.contains(line.place)]
    stage.tap(inside[-1])
    wait_until(lambda: transcript.item.property("contentY") != there, "it follows again")


FORMATS = {"mp3": "libmp3lame", "wav": "pcm_s16le", "m4a": "aac", "flac": "flac", "opus": "libopus"}


@pytest.mark.gui_once
def test_each_format_is_heard_with_its_transcript(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """As the small exhibit's Vorbis."""
    own = stored.copy(tmp_path)
    place = own.content / "events" / VOICES
    more = ""
    for suffix, coder in FORMATS.items():
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-i", str(place / "voices.ogg")]
        file = place / f"again.{suffix}"
        subprocess.run([*command, "-c:a", coder, str(file)], check=True, timeout=60)
        more += f"  - {{file: {file.name}, alt: {{en: a, lt: b}}, credit: c, rights: CC0,\n"
        more += "     transcript: {en: voices.en.vtt, lt: voices.lt.vtt}}\n"
    with (place / "event.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(more)
    assert not {"errors", "warnings"} & make_edition(own).keys()
    stage = open_stage(content=own.content, state=own.state)
    stage.begin()
    stage.view.openEvent(VOICES)
    for number in range(2, 2 + len(FORMATS)):
        stage.view.openMedium(number)
        wait_until(lambda: playing(stage) and position(stage) > 0, f"number {number} plays")
        assert stage.view.viewer.peaks
        stage.the(SOUND_CUES[0][2])
