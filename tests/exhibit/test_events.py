from __future__ import annotations

import os
from datetime import date as CalendarDate

import pytest

from kiosk.exhibit.problems import Problem
from kiosk.exhibit.reader import read_exhibit
from kiosk.station.records import from_json, to_json
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of, warnings

BAD_EVENTS = [
    ("date: 1990-02-30\ntitle: x\n", "bad-date", 1),
    ("date: 0000-13-01\ntitle: x\n", "bad-date", 1),
    ("date: soon\ntitle: x\n", "bad-date", 1),
    ("date: [1939,1940]\ntitle: x\n", "bad-date", 1),
    ("title: x\n", "missing-key", 1),
    ("date: 1940\n", "missing-key", 1),
    ("date: 1940\ntitle:\n", "missing-key", 2),
    ('date: 1940\ntitle: ""\n', "missing-key", 2),
    ("date: 1940\ntitle: {}\n", "missing-key", 2),
    ("date: 1940\ntitle: x\ndate: 1941\n", "duplicate-key", 3),
    ("date: 1940\ntitle: x\nimportence: 2\n", "unknown-key", 3),
    ("date: 1940\ntitel: x\n", "unknown-key", 2),
    ("date: 1940\ntitle: x\ncolour: #fff\n", "unknown-key", 3),
    ("date: 1940\ntitle: x\nimportance: 5\n", "bad-number", 3),
    ("date: 1940\ntitle: x\nimportance: " + "9" * 5000, "bad-number", 3),
    ("date: 1940\ntitle: x\nimportance: 1.5\n", "bad-number", 3),
    ("date: 1940\ntitle: x\nplace: {name: y, lat: nan, lon: 1}\n", "bad-number", 3),
    ("date: 1940\ntitle: x\nplace: {name: y, lat: -91, lon: 1}\n", "bad-number", 3),
    ("date: 1940\ntitle: x\nplace: {name: y, lat: 54}\n", "half-place", 3),
    ("date: 1940\ntitle: x\nplace: Vilnius\n", "wrong-type", 3),
    ("date: 1940\ntitle: x\nthemes: resistance\n", "wrong-type", 3),
    ("date: 1940\ntitle: [x]\n", "wrong-type", 2),
    ("date: 1940\ntitle: x\ndraft: perhaps\n", "bad-value", 3),
    ("date: 1940\ntitle: x\nera: furst\n", "unknown-era", 3),
    ("date: 1940\ntitle: x\nlane: nowhere\n", "unknown-lane", 3),
    ("date: 1940\ntitle: x\nthemes:\n  - resistance\n  - war\n", "unknown-theme", 5),
    ("date: 1940\ntitle: x\nrelated: [nothing]\n", "unknown-event", 3),
    ("date: 1940\ntitle: {lt: x, ltt: y}\n", "unknown-language", 2),
    ("date: 1940\ntitle: x\nvisible: {from: 2026-02-30}\n", "bad-date", 3),
    ("date: 1940\ntitle: x\nvisible: {from: 2026-03-01, until: 2026-02-01}\n", "bad-order", 3),
    ("date: 1940\ntitle: x\nvisible: {until: 1700000000}\n", "bad-date", 3),
    ("date: 1940\ntitle: " + "x" * 6000, "too-long", 2),
    ("date: 1940\ntitle: x\nrelated: &a [*a]\n", "anchor", 3),
    ("- date: 1940\n", "wrong-type", 1),
    ("", "empty-file", 1),
    ("[" * 200_000, "too-deep", 1),
    (b"date: 1940\ntitle: \xfeiema\n", "not-utf-8", 2),
    ("date: 1940\ntitle: x\n" + "#" * 1_000_000, "too-large", 0),
]


@pytest.mark.parametrize(("text", "code", "line"), BAD_EVENTS)
def test_a_bad_event_alone_is_left_out(
    content: Write, good: Files, text: str | bytes, code: str, line: int
) -> None:
    """The fault has its code and line, and the other event stays."""
    reading = read_exhibit(content({**good, "events/b/event.yaml": text}))
    first = next(p for p in reading.problems if p.code == code)
    assert (first.path, first.line) == ("events/b/event.yaml", line)
    assert (first.severity, first.scope) == ("error", "event")
    assert first.message
    assert first.hint
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


def test_a_misnamed_event_file_is_pointed_at(content: Write, good: Files) -> None:
    """An event folder without event.yaml is an error of its own."""
    reading = read_exhibit(content({**good, "events/b/Event.yml": "date: 1940\ntitle: x\n"}))
    assert [(p.code, p.hint) for p in reading.problems] == [
        ("missing-file", "Rename “Event.yml” to “event.yaml”.")
    ]


def test_folder_names_must_be_slugs(content: Write, good: Files) -> None:
    """The hint is a slug that is still free."""
    reading = read_exhibit(content({**good, "events/Á/event.yaml": "date: 1940\ntitle: x\n"}))
    assert [(p.path, p.code, p.scope) for p in reading.problems] == [
        ("events/Á", "bad-id", "event")
    ]
    assert "“a-2”" in reading.problems[0].hint


def test_stray_and_hidden_files_among_events(content: Write, good: Files) -> None:
    """A stray file is mentioned, what systems leave behind is not."""
    stray = {
        "events/.DS_Store": "x",
        "events/Thumbs.db": "x",
        "events/__MACOSX/a": "x",
        "events/b.yaml": "date: 1940",
    }
    reading = read_exhibit(content({**good, **stray}))
    assert [(p.path, p.code) for p in reading.problems] == [("events/b.yaml", "stray-file")]


def test_missing_translations_are_warnings(content: Write, good: Files) -> None:
    """A text or an article in only one language is usable."""
    good[E] += "summary: {lt: Trumpai}\n"
    good["events/a/article.en.md"] = "Text.\n"
    reading = read_exhibit(content(good))
    assert [(p.code, p.path, p.line) for p in reading.problems] == [
        ("missing-translation", "events/a/article.en.md", 0),
        ("missing-translation", E, 3),
    ]
    assert set(exhibit_of(reading).events[0].articles) == {"en"}


def test_articles_in_no_language_of_the_exhibit(content: Write, good: Files) -> None:
    """Article files that nobody would see are named."""
    extra = {"events/a/article.md": "x", "events/a/article.ltt.md": "x"}
    reading = read_exhibit(content({**good, **extra}))
    assert [(p.path, p.code) for p in reading.problems] == [
        ("events/a/article.ltt.md", "unknown-language"),
        ("events/a/article.md", "article-name"),
    ]
    assert "article.lt.md" in reading.problems[0].hint


@pytest.mark.parametrize(
    ("budget", "words", "said"),
    [
        ("", 361, "has 361 words and takes 2.0 minutes to read standing; the budget is 2."),
        ("reading_budget: 1.5\n", 360, "takes 2.0 minutes to read standing; the budget is 1.5."),
        ("reading_budget: 4\n", 721, "the budget is 4."),
    ],
)
def test_long_articles_are_warnings(
    content: Write, good: Files, budget: str, words: int, said: str
) -> None:
    """An article beyond the exhibit's reading budget is told how much too long it is."""
    good["exhibit.yaml"] += budget
    allowed = 180 * float(budget.partition(": ")[2] or 2)
    good["events/a/article.lt.md"] = "žodis " * int(allowed)
    good["events/a/article.en.md"] = "word " * words
    (problem,) = read_exhibit(content(good)).problems
    assert (problem.code, problem.path) == ("long-article", "events/a/article.en.md")
    assert said in problem.message
    assert f"Cut {words - int(allowed)} word" in problem.hint


@pytest.mark.parametrize("budget", ["0", "x", "nan", "-1", "31", "[2]"])
def test_a_wrong_budget_is_an_error_and_the_usual_one_counts(
    content: Write, good: Files, budget: str
) -> None:
    """A mistake in the budget does not bring warnings of articles as well."""
    good["exhibit.yaml"] += f"reading_budget: {budget}\n"
    good["events/a/article.lt.md"] = good["events/a/article.en.md"] = "žodis " * 360
    (problem,) = read_exhibit(content(good)).problems
    assert problem.path == "exhibit.yaml"
    assert problem.severity == "error"


def test_drafts_are_seen_only_when_asked_for(content: Write, good: Files) -> None:
    """A draft and its faults are hidden from the floor, and links to it go away."""
    good[E] += "related: [b]\n"
    files = {**good, "events/b/event.yaml": "date: 1950\ntitle: x\ndraft: yes\nlane: nowhere\n"}
    folder = content(files)
    hidden = read_exhibit(folder)
    assert hidden.problems == ()
    assert [(e.id, e.related) for e in exhibit_of(hidden).events] == [("a", ())]
    assert errors(read_exhibit(folder, drafts=True)) == ["unknown-lane"]
    (folder / "events/b/event.yaml").write_text("date: 1950\ntitle: x\ndraft: true\n")
    shown = exhibit_of(read_exhibit(folder, drafts=True))
    assert [(e.id, e.related, e.draft) for e in shown.events] == [
        ("a", ("b",), False),
        ("b", (), True),
    ]


@pytest.mark.parametrize(
    ("day", "visible", "codes"),
    [
        (None, True, []),
        (CalendarDate(2026, 3, 10), False, []),
        (CalendarDate(2026, 3, 11), True, []),
        (CalendarDate(2026, 12, 31), True, []),
        (CalendarDate(2027, 1, 1), False, ["no-longer-visible"]),
    ],
)
def test_events_are_shown_in_their_time(
    content: Write, good: Files, day: CalendarDate | None, visible: bool, codes: list[str]
) -> None:
    """Both days are included; only an event whose time is over is mentioned."""
    good[E] += "visible: {from: 2026-03-11, until: 2026-12-31}\n"
    reading = read_exhibit(content(good), today=day)
    assert warnings(reading) == codes
    assert bool(exhibit_of(reading).events) is visible


def test_links_to_absent_events_lead_nowhere(content: Write, good: Files) -> None:
    """The words of a link stay when its event is not shown."""
    extra = {
        "events/a/article.lt.md": "Žr. [ten](b).\n",
        "events/a/article.en.md": "See [there](b).\n",
        "events/b/event.yaml": "date: 1950\ntitle: x\ndraft: true\n",
    }
    folder = content({**good, **extra})
    for drafts, expected in ((True, {"b"}), (False, set())):
        reading = read_exhibit(folder, drafts=drafts)
        assert reading.problems == ()
        article = exhibit_of(reading).events[0].articles["en"]
        spans = [span for block in article.blocks for span in block.spans]
        assert {span.event for span in spans if span.event} == expected
        assert "there" in "".join(span.text for span in spans)


def test_an_event_outside_the_timeline_is_a_warning(content: Write, good: Files) -> None:
    """It is still there, but its date is pointed at."""
    good["exhibit.yaml"] += "timeline: {start: 1950, end: 1960}\n"
    reading = read_exhibit(content(good))
    assert [(p.code, p.path, p.line, p.column) for p in reading.problems] == [
        ("outside-timeline", E, 1, 7)
    ]
    assert len(exhibit_of(reading).events) == 1


def test_no_events_is_a_warning(content: Write, good: Files) -> None:
    """An exhibit without events can be shown."""
    del good[E]
    reading = read_exhibit(content(good))
    assert warnings(reading) == ["no-events"]
    assert exhibit_of(reading).events == ()


def test_events_of_one_date_are_in_order_of_their_ids(content: Write, good: Files) -> None:
    """Start, then end, then id decide."""
    for name, date in (("c", "1940"), ("b", "1940"), ("d", "1940/1941"), ("e", "1939")):
        good[f"events/{name}/event.yaml"] = f"date: {date}\ntitle: x\n"
    events = exhibit_of(read_exhibit(content(good))).events
    assert [event.id for event in events] == ["e", "b", "c", "d", "a"]


def test_names_that_are_no_text_are_survived(content: Write, good: Files) -> None:
    """A folder whose name is not UTF-8 is a problem that can be printed and stored."""
    folder = content(good)
    (folder / os.fsdecode(b"events/\xff\xfe")).mkdir()
    reading = read_exhibit(folder)
    assert errors(reading) == ["bad-id"]
    assert from_json(Problem, to_json(reading.problems[0])) == reading.problems[0]
