"""Exhibits of any size to measure with: as many events as asked for, without pictures."""

from __future__ import annotations

import random
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
summary: {{en: "What happened in {place} that day, told by those who saw it."}}
importance: {importance}
"""
ARTICLE = "In {place} people remember the day well.\n\n## What came of it\n\n" + (
    "It was told at home for years before anybody wrote it down. " * 12
)


def make_exhibit(folder: Path, count: int) -> Path:
    """Writes an exhibit of `count` events over a century into the new `folder`; the same always.

    One in six events lasts for some weeks, and they thicken as real histories do.
    """
    chance = random.Random(SEED)
    (folder / "events").mkdir(parents=True)
    (folder / "exhibit.yaml").write_text(
        EXHIBIT.format(count=count, era=FIRST_ERA), encoding="utf-8"
    )
    for number in range(count):
        day = FIRST + timedelta(days=int(DAYS * chance.betavariate(3, 2)))
        place = chance.choice(PLACES)
        lasts = chance.random() < 1 / 6
        end = day + timedelta(days=chance.randint(10, 90))
        event = EVENT.format(
            date=f"{day}/{end}" if lasts else day,
            title=f"{chance.choice(SUBJECTS)} in {place}",
            place=place,
            importance=chance.choices((1, 2, 3, 4), (1, 3, 6, 10))[0],
        )
        home = folder / "events" / f"e{number:05d}"
        home.mkdir()
        (home / "event.yaml").write_text(event, encoding="utf-8")
        (home / "article.en.md").write_text(ARTICLE.format(place=place), encoding="utf-8")
    return folder
