"""The exhibit's own typefaces, as Qt takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from kiosk.exhibit.model import Appearance
from kiosk.station.edition import Edition, StoredFile
from kiosk.viewmodels.typefaces import OUR_CAPITALS, Typefaces, load_ours
from tests.typefaces import FAMILY, write_typeface


@pytest.fixture
def typefaces(qapp, edition: Edition) -> Iterator[Typefaces]:  # noqa: ARG001
    """None of them stays with Qt for the next test."""
    load_ours()
    parent = QObject()
    typefaces = Typefaces(parent)
    yield typefaces
    typefaces.show(edition)
    parent.deleteLater()


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "drawn.ttf"
    write_typeface(file)
    return file


def edition_with(edition: Edition, file: Path | None, heading: str | None, body: str | None):
    """The edition with `file` as fonts/Own.ttf, stored in the folder where it lies."""
    look = Appearance(heading_font=heading, body_font=body)
    if file is None:
        return replace(edition, exhibit=replace(edition.exhibit, appearance=look))
    name = f"{'d' * 64}.ttf"
    folder = file.parent / file.stem
    (folder / name[:2]).mkdir(parents=True)
    (folder / name[:2] / name).write_bytes(file.read_bytes())
    return replace(
        edition,
        exhibit=replace(edition.exhibit, appearance=look, fonts=("fonts/Own.ttf",)),
        files={"fonts/Own.ttf": StoredFile(object=name)},
        objects=folder,
    )


def families(text: str, family: str) -> set[str]:
    """The families that the letters of `text` really come from."""
    layout = QTextLayout(text, QFont(family))
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def width(family: str) -> float:
    return QFontMetricsF(QFont(family)).horizontalAdvance("Bridges")


def test_file_gives_its_family(typefaces: Typefaces, edition: Edition, drawn: Path) -> None:
    """Named by its file for headings; what is not named stays ours."""
    typefaces.show(edition_with(edition, drawn, "Own.ttf", None))
    assert (typefaces.heading, typefaces.body) == (FAMILY, "")
    assert families("Bridges", FAMILY) == {FAMILY}


def test_missing_letters_come_from_ours(
    typefaces: Typefaces, edition: Edition, drawn: Path
) -> None:
    """Not from whatever the computer has."""
    typefaces.show(edition_with(edition, drawn, "Own.ttf", None))
    assert families("Tiltų", FAMILY) == {FAMILY, "Source Serif Pro"}


def test_another_edition_changes_them(
    typefaces: Typefaces, edition: Edition, drawn: Path, tmp_path: Path
) -> None:
    """Also when another file holds the same family; QML hears of it each time."""
    light = tmp_path / "light.ttf"
    write_typeface(light, "ExtraLight")
    heard: list[str] = []
    typefaces.changed.connect(lambda: heard.append(typefaces.heading))
    typefaces.show(edition_with(edition, drawn, "Own.ttf", None))
    black = width(FAMILY)
    typefaces.show(edition_with(edition, light, "Own.ttf", None))
    assert width(FAMILY) < black
    typefaces.show(edition)
    assert heard == [FAMILY, "", FAMILY, ""]
    assert families("Bridges", FAMILY) != {FAMILY}


def test_installed_family_goes_by_its_name(typefaces: Typefaces, edition: Edition) -> None:
    typefaces.show(edition_with(edition, None, None, "Source Sans Pro"))
    assert (typefaces.heading, typefaces.body) == ("", "Source Sans Pro")


@pytest.mark.parametrize("body", ["Nobody Has This", "Own.ttf", "Gone.ttf"])
def test_what_cannot_be_had_is_ours(
    typefaces: Typefaces, edition: Edition, tmp_path: Path, body: str
) -> None:
    """A family that is not installed, a broken file and a missing one cost nothing."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"\0\x01\0\0" + b"x" * 500)
    typefaces.show(edition_with(edition, broken, None, body))
    assert (typefaces.heading, typefaces.body) == ("", "")
    assert typefaces.capitals == OUR_CAPITALS


def test_capitals_are_measured(typefaces: Typefaces, edition: Edition, drawn: Path) -> None:
    """By the lowest that are in use, so that no text becomes too small."""
    typefaces.show(edition_with(edition, drawn, "Own.ttf", "Own.ttf"))
    assert typefaces.capitals == pytest.approx(0.66, abs=0.02)
