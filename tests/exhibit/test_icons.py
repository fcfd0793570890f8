"""Icons of themes: ours by name, the exhibit's own by file."""

from __future__ import annotations

import pytest

from kiosk.exhibit.icons import our_icons
from kiosk.exhibit.reader import read_exhibit
from kiosk.resources import assets_folder
from tests.exhibit.readings import Files, Write, exhibit_of

EXHIBIT = "title: x\nlanguages: [lt, en]\nthemes:\n  - {id: a, title: x, icon: %s}\n"


def test_ours_go_by_their_names(content: Write, good: Files) -> None:
    reading = read_exhibit(content({**good, "exhibit.yaml": EXHIBIT % "train"}))
    assert exhibit_of(reading).themes[0].icon == "train"
    assert reading.problems == ()


def test_own_picture_goes_by_its_file(content: Write, good: Files, png: bytes) -> None:
    files = {**good, "exhibit.yaml": EXHIBIT % "sign.png", "media/sign.png": png}
    reading = read_exhibit(content(files))
    assert exhibit_of(reading).themes[0].icon == "media/sign.png"
    assert reading.files == ("media/sign.png",)


@pytest.mark.parametrize(
    ("name", "hint"), [("trian", "Did you mean “train”?"), ("submarine", "There are: book, ")]
)
def test_unknown_icon_costs_itself(content: Write, good: Files, name: str, hint: str) -> None:
    """The theme stays without a picture, and the near name is given or all of them."""
    reading = read_exhibit(content({**good, "exhibit.yaml": EXHIBIT % name}))
    assert exhibit_of(reading).themes[0].icon is None
    (problem,) = reading.problems
    assert (problem.code, problem.line, problem.column) == ("unknown-icon", 4, 29)
    assert problem.hint.startswith(hint)


def test_every_icon_has_both_tones() -> None:
    """On the ground and on the accent."""
    folder = assets_folder() / "icons" / "ink"
    assert tuple(sorted(file.stem for file in folder.glob("*.svg"))) == our_icons()
