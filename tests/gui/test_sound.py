"""Sound with its transcript."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from tests.gui.small_exhibit import SOUND_CUES, VOICES
from tests.gui.stage import Stage, differing, players, playing, position, wait_until


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
