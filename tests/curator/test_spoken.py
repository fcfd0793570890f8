"""Unusual dates, told to the curator in words."""

from __future__ import annotations

import io

from rich.console import Console

from kiosk.curator.spoken import SpokenDate, as_data, print_dates, spoken_dates
from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.written import WrittenDate


def spoken(*places: tuple[str, int, str]) -> tuple[SpokenDate, ...]:
    """The dates at a path and line, in Lithuanian and English."""
    dates = (WrittenDate(path, line, 7, parse_date(text)) for path, line, text in places)
    return spoken_dates(dates, ("lt", "en"))


def printed(dates: tuple[SpokenDate, ...]) -> str:
    """The section as it would be printed."""
    out = io.StringIO()
    print_dates(Console(file=out, highlight=False), dates)
    return out.getvalue()


def test_dates_stand_with_their_words_file_by_file() -> None:
    """Each unusual date is said in every language of the exhibit; plain ones are not mentioned."""
    dates = spoken(
        ("events/b/event.yaml", 2, "1940~"),
        ("events/c/event.yaml", 1, "1940-06-15"),
        ("events/a/event.yaml", 1, "-0043"),
    )
    assert printed(dates) == (
        "These dates will be read as:\n"
        "  events/a/event.yaml\n"
        "    line 1: -0043\n"
        "      lt  44 m. pr. Kr.\n"
        "      en  44 BCE\n"
        "  events/b/event.yaml\n"
        "    line 2: 1940~\n"
        "      lt  apie 1940 m.\n"
        "      en  about 1940\n"
        "\n"
    )


def test_nothing_is_printed_about_plain_dates() -> None:
    """Without an unusual date there is no section."""
    assert printed(spoken(("events/a/event.yaml", 1, "1940/1945"))) == ""


def test_a_long_list_is_cut() -> None:
    """The report stays readable, and says where all of it is."""
    text = printed(spoken(*((f"events/{n:03}/event.yaml", 1, "1940~") for n in range(50))))
    assert text.count("apie 1940 m.") == 40
    assert "10 more; --format json" in text


def test_data_for_programs() -> None:
    """Place, date and words of each, as plain data."""
    assert as_data(spoken(("events/a/event.yaml", 3, "1944/.."))) == [
        {
            "path": "events/a/event.yaml",
            "line": 3,
            "column": 7,
            "date": "1944/..",
            "words": {"lt": "nuo 1944 m.", "en": "from 1944"},
        }
    ]
