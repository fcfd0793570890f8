"""TimelineJS, both versions and its spreadsheet: everything in them is carried over or named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from kiosk.curator.importing.imported import Imported
from kiosk.curator.importing.opening import open_import
from kiosk.curator.importing.report import ImportRefused, Note, Weight

EVENT = {"start_date": {"year": "1940", "month": 6}, "text": {"headline": "It <b>begins</b>"}}


def imported(data: Any) -> Imported:
    """What a file with these contents makes."""
    text = data if isinstance(data, str) else json.dumps(data)
    return open_import(text.encode(), "my_time-line.json", "lt", None)


def only_event(**keys: Any) -> tuple[dict[str, Any], dict[str, str], tuple[Note, ...]]:
    """The data, articles and notes of a timeline with one event that has these keys, too."""
    found = imported({"events": [{**EVENT, **keys}]})
    (event,) = found.documents.events.values()
    return event.data, event.articles, found.notes


def said(notes: tuple[Note, ...], weight: Weight) -> list[str]:
    """The messages of that weight."""
    return [note.message for note in notes if note.weight is weight]


def test_an_event_becomes_an_event() -> None:
    """Date, title without markup, and a readable id."""
    found = imported({"events": [EVENT]})
    assert list(found.documents.events) == ["1940-06-it-begins"]
    assert found.documents.events["1940-06-it-begins"].data == {
        "date": "1940-06",
        "title": "It begins",
    }
    assert found.documents.exhibit == {"title": "My time line", "languages": ["lt"]}
    assert any("language is set to “lt”" in message for message in said(found.notes, Weight.SAID))


def test_the_title_slide_becomes_the_exhibits_title() -> None:
    """Its picture attracts, its text is the subtitle."""
    title = {
        "text": {"headline": "Light<br>and shadow", "text": "<p>A history</p>"},
        "media": {"url": "https://x.example/a.jpg"},
        "background": {"url": "https://x.example/b.jpg"},
    }
    exhibit = imported({"title": title, "events": [EVENT]}).documents.exhibit
    assert exhibit["title"] == "Light and shadow"
    assert exhibit["subtitle"] == "A history"
    assert exhibit["attract"] == {
        "media": [{"source": "https://x.example/a.jpg"}, {"source": "https://x.example/b.jpg"}]
    }


def test_a_long_introduction_is_kept_as_a_remark() -> None:
    """And that is said."""
    title = {"text": {"headline": "x", "text": "<p>Much to say. </p>" * 20}}
    found = imported({"title": title, "events": [EVENT]})
    assert "subtitle" not in found.documents.exhibit
    assert found.remark.count("Much to say.") == 20
    assert any("too long for a subtitle" in m for m in said(found.notes, Weight.LOST))


def test_texts_become_summary_and_article() -> None:
    """A short plain beginning is the summary, all the rest the article; nothing stands twice."""
    data, articles, _ = only_event(
        text={"headline": "x", "text": "<p>Short.</p><p>Then <i>more</i>."}
    )
    assert data["summary"] == "Short."
    assert articles == {"lt": "Then *more*."}
    data, articles, _ = only_event(text={"headline": "x", "text": "Only <i>this</i>."})
    assert "summary" not in data
    assert articles == {"lt": "Only *this*."}


def test_media_wait_to_be_fetched() -> None:
    """Their addresses are kept as the source, their words without markup."""
    media = {
        "url": "//x.example/tower.jpg",
        "caption": "The <b>tower</b>",
        "credit": "<a href='https://x.example'>Ona</a>",
        "alt": "A tower",
        "thumbnail": "https://x.example/t.jpg",
        "link": "https://x.example",
    }
    data, _, notes = only_event(media=media, background={"color": "#fff"})
    assert data["media"] == [
        {
            "alt": "A tower",
            "caption": "The tower",
            "credit": "Ona",
            "source": "https://x.example/tower.jpg",
        }
    ]
    lost = " ".join(said(notes, Weight.LOST))
    for word in ("must be fetched", "background colour", "thumbnail", "link of", "Links in"):
        assert word in lost


def test_a_quote_in_place_of_a_medium_joins_the_article() -> None:
    """It is no file to be fetched."""
    data, articles, _ = only_event(media={"url": "<blockquote>No demand.</blockquote>"})
    assert "media" not in data
    assert articles == {"lt": "> No demand."}


def test_groups_become_lanes_and_eras_eras() -> None:
    """With ids of their own, and a colour where there is one."""
    era = {
        "start_date": {"year": "1940"},
        "end_date": {"year": "1944"},
        "text": {"headline": "Occupation"},
        "background": {"color": "#ABC"},
    }
    found = imported({"events": [{**EVENT, "group": "Daily life"}], "eras": [era, era]})
    exhibit = found.documents.exhibit
    assert exhibit["lanes"] == [{"id": "daily-life", "title": "Daily life"}]
    assert exhibit["eras"] == [
        {
            "id": name,
            "start": "1940",
            "end": "1944",
            "title": "Occupation",
            "color": "#aabbcc",
        }
        for name in ("occupation", "occupation-2")
    ]
    assert found.documents.events["1940-06-it-begins"].data["lane"] == "daily-life"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"display_date": "About <i>1940</i>"}, {"date_text": "About 1940"}),
        ({"end_date": {"year": 1941}}, {"date": "1940-06/1941"}),
        ({"start_date": {"year": -13_800_000_000}}, {"date": "Y-13800000000"}),
    ],
)
def test_dates_are_carried_over(keys: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    """With ends, words and any number of years."""
    data, _, _ = only_event(**keys)
    assert {key: data[key] for key in expected} == expected


def test_unusable_events_are_listed_and_the_rest_is_imported() -> None:
    """With their place and the reason."""
    wrong = [
        {"text": {"headline": "undated"}},
        {"start_date": {"year": "soon"}},
        {"start_date": {"year": 1940}, "end_date": {"year": 1939}},
        {"start_date": {"year": 1940}},
        "nothing",
    ]
    found = imported({"events": [EVENT, *wrong]})
    assert len(found.documents.events) == 1
    refused = [note for note in found.notes if note.weight is Weight.REFUSED]
    assert [note.place for note in refused] == [
        "event 2 (undated)",
        *(f"event {number}" for number in (3, 4, 5, 6)),
    ]
    assert refused[0].message == "There is no date."


def test_the_first_version_is_read() -> None:
    """With its dates, its asset and its tags."""
    old = {
        "timeline": {
            "headline": "Old",
            "startDate": "1900",
            "text": "",
            "date": [
                {
                    "startDate": "1963,8,9",
                    "endDate": "1964",
                    "headline": "Born",
                    "tag": "Life",
                    "asset": {"media": "https://x.example/a", "caption": "c", "credit": ""},
                },
                {"startDate": "whenever", "headline": "y"},
            ],
            "chart": [{"startDate": "1960", "value": "28"}],
            "era": [{"startDate": "1960", "endDate": "1970", "headline": "Sixties"}],
        }
    }
    found = imported(old)
    assert found.documents.exhibit["title"] == "Old"
    assert [era["id"] for era in found.documents.exhibit["eras"]] == ["sixties"]
    assert found.documents.events["1963-08-09-born"].data == {
        "date": "1963-08-09/1964",
        "title": "Born",
        "lane": "life",
        "media": [{"caption": "c", "source": "https://x.example/a"}],
    }
    assert [n.place for n in found.notes if n.weight is Weight.REFUSED] == ["event 2"]
    assert "Charts have no place here." in said(found.notes, Weight.LOST)


@pytest.mark.parametrize("around", ["storyjs_jsonp_data = {};", "callback({})", "\ufeff {}\n"])
def test_a_wrapper_of_javascript_is_taken_off(around: str) -> None:
    """It is never run."""
    before, after = around.split("{}")
    found = imported(before + json.dumps({"events": [EVENT]}) + after)
    assert len(found.documents.events) == 1


SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
    "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
)


def test_the_spreadsheet_is_read() -> None:
    """Title, eras, events with times, and rows that cannot be used by their number."""
    rows = (
        ",,,,,,,,,My sheet,Hello,,,,,title,,\n"
        '1991,1,13,1:35,,,,,,"The\ntower",<p>Text</p>,https://x.example/v,Ona,,,,State,#123456\n'
        "1990,,,,1991,,,,,Restoration,,,,,,era,,\n"
        ",,,,,,,,,Undated,,,,,,,,\n"
        "1990,,,noon,,,,,,Untimely,,,,,,,,\n"
    )
    found = open_import((SHEET + rows).encode(), "x.csv", "en", None)
    assert found.documents.exhibit["title"] == "My sheet"
    assert found.documents.exhibit["subtitle"] == "Hello"
    assert found.documents.exhibit["eras"][0]["id"] == "restoration"
    assert found.documents.events["1991-01-13-the-tower"].data == {
        "date": "1991-01-13T01:35",
        "title": "The tower",
        "summary": "Text",
        "lane": "state",
        "media": [{"credit": "Ona", "source": "https://x.example/v"}],
    }
    refused = [note.place for note in found.notes if note.weight is Weight.REFUSED]
    assert refused == ["row 6", "row 5 (Undated)"]


def test_the_older_spreadsheet_is_read() -> None:
    """It has whole dates in one cell."""
    text = "Start Date;End Date;Headline;Tag\n1/13/1991;;Tower;State\n"
    found = open_import(text.encode(), "x.csv", "en", None)
    assert found.documents.events["1991-01-13-tower"].data["lane"] == "state"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("{}", "and this is empty"),
        ("[1]", "and this is a list"),
        ('{"name": "x"}', "a group of name"),
        ('{"events": []}', "none of them has a “start_date”"),
        ('{"events": [{"start_date": {"year": "x"}}]}', "None of its slides"),
        ('{"events": [', "has a mistake on line 1"),
        ('{"events": []} {}', "Something else follows"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5_000 + "}", "too long a number"),
        ("https://docs.google.com/spreadsheets/d/1", "opens no web pages"),
        ("<!DOCTYPE html><p>x", "web page"),
        ("a,b\n1,2\n", "Its first row has: a, b"),
        ("%PDF-1.7", "PDF"),
        ("\0\1\2" * 50, "neither a table"),
    ],
)
def test_what_is_no_timeline_is_refused(text: str, why: str) -> None:
    """With the reason in plain words."""
    with pytest.raises(ImportRefused, match=why):
        imported(text)
