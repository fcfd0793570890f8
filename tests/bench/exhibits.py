"""Exhibits of any size to measure with: as many events as asked for, without pictures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST = date(1900, 1, 1)
DAYS = 36_000
SEED = 1918
FIRST_ERA = "Before"
SUBJECTS = ("Letter", "Assembly", "Harvest", "Arrest", "Concert", "Strike", "Election", "Return")
PLACES = ("Vilnius", "Kaunas", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus", "Telšiai", "Utena")
EXHIBIT = """\
title: {{en: "{count} events"}}
languages: [en]
eras:
  - {{id: before, start: 1900, end: 1939, title: {{en: {era}}}, color: "#4f6272"}}
  - {{id: after, start: 1940, end: 1999, title: {{en: After}}, color: "#8a3b2e"}}
"""
EVENT = """\
date: {date}
title: {{en: "{title}"}}
summary: {{en: "{summary}"}}
importance: {importance}
"""
ARTICLE = "In {place} people remember the day well.\n\n## What came of it\n\n" + (
    "It was told at home for years before anybody wrote it down. " * 12
)


@dataclass(frozen=True)
class Happening:
    """An invented event; it has an `end` only if it lasted."""

    start: date
    end: date | None
    title: str
    place: str
    importance: int

    @property
    def summary(self) -> str:
        return f"What happened in {self.place} that day, told by those who saw it."


def happenings(count: int) -> Iterator[Happening]:
    """So many events over a century, the same always.

    One in six lasts for some weeks, and they thicken as real histories do.
    """
    chance = random.Random(SEED)
    for _ in range(count):
        day = FIRST + timedelta(days=int(DAYS * chance.betavariate(3, 2)))
        place = chance.choice(PLACES)
        lasts = chance.random() < 1 / 6
        end = day + timedelta(days=chance.randint(10, 90))
        yield Happening(
            day,
            end if lasts else None,
            f"{chance.choice(SUBJECTS)} in {place}",
            place,
            chance.choices((1, 2, 3, 4), (1, 3, 6, 10))[0],
        )


def make_exhibit(folder: Path, count: int) -> Path:
    """Writes an exhibit of so many happenings into the new `folder`."""
    (folder / "events").mkdir(parents=True)
    (folder / "exhibit.yaml").write_text(
        EXHIBIT.format(count=count, era=FIRST_ERA), encoding="utf-8"
    )
    for number, one in enumerate(happenings(count)):
        event = EVENT.format(
            date=f"{one.start}/{one.end}" if one.end else one.start,
            title=one.title,
            summary=one.summary,
            importance=one.importance,
        )
        home = folder / "events" / f"e{number:05d}"
        home.mkdir()
        (home / "event.yaml").write_text(event, encoding="utf-8")
        (home / "article.en.md").write_text(ARTICLE.format(place=one.place), encoding="utf-8")
    return folder
