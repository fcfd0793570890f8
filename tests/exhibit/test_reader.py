from __future__ import annotations

from datetime import date as CalendarDate
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import day_number
from kiosk.exhibit.model import Exhibit, MediumKind, Text
from kiosk.exhibit.problems import Severity
from kiosk.exhibit.reader import read_exhibit
from kiosk.station.records import from_json, to_json
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of, typeface


def full(png: bytes, webm: bytes, ogg: bytes, vtt: str) -> Files:
    """An exhibit that uses every key there is, with nothing wrong in it."""
    return {
        "exhibit.yaml": """\
title: {lt: Kelias, en: The way}
subtitle: {lt: Atgal, en: Back}
languages: [lt, en]
timeline: {start: 1939, end: 1993, scale: proportional}
eras: [{id: restoration, start: 1988-06, end: 1993-08, title: {lt: a, en: b},
        summary: {lt: a, en: b}, color: "#8a3b2e"}]
themes: [{id: resistance, title: {lt: a, en: b}, icon: people}]
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
        "fonts/Own.ttf": typeface(),
        "fonts/OFL.txt": "licence",
        "strings/lt.yaml": "close: Užverti\n",
        "events/tower/event.yaml": """\
date: 1991-01-13T01:35
date_text: {lt: Naktis, en: Night}
title: {lt: Bokštas, en: Tower}
summary: {lt: a, en: b}
era: restoration
lane: lithuania
themes: [resistance]
importance: 1
place: {name: {lt: Vilnius, en: Vilnius}, lat: 54.69, lon: 25.21}
hero: tower.png
media:
  - {file: tower.png, alt: {lt: a, en: b}, caption: {lt: a, en: b}, credit: X,
     rights: CC-BY-4.0, source: Y}
  - {file: night.webm, alt: {lt: a, en: b}, captions: {lt: n.lt.vtt, en: n.en.vtt},
     poster: tower.png, sign_language: night.webm, audio_description: memory.ogg,
     credit: X, rights: Y}
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
    """Every key of the content folder arrives in the model."""
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
    assert exhibit.themes[0].icon == "people"
    assert [event.id for event in exhibit.events] == ["act", "tower"]
    act, tower = exhibit.events
    assert act.title == Text({"": "No"})
    assert tower.hero is tower.media[0]
    assert tower.era == "restoration"
    assert tower.place is not None
    assert tower.place.lat == 54.69
    assert tower.related == ("act",)
    assert tower.sensitive == Text({"lt": "Dėmesio", "en": "Careful"})
    film, sound, chart, figure = tower.media[1:]
    assert film.poster == "events/tower/tower.png"
    assert film.sign_language == "events/tower/night.webm"
    assert film.audio_description == {"": "events/tower/memory.ogg"}
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
    assert from_json(Exhibit, to_json(exhibit)) == exhibit


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


def test_one_fault_does_not_hide_another(content: Write, good: Files) -> None:
    """Faults of form and faults of meaning in one file are found together."""
    good["exhibit.yaml"] += "idle: {warn_after: 70}\ntimeline: {start: 1990, end: 1980}\nx: y\n"
    good["exhibit.yaml"] = good["exhibit.yaml"].replace("start: 1944,", "")
    good["events/b/event.yaml"] = (
        "date: 1990-02-30\ntitel: x\nlane: y\nmedia:\n  - x.png\n  - {file: lost.png}\n"
    )
    reading = read_exhibit(content(good))
    found = [(p.path, p.line, p.code) for p in reading.problems if p.severity == "error"]
    assert found == [
        ("events/b/event.yaml", 1, "bad-date"),
        ("events/b/event.yaml", 2, "unknown-key"),
        ("events/b/event.yaml", 3, "unknown-lane"),
        ("events/b/event.yaml", 5, "wrong-type"),
        ("events/b/event.yaml", 6, "missing-file"),
        ("exhibit.yaml", 5, "missing-key"),
        ("exhibit.yaml", 8, "short-warning"),
        ("exhibit.yaml", 9, "bad-order"),
        ("exhibit.yaml", 10, "unknown-key"),
    ]


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


def test_dates_are_told_with_their_place(good: Files, content: Write) -> None:
    """Those that the kiosk says itself; words in `date_text` need no reading out."""
    good["events/b/event.yaml"] = "title: x\ndate: 1944/..\n"
    good["events/c/event.yaml"] = "date: 1944/..\ndate_text: Long ago\ntitle: x\n"
    reading = read_exhibit(content(good))
    assert [(path, line, date.text) for path, line, _, date in reading.dates] == [
        ("events/a/event.yaml", 1, "1940-06-15"),
        ("events/b/event.yaml", 2, "1944/.."),
    ]
