"""Mistakes as curators make them: each made alone is named once, where it is, with the way out."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import Files, Write

X = "exhibit.yaml"
A = "events/a/event.yaml"
EN = "events/a/article.en.md"

EXHIBIT = """\
title: {lt: Kelias, en: The way}
languages: [lt, en]
timeline: {start: 1939, end: 1993}
eras:
  - id: occupation
    start: 1940-06
    end: 1941-06
    title: {lt: Okupacija, en: Occupation}
    color: "#8a3b2e"
themes:
  - {id: resistance, title: {lt: Pasipriešinimas, en: Resistance}}
lanes:
  - {id: lithuania, title: {lt: Lietuva, en: Lithuania}}
attract:
  media: [{file: a.png, alt: x, credit: x, rights: x}]
idle: {warn_after: 60, reset_after: 80}
"""
EVENT = """\
date: 1940-06-15
title:
  lt: Pradžia
  en: Beginning
summary: {lt: Trumpai, en: Briefly}
lane: lithuania
themes: [resistance]
hero: tower.png
media:
  - file: tower.png
    alt: {lt: Bokštas, en: The tower}
    credit: Archive
    rights: CC-BY-4.0
"""

MISTAKES = [
    (A, "  lt: Pradžia", "\tlt: Pradžia", (A, 3, "bad-yaml"), "Replace the tab"),
    (A, "Beginning", "Vilnius: a start", (A, 4, "bad-yaml"), "in double quotes"),
    (A, "Briefly}", "Briefly, and well}", (A, 5, "bad-yaml"), "in double quotes"),
    (A, "[resistance]", "[resistance", (A, 7, "bad-yaml"), "“]”"),
    (A, "summary:", "sumary:", (A, 5, "unknown-key"), "“summary”"),
    (A, "lane:", "tags:", (A, 6, "unknown-key"), "“themes”"),
    (A, "lane: lithuania", "lat: 54.69", (A, 6, "unknown-key"), "inside “place”"),
    (A, "lane: lithuania", "end: 1941", (A, 6, "unknown-key"), "date: 1940/1945"),
    (A, "[resistance]", "resistance", (A, 7, "wrong-type"), "[resistance]"),
    (A, "  - file: tower.png\n", "    file: tower.png\n", (A, 10, "wrong-type"), "“- file: …”"),
    (A, "1940-06-15", "15.06.1940", (A, 1, "bad-date"), "Write 1940-06-15"),
    (A, "1940-06-15", "[1939,1940]", (A, 1, "bad-date"), "into quotes"),
    (A, "  en: B", "  EN: B", (A, 4, "unknown-language"), "“en”"),
    (A, "  en: B", "  english: B", (A, 4, "unknown-language"), "“en”"),
    (A, "  en: B", "  en-GB: B", (A, 4, "unknown-language"), "“en”"),
    (A, "lane: lithuania", "lane: Lietuva", (A, 6, "unknown-lane"), "“lithuania”"),
    (A, "[resistance]", "[resistence]", (A, 7, "unknown-theme"), "“resistance”"),
    (A, "hero: tower.png", "hero: Tower.PNG", (A, 8, "missing-file"), "“tower.png”"),
    (A, "file: tower.png", "file: tower.jpg", (A, 10, "missing-file"), "“tower.png”"),
    (A, "file: tower.png", "file: towr.png", (A, 10, "missing-file"), "“tower.png”"),
    (A, "tower.png", "../tower.png", (A, 8, "unsafe-file"), "write only its name"),
    (A, "date", "importance: 5\ndate", (A, 1, "bad-number"), "At most 4"),
    (A, "date", 'place: {name: x, lat: "5,1", lon: 2}\ndate', (A, 1, "bad-number"), "comma: 5.1"),
    (A, "date", "place: {name: x, lat: 254, lon: 2}\ndate", (A, 1, "bad-number"), "At most 90"),
    (A, "date", "place: Vilnius\ndate", (A, 1, "wrong-type"), "{name: Vilnius}"),
    (A, "date", "visible: {until: 31.12.2027}\ndate", (A, 1, "bad-date"), "Write 2027-12-31"),
    (X, "[lt, en]", "lt, en", (X, 2, "wrong-type"), "[lt, en]"),
    (X, "[lt, en]", "[Lithuanian, en]", (X, 2, "bad-language"), "“lt”"),
    (X, '"#8a3b2e"', '"#8a3"', (X, 9, "bad-color"), '"#88aa33"'),
    (X, '"#8a3b2e"', "#8a3b2e", (X, 9, "bad-color"), "in quotes"),
    (X, "id: occupation", "id: Occupied land", (X, 5, "bad-id"), "“occupied-land”"),
    (X, "1939, end: 1993", "1993, end: 1939", (X, 3, "bad-order"), "Exchange"),
    (X, "warn_after: 60", "warn_after: soon", (X, 16, "bad-number"), "warn_after: 60"),
    (X, "idle:", 'appearance: {background: "#fff8e8"}\nidle:', (X, 16, "low-contrast"), "darker"),
    (X, "idle:", "prompt: Touch\nidle:", (X, 16, "unknown-key"), "inside “attract”"),
    (EN, "(b)", "(bb)", (EN, 1, "unknown-event"), "“b”"),
    (EN, "words", "![](towr.png)", (EN, 1, "missing-file"), "“tower.png”"),
]

RENAMED = [
    (EN, "events/a/article.md", "article-name", "article.en.md"),
    (EN, "events/a/Article.en.md", "article-name", "article.en.md"),
    (EN, "events/a/article.eng.md", "unknown-language", "article.en.md"),
    (EN, "events/a/article.en.docx", "article-name", "Save its text as article.en.md"),
    ("events/b/event.yaml", "events/b/event.yml", "missing-file", "“event.yml” to “event.yaml”"),
    ("events/b/event.yaml", "events/b.yaml", "stray-file", "Make a folder"),
    (X, "exhibit.yml", "missing-file", "Rename “exhibit.yml”"),
]


@pytest.fixture
def exhibit(png: bytes) -> Files:
    """Two events with all that usually belongs to them, and nothing wrong."""
    article = "A [link](b) and words.\n"
    return {
        X: EXHIBIT,
        A: EVENT,
        EN: article,
        "events/a/article.lt.md": article,
        "events/a/tower.png": png,
        "media/a.png": png,
        "events/b/event.yaml": "date: 1941-06-22\ntitle: {lt: Sukilimas, en: Uprising}\n",
    }


def test_nothing_is_wrong_without_a_mistake(content: Write, exhibit: Files) -> None:
    """What the mistakes are made in is in order."""
    assert read_exhibit(content(exhibit)).problems == ()


@pytest.mark.parametrize(("file", "right", "wrong", "place", "hint"), MISTAKES)
def test_one_mistake_is_one_message(
    content: Write,
    exhibit: Files,
    file: str,
    right: str,
    wrong: str,
    place: tuple[str, int, str],
    hint: str,
) -> None:
    """At its line, and the hint says what to write; nothing that only follows from it."""
    assert right in exhibit[file]
    exhibit[file] = exhibit[file].replace(right, wrong, 1)
    (problem,) = read_exhibit(content(exhibit)).problems
    assert (problem.path, problem.line, problem.code) == place
    assert hint in problem.hint


@pytest.mark.parametrize(("right", "wrong", "code", "hint"), RENAMED)
def test_a_wrong_file_name_is_one_message(
    content: Write, exhibit: Files, right: str, wrong: str, code: str, hint: str
) -> None:
    """What is missing because of it is not complained about as well."""
    exhibit[wrong] = exhibit.pop(right)
    (problem,) = read_exhibit(content(exhibit)).problems
    assert problem.code == code
    assert hint in problem.hint


@pytest.mark.parametrize("bytes_", [b"", b"\0\0\0\x20ftypheic\0\0\2\0", b"<!doctype html><html>"])
def test_an_unusable_file_is_named_once(content: Write, exhibit: Files, bytes_: bytes) -> None:
    """Though it is both hero and in the list of media."""
    exhibit["events/a/tower.png"] = bytes_
    (problem,) = read_exhibit(content(exhibit)).problems
    assert problem.severity == "error"


def test_a_folder_called_event_is_one_message(content: Write, exhibit: Files) -> None:
    """Not one of an unknown folder and one of missing events."""
    renamed = {name.replace("events/", "event/"): body for name, body in exhibit.items()}
    (problem,) = read_exhibit(content(renamed)).problems
    assert problem.hint == "Rename the folder “event” to “events”."
