from __future__ import annotations

import pytest

from kiosk.exhibit.language_names import code_meant, code_of


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Lithuanian", "lt"),
        ("lietuvių", "lt"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("en_US", "en"),
        ("ltt", "lt"),
        ("zzzzz", None),
        ("German", None),
    ],
)
def test_the_code_that_was_meant(word: str, code: str | None) -> None:
    """Names in English and in the language itself, longer codes and slips are understood."""
    assert code_meant(word, ("lt", "en")) == code


def test_any_language_has_a_code() -> None:
    """Also one that the exhibit does not have yet."""
    assert code_of("German") == code_of("deutsch") == "de"
    assert code_of("Klingon words") is None
