"""What only shows when all events are seen together."""

from __future__ import annotations

from kiosk.exhibit.across import FEW_EVENTS
from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import E, Files, Write


def found(files: Files, write: Write) -> list[tuple[str, int, int, str]]:
    """Path, line, column and code of everything that is wrong."""
    return [(p.path, p.line, p.column, p.code) for p in read_exhibit(write(files)).problems]


def many(good: Files, count: int = FEW_EVENTS, more: str = "") -> None:
    """Gives `good` so many events of the later era; `more` stands in each."""
    for number in range(count):
        good[f"events/film-{number}/event.yaml"] = (
            f"date: {1950 + number}\ntitle: Film {number}\nsummary: x\n{more}"
        )


def test_the_same_event_twice(content: Write, good: Files) -> None:
    """Same date and same title in one language are enough, however it is spaced and written."""
    good["events/b/event.yaml"] = "date: 1940-06-15\ntitle: {lt: Kita, en: ' BEGINNING '}\n"
    good["events/c/event.yaml"] = "date: 1940-06-16\ntitle: Beginning\n"
    assert found(good, content) == [("events/b/event.yaml", 2, 8, "same-event")]


def test_the_same_event_for_different_days_is_meant(content: Write, good: Files) -> None:
    """A draft beside the shown one is no twin."""
    good["events/b/event.yaml"] = good[E] + "draft: true\n"
    assert found(good, content) == []


def test_near_ids_of_events_and_entries(content: Write, good: Files) -> None:
    """They are pointed at where they stand: a folder, or a line of exhibit.yaml."""
    good["exhibit.yaml"] += "  - {id: lithuana, title: x}\n"
    good["exhibit.yaml"] = good["exhibit.yaml"].replace(
        "lanes: [{id: lithuania, title: {lt: Lietuva, en: Lithuania}}]\n",
        "lanes:\n  - {id: lithuania, title: x}\n",
    )
    for name, year in (("baltic-way", 1989), ("baltic-ways", 1990)):
        good[f"events/{name}/event.yaml"] = f"date: {year}\ntitle: x\n"
    assert found(good, content) == [
        ("events/baltic-ways", 0, 0, "near-id"),
        ("exhibit.yaml", 9, 10, "near-id"),
    ]


def test_what_no_event_uses_is_named_once_there_are_some(content: Write, good: Files) -> None:
    """Eras go by their time, themes and lanes by name; a beginning exhibit is left in peace."""
    many(good, FEW_EVENTS - 2)
    assert found(good, content) == []
    many(good)
    good[E] = "date: 1943\ntitle: x\nsummary: x\n"
    assert found(good, content) == [
        ("exhibit.yaml", 4, 10, "empty-era"),
        ("exhibit.yaml", 6, 15, "empty-theme"),
        ("exhibit.yaml", 7, 14, "empty-lane"),
    ]


def test_drafts_and_later_events_use_things_too(content: Write, good: Files) -> None:
    """What is only hidden today still belongs to its theme; a broken event may use anything."""
    many(good)
    good[E] += "summary: x\n"
    good["events/draft/event.yaml"] = (
        "date: 1951-02\ntitle: x\ndraft: true\nthemes: [resistance]\nlane: lithuania\n"
    )
    assert found(good, content) == []
    good["events/draft/event.yaml"] = "date: soon\ntitle: x\n"
    assert [code for *_, code in found(good, content)] == ["bad-date"]


def test_an_event_with_nothing_but_its_title(content: Write, good: Files) -> None:
    """Once the exhibit has grown, an event without words and media is pointed at."""
    many(good, more="lane: lithuania\nthemes: [resistance]\n")
    assert found(good, content) == [(E, 2, 8, "empty-event")]
    good[E] += "summary: x\n"
    assert found(good, content) == []
