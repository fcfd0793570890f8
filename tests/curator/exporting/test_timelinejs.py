"""An exhibit for TimelineJS: its form is the documented one, and it can come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.curator.exporting.timelinejs import timeline_of
from kiosk.curator.importing.opening import open_import
from kiosk.curator.importing.report import Note
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.resources import example_content

EXHIBIT = """\
title: {lt: Kelias & kelionė, en: The way}
subtitle: {lt: Trumpai, en: In short}
languages: [lt, en]
eras:
  - {id: first, start: 1940, end: 1941-06, title: {lt: Pirma, en: First}, color: "#8a3b2e"}
  - {id: open, start: 1944, end: .., title: {lt: Antra, en: Second}}
lanes: [{id: state, title: {lt: Valstybė, en: State}}]
"""
DATES = {
    "exact": "1991-01-13T01:35",
    "span": "1940-06-03/1941",
    "about": "1940~",
    "decade": "194X",
    "winter": "1940-24",
    "one-of": "[1939,1940]",
    "since": "1944/..",
    "before": "../1953",
    "caesar": "-0043-03-15",
    "dinosaurs": "Y-66000000",
}


def exhibit_with(folder: Path, events: dict[str, str]) -> Exhibit:
    """An exhibit with events of these ids and texts."""
    (folder / "exhibit.yaml").write_text(EXHIBIT, encoding="utf-8")
    for name, text in events.items():
        (folder / "events" / name).mkdir(parents=True)
        (folder / "events" / name / "event.yaml").write_text(text, encoding="utf-8")
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert len(exhibit.events) == len(events)
    return exhibit


@pytest.fixture
def dated(tmp_path: Path) -> Exhibit:
    """An exhibit with every kind of date."""
    events = {
        name: f'date: "{date}"\ntitle: {{lt: "{name} & <b>", en: {name}}}\nlane: state\n'
        for name, date in DATES.items()
    }
    return exhibit_with(tmp_path, events)


def written(exhibit: Exhibit, language: str = "lt") -> tuple[dict[str, Any], list[Note]]:
    """The file's data, and what was left out."""
    notes: list[Note] = []
    return json.loads(timeline_of(exhibit, language, notes)), notes


def test_dates_and_titles_come_back(dated: Exhibit) -> None:
    """Every one exactly, although TimelineJS itself cannot say most of them."""
    text = timeline_of(dated, "lt", [])
    again = open_import(text.encode(), "x.json", "lt", None).documents
    assert {name: event.data["date"] for name, event in again.events.items()} == DATES
    assert {name: event.data["title"] for name, event in again.events.items()} == {
        name: f"{name} & <b>" for name in DATES
    }
    assert again.exhibit["title"] == "Kelias & kelionė"
    assert [era["start"] + "/" + era["end"] for era in again.exhibit["eras"]] == ["1940/1941-06"]
    assert [lane["title"] for lane in again.exhibit["lanes"]] == ["Valstybė"]


@pytest.mark.parametrize(
    ("name", "start", "end", "words"),
    [
        ("exact", {"year": 1991, "month": 1, "day": 13, "hour": 1, "minute": 35}, None, None),
        ("span", {"year": 1940, "month": 6, "day": 3}, {"year": 1941}, None),
        ("about", {"year": 1940}, None, "about 1940"),
        ("decade", {"year": 1940}, {"year": 1949}, "1940s"),
        ("winter", {"year": 1940, "month": 12}, {"year": 1941, "month": 2}, "winter"),
        ("one-of", {"year": 1939}, {"year": 1940}, "1939 or 1940"),
        ("since", {"year": 1944}, None, "1944"),
        ("before", {"year": 1953}, None, "1953"),
        ("caesar", {"year": -44, "month": 3, "day": 15}, None, None),
        ("dinosaurs", {"year": -66_000_000}, None, None),
    ],
)
def test_dates_are_said_as_well_as_timelinejs_can(
    dated: Exhibit, name: str, start: object, end: object, words: str | None
) -> None:
    """In its own keys, and in words where those say too much or too little."""
    data, _ = written(dated, "en")
    event = next(event for event in data["events"] if event["unique_id"] == name)
    assert (event["start_date"], event.get("end_date")) == (start, end)
    said = event.get("display_date", "")
    assert words in said.lower() if words else not said


def test_the_scale_follows_the_dates(dated: Exhibit, tmp_path: Path) -> None:
    """JavaScript's own dates end 270 000 years ago."""
    assert written(dated)[0]["scale"] == "cosmological"
    recent = exhibit_with(tmp_path / "x", {}) if (tmp_path / "x").mkdir() is None else None
    assert recent is not None
    assert written(recent)[0]["scale"] == "human"


def test_texts_are_html(tmp_path: Path) -> None:
    """Escaped, with the article's structure."""
    text = "date: 1940\ntitle: x\nsummary: a < b\n"
    exhibit = exhibit_with(tmp_path, {"a": text})
    article = "Some *words*.\n\n## Head\n\n- one\n- two\n\n> Said.\n\nNote.[^1]\n\n[^1]: Here.\n"
    (tmp_path / "events/a/article.lt.md").write_text(article)
    exhibit = read_exhibit(tmp_path).exhibit or exhibit
    (event,) = written(exhibit)[0]["events"]
    assert event["text"]["text"] == (
        "<p>a &lt; b</p><p>Some <em>words</em>.</p><h3>Head</h3><ul><li>one</li><li>two</li></ul>"
        "<blockquote>Said.</blockquote><p>Note.<sup>1</sup></p><p>1. Here.</p>"
    )


def test_what_has_no_place_is_named(dated: Exhibit) -> None:
    """An open era, and everything of the example exhibit that TimelineJS lacks."""
    assert [note.place for note in written(dated)[1]] == ["era open"]
    example = read_exhibit(example_content()).exhibit
    assert example is not None
    data, notes = written(example)
    assert {note.message.removeprefix("TimelineJS has no place for ") for note in notes} >= {
        "themes.",
        "sources.",
        "related events.",
    }
    media = [event["media"]["url"] for event in data["events"]]
    assert all((example_content() / path).is_file() for path in media)
