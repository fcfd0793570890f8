"""What an article says beside its text: themes, era, place, sources, rights, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QColor

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import FLOOD, STONE, TITLES
from tests.gui.stage import Stage, wait_until


@pytest.fixture
def own(stored: Stored, tmp_path: Path) -> Stored:
    return stored.copy(tmp_path)


def continue_event(own: Stored, event: str, more: str) -> None:
    """Write `more` below an event.yaml and make an edition of it."""
    file = own.content / "events" / event / "event.yaml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert "problems" not in make_edition(own)


def drawn(stage: Stage) -> list[str]:
    return [str(item.property("text")) for item in stage.texts()]


def scroll_to(stage: Stage, name: str) -> None:
    pages = stage.window.findChild(QObject, "pages")
    below = stage.the(name).place.y() - pages.mapToScene(pages.position()).y()
    pages.setProperty("contentY", max(0.0, pages.property("contentY") + below - 100))
    stage.rest()


@pytest.mark.gui_once
def test_themes_and_lane_are_read_and_heard(stage: Stage) -> None:
    """As words, the lane first, and in one breath for those who listen; in either language."""
    stage.begin()
    stage.open(STONE)
    assert stage.the("Themes: The town, Building, Water", QAccessible.Role.StaticText)
    assert {"The town", "Building", "Water"} <= set(drawn(stage))
    stage.view.speak("lt")
    assert stage.the("Temos: Miestas, Statyba, Vanduo", QAccessible.Role.StaticText)


def test_icons_of_themes_are_drawn(stage: Stage) -> None:
    """One of ours and one of the exhibit's own: pixels, not an empty place."""
    stage.begin()
    stage.open(STONE)
    scroll_to(stage, "Themes: The town, Building, Water")
    words = stage.the("Themes: The town, Building, Water").item
    images = [
        child
        for topic in words.childItems()
        for child in topic.childItems()
        if child.inherits("QQuickImage") and child.isVisible()
    ]
    assert len(images) == 2
    for image in images:
        wait_until(lambda image=image: image.property("paintedWidth") > 0, "the icon is there")
        corner = image.mapToScene(image.boundingRect().topLeft())
        pixels = stage.picture(image.boundingRect().translated(corner))
        colours = {
            pixels.pixel(x, y) for x in range(pixels.width()) for y in range(pixels.height())
        }
        assert len(colours) > 3


@pytest.mark.gui_once
def test_era_and_place_stand_at_the_end(stage: Stage) -> None:
    """The era with its summary, the place with its coordinates as the language has them."""
    stage.begin()
    stage.open(STONE)
    assert stage.the("Era: The bridge. People cross with dry feet.")
    assert stage.the("Place: At the river. 54.90° N, 23.46° W")
    stage.view.speak("lt")
    assert stage.the("Laikotarpis: Tiltas. Žmonės pereina sausomis kojomis.")
    assert stage.the("Vieta: Prie upės. 54,90° š. pl., 23,46° v. ilg.")


def test_place_is_on_the_map(stage: Stage) -> None:
    """Its dot in the accent colour where it belongs, land and water around it; and it is said."""
    stage.begin()
    stage.open(STONE)
    scroll_to(stage, "Place: At the river. 54.90° N, 23.46° W")
    plan = stage.the("Map: At the river and the other places of this exhibit").item
    assert plan.isVisible()
    corner = plan.mapToScene(plan.boundingRect().topLeft())
    stage.next_frame()
    pixels = stage.picture(plan.boundingRect().translated(corner))
    found = {
        QColor(pixels.pixel(x, y)).name()
        for x in range(0, pixels.width(), 2)
        for y in range(0, pixels.height(), 2)
    }
    assert {plan.property("colors")[name].name() for name in ("sea", "land", "mark")} <= found


def test_rights_and_origin_are_said(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """The viewer names the licence in words and where a picture is from; a source has its address.

    Addresses are there to be written down: nothing of them can be touched.
    """
    file = own.content / "events" / STONE / "event.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "rights: CC0", "rights: CC-BY-4.0\n    source: https://www.archive.example/box/7", 1
    ).replace("lt: Miesto kronika}", "lt: Miesto kronika}\n    url: https://chronicle.example/p/9")
    file.write_text(text, encoding="utf-8")
    assert "problems" not in make_edition(own)
    stage = open_stage(content=own.content, state=own.state)
    stage.begin()
    stage.open(STONE)
    assert stage.the("chronicle.example/p/9", QAccessible.Role.StaticText)
    touchable = [*stage.things(QAccessible.Role.Button), *stage.things(QAccessible.Role.Link)]
    assert not [thing for thing in touchable if "chronicle" in thing.name]
    stage.tap(f"Look closer. A drawing of {TITLES[STONE][0]}")
    stage.rest()
    licence = "Creative Commons Attribution 4.0 International"
    assert f"Drawn for this test · {licence}" in drawn(stage)
    assert "Source: archive.example/box/7" in drawn(stage)
    assert "This station has no loudspeaker at the moment." not in drawn(stage)
    stage.view.speak("lt")
    stage.next_frame()
    licence = "Creative Commons Priskyrimas 4.0 Tarptautinė"
    assert f"Drawn for this test · {licence}" in drawn(stage)


def test_draft_is_marked_in_the_window(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """Its card and its article say that visitors do not see it; other cards say nothing."""
    continue_event(own, FLOOD, "draft: true\n")
    stage = open_stage(watch=True, content=own.content, state=own.state)
    title, date = TITLES[FLOOD][0], "12 April 1920"
    stage.begin()
    wait_until(lambda: stage.find(f"{title}. Draft · {date}"), "the draft is shown", 40)
    assert [name for name in stage.names() if "Draft" in name] == [f"{title}. Draft · {date}"]
    assert f"Draft · {date}" in drawn(stage)
    stage.open(FLOOD)
    assert "This event is a draft. Visitors do not see it." in drawn(stage)
    stage.open(STONE)
    assert "This event is a draft. Visitors do not see it." not in drawn(stage)


@pytest.mark.gui_once
def test_draft_is_not_on_the_floor(own: Stored, open_stage: Callable[..., Stage]) -> None:
    continue_event(own, FLOOD, "draft: true\n")
    stage = open_stage(content=own.content, state=own.state, windowed=False, window_size=None)
    stage.begin()
    assert stage.view.timeline.count == len(TITLES) - 1
