"""What must hold for any bytes whatever, one function for each kind of file."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date as CalendarDate
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from kiosk.curator.report import as_json
from kiosk.exhibit.articles.article import LONGEST_RUN, Span, parse_article
from kiosk.exhibit.dates.edtf import DateError, parse_date
from kiosk.exhibit.dates.wording import date_words
from kiosk.exhibit.media.captions import parse_captions
from kiosk.exhibit.media.drawings import drawing_fault, is_drawing
from kiosk.exhibit.media.formats import refusal, sniff
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.wording import error
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import MOST_FAULTS, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate
from kiosk.resources import example_content
from kiosk.station.records import from_json, to_json
from kiosk.viewmodels.markup import styled
from tests.exhibit.conftest import EVENT, EXHIBIT, GOOD, OGG, PNG, VTT, WEBM
from tests.fuzz.mutation import mutated

_PLACES: Final = (
    "exhibit.yaml",
    "events/a/event.yaml",
    "events/a/article.lt.md",
    "events/a/article.en.md",
    "events/a/picture.png",
    "events/a/film.webm",
    "events/a/plan.svg",
    "events/a/film.lt.vtt",
    "events/b/event.yaml",
    "media/media.yaml",
    "media/sound.ogg",
    "strings/lt.yaml",
    "fonts/own.ttf",
)


def read_yaml(data: bytes) -> None:
    """A tree or problems; a model or problems."""
    node, problems = parse_yaml(data, "event.yaml", Scope.EVENT)
    if node is not None:
        for model in (EventSource, ExhibitSource):
            problems += validate(model, node, "event.yaml", Scope.EVENT).problems
    assert len(problems) <= 3 * (MOST_FAULTS + 2)
    _can_be_told(problems)


def read_date(data: bytes) -> None:
    """A date that can be drawn and said in every language, or a reason in plain words."""
    try:
        found = parse_date(data.decode("utf-8", "replace"))
    except DateError as fault:
        _can_be_said(fault.message, fault.hint)
        return
    assert found.earliest <= found.latest
    for language in ("lt", "en", "de", "ar", "xx"):
        assert date_words(found, language).strip()


def read_article(data: bytes) -> None:
    """Blocks that any layout holds, without markup of their own."""
    article, problems = parse_article(data.decode("utf-8", "replace"), "lt", ("act", "1990-act"))
    lines: list[Sequence[Span]] = [*article.notes]
    for block in article.blocks:
        lines += (block.spans, *block.items)
    for spans in lines:
        said = "".join(span.text for span in spans)
        assert all(len(word) <= LONGEST_RUN for word in re.split(r"[\s\u200b]", said))
        assert "\u202e" not in said
        assert all(span.event in (None, "act", "1990-act") for span in spans)
        assert "<img" not in styled(spans)
    assert from_json(type(article), to_json(article)) == article
    for problem in problems:
        _can_be_said(problem.message, problem.hint)


def read_captions(data: bytes) -> None:
    """Cues in order, each with an end after its beginning."""
    cues, problems = parse_captions(data.decode("utf-8", "replace"))
    assert all(0 <= cue.start_ms < cue.end_ms and cue.text for cue in cues)
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)
    for problem in problems:
        _can_be_said(problem.message, problem.hint)


def read_medium(data: bytes) -> None:
    """A known format or a refusal; a drawing without fault or the fault."""
    if sniff(data[:4096]) is None:
        _can_be_said(*refusal(data))
    if is_drawing(data[:4096]) and (fault := drawing_fault(data)) is not None:
        assert fault.line >= 1
        _can_be_said(fault.message, fault.hint)


def read_folder(seed: int, folder: Path) -> None:
    """An exhibit that can be stored and read again, or an error that says why there is none."""
    _write_folder(Random(seed), folder)
    reading = read_exhibit(folder, CalendarDate(2026, 1, 1), drafts=bool(seed % 2))
    assert reading.exhibit is not None or any(p.severity == "error" for p in reading.problems)
    _can_be_told(reading.problems)
    as_json(0, reading.problems)
    for file in reading.files:
        assert (folder / file).resolve().is_relative_to(folder.resolve())
    if reading.exhibit is not None:
        assert from_json(Exhibit, to_json(reading.exhibit)) == reading.exhibit


def _write_folder(random: Random, folder: Path) -> None:
    for path in _PLACES:
        if random.random() < 0.15:
            continue
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        body = random.choice(_FOLDER[path])
        if random.random() < 0.4:
            body = mutated(random, _FOLDER[path])
        file.write_bytes(body)


def _can_be_told(problems: Iterable[Problem]) -> None:
    """Problems go to terminals, which obey control characters."""
    for problem in problems:
        assert problem.code
        assert problem.line >= 0
        assert problem.column >= 0
        for text in (problem.message, problem.hint):
            assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text)
            assert "\u202e" not in text
            assert len(text) < 2000, text


def _can_be_said(message: str, hint: str) -> None:
    _can_be_told([error("x", (1, 1), "code", message, hint)])


def _examples(pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes()[:8000] for path in sorted(example_content().glob(pattern)))


_RICH = b"""\
date: 1940-06-15T12:30/1941~
title: {lt: Kelias, en: The way}
summary: {lt: a, en: b}
lane: lithuania
themes: [resistance]
hero: picture.png
media:
  - {file: film.webm, captions: {lt: film.lt.vtt}, poster: picture.png, loop: true, alt: x}
  - {file: {lt: picture.png, en: plan.svg}, alt: {lt: a, en: b}, credit: c, rights: r}
  - {file: sound.ogg, transcript: film.lt.vtt}
place: {name: x, lat: 54.69, lon: 25.21}
sensitive: x
related: [b]
sources: [{text: x, url: "https://museum.example/"}]
visible: {from: 2020-01-01, until: 2030-12-31}
"""
_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use href="#a"/></svg>'
_MORE = b"""\
attract: {media: [picture.png, {file: film.webm, alt: x}], prompt: {lt: a, en: b}}
idle: {warn_after: 60, reset_after: 80}
appearance: {background: "#14110f", accent: "#c8a96a", heading_font: own.ttf}
take_away: {url: "https://museum.example/e/{id}?lang={language}"}
timeline: {start: 1939, end: 1993, scale: even}
reading_budget: 2
"""
_YAML: Final = (*_examples("events/*/event.yaml"), *_examples("exhibit.yaml"), _RICH)
_ARTICLES: Final = (*_examples("events/*/article.*.md"), b"a[^1] [b](act)\n\n[^1]: c\n")
_CAPTIONS: Final = (*_examples("events/*/*.vtt"), VTT.encode())
_EXHIBITS: Final = (EXHIBIT.encode(), EXHIBIT.encode() + _MORE)
_DATES: Final = tuple(
    text.encode()
    for text in (
        *("1940", "1940-06", "1940-06-15", "1940~", "1940-06?", "194X", "19XX", "1940-21", "-0043"),
        *("Y-66000000", "Y17E8", "1940-06-03/1940-06-04", "1944/..", "../1944", "1944/", "/1944"),
        *("[1939,1940]", "{1939-01..1941}", "[..1760-12]", "1991-01-13T01:35", "?1940-%06-15"),
    )
)
_MEDIA: Final = (PNG, WEBM, OGG, _DRAWING, b"%PDF-1.7\n", b"ID3\4\0\0\0\0\0\1\0\xff\xfb\x90\x64")

_FOLDER: Final = {
    **dict.fromkeys(_PLACES, _MEDIA),
    "exhibit.yaml": _EXHIBITS,
    "events/a/event.yaml": (EVENT.encode(), _RICH),
    "events/b/event.yaml": (EVENT.encode(), _RICH),
    "events/a/article.lt.md": _ARTICLES,
    "events/a/article.en.md": _ARTICLES,
    "events/a/film.lt.vtt": _CAPTIONS,
    "media/media.yaml": (b"sound.ogg: {alt: {lt: a, en: b}, credit: c, rights: r}\n",),
    "strings/lt.yaml": (b"back: Atgal\n",),
}
assert GOOD.keys() <= _FOLDER.keys()


class Target(NamedTuple):
    read: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


TARGETS: Final = {
    "yaml": Target(read_yaml, (*_YAML, *_EXHIBITS)),
    "edtf": Target(read_date, _DATES),
    "commonmark": Target(read_article, _ARTICLES),
    "webvtt": Target(read_captions, _CAPTIONS),
    "media": Target(read_medium, _MEDIA),
}


def attempt(name: str, seed: int) -> None:
    """One try, which `seed` alone decides. Raises if something does not hold."""
    if name == "folder":
        folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        try:
            read_folder(seed, folder)
        finally:
            shutil.rmtree(folder)
    else:
        target = TARGETS[name]
        target.read(mutated(Random(seed), target.seeds))
