from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.near_ids import near_ids

SLIPS = [
    ("resistance", "resistence"),
    ("1990-03-11-vote", "1990-03-11-votes"),
    ("baltic-way", "balticway"),
    ("1990-03-11-referendum", "1990-03-11-refrendum"),
    ("tower", "twoer"),
]
SERIES = [
    ("film-1", "film-2"),
    ("1990-03-11-act", "1990-03-12-act"),
    ("1940", "1941"),
    ("part-a", "part-b"),
    ("part-i", "part-ii"),
    ("vote1991", "vote1992"),
    ("room-2b", "room-2c"),
    ("man", "men"),
    ("a", "b"),
    ("1990-11-1-act", "1990-1-11-act"),
    ("east-front", "west-front"),
    ("1990-03-11-act", "1990-03-11-law"),
]


@pytest.mark.parametrize(("first", "second"), SLIPS)
def test_slips_are_found(first: str, second: str) -> None:
    """One letter more, less, different or exchanged, or a hyphen; the later one is named second."""
    assert list(near_ids([first, "something-else", second])) == [(first, second)]
    assert list(near_ids([second, first])) == [(second, first)]


@pytest.mark.parametrize(("first", "second"), SERIES)
def test_series_are_left_alone(first: str, second: str) -> None:
    """Numbers, dates, letters that count and short words are meant to differ by little."""
    assert list(near_ids([first, second])) == []


@given(st.lists(st.text("ab-1", min_size=1, max_size=7), max_size=12, unique=True))
def test_each_pair_is_found_once_and_is_near(ids: list[str]) -> None:
    """No pair twice, none of an id with itself, the earlier first."""
    pairs = list(near_ids(ids))
    assert len(pairs) == len(set(pairs))
    for earlier, later in pairs:
        assert ids.index(earlier) < ids.index(later)
        assert abs(len(earlier.replace("-", "")) - len(later.replace("-", ""))) <= 1


def test_ten_thousand_ids_take_no_time() -> None:
    """The slip is found among as many events as a kiosk has to bear."""
    ids = [f"{1000 + number // 10}-{number % 10:02}-the-event-of-the-day" for number in range(9999)]
    assert list(near_ids([*ids, "1500-05-the-evnt-of-the-day"])) == [
        ("1500-05-the-event-of-the-day", "1500-05-the-evnt-of-the-day")
    ]
