"""An edition made in memory: nothing of it is on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.articles.article import parse_article
from kiosk.exhibit.dates.edtf import day_number, parse_date
from kiosk.exhibit.media.captions import Cue
from kiosk.exhibit.model import (
    Appearance,
    Era,
    Event,
    Exhibit,
    Idle,
    Medium,
    MediumKind,
    Source,
    Text,
    Timeline,
)
from kiosk.station.decoding import MediaFacts
from kiosk.station.edition import Edition, StoredFile

IDS = ("ferry", "flood", "bridge", "voices")


def both(english: str, lithuanian: str) -> Text:
    return Text({"en": english, "lt": lithuanian})


def medium(kind: MediumKind, file: str, **more: object) -> Medium:
    fields = {"file": Text({"": file}), "alt": both("Alt", "Alternatyva"), **more}
    return Medium(kind=kind, **fields)


def event(slug: str, date: str, **more: object) -> Event:
    fields = {
        "id": slug,
        "date": parse_date(date),
        "title": both(f"The {slug}", f"Tai {slug}"),
        "summary": both("What happened.", "Kas nutiko."),
        **more,
    }
    return Event(**fields)


ENGLISH = """\
# Crossing

The *river* was **wide**[^1], see [the flood](flood).

> Wait.

1. First
2. Second

![A map](map.png)

[^1]: Sixty metres.
"""


@pytest.fixture
def exhibit() -> Exhibit:
    article, _ = parse_article(ENGLISH, "en", IDS)
    return Exhibit(
        title=both("Bridges", "Tiltai"),
        subtitle=Text({"en": "Over the river"}),
        languages=("lt", "en"),
        timeline=Timeline(start=day_number(1900), end=day_number(2000)),
        eras=(
            Era(
                id="old",
                date=parse_date("1900/1949"),
                title=both("Long ago", "Seniai"),
                color="#8a3b2e",
            ),
        ),
        idle=Idle(warn_after=60, reset_after=80),
        appearance=Appearance(background="#101010"),
        events=(
            event(
                "ferry",
                "1905",
                era="old",
                hero=medium(MediumKind.IMAGE, "events/ferry/map.png"),
                media=(
                    medium(MediumKind.IMAGE, "events/ferry/map.png"),
                    medium(
                        MediumKind.VIDEO,
                        "events/ferry/film.webm",
                        captions={
                            "en": (Cue(start_ms=0, end_ms=900, text="Hello"),),
                            "lt": (Cue(start_ms=0, end_ms=900, text="Labas"),),
                        },
                    ),
                    medium(
                        MediumKind.AUDIO,
                        "events/ferry/song.ogg",
                        transcript={"en": (Cue(start_ms=0, end_ms=900, text="La"),)},
                        loop=True,
                        rights="CC0",
                        credit=Text({"": "A choir"}),
                    ),
                    medium(MediumKind.VIDEO, "events/ferry/gone.webm"),
                ),
                articles={"en": article},
                related=("bridge", "nobody"),
                sources=(Source(text=both("A book", "Knyga"), url="https://example.org"),),
            ),
            event("flood", "1920-04", sensitive=both("Sad.", "Liūdna.")),
            event("bridge", "1935/1937", importance=1),
            event("voices", "1950~"),
        ),
    )


@pytest.fixture
def edition(exhibit: Exhibit, tmp_path: Path) -> Edition:
    """Its map, film and song are stored; the film called gone could not be decoded."""
    names = {"map": "a" * 64 + ".png", "film": "b" * 64 + ".webm", "song": "c" * 64 + ".ogg"}
    for name in names.values():
        (tmp_path / name[:2]).mkdir()
        (tmp_path / name[:2] / name).write_bytes(b"x")
    return Edition(
        id="00000001",
        exhibit=exhibit,
        problems=(),
        errors=0,
        warnings=0,
        drafts=False,
        files={
            "events/ferry/map.png": StoredFile(
                object=names["map"],
                facts=MediaFacts(
                    kind="image",
                    width=1600,
                    height=800,
                    previews={"card": names["map"], "screen": names["map"]},
                ),
            ),
            "events/ferry/film.webm": StoredFile(
                object=names["film"], facts=MediaFacts(kind="video", width=640, height=480)
            ),
            "events/ferry/song.ogg": StoredFile(object=names["song"]),
            "events/ferry/gone.webm": StoredFile(failed=True),
        },
        fingerprint="",
        objects=tmp_path,
    )
