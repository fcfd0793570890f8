"""The address behind the QR code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.taking_home import address_of, shortened


def test_event_and_language_are_filled_in() -> None:
    """Both stand wherever the curator wants them, also in the path."""
    url = "https://museum.example/{language}/e/{id}?lang={language}"
    wanted = "https://museum.example/lt/e/1991-01-13?lang=lt"
    assert address_of(url, "1991-01-13", "lt") == wanted


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://museum.example/plain", "https://museum.example/plain"),
        ("https://muziejus.example/įvykis", "https://muziejus.example/%C4%AFvykis"),
        ("https://žemėlapis.example/a b", "https://xn--emlapis-u8a83g.example/a%20b"),
        ("https://museum.example/a%20b?c=d&e=%7B#f", "https://museum.example/a%20b?c=d&e=%7B#f"),
    ],
)
def test_addresses_become_ascii(url: str, address: str) -> None:
    """What is quoted already is not quoted again."""
    assert address_of(url, "a", "en") == address


@given(st.text(max_size=40))
def test_every_text_can_be_put_into_a_code(text: str) -> None:
    """Whatever a curator typed, nothing but ASCII comes out, and no exception."""
    assert address_of(f"https://museum.example/{text}", "a", "en").isascii()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://www.museum.example/e/1/", "museum.example/e/1"),
        ("http://museum.example", "museum.example"),
        ("museum.example/www.", "museum.example/www."),
    ],
)
def test_addresses_are_shown_as_people_say_them(url: str, words: str) -> None:
    assert shortened(url) == words
