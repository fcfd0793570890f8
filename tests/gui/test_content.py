"""The content folder changes while the kiosk runs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from kiosk.resources import example_content
from kiosk.station.editions import EditionStore
from tests.gui.conftest import Stored, store_of
from tests.gui.small_exhibit import FLOOD, STONE, TITLES
from tests.gui.stage import Stage, spin, wait_until

NEW_TITLE = "The bridge of stone"


@pytest.fixture
def own(stored: Stored, tmp_path: Path) -> Stored:
    return stored.copy(tmp_path)


def event_file(own: Stored, event: str) -> Path:
    return own.content / "events" / event / "event.yaml"


def rename(own: Stored) -> None:
    """Give the stone bridge a new title, as an editor would."""
    file = event_file(own, STONE)
    text = file.read_text(encoding="utf-8").replace("{en: The stone bridge", f"{{en: {NEW_TITLE}")
    file.write_text(text, encoding="utf-8")


def problems(stage: Stage) -> list[str]:
    return [thing.name for thing in stage.things(QAccessible.Role.ListItem)]


def stage_of(own: Stored, open_stage: Callable[..., Stage], windowed: bool = True) -> Stage:
    return open_stage(
        watch=True,
        content=own.content,
        state=own.state,
        windowed=windowed,
        window_size=(1280, 720) if windowed else None,
    )


def test_changed_title_appears(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """In a window a saved change is soon on the screen, where one is looking."""
    stage = stage_of(own, open_stage)
    stage.begin()
    stage.tap("Zoom in")
    stage.rest()
    place = (stage.centre, stage.length)
    rename(own)
    wait_until(lambda: any(n.startswith(NEW_TITLE) for n in stage.names()), "the title is new", 40)
    assert (stage.centre, stage.length) == pytest.approx(place)
    assert problems(stage) == []


@pytest.mark.gui_once
def test_broken_file_is_named_and_the_rest_stands(
    own: Stored, open_stage: Callable[..., Stage]
) -> None:
    """A mistake costs its event; the panel says where it is; mended, both are as before."""
    stage = stage_of(own, open_stage)
    stage.begin()
    file = event_file(own, FLOOD)
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("1920-04-12", "the 12th of April"), encoding="utf-8")
    wait_until(lambda: problems(stage), "the problem is shown", 40)
    assert problems(stage)[0].startswith(f"events/{FLOOD}/event.yaml, Line 1, ")
    assert stage.view.timeline.count == len(TITLES) - 1
    assert stage.card(TITLES[STONE][0])
    file.write_text(good, encoding="utf-8")
    wait_until(lambda: not problems(stage), "the problem is gone", 40)
    wait_until(lambda: stage.view.timeline.count == len(TITLES), "the event is back")


@pytest.mark.gui_once
def test_unreadable_exhibit_leaves_everything_standing(
    own: Stored, open_stage: Callable[..., Stage]
) -> None:
    """Even a broken exhibit.yaml takes nothing from the screen."""
    stage = stage_of(own, open_stage)
    stage.begin()
    (own.content / "exhibit.yaml").write_text("title: [", encoding="utf-8")
    wait_until(lambda: problems(stage), "the problem is shown", 40)
    assert any(name.startswith("exhibit.yaml, Line ") for name in problems(stage))
    assert stage.view.timeline.count == len(TITLES)


@pytest.mark.gui_once
def test_emptied_folder_keeps_the_last_edition(
    own: Stored, open_stage: Callable[..., Stage]
) -> None:
    """Whoever deletes everything sees what is wrong; visitors go on."""
    stage = stage_of(own, open_stage)
    stage.begin()
    # At one blow: half of a folder is an exhibit, too, and a window shows it.
    own.content.rename(own.content.with_name("bin"))
    own.content.mkdir()
    wait_until(lambda: problems(stage), "the problem is shown", 40)
    assert stage.card(TITLES[STONE][0])
    stage.open(STONE)
    stage.the("Whoever wanted to trade had to wait.")


@pytest.mark.gui_once
def test_edition_survives_a_restart_without_its_folder(
    own: Stored, open_stage: Callable[..., Stage]
) -> None:
    """The content may be gone; what was good yesterday is shown today."""
    shutil.rmtree(own.content)
    stage = stage_of(own, open_stage)
    stage.tap("English")
    assert stage.card(TITLES[STONE][0])


@pytest.mark.gui_once
def test_nothing_changes_under_a_visitor(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """On the floor the new edition waits until the visit is over."""
    stage = stage_of(own, open_stage, windowed=False)
    stage.begin()
    editions = EditionStore(store_of(own))
    before = len(editions.editions())
    rename(own)
    wait_until(lambda: len(editions.editions()) > before, "another edition is made", 40)
    spin(1.5)
    assert stage.card(TITLES[STONE][0])
    stage.tap("Start over")
    stage.begin()
    wait_until(lambda: any(n.startswith(NEW_TITLE) for n in stage.names()), "the title is new")


@pytest.mark.gui_once
def test_errors_never_reach_the_floor(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """An edition with errors does not replace a good one, and visitors read of no problems."""
    stage = stage_of(own, open_stage, windowed=False)
    editions = EditionStore(store_of(own))
    before = len(editions.editions())
    file = event_file(own, FLOOD)
    text = file.read_text(encoding="utf-8").replace("1920-04-12", "the 12th of April")
    file.write_text(text, encoding="utf-8")
    wait_until(lambda: len(editions.editions()) > before, "another edition is made", 40)
    spin(1.5)
    assert stage.view.timeline.count == len(TITLES)
    assert problems(stage) == []
    assert not stage.has("In the content folder")


@pytest.mark.gui_once
@pytest.mark.parametrize("exists", [True, False], ids=["empty", "missing"])
@pytest.mark.parametrize("windowed", [True, False], ids=["windowed", "floor"])
def test_being_prepared_heals_by_itself(
    own: Stored, open_stage: Callable[..., Stage], exists: bool, windowed: bool
) -> None:
    """With nothing to show there is a calm screen, and the exhibit as soon as it is there."""
    away = own.content.with_name("away")
    own.content.rename(away)
    shutil.rmtree(store_of(own) / "editions")
    if exists:
        own.content.mkdir()
    stage = stage_of(own, open_stage, windowed)
    assert not stage.view.ready
    assert "This exhibit is being prepared" in [item.property("text") for item in stage.texts()]
    if exists:
        own.content.rmdir()
    away.rename(own.content)
    stage.button("English")
    stage.rest()
    stage.tap("English")
    assert stage.card(TITLES[STONE][0])


def test_example_exhibit(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """What we ship opens, shows its timeline, and every one of its articles in both languages."""
    stage = open_stage(watch=True, content=example_content(), state=tmp_path, language=None)
    wait_until(lambda: stage.view.ready, "the example is ready", 120)
    stage.window.setProperty("problemsHidden", True)
    stage.begin("lt")
    events = [event.id for event in stage.view._edition.exhibit.events]
    assert len(events) >= 20
    for language in ("lt", "en"):
        stage.view.speak(language)
        for event in events:
            stage.view.openEvent(event)
            stage.view.article.confirm()
            stage.next_frame()
            assert stage.view.article.title
            assert stage.view.article.blocks.rowCount() > 0
    stage.rest()
