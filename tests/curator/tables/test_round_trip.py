"""An exhibit as a table and back: nothing of it is lost, and no file is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from kiosk.curator.documents.content import ContentTexts, Documents, event_path, read_texts
from kiosk.curator.importing.opening import open_import
from kiosk.curator.importing.plan import changes, new_files
from kiosk.curator.tables.writing import Written, csv_of, workbook_of
from kiosk.exhibit.files import ContentFolder
from kiosk.resources import example_content
from tests.curator.strategies import documents

FORMS = pytest.mark.parametrize("written", [csv_of, workbook_of], ids=["csv", "xlsx"])


def stored(found: Documents) -> ContentTexts:
    """The documents as a folder would hold them."""
    return ContentTexts(found, new_files(found))


@FORMS
@settings(max_examples=15)
@given(documents())
def test_importing_an_export_changes_nothing(
    written: Callable[[Documents], Written], found: Documents
) -> None:
    """Over the exhibit that it came from: no file differs."""
    table = written(found)
    assert table.left_out == ()
    again = open_import(table.data, "x", "en", found)
    assert changes(again.documents, stored(found)) == ()
    assert again.notes == ()


@FORMS
@settings(max_examples=15)
@given(documents())
def test_an_export_makes_the_same_exhibit_anew(
    written: Callable[[Documents], Written], found: Documents
) -> None:
    """In an empty folder, with every key, text and article."""
    again = open_import(written(found).data, "x", "en", None).documents
    assert again.exhibit == found.exhibit
    assert again.events == found.events


@FORMS
def test_the_example_exhibit_survives(written: Callable[[Documents], Written]) -> None:
    """With everything that a real one holds."""
    texts = read_texts(ContentFolder(example_content()))
    again = open_import(written(texts.documents).data, "x", "en", texts.documents)
    assert again.notes == ()
    assert changes(again.documents, texts) == ()


def test_an_article_too_long_for_a_cell_stays_out(tmp_path: Path) -> None:
    """It is named, and importing the table does not touch it."""
    folder = tmp_path / "events/a"
    folder.mkdir(parents=True)
    (tmp_path / "exhibit.yaml").write_text("title: x\nlanguages: [en]\n")
    (folder / "event.yaml").write_text("date: 1940\ntitle: x\n")
    (folder / "article.en.md").write_text("word " * 10_000)
    texts = read_texts(ContentFolder(tmp_path))
    written = workbook_of(texts.documents)
    assert written.left_out == ("a: article.en",)
    again = open_import(written.data, "x", "en", texts.documents)
    assert changes(again.documents, texts) == ()
    assert event_path("a") in texts.texts
