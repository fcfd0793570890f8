from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date as CalendarDate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.exhibit.dates import day_number
from kiosk.exhibit.model import Exhibit, Medium, MediumKind, Text
from kiosk.exhibit.problems import Severity
from kiosk.exhibit.reader import Reading, read_exhibit

Files = dict[str, Any]
Write = Callable[[Mapping[str, Any]], Path]

E = "events/a/event.yaml"


def exhibit_of(reading: Reading) -> Exhibit:
    """The exhibit, which must be there."""
    assert reading.exhibit is not None, reading.problems
    return reading.exhibit


def errors(reading: Reading) -> list[str]:
    """The codes of the errors."""
    return [p.code for p in reading.problems if p.severity is Severity.ERROR]


def warnings(reading: Reading) -> list[str]:
    """The codes of the warnings."""
    return [p.code for p in reading.problems if p.severity is Severity.WARNING]


def full(png: bytes, webm: bytes, ogg: bytes, vtt: str) -> Files:
    """An exhibit that uses every key there is, with nothing wrong in it."""
    return {
        "exhibit.yaml": """\
title: {lt: Kelias, en: The way}
subtitle: {lt: Atgal, en: Back}
languages: [lt, en]
timeline: {start: 1939, end: 1993, scale: proportional}
eras: [{id: first-occupation, start: 1940-06, end: 1941-06, title: {lt: a, en: b},
        summary: {lt: a, en: b}, color: "#8a3b2e"}]
themes: [{id: resistance, title: {lt: a, en: b}, icon: flag}]
lanes: [{id: lithuania, title: {lt: a, en: b}}]
attract:
  media: [cover.png, {file: loop.webm, alt: {lt: a, en: b}, credit: x, rights: y, loop: true}]
  prompt: {lt: Palieskite, en: Touch}
idle: {warn_after: 45, reset_after: 70.5}
appearance: {background: "#14110f", accent: "#c8a96a", heading_font: Own.ttf, body_font: Serif}
take_away: {url: "https://museum.example/e/{id}?lang={language}"}
""",
        "media/media.yaml": "cover.png: {alt: {lt: a, en: b}, credit: no, rights: CC0}\n",
        "media/cover.png": png,
        "loop.webm": webm,
        "fonts/Own.ttf": b"\0\x01\0\0rest",
        "fonts/OFL.txt": "licence",
        "strings/lt.yaml": "close: Užverti\n",
        "events/tower/event.yaml": """\
date: 1991-01-13T01:35
date_text: {lt: Naktis, en: Night}
title: {lt: Bokštas, en: Tower}
summary: {lt: a, en: b}
era: first-occupation
lane: lithuania
themes: [resistance]
importance: 1
place: {name: {lt: Vilnius, en: Vilnius}, lat: 54.69, lon: 25.21}
hero: tower.png
media:
  - {file: tower.png, alt: {lt: a, en: b}, caption: {lt: a, en: b}, credit: X,
     rights: CC-BY-4.0, source: Y}
  - {file: night.webm, alt: {lt: a, en: b}, captions: {lt: n.lt.vtt, en: n.en.vtt},
     poster: tower.png, sign_language: night.webm, credit: X, rights: Y}
  - {file: memory.ogg, alt: {lt: a, en: b}, transcript: n.lt.vtt, credit: X, rights: Y}
  - {file: {lt: map.lt.png, en: map.en.png}, alt: {lt: a, en: b}, credit: X, rights: Y}
sensitive: {lt: Dėmesio, en: Careful}
related: [act]
sources: [{text: {lt: Knyga, en: Book}, url: "https://example.org"}]
visible: {from: 2026-03-11, until: 2026-12-31}
""",
        "events/tower/article.lt.md": "Tekstas.\n\n![](cover.png)\n\n[Aktas](act)\n",
        "events/tower/article.en.md": "Text.\n\n![](cover.png)\n",
        "events/tower/tower.png": png,
        "events/tower/map.lt.png": png,
        "events/tower/map.en.png": png,
        "events/tower/night.webm": webm,
        "events/tower/memory.ogg": ogg,
        "events/tower/n.lt.vtt": vtt,
        "events/tower/n.en.vtt": vtt,
        "events/act/event.yaml": "date: 1990-03-11\ntitle: No\n",
    }


def test_a_full_exhibit_is_read_completely(
    content: Write, png: bytes, webm: bytes, ogg: bytes, vtt: str
) -> None:
    """Every key of the content folder arrives in the model, without a single problem."""
    reading = read_exhibit(content(full(png, webm, ogg, vtt)), today=CalendarDate(2026, 5, 1))
    assert reading.problems == ()
    exhibit = exhibit_of(reading)
    assert exhibit.title.root == {"lt": "Kelias", "en": "The way"}
    assert exhibit.languages == ("lt", "en")
    assert (exhibit.timeline.start, exhibit.timeline.end) == (day_number(1939), day_number(1994))
    assert exhibit.timeline.scale == "proportional"
    assert (exhibit.idle.warn_after, exhibit.idle.reset_after) == (45, 70.5)
    assert [m.kind for m in exhibit.attract.media] == [MediumKind.IMAGE, MediumKind.VIDEO]
    assert exhibit.attract.media[0].credit == Text({"": "no"})
    assert exhibit.attract.media[1].loop
    assert exhibit.appearance.heading_font == "Own.ttf"
    assert exhibit.appearance.body_font == "Serif"
    assert exhibit.fonts == ("fonts/Own.ttf",)
    assert exhibit.strings == {"lt": {"close": "Užverti"}}
    assert exhibit.themes[0].icon == "flag"
    assert [event.id for event in exhibit.events] == ["act", "tower"]
    act, tower = exhibit.events
    assert act.title == Text({"": "No"})
    assert tower.hero is tower.media[0]
    assert tower.era == "first-occupation"
    assert tower.place is not None
    assert tower.place.lat == 54.69
    assert tower.related == ("act",)
    assert tower.sensitive == Text({"lt": "Dėmesio", "en": "Careful"})
    film, sound, chart, figure = tower.media[1:]
    assert film.poster == "events/tower/tower.png"
    assert film.sign_language == "events/tower/night.webm"
    assert [cue.text for cue in film.captions["en"]] == ["Hello"]
    assert set(sound.transcript) == {"lt", "en"}
    assert chart.file.root == {
        "lt": "events/tower/map.lt.png",
        "en": "events/tower/map.en.png",
    }
    assert figure.file == Text({"": "media/cover.png"})
    assert figure.rights == "CC0"
    placed = [b.medium for b in tower.articles["en"].blocks if b.kind == "figure"]
    assert placed == ["media/cover.png"]
    assert reading.files == (
        "events/tower/map.en.png",
        "events/tower/map.lt.png",
        "events/tower/memory.ogg",
        "events/tower/n.en.vtt",
        "events/tower/n.lt.vtt",
        "events/tower/night.webm",
        "events/tower/tower.png",
        "fonts/Own.ttf",
        "loop.webm",
        "media/cover.png",
    )
    assert Exhibit.model_validate_json(exhibit.model_dump_json()) == exhibit


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


BAD_MEDIA = [
    ("tower.jpg", "missing-file", "Put the file into events/a/ or media/."),
    ("PICTURE.png", "missing-file", "Did you mean “picture.png”?"),
    ("picture.jpg", "missing-file", "Did you mean “picture.png”?"),
    ("pictures.png", "missing-file", "Did you mean “picture.png”?"),
    ("../b/picture.png", "unsafe-file", ""),
    ("sub/../../../../etc/passwd", "unsafe-file", ""),
    ("/etc/passwd", "unsafe-file", ""),
    ("~/picture.png", "unsafe-file", ""),
    ("http://example.org/x.png", "unsafe-file", ""),
    ("file:///etc/passwd", "unsafe-file", ""),
    ("//server/share/x.png", "unsafe-file", ""),
    ("C:\\pictures\\x.png", "unsafe-file", ""),
    ("pictures\\x.png", "unsafe-file", ""),
    ("folder.png", "not-a-file", ""),
    ("fifo.png", "not-a-file", ""),
    ("leaves.png", "unsafe-file", ""),
    ("out/secret.png", "unsafe-file", ""),
    ("empty.png", "empty-file", ""),
    ("noise.png", "unplayable-file", ""),
    ("drawing.svg", "unplayable-file", ""),
    ("list.mp4", "unplayable-file", ""),
    ("really-png.mp4", "wrong-suffix", "Rename it to “really-png.png”."),
]


@pytest.fixture
def pitfalls(content: Write, good: Files, png: bytes, tmp_path: Path) -> Path:
    """An exhibit whose event has every kind of bad file in its folder."""
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.png").write_bytes(png)
    folder = content(
        {
            **good,
            "events/a/picture.png": png,
            "events/a/folder.png/x": "x",
            "events/a/empty.png": b"",
            "events/a/noise.png": bytes(range(7, 200)),
            "events/a/drawing.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "events/a/list.mp4": "ffconcat version 1.0\nfile /etc/passwd\n",
            "events/a/really-png.mp4": png,
        }
    )
    home = folder / "events/a"
    os.mkfifo(home / "fifo.png")
    (home / "leaves.png").symlink_to(secret / "secret.png")
    (home / "out").symlink_to(secret)
    return folder


@pytest.mark.parametrize(("name", "code", "hint"), BAD_MEDIA)
def test_a_bad_medium_alone_is_left_out(pitfalls: Path, name: str, code: str, hint: str) -> None:
    """A file that is missing, unsafe or no medium costs no more than itself."""
    entry = f"media:\n  - {{file: '{name}', alt: {{lt: a, en: b}}, credit: c, rights: r}}\n"
    (pitfalls / E).write_text("date: 1940\ntitle: x\n" + entry)
    reading = read_exhibit(pitfalls)
    problem = reading.problems[0]
    assert [p.code for p in reading.problems] == [code]
    assert (problem.path, problem.line, problem.column) == (E, 4, 12)
    assert (problem.severity, problem.scope) == ("error", "medium")
    assert problem.hint == hint if hint else problem.hint
    assert exhibit_of(reading).events[0].media == ()
    assert reading.files == ()


@pytest.mark.parametrize("key", ["hero", "poster", "sign_language", "captions", "transcript"])
@pytest.mark.parametrize("name", ["../secret.png", "leaves.png", "fifo.png"])
def test_every_file_name_is_guarded(pitfalls: Path, key: str, name: str) -> None:
    """No key opens a file outside the content folder, or one that would block."""
    if key == "hero":
        text = f"hero: {name}\n"
    else:
        text = (
            "media:\n  - {file: picture.png, alt: {lt: a, en: b}, credit: c, rights: r, "
            f"{key}: {name}}}\n"
        )
    (pitfalls / E).write_text("date: 1940\ntitle: x\n" + text)
    reading = read_exhibit(pitfalls)
    assert errors(reading) == ["not-a-file" if name == "fifo.png" else "unsafe-file"]
    assert len(exhibit_of(reading).events) == 1


def test_a_link_that_stays_inside_is_fine(content: Write, good: Files, png: bytes) -> None:
    """Museums that link one picture into several folders may do so."""
    good[E] += "hero: linked.png\n"
    folder = content({**good, "media/picture.png": png})
    (folder / "events/a/linked.png").symlink_to(folder / "media/picture.png")
    reading = read_exhibit(folder)
    assert errors(reading) == []
    hero = exhibit_of(reading).events[0].hero
    assert hero is not None
    assert hero.file == Text({"": "events/a/linked.png"})


def test_an_event_folder_that_leaves_is_not_read(
    content: Write, good: Files, tmp_path: Path
) -> None:
    """A link to a folder elsewhere is no event."""
    folder = content(good)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "event.yaml").write_text("date: 1940\ntitle: secret\n")
    (folder / "events/b").symlink_to(elsewhere)
    reading = read_exhibit(folder)
    assert [(p.code, p.scope, p.path) for p in reading.problems] == [
        ("unsafe-file", "event", "events/b/event.yaml")
    ]
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


BAD_EXHIBITS = [
    ("title: x\nlanguages: []\n", "missing-value", 2),
    ("title: x\n", "missing-key", 1),
    ("languages: [lt]\n", "missing-key", 1),
    ("title: x\nlanguages: [Lithuanian]\n", "bad-language", 2),
    ("title: x\nlanguages: [lt]\nlanguage: lt\n", "unknown-key", 3),
    ("title: x\nlanguages: [lt]\ntimeline: {start: 1990, end: 1940}\n", "bad-order", 3),
    ("title: x\nlanguages: [lt]\ntimeline: {scale: linear}\n", "bad-value", 3),
    ("title: x\nlanguages: [lt]\nidle: {warn_after: -1}\n", "bad-number", 3),
    ("title: x\nlanguages: [lt]\nidle: {reset_after: 1e400}\n", "bad-number", 3),
    ("title: x\nlanguages: [lt]\nidle: {warn_after: 99999999}\n", "bad-number", 3),
    (
        "title: x\nlanguages: [lt]\neras: [{id: a, start: 1940, end: 1939, title: y}]\n",
        "bad-date",
        3,
    ),
    ("title: x\nlanguages: [lt]\neras: [{id: a, start: x, end: 1939, title: y}]\n", "bad-date", 3),
    ("title: x\nlanguages: [lt]\neras: [{id: A B, start: 1, end: 2, title: y}]\n", "bad-id", 3),
    ("title: x\nlanguages: [lt]\nappearance: {accent: red}\n", "bad-color", 3),
    ("title: {lt: x, en: y}\nlanguages: [lt]\n", "unknown-language", 1),
    ('title: ""\nlanguages: [lt]\n', "missing-key", 1),
    ("title: x: y\n", "bad-yaml", 1),
    ("", "empty-file", 0),
    (b"title: \xff\n", "not-utf-8", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), BAD_EXHIBITS)
def test_a_bad_exhibit_file_costs_the_exhibit(
    content: Write, good: Files, text: str | bytes, code: str, line: int
) -> None:
    """An error in exhibit.yaml leaves nothing, but everything else is still looked at."""
    files = {**good, "exhibit.yaml": text, "events/b/event.yaml": "date: soon\ntitle: x\n"}
    reading = read_exhibit(content(files))
    first = next(p for p in reading.problems if p.code == code and p.path == "exhibit.yaml")
    assert (first.line, first.severity, first.scope) == (line, "error", "exhibit")
    assert first.hint
    assert any(p.path == "events/b/event.yaml" for p in reading.problems)
    assert reading.exhibit is None


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    """Neither a missing folder, a file nor a strange name raises."""
    for folder in (tmp_path / "nothing", Path("a\0b"), tmp_path / ("x" * 300)):
        reading = read_exhibit(folder)
        assert reading.exhibit is None
        assert [(p.path, p.code) for p in reading.problems] == [(".", "missing-folder")]
    (tmp_path / "file").write_text("x")
    assert errors(read_exhibit(tmp_path / "file")) == ["not-a-folder"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    """The hint says what to put there."""
    reading = read_exhibit(tmp_path)
    assert [(p.path, p.code) for p in reading.problems] == [("exhibit.yaml", "missing-file")]


def test_a_misnamed_exhibit_file_is_pointed_at(content: Write, good: Files) -> None:
    """The file that was probably meant is named."""
    good["exhibit.yml"] = good.pop("exhibit.yaml")
    hint = read_exhibit(content(good)).problems[0].hint
    assert hint == "Rename “exhibit.yml” to “exhibit.yaml”."


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


@pytest.mark.parametrize("path", ["exhibit.yaml", E, "events/a/article.lt.md"])
@pytest.mark.parametrize("kind", ["folder", "fifo", "link"])
def test_strange_things_in_place_of_files(
    content: Write, good: Files, path: str, kind: str
) -> None:
    """A folder, a pipe or a link out of the folder in place of a text is a problem."""
    folder = content(good)
    file = folder / path
    file.unlink(missing_ok=True)
    if kind == "folder":
        file.mkdir()
    elif kind == "fifo":
        os.mkfifo(file)
    else:
        file.symlink_to("/etc/hostname")
    reading = read_exhibit(folder)
    assert reading.problems[0].path == path
    assert errors(reading)[0] == ("unsafe-file" if kind == "link" else "not-a-file")


@pytest.mark.parametrize(
    ("path", "scope"),
    [("exhibit.yaml", "exhibit"), (E, "event"), ("events/a/picture.png", "medium")],
)
def test_files_that_may_not_be_read(
    content: Write, good: Files, png: bytes, path: str, scope: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission costs what it stands for."""
    good[E] += "hero: picture.png\n"
    folder = content({**good, "events/a/picture.png": png})
    really_open = os.open

    def refusing(name: str | Path, *rest: int) -> int:
        if Path(name) == folder / path:
            raise PermissionError(13, "Permission denied", str(name))
        return really_open(name, *rest)

    monkeypatch.setattr("kiosk.exhibit.files.os.open", refusing)
    reading = read_exhibit(folder)
    found = [p for p in reading.problems if p.code == "unreadable-file"]
    assert [p.scope for p in found] == [scope]


def test_a_folder_that_may_not_be_listed(
    content: Write, good: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event folder without permission is a problem of that event."""
    folder = content({**good, "events/b/event.yaml": "date: 1940\ntitle: x\n"})
    really_scan = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return really_scan(path)

    monkeypatch.setattr("kiosk.exhibit.files.os.scandir", refusing)
    reading = read_exhibit(folder)
    assert [(p.code, p.scope) for p in reading.problems] == [("unreadable-file", "event")]
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


def media_of(reading: Reading) -> tuple[Medium, ...]:
    """The media of the only event."""
    return exhibit_of(reading).events[0].media


def test_missing_words_are_warnings(
    content: Write, good: Files, png: bytes, webm: bytes, ogg: bytes
) -> None:
    """Alt text, credit, rights, captions and transcript are missed, and nothing is lost."""
    good[E] += "media: [{file: p.png}, {file: f.webm}, {file: s.ogg}]\n"
    files = {"events/a/p.png": png, "events/a/f.webm": webm, "events/a/s.ogg": ogg}
    reading = read_exhibit(content({**good, **files}))
    assert errors(reading) == []
    assert sorted(warnings(reading)) == [
        *["missing-alt"] * 3,
        "missing-captions",
        *["missing-credit"] * 3,
        *["missing-rights"] * 3,
        "missing-transcript",
    ]
    assert len(media_of(reading)) == 3


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


def test_names_with_other_accents_are_found(content: Write, good: Files, png: bytes) -> None:
    """A file copied from a Mac is found although its name is written with other bytes."""
    composed, decomposed = "\u017e.png", "z\u030c.png"
    entry = f"media: [{{file: {composed}, alt: {{lt: a, en: b}}, credit: c, rights: r}}]\n"
    good[E] += entry
    reading = read_exhibit(content({**good, f"events/a/{decomposed}": png}))
    assert (errors(reading), warnings(reading)) == ([], ["name-spelling"])
    assert media_of(reading)[0].file == Text({"": f"events/a/{decomposed}"})


def test_a_picture_with_the_wrong_suffix_is_shown(content: Write, good: Files, png: bytes) -> None:
    """A PNG called .jpg is a warning; both are pictures."""
    good[E] += "hero: p.jpg\n"
    reading = read_exhibit(content({**good, "events/a/p.jpg": png}))
    assert "wrong-suffix" in warnings(reading)
    hero = exhibit_of(reading).events[0].hero
    assert hero is not None
    assert hero.kind is MediumKind.IMAGE


def test_a_hero_must_be_a_picture(content: Write, good: Files, webm: bytes) -> None:
    """A film as hero is left out, the event stays."""
    good[E] += "hero: f.webm\n"
    reading = read_exhibit(content({**good, "events/a/f.webm": webm}))
    assert errors(reading) == ["wrong-kind"]
    assert exhibit_of(reading).events[0].hero is None


def test_the_events_folder_goes_before_the_shared_one(
    content: Write, good: Files, png: bytes
) -> None:
    """A file of the same name in media/ is hidden by the event's own."""
    good[E] += "hero: p.png\n"
    reading = read_exhibit(content({**good, "events/a/p.png": png, "media/p.png": png}))
    assert reading.files == ("events/a/p.png",)


def test_figures_join_the_media_once(content: Write, good: Files, png: bytes) -> None:
    """A picture placed in both articles becomes one medium with both alt texts."""
    extra = {
        "events/a/article.lt.md": "![Bokštas](p.png)\n\n![](lost.png)\n",
        "events/a/article.en.md": "x\n\n![Tower](p.png)\n",
        "events/a/p.png": png,
    }
    reading = read_exhibit(content({**good, **extra}))
    assert [(p.code, p.path, p.line, p.scope) for p in reading.problems][:1] == [
        ("missing-file", "events/a/article.lt.md", 3, "medium")
    ]
    assert [medium.alt for medium in media_of(reading)] == [Text({"lt": "Bokštas", "en": "Tower"})]


def test_shared_descriptions_fill_what_is_left_open(
    content: Write, good: Files, png: bytes
) -> None:
    """What the event says itself goes first."""
    good[E] += "media: [{file: p.png, credit: own}]\n"
    shared = "p.png: {alt: both, credit: shared, rights: CC0}\nq.png: {alt: x}\np.jpg: {alt: x}\n"
    reading = read_exhibit(content({**good, "media/p.png": png, "media/media.yaml": shared}))
    assert [(p.path, p.line, p.code, p.scope) for p in reading.problems] == [
        ("media/media.yaml", 2, "missing-file", "medium"),
        ("media/media.yaml", 3, "missing-file", "medium"),
    ]
    medium = media_of(reading)[0]
    assert (medium.alt, medium.credit, medium.rights) == (
        Text({"": "both"}),
        Text({"": "own"}),
        "CC0",
    )


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("media/media.yaml", "- x", "wrong-type"),
        ("media/media.yaml", "p.png: {alt: {xx: y}}", "unknown-language"),
        ("media/media.yaml", "p.png: {file: y}", "unknown-key"),
        ("media/media.yaml", "a: b: c", "bad-yaml"),
        ("strings/lt.yaml", "close: {a: b}", "wrong-type"),
        ("strings/lt.yaml", "x", "wrong-type"),
        ("fonts/a.ttf", "no typeface", "unplayable-file"),
    ],
)
def test_faults_of_files_beside_cost_little(
    content: Write, good: Files, png: bytes, path: str, text: str, code: str
) -> None:
    """A broken file beside exhibit.yaml leaves the exhibit."""
    reading = read_exhibit(content({**good, "media/p.png": png, path: text}))
    assert [(p.path, p.code, p.scope) for p in reading.problems] == [(path, code, "medium")]
    assert len(exhibit_of(reading).events) == 1


def test_a_missing_typeface_is_a_problem_of_its_own(content: Write, good: Files) -> None:
    """Ours takes its place."""
    good["exhibit.yaml"] += "appearance: {body_font: Missing.ttf}\n"
    reading = read_exhibit(content(good))
    assert errors(reading) == ["missing-file"]
    assert exhibit_of(reading).appearance.body_font is None


def test_sounds_do_not_attract(content: Write, good: Files, ogg: bytes) -> None:
    """The attract screen shows pictures and films only."""
    good["exhibit.yaml"] += "attract: {media: [s.ogg]}\n"
    reading = read_exhibit(content({**good, "s.ogg": ogg}))
    assert errors(reading) == ["wrong-kind"]
    assert exhibit_of(reading).attract.media == ()


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


def test_all_faults_are_collected(content: Write, good: Files) -> None:
    """Several faults in several files are all there, errors first."""
    good["events/b/event.yaml"] = "date: soon\ntitle: {xx: y}\nlane: z\nhero: ../x\n"
    good["events/c/event.yaml"] = "x: y\n"
    good[E] += "summary: {lt: a}\n"
    reading = read_exhibit(content(good))
    assert errors(reading) == [
        *("bad-date", "unknown-language", "unknown-lane", "unsafe-file"),
        *("missing-key", "missing-key", "unknown-key"),
    ]
    assert reading.problems[-1].severity is Severity.WARNING


names = st.sampled_from(
    ["exhibit.yaml", E, "events/a/article.lt.md", "media/media.yaml", "strings/lt.yaml"]
)


@given(st.dictionaries(names, st.binary(max_size=120), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_bytes_make_reading_fail(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    """Whatever stands in the files, reading ends with a Reading."""
    folder = tmp_path_factory.mktemp("noise")
    for path, body in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    reading = read_exhibit(folder, drafts=True)
    assert reading.exhibit is not None or errors(reading)


def test_names_that_are_no_text_are_survived(content: Write, good: Files) -> None:
    """A folder whose name is not UTF-8 is a problem that can be printed and stored."""
    folder = content(good)
    os.mkdir(os.fsencode(folder) + b"/events/\xff\xfe")
    reading = read_exhibit(folder)
    assert errors(reading) == ["bad-id"]
    assert reading.problems[0].model_dump_json()
