"""Files that a table names: those beside it come along, the rest wait with all that is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.importing.media import Settled, settle_media
from kiosk.exhibit.files import ContentFolder
from tests.exhibit.conftest import PNG, VTT, WEBM


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder in which the table lies, with pictures and films."""
    files: dict[str, bytes] = {
        "a.png": PNG,
        "pictures/b.png": PNG,
        "other/b.png": PNG,
        "media/shared.png": PNG,
        "events/e/own.png": PNG,
        "film.webm": WEBM,
        "film.vtt": VTT.encode(),
        "wrong.png": b"no picture",
        "film.png": WEBM,
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def settled(
    beside: Path, data: dict[str, Any], before: dict[str, Any] | None = None, **exhibit: Any
) -> Settled:
    """What becomes of the files of one event, e."""
    event = {"date": "1940", "title": "x"}
    old = Documents({}, {"e": EventDocument({**event, **before})}) if before is not None else None
    documents = Documents(exhibit, {"e": EventDocument({**event, **data})})
    return settle_media(documents, old, ContentFolder(beside), None)


@pytest.mark.parametrize(
    ("name", "found", "copies"),
    [
        ("a.png", "a.png", {"events/e/a.png": "a.png"}),
        ("pictures/b.png", "b.png", {"events/e/b.png": "pictures/b.png"}),
        ("shared.png", "shared.png", {"media/shared.png": "media/shared.png"}),
        ("own.png", "own.png", {"events/e/own.png": "events/e/own.png"}),
    ],
)
def test_a_file_comes_along(beside: Path, name: str, found: str, copies: dict[str, str]) -> None:
    """Into the folder of its event, or into media/ if it is shared."""
    result = settled(beside, {"hero": name, "media": [{"file": name}]})
    data = result.documents.events["e"].data
    assert (data["hero"], data["media"]) == (found, [{"file": found}])
    assert result.copies == copies
    assert result.notes == ()


def test_files_of_the_same_name_get_different_ones(beside: Path) -> None:
    """Neither replaces the other."""
    media = [{"file": "pictures/b.png"}, {"file": "other/b.png"}]
    result = settled(beside, {"media": media})
    assert result.documents.events["e"].data["media"] == [{"file": "b.png"}, {"file": "b-2.png"}]
    assert result.copies == {
        "events/e/b.png": "pictures/b.png",
        "events/e/b-2.png": "other/b.png",
    }


@pytest.mark.parametrize("name", ["gone.png", "wrong.png", "film.png", "../a.png", "/etc/passwd"])
def test_a_file_that_is_not_there_leaves_its_words(beside: Path, name: str) -> None:
    """And its name as the source; a file that is not what its name says is not there either."""
    result = settled(beside, {"media": [{"file": name, "alt": "A", "poster": "gone.png"}]})
    assert result.documents.events["e"].data["media"] == [{"alt": "A", "source": name}]
    assert result.copies == {}
    assert {note.place for note in result.notes} == {name, "gone.png"}


def test_a_source_is_not_overwritten(beside: Path) -> None:
    """It is worth more than a name."""
    result = settled(beside, {"media": [{"file": "gone.png", "source": "The archive"}]})
    assert result.documents.events["e"].data["media"] == [{"source": "The archive"}]


def test_companions_must_be_of_their_kind(beside: Path) -> None:
    """A film is no poster and no hero, a picture no caption."""
    medium = {
        "file": {"lt": "film.webm", "en": "gone.webm"},
        "captions": {"lt": "film.vtt", "en": "a.png"},
        "poster": "film.webm",
        "sign_language": "film.webm",
    }
    result = settled(beside, {"hero": "film.webm", "media": [medium]})
    assert result.documents.events["e"].data == {
        "date": "1940",
        "title": "x",
        "media": [
            {
                "file": {"lt": "film.webm"},
                "captions": {"lt": "film.vtt"},
                "sign_language": "film.webm",
            }
        ],
    }


def test_names_that_were_there_before_stay(beside: Path) -> None:
    """Even if the file is lost: check tells of it, and the import changes nothing."""
    media = [{"file": "lost.png"}, {"file": "gone.png"}]
    result = settled(beside, {"media": media, "importance": "1"}, {"media": media[:1]})
    assert result.documents.events["e"].data["media"] == [
        {"file": "lost.png"},
        {"source": "gone.png"},
    ]


def test_the_attract_screen_has_files_too(beside: Path) -> None:
    """They lie in the content folder itself or in media/."""
    media = [{"file": "a.png"}, {"file": "shared.png"}, {"file": "events/e/own.png"}]
    result = settled(beside, {}, attract={"media": media})
    assert result.documents.exhibit["attract"]["media"] == media
    assert result.copies == {
        "a.png": "a.png",
        "media/shared.png": "media/shared.png",
        "events/e/own.png": "events/e/own.png",
    }
