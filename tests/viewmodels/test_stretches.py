"""Stretches in the words of their size."""

from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import day_number
from kiosk.timeline.whereabouts import Whereabouts
from kiosk.viewmodels.stretches import place_words, stretch_words

NIGHT = day_number(1907, 11, 2)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (NIGHT + 21 / 24, NIGHT + 23 / 24, "2 November 1907, 21:00–23:00"),
        (NIGHT, NIGHT + 20, "2–21 November 1907"),
        (day_number(1907, 3), day_number(1908, 3), "March 1907 – February 1908"),
        (day_number(1907), day_number(1950), "1907–1949"),
        (
            day_number(-4_600_000_000),
            day_number(-600_000_000),
            "4.6 billion – 600 million years ago",
        ),
    ],
)
def test_stretch(first: float, last: float, words: str) -> None:
    """Hours in a night, years in a century, billions of years in all of time."""
    assert stretch_words(first, last, "en") == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Whereabouts("day", NIGHT, 0, 1), "1907 m. lapkričio 2 d."),
        (Whereabouts("month", day_number(1907, 11), 0, 1), "1907 m. lapkritis"),
        (Whereabouts("year", day_number(1907), 0, 1), "1907"),
        (Whereabouts("year", day_number(-228_000_000), 0, 1), "prieš 228 mln. metų"),
        (Whereabouts("day", day_number(-43, 3, 15), 0, 1), "44 m. pr. Kr."),
    ],
)
def test_place(place: Whereabouts, words: str) -> None:
    """The date close up, the year from afar; before Christ the year will do."""
    assert place_words(place, "lt") == words
