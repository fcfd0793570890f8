"""A table with our own columns: what each cell does to an exhibit, new or existing."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.importing.imported import Imported
from kiosk.curator.importing.opening import open_import
from kiosk.curator.importing.report import ImportRefused, Weight
from kiosk.curator.tables.workbook import written_workbook

BEFORE = Documents(
    {
        "title": {"lt": "Kelias", "en": "The way"},
        "languages": ["lt", "en"],
        "eras": [{"id": "first", "start": "1940", "end": "1941", "title": "First"}],
        "lanes": [{"id": "state", "title": {"lt": "Valstybė", "en": "The state"}}],
    },
    {
        "a": EventDocument(
            {
                "date": "1940",
                "title": {"lt": "Pradžia", "en": "Beginning"},
                "summary": "Short.",
                "media": [{"file": "a.jpg", "alt": "A", "rights": "CC0"}],
            },
            {"lt": "Tekstas"},
        ),
        "b": EventDocument({"date": "1941", "title": "B"}),
    },
)


def imported(text: str, before: Documents | None = None) -> Imported:
    """What a CSV file with this text makes of the exhibit so far."""
    return open_import(text.encode(), "my table.csv", "en", before)


def event(text: str, before: Documents | None = None) -> dict[str, Any]:
    """The first event of it."""
    return next(iter(imported(text, before).documents.events.values())).data


def notes(found: Imported, weight: Weight) -> list[str]:
    """The notes of that weight with their places."""
    return [f"{n.place}: {n.message}" for n in found.notes if n.weight is weight]


def test_a_plain_table_becomes_an_exhibit() -> None:
    """Languages from the columns, lanes and themes from the cells, a title from the file."""
    found = imported(
        "Date,Title (LT),Title (EN),Lane,Themes,place,file,alt.en,article.en\n"
        '1991-01-13,Bokštas,Tower,The state,"War, Peace",Vilnius,t.jpg,A tower,Long text\n'
    )
    assert found.documents.exhibit == {
        "title": "My table",
        "languages": ["lt", "en"],
        "themes": [{"id": "war", "title": "War"}, {"id": "peace", "title": "Peace"}],
        "lanes": [{"id": "the-state", "title": "The state"}],
    }
    assert found.documents.events == {
        "1991-01-13-bokstas": EventDocument(
            {
                "date": "1991-01-13",
                "title": {"lt": "Bokštas", "en": "Tower"},
                "lane": "the-state",
                "themes": ["war", "peace"],
                "place": {"name": "Vilnius"},
                "media": [{"file": "t.jpg", "alt": {"en": "A tower"}}],
            },
            {"en": "Long text"},
        )
    }


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("1940~", "1940~"),
        ("33251", "1991-01-13"),
        ("13.01.1991", "1991-01-13"),
        ("about 1940", "1940~"),
        ("1940-1945", "1940/1945"),
    ],
)
def test_dates_are_understood_where_they_are_plain(cell: str, date: str) -> None:
    """A spreadsheet's number for a day among them; what was made of them is said."""
    found = imported(f"date,title\n{cell},x\n")
    assert next(iter(found.documents.events.values())).data["date"] == date
    assert bool(notes(found, Weight.SAID)[:-2]) == (cell != date)


def test_unusable_rows_are_listed_and_the_rest_is_imported() -> None:
    """With row and reason; the row is that of the spreadsheet."""
    found = imported(
        "id,date,title,importance,place.name,place.lat\n"
        ",03/04/1991,either,,,\n"
        "\n"
        ",1940,,,,\n"
        ",1940,far,9,,\n"
        ",1940,half,,Here,54\n"
        ",1940,good,,,\n"
        "1940-good,1940,same,,,\n"
    )
    assert list(found.documents.events) == ["1940-good-2", "1940-good"]
    refused = notes(found, Weight.REFUSED)
    assert [line.partition(":")[0] for line in refused] == ["row 2", "row 4", "row 5", "row 6"]
    assert "3 April" in refused[0]
    assert "There is no title." in refused[1]
    assert "too large" in refused[2]
    assert "both lat and lon" in refused[3]


def test_an_id_given_twice_is_refused() -> None:
    """The first row keeps it."""
    found = imported("id,date,title\na,1940,x\na,1941,y\n")
    assert notes(found, Weight.REFUSED) == ["row 3: The id “a” is already used by row 2."]


def test_unknown_columns_are_named_with_a_guess() -> None:
    """Nothing is dropped in silence."""
    found = imported("date,title,sumary\n1940,x,y\n")
    assert any("Did you mean “summary”?" in note for note in notes(found, Weight.SAID))


def test_dangling_references_are_told() -> None:
    """An era cannot be made up; a related event neither."""
    found = imported("date,title,era,related\n1940,x,lost,gone\n")
    assert event("date,title,era,related\n1940,x,lost,gone\n") == {"date": "1940", "title": "x"}
    assert len(notes(found, Weight.LOST)) == 2


def test_nothing_usable_is_refused() -> None:
    """With the first reason."""
    with pytest.raises(ImportRefused, match="row 2: There is no title"):
        imported("date,title\n1940,\n")


def test_sheets_of_a_workbook_are_put_together() -> None:
    """Media and sources belong to the event they name, or to that of the row above."""
    book = written_workbook(
        [
            ("exhibit", [["title", "languages"], ["The way", "en"]]),
            ("events", [["id", "date", "title"], ["a", "1940", "x"]]),
            ("media", [["event", "file"], ["a", "1.jpg"], ["", "2.jpg"], ["lost", "3.jpg"]]),
            ("sources", [["event", "text", "url"], ["a", "A book", "https://x.example"]]),
            ("Notes", [["whatever"]]),
        ]
    )
    found = open_import(book, "x.xlsx", "lt", None)
    assert found.documents.exhibit == {"title": "The way", "languages": ["en"]}
    assert found.documents.events["a"].data == {
        "date": "1940",
        "title": "x",
        "media": [{"file": "1.jpg"}, {"file": "2.jpg"}],
        "sources": [{"text": "A book", "url": "https://x.example"}],
    }
    assert "sheet “media”, row 4" in notes(found, Weight.REFUSED)[0]
    assert any("Notes" in note for note in notes(found, Weight.SAID))


def test_columns_that_are_not_there_change_nothing() -> None:
    """A curator may hide what is of no interest."""
    found = imported("id,title.en,date\na,The beginning,1940\n", BEFORE)
    changed = found.documents.events["a"]
    assert changed.data == {
        **BEFORE.events["a"].data,
        "title": {"lt": "Pradžia", "en": "The beginning"},
    }
    assert changed.articles == {"lt": "Tekstas"}
    assert found.documents.events["b"] == BEFORE.events["b"]
    assert any("left as they are: b" in note for note in notes(found, Weight.SAID))
    assert found.documents.exhibit == BEFORE.exhibit


def test_an_empty_cell_removes_what_was_there() -> None:
    """But never an article."""
    found = imported("id,date,title.en,summary,article.lt\na,1940,Beginning,,\n", BEFORE)
    assert "summary" not in found.documents.events["a"].data
    assert found.documents.events["a"].articles == {"lt": "Tekstas"}


def test_media_keep_what_the_table_does_not_say() -> None:
    """They are known by their files."""
    found = imported("id,date,title.en,file,alt\na,1940,Beginning,a.jpg,New\n", BEFORE)
    assert found.documents.events["a"].data["media"] == [
        {"file": "a.jpg", "alt": "New", "rights": "CC0"}
    ]


def test_a_new_language_comes_with_its_column() -> None:
    """The exhibit is then also in it."""
    found = imported("id,date,title.de\na,1940,Anfang\n", BEFORE)
    assert found.documents.exhibit["languages"] == ["lt", "en", "de"]
    assert found.documents.events["a"].data["title"]["de"] == "Anfang"


def test_a_column_without_language_is_in_the_language_of_the_table() -> None:
    """Beside columns with one; where that is taken, what is left out is said."""
    text = "date,title,title.{other}\n1940,Pradžia,Beginning\n"
    found = open_import(text.format(other="en").encode(), "x.csv", "lt", None)
    assert found.documents.exhibit["languages"] == ["lt", "en"]
    assert next(iter(found.documents.events.values())).data["title"] == {
        "lt": "Pradžia",
        "en": "Beginning",
    }
    found = open_import(text.format(other="lt").encode(), "x.csv", "lt", None)
    assert found.documents.exhibit["languages"] == ["lt"]
    assert any("name its language" in line for line in notes(found, Weight.LOST))


def test_eras_are_changed_by_their_ids() -> None:
    """One that cannot be drawn stays as it was, a new one gets an id from its title."""
    book = written_workbook(
        [
            (
                "eras",
                [
                    ["id", "start", "end", "title"],
                    ["first", "1940", "1939", "First"],
                    ["", "1944", "1990", "The second"],
                    ["", "1991", "", "Endless"],
                ],
            )
        ]
    )
    found = open_import(book, "x.xlsx", "en", BEFORE)
    assert found.documents.exhibit["eras"] == [
        *BEFORE.exhibit["eras"],
        {"id": "the-second", "start": "1944", "end": "1990", "title": "The second"},
    ]
    assert [line.partition(":")[0] for line in notes(found, Weight.REFUSED)] == [
        "era “first”",
        "era “endless”",
    ]


def test_new_rows_become_new_events() -> None:
    """In a lane that is known by its title in any language."""
    found = imported("date,title,lane\n1950,New,valstybė\n", BEFORE)
    assert found.documents.events["1950-new"].data["lane"] == "state"
    assert "lanes" not in str(found.notes)


def test_only_our_own_tables_change_an_exhibit() -> None:
    """A timeline from elsewhere needs a folder of its own."""
    with pytest.raises(ImportRefused, match="Only a table with the kiosk's own columns"):
        imported('{"events": [{"start_date": {"year": "1940"}}]}', BEFORE)
