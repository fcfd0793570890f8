"""What helps to find one's way on the timeline: lanes, themes, signs, and marks of the scale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import FLOOD, NIGHT, OPENING, TITLES
from tests.gui.stage import Stage, wait_until


@pytest.fixture(scope="module")
def by_the_river(stored: Stored, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """The flood and the night on the ice are of the river, all else of the town."""
    own = stored.copy(tmp_path_factory.mktemp("laned"))
    exhibit = own.content / "exhibit.yaml"
    lanes = "lanes: [{id: town, title: {en: The town, lt: Miestas}}"
    text = exhibit.read_text("utf-8")
    assert lanes in text
    river = f"{lanes}, {{id: river, title: {{en: The river, lt: Upė}}}}"
    exhibit.write_text(text.replace(lanes, river), encoding="utf-8")
    for slug in (FLOOD, NIGHT):
        event = own.content / "events" / slug / "event.yaml"
        changed = event.read_text("utf-8").replace("lane: town", "lane: river")
        event.write_text(
            changed.replace("themes: [building, water]", "themes: [water]"), encoding="utf-8"
        )
    make_edition(own)
    return own


@pytest.fixture
def laned(by_the_river: Stored, open_stage: Callable[..., Stage]) -> Stage:
    stage = open_stage(content=by_the_river.content, state=by_the_river.state)
    stage.begin()
    return stage


def titles(stage: Stage) -> set[str]:
    """The ids of the events of which there is a card or a dot."""
    names = stage.names()
    return {
        slug
        for slug, (english, _) in TITLES.items()
        if any(name.startswith(f"{english}. ") for name in names)
    }


def test_lanes_are_kept_apart(laned: Stage) -> None:
    """Each lane's cards stand below its title and above the next one's."""
    town, river = laned.the("The town"), laned.the("The river")
    assert town.place.y() < river.place.y()
    for slug, (title, _) in TITLES.items():
        card = laned.card(title)
        if card.place.height() < 30:
            continue  # a dot on the axis, which all lanes share
        if slug in (FLOOD, NIGHT):
            assert card.place.y() >= river.place.y()
        else:
            assert town.place.y() <= card.place.y() < river.place.y()


def test_titles_of_lanes_stay_in_view(laned: Stage) -> None:
    """However far one travels, they are where they were."""
    before = laned.the("The river").place
    for _ in range(3):
        laned.tap("Zoom in")
        laned.rest()
    laned.key(Qt.Key.Key_End)
    laned.rest()
    assert laned.the("The river").place == before


def test_a_theme_shows_its_events_alone(laned: Stage) -> None:
    """Touched, the others are gone; touched again or with all themes, everything is there."""
    assert titles(laned) == set(TITLES)
    laned.tap("Themes")
    laned.tap("Building, 4 events")
    wait_until(lambda: titles(laned) == set(TITLES) - {FLOOD, NIGHT}, "two are gone")
    laned.tap("Building, 4 events")
    wait_until(lambda: titles(laned) == set(TITLES), "all are back")
    laned.tap("Building, 4 events")
    laned.tap("All themes")
    wait_until(lambda: titles(laned) == set(TITLES), "all are back")


@pytest.mark.gui_once
def test_a_filter_is_told_and_forgotten(laned: Stage) -> None:
    """The button says what is chosen while the sheet is closed, and the next visitor sees all."""
    laned.tap("Themes")
    laned.tap("Building, 4 events")
    laned.tap("Close")
    assert not laned.has("All themes")
    assert laned.button("Themes").description == "Building"
    laned.tap("Start over")
    laned.begin()
    wait_until(lambda: titles(laned) == set(TITLES), "all are back")
    assert laned.button("Themes").description == ""


def test_what_is_filtered_out_keeps_the_rest_in_place(laned: Stage) -> None:
    """The axis does not move: a card stands where it stood."""
    before = laned.card(TITLES[OPENING][0]).place.x()
    laned.tap("Themes")
    laned.tap("Building, 4 events")
    wait_until(lambda: FLOOD not in titles(laned), "the flood is gone")
    assert laned.card(TITLES[OPENING][0]).place.x() == before


def test_signs_are_explained_in_one_touch(stage: Stage) -> None:
    """Each with words, and one touch closes it again."""
    stage.begin()
    stage.tap("Signs")
    for words in ("a day or a moment", "about, or not certain", "several events close together"):
        assert stage.has(words)
    stage.tap("Signs")
    assert not stage.has("a day or a moment")


def test_shrunken_time_is_marked_and_explained(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """Where centuries have little room the axis has a mark, which says which and why."""
    own = stored.copy(tmp_path)
    exhibit = own.content / "exhibit.yaml"
    text = exhibit.read_text("utf-8")
    exhibit.write_text(text.replace("{start: 1900, end: 1995}", "{start: 1900, end: 2300}"))
    make_edition(own)
    stage = open_stage(content=own.content, state=own.state)
    stage.begin()
    marks = [name for name in stage.names() if "a long time in little room" in name]
    assert marks, stage.names()
    for name in marks:
        stage.tap(name)
        stage.next_frame()
        assert name in {text.property("text") for text in stage.texts()}


def test_buttons_go_from_event_to_event(stage: Stage) -> None:
    """Later and earlier bring the neighbour to the middle."""
    stage.begin()
    for _ in range(2):
        stage.tap("Zoom in")
        stage.rest()
    before = stage.centre
    stage.tap("Later event")
    stage.rest()
    after = stage.centre
    assert after > before
    stage.tap("Earlier event")
    stage.rest()
    assert stage.centre < after
