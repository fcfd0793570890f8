"""Headers: however they are written, it is clear which field a column holds."""

from __future__ import annotations

import pytest

from kiosk.curator.tables.columns import KINDS, column_of


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("title", "title"),
        (" Title ", "title"),
        ("TITLE.LT", "title.lt"),
        ("title (en)", "title.en"),
        ("title en", "title.en"),
        ("title_lt", "title.lt"),
        ("date text.en", "date_text.en"),
        ("date_text", "date_text"),
        ("place", "place.name"),
        ("place.lt", "place.name.lt"),
        ("place.lat", "place.lat"),
        ("visible.from", "visible.from"),
        ("article.zh-Hant", "article.zh-Hant"),
    ],
)
def test_a_header_names_its_column(header: str, name: str) -> None:
    """Spaces, capitals and brackets do not matter."""
    column = column_of(header, KINDS["events"].fields)
    assert column is not None
    assert column.name == name


@pytest.mark.parametrize("header", ["titel", "", "date.lt", "lane.en", "title.", "title.english"])
def test_any_other_header_names_none(header: str) -> None:
    """Only texts have languages, and a language has a short code."""
    assert column_of(header, KINDS["events"].fields) is None


def test_each_sheet_belongs_to_the_exhibit_or_to_events() -> None:
    """By the names of the keys that hold their rows."""
    assert [kind.name for kind in KINDS.values() if kind.of_events] == ["media", "sources"]
    assert {"exhibit", "eras", "themes", "lanes", "attract.media"} <= KINDS.keys()
