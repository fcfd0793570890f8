from __future__ import annotations

import pytest

from kiosk.exhibit.model import Medium, MediumKind, Text
from kiosk.exhibit.reader import Reading, read_exhibit
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of, warnings


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


def test_a_file_may_still_have_to_be_fetched(content: Write, good: Files) -> None:
    """A medium with a source and no file is a warning, here and on the attract screen."""
    good[E] += "media: [{source: 'https://museum.example/tower.jpg'}]\n"
    good["exhibit.yaml"] += "attract: {media: [{source: 'https://museum.example/a.jpg'}]}\n"
    reading = read_exhibit(content(good))
    assert errors(reading) == []
    assert warnings(reading) == ["file-to-fetch", "file-to-fetch"]
    assert media_of(reading) == ()


def test_a_medium_without_file_and_source_is_an_error(content: Write, good: Files) -> None:
    """Nobody could know what is meant."""
    good[E] += "media: [{alt: {lt: x, en: y}, source: ''}]\n"
    assert errors(read_exhibit(content(good))) == ["missing-key"]


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
