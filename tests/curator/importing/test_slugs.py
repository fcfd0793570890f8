"""Ids: readable, in Latin letters, and never the same twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.importing.slugs import event_slug, slug
from tests.curator.strategies import DATES


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        ("1991-01-13", "Žuvo keturiolika žmonių", "1991-01-13-zuvo-keturiolika-zmoniu"),
        ("1940-06/1941", "Łódź & Straße", "1940-06-lodz-strasse"),
        ("-0043", "Гай Юлій Цезар", "44-bce-gay-yuliy-tsezar"),
        ("0000", "x", "1-bce-x"),
        ("Y-13800000000", "Big Bang", "13800000000-bce-big-bang"),
        ("1821", "Ἐλευθερία ἢ θάνατος", "1821-eleytheria-i-thanatos"),
        ("1940~", "漢字", "1940"),
        ("194X", "The women's day", "1940-the-womens-day"),
    ],
)
def test_an_id_says_when_and_what(date: str, title: str, expected: str) -> None:
    """The letters of other scripts are written as they are spoken."""
    assert event_slug(date, title) == expected


def test_an_id_is_not_used_twice() -> None:
    """The second of the same name gets a number."""
    assert event_slug("1940", "x", {"1940-x"}) == "1940-x-2"
    assert slug("World", "lane", {"world"}) == "world-2"


def test_an_id_ends_with_a_whole_word() -> None:
    """However long the title is."""
    assert event_slug("1940", "word " * 30) == "1940-" + "-".join(["word"] * 9)
    assert slug("漢字", "lane") == "lane"


@given(DATES, st.text())
def test_any_title_gives_an_id(date: str, title: str) -> None:
    """Of small letters, digits and hyphens."""
    assert re.fullmatch(r"[a-z0-9-]{1,200}", event_slug(date, title))
