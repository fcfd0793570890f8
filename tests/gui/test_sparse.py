"""Exhibits and events with little in them: designed, not broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from tests.gui.conftest import Stored, make_edition
from tests.gui.stage import Stage, wait_until

EXHIBIT = "title: {en: A quiet year, lt: Tylūs metai}\nlanguages: [en, lt]\n"
EVENT = "date: 1925-03\ntitle: {en: The clock stops, lt: Sustoja laikrodis}\n"
DOCUMENT = """\
media:
  - file: letter.pdf
    alt: {en: A letter about the clock, lt: Laiškas apie laikrodį}
    caption: {en: The watchmaker writes., lt: Rašo laikrodininkas.}
    credit: Town archive
    rights: public domain
"""
POSTER = "    poster: letter.jpg\n"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def show(tmp_path: Path, open_stage: Callable[..., Stage]) -> Callable[..., Stage]:
    """Opens a window on an exhibit of these files."""

    def open_exhibit(files: dict[str, str | bytes]) -> Stage:
        made = Stored(tmp_path / "content", tmp_path / "state")
        for name, text in files.items():
            file = made.content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        assert make_edition(made)["edition"]
        return open_stage(content=made.content, state=made.state)

    return open_exhibit


def drawn(stage: Stage) -> list[str]:
    return [str(item.property("text")) for item in stage.texts()]


def test_exhibit_without_events_says_so(show: Callable[..., Stage]) -> None:
    """Its title and one calm sentence, whole at any size of text, in either language."""
    stage = show({"exhibit.yaml": EXHIBIT})
    stage.begin()
    assert "There are no events on this timeline yet." in drawn(stage)
    stage.tap("Zoom in")
    stage.tap("Whole timeline")
    stage.view.speak("lt")
    for _ in range(3):
        stage.rest()
        words = next(item for item in stage.texts() if "įvykių dar nėra" in item.property("text"))
        assert not words.property("truncated")
        assert words.property("contentWidth") <= words.width() + 1
        stage.view.nextTextStep()
    stage.rest()
    stage.tap("Iš pradžių")
    assert stage.view.phase == "attract"


def test_event_with_nothing_but_a_title(show: Callable[..., Stage]) -> None:
    """The only event of all has a card and an article: date and title, and nothing left over."""
    stage = show({"exhibit.yaml": EXHIBIT, "events/clock/event.yaml": EVENT})
    stage.begin()
    stage.tap(stage.card("The clock stops"))
    stage.rest()
    assert stage.reading == "clock"
    assert stage.the("The clock stops", QAccessible.Role.Heading)
    headings = [thing.name for thing in stage.things(QAccessible.Role.Heading)]
    assert headings == ["A quiet year", "The clock stops"]
    assert "March 1925" in drawn(stage)
    pages = stage.window.findChild(QObject, "pages")
    assert pages.property("contentHeight") < pages.property("height")
    assert not stage.button("Earlier").enabled
    assert not stage.button("Later").enabled
    stage.tap("Close the article")
    assert stage.card("The clock stops")


def test_document_is_named_in_article_and_viewer(show: Callable[..., Stage]) -> None:
    """What cannot be opened says what it is and what it is about, and pretends nothing."""
    event = EVENT + "summary: {en: It is five to four., lt: Be penkių keturios.}\n" + DOCUMENT
    files = {
        "exhibit.yaml": EXHIBIT,
        "events/clock/event.yaml": event,
        "events/clock/letter.pdf": PDF,
        "events/clock/article.en.md": "Before.\n\n![](letter.pdf)\n\nAfter.\n",
    }
    stage = show(files)
    stage.begin()
    stage.open("clock")
    assert drawn(stage).count("Document") == 2
    assert "A letter about the clock" in drawn(stage)
    assert "The watchmaker writes." in drawn(stage)
    assert not [name for name in stage.names() if "Look closer" in name]
    stage.view.openMedium(0)
    wait_until(lambda: stage.find("Document A letter about the clock"), "the viewer names it")
    assert "Town archive · Public domain" in drawn(stage)
    assert "This document cannot be shown at the moment." not in drawn(stage)
    stage.view.speak("lt")
    assert stage.the("Dokumentas Laiškas apie laikrodį")


def test_document_with_a_picture_can_be_looked_into(
    show: Callable[..., Stage], stored: Stored
) -> None:
    """Its poster is what one sees of it; the badge says what it is of."""
    picture = next(stored.content.glob("events/*/*.jpg")).read_bytes()
    files = {
        "exhibit.yaml": EXHIBIT,
        "events/clock/event.yaml": EVENT + DOCUMENT + POSTER,
        "events/clock/letter.pdf": PDF,
        "events/clock/letter.jpg": picture,
    }
    stage = show(files)
    stage.begin()
    stage.open("clock")
    stage.tap("Document. A letter about the clock")
    stage.button("Enlarge the picture")


@pytest.mark.gui_once
def test_language_that_we_do_not_ship(show: Callable[..., Stage]) -> None:
    """Its words come from strings/, what is missing there from English; nothing stays empty."""
    stage = show(
        {
            "exhibit.yaml": "title: {en: A quiet year, eo: Trankvila jaro}\nlanguages: [eo, en]\n",
            "events/clock/event.yaml": "date: 1925-03\ntitle: {en: The clock, eo: La horloĝo}\n",
            "events/clock/article.eo.md": "Ĝi haltis.\n",
            "events/clock/article.en.md": "It stopped.\n",
            "strings/eo.yaml": "start_over: Rekomenci\nreading_time: Legotempo %1 min\n",
            "strings/en.yaml": "start_over: To the beginning\n",
        }
    )
    stage.begin("eo")
    assert stage.button("Rekomenci")
    assert stage.button("Zoom in")
    stage.open("clock")
    assert "Legotempo 1 min" in drawn(stage)
    stage.tap("English")
    assert stage.button("To the beginning")
    assert "1 min read" in drawn(stage)


@pytest.mark.parametrize("ready", [False, True], ids=["preparing screen", "window"])
def test_long_work_says_how_far_it_is(
    tmp_path: Path, open_stage: Callable[..., Stage], ready: bool
) -> None:
    """In words and as a line, where visitors wait and where curators work; then it is gone."""
    stage = open_stage() if ready else open_stage(content=tmp_path / "none", state=tmp_path)
    assert stage.view.ready is ready
    stage.view.prepare("Reading the events: 3 of 12", 3, 12)
    stage.next_frame()
    assert "Reading the events: 3 of 12" in drawn(stage)
    assert stage.the("25 %", QAccessible.Role.ProgressBar)
    stage.view.prepare("Reading the content folder …")
    stage.next_frame()
    assert not stage.things(QAccessible.Role.ProgressBar)
    stage.view.prepare("")
    stage.next_frame()
    assert not [words for words in drawn(stage) if words.startswith("Reading")]
