"""What visitors find in a picture: points, a story in steps, and a second picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import STONE, TITLES
from tests.gui.stage import Stage, wait_until

_MORE = """\
    hotspots:
      - {x: 10, y: 20, title: {en: The bank, lt: Krantas}, text: {en: Sand., lt: Smėlis.}}
      - {x: 90, y: 95, title: {en: The pier, lt: Ramstis}, text: {en: Oak., lt: Ąžuolas.}}
    zoom_story:
      - {x: 0, y: 0, width: 25, height: 25, text: {en: It begins here., lt: Čia prasideda.}}
      - {x: 50, y: 50, width: 50, height: 50, text: {en: It ends here., lt: Čia baigiasi.}}
    compare: {file: today.png, before: {en: Then, lt: Tada}, after: {en: Now, lt: Dabar}}
"""
PICTURE = f"Look closer. A drawing of {TITLES[STONE][0]}"


@pytest.fixture
def stage(stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]) -> Stage:
    """The picture of one event fills the screen; the second picture is all blue."""
    own = stored.copy(tmp_path)
    folder = own.content / "events" / STONE
    blue = QImage(2560, 1600, QImage.Format.Format_RGB32)
    blue.fill(QColor("#0000ff"))
    blue.save(str(folder / "today.png"))
    file = folder / "event.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    rights: CC0\n", "    rights: CC0\n" + _MORE, 1), "utf-8")
    assert "problems" not in make_edition(own)
    stage = open_stage(content=own.content, state=own.state)
    stage.begin()
    stage.open(STONE)
    stage.tap(PICTURE)
    stage.rest()
    return stage


def colour(stage: Stage, place: QPointF) -> QColor:
    return QColor(stage.picture().pixel(round(place.x()), round(place.y())))


def share_of_blue(stage: Stage) -> float:
    """How much of the screen shows the second picture."""
    image = stage.picture().scaled(160, 90)
    pixels = [QColor(image.pixel(x, y)) for x in range(160) for y in range(90)]
    return sum(pixel.blue() > 200 and pixel.red() < 60 for pixel in pixels) / len(pixels)


def test_points_open_their_notes(stage: Stage) -> None:
    """Touched or pressed by assistive technology; Escape closes the note and not the picture."""
    stage.tap("1. The bank")
    assert stage.the("The bank. Sand.", QAccessible.Role.Grouping)
    stage.rest()
    stage.tap("The next note")
    assert stage.the("The pier. Oak.")
    stage.rest()
    mark, note = stage.the("2. The pier"), stage.the("The pier. Oak.")
    assert not mark.place.intersects(note.place)
    stage.key(Qt.Key.Key_Escape)
    assert not stage.has("The pier. Oak.")
    assert stage.view.viewer.isOpen
    stage.tap("Points")
    assert not stage.has("2. The pier")
    stage.key(Qt.Key.Key_Escape)
    assert not stage.view.viewer.isOpen


@pytest.mark.gui_once
def test_story_comes_closer_step_by_step(stage: Stage) -> None:
    """Each part fills the view; the end shows the whole picture; a new language goes on."""
    picture = stage.the(f"A drawing of {TITLES[STONE][0]}", QAccessible.Role.Graphic).item
    image = next(child for child in picture.childItems() if child.inherits("QQuickImage"))
    assert image.scale() == 1
    stage.tap("Look closer, step by step")
    stage.rest()
    closer = image.scale()
    assert closer > 1.5
    assert "It begins here." in [item.property("text") for item in stage.texts()]
    stage.tap("The next note")
    stage.rest()
    assert 1 < image.scale() < closer
    stage.view.speak("lt")
    stage.next_frame()
    assert "Čia baigiasi." in [item.property("text") for item in stage.texts()]
    stage.tap("Visas vaizdas")
    wait_until(lambda: image.scale() == 1, "the whole picture is there")


def test_slider_uncovers_the_second_picture(stage: Stage) -> None:
    """By finger, by keys and through assistive technology; each picture has its words."""
    handle = stage.the("Compare: Then on the left, Now on the right", QAccessible.Role.Slider)
    stage.rest()
    half = share_of_blue(stage)
    assert half > 0.05
    middle = stage.seen(handle).center()
    stage.hand.drag(middle, middle - QPointF(250, 0))
    stage.rest()
    assert share_of_blue(stage) > half * 1.3
    words = [item.property("text") for item in stage.texts()]
    assert "Now" in words
    handle.item.forceActiveFocus()
    for _ in range(14):
        stage.key(Qt.Key.Key_Right)
    assert share_of_blue(stage) < half


@pytest.mark.gui_once
def test_another_visit_begins_anew(stage: Stage) -> None:
    """Nothing of what the last visitor opened is there for the next."""
    stage.tap("1. The bank")
    stage.view.startOver()
    stage.begin()
    stage.open(STONE)
    stage.tap(PICTURE)
    stage.rest()
    assert not stage.has("The bank. Sand.")
    assert stage.has("1. The bank")
