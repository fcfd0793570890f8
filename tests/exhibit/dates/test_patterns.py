"""Where the words of each language come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.dates import patterns as module
from kiosk.exhibit.dates.patterns import words_for


def test_both_pattern_files_lie_beside_the_code() -> None:
    """The patterns are package data, found wherever the package is installed."""
    folder = Path(module.__file__).with_name("languages")
    assert {path.name for path in folder.glob("*.yaml")} >= {"en.yaml", "lt.yaml"}


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("lt", "lt"),
        ("en-US", "en_GB"),
        ("fi", "fi"),
        ("pt_BR", "pt_BR"),
        ("qqq", "en_GB"),
        ("", "en_GB"),
    ],
)
def test_language(language: str, locale: str) -> None:
    """Ours come first, then what CLDR knows, and English where nothing is known."""
    assert words_for(language).locale == locale


def test_languages_keep_their_own_month_names() -> None:
    """Whichever is asked first: Babel lets one language have the names of another."""
    words_for.cache_clear()
    assert words_for("zh").axis_months[5] != words_for("de").axis_months[5] == "Juni"
    words_for.cache_clear()
    assert words_for("de").axis_months[5] == "Juni" != words_for("zh").axis_months[5]
