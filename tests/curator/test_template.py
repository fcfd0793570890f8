"""The exhibit that curators begin with, in any language."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from kiosk.curator.schema import json_schema
from kiosk.curator.template import new_exhibit
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.problems import Problem
from kiosk.exhibit.reader import read_exhibit


def read(files: dict[str, bytes], folder: Path) -> tuple[Exhibit, tuple[Problem, ...]]:
    """The exhibit that `files` make, and what is wrong with it."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    reading = read_exhibit(folder)
    assert reading.exhibit is not None
    return reading.exhibit, reading.problems


@pytest.mark.parametrize("languages", [("en",), ("lt",), ("en", "lt")])
def test_it_is_in_order_in_our_languages(languages: tuple[str, ...], tmp_path: Path) -> None:
    """And says nothing in a language that was not asked for."""
    exhibit, problems = read(new_exhibit(languages), tmp_path)
    assert problems == ()
    assert exhibit.languages == languages
    for event in exhibit.events:
        assert set(event.title.root) == set(event.articles) == set(languages)


def test_other_languages_hold_their_places(tmp_path: Path) -> None:
    """Each text is the English one, marked; only the buttons have still to be translated."""
    exhibit, problems = read(new_exhibit(("de", "lt")), tmp_path)
    assert [(p.path, p.code) for p in problems] == [("strings/de.yaml", "missing-translation")]
    assert exhibit.title.root == {"lt": "Malūnas prie upės", "de": "[de] The Mill by the River"}
    first = exhibit.events[0].articles["de"].blocks[0]
    assert first.spans[0].text.startswith("[de] Nobody wrote down")


def test_it_shows_what_can_be_done(tmp_path: Path) -> None:
    """A point, a span, an approximate date, a picture, related events, a theme and an era."""
    exhibit, _ = read(new_exhibit(("en",)), tmp_path)
    events = exhibit.events
    assert any(event.date.kind == "interval" for event in events)
    assert any(event.date.text == "1820~" for event in events)
    assert any(event.date.kind == "point" and event.date.first.day for event in events)
    assert any(event.media for event in events)
    assert any(event.related for event in events)
    assert any(event.themes for event in events)
    assert all(event.era for event in events)


def test_editors_find_the_schemas(tmp_path: Path) -> None:
    """The first line of each YAML file leads, from where the file is, to its schema on disk."""
    files = new_exhibit(("en",))
    for path in files:
        if path.endswith(".yaml"):
            line = files[path].decode().splitlines()[0]
            assert line.startswith("# yaml-language-server: $schema=")
            schema = PurePosixPath(path).parent / line.partition("=")[2]
            found = (tmp_path / schema).resolve().relative_to(tmp_path.resolve()).as_posix()
            assert json.loads(files[found]) == json_schema(PurePosixPath(path).stem, ("en",))
    assert "redhat.vscode-yaml" in files[".vscode/extensions.json"].decode()
