from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import Decoder, Failure, MediaFacts
from kiosk.station.inspection import check_media
from tests.station.test_inspection import exhibit_of, ignore, medium

SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as decoder:
        yield decoder


def draw(decoder: Decoder, folder: Path, text: str) -> MediaFacts | Failure:
    """Have a drawing decoded that calls itself something else."""
    file = folder / "plan.png"
    file.write_text(text, encoding="utf-8")
    return decoder.decode(file, MediumKind.IMAGE, {"screen": folder / "s", "card": folder / "c"})


def test_drawing_becomes_a_picture(decoder: Decoder, tmp_path: Path) -> None:
    """It is drawn in the proportions of its view box, as large as a screen, and see-through."""
    text = f'{SVG} width="9mm" height="3mm" viewBox="10 0 30 10"><path fill="red" d="M10 0h15v10h-15z"/></svg>'  # noqa: E501
    facts = draw(decoder, tmp_path, text)
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height, facts.drawn) == (3840, 1280, True)
    screen = QImage(str(tmp_path / facts.previews["screen"]))
    assert (screen.width(), screen.height()) == (3840, 1280)
    assert screen.pixelColor(100, 640) == QColor("red")
    assert screen.pixelColor(3000, 640).alpha() == 0
    assert QImage(str(tmp_path / facts.previews["card"])).width() == 960


@pytest.mark.parametrize(
    "shape",
    ['width="1e9" height="1e9"', 'width="1e9" height="1e9" viewBox="0 0 1e9 1e9"', ""],
)
def test_size_claims_are_not_believed(decoder: Decoder, tmp_path: Path, shape: str) -> None:
    """However large a drawing says it is, it is drawn as large as a screen."""
    facts = draw(decoder, tmp_path, f'{SVG} {shape}><rect width="5" height="5"/></svg>')
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height) == (3840, 3840)


@pytest.mark.parametrize(
    "text",
    [
        f'{SVG} viewBox="0 0 0 0"/>',
        f'{SVG} viewBox="0 0 100000 1"><rect width="9" height="1"/></svg>',
        f'{SVG} viewBox="0 0 9 9">' + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>",
        f'{SVG} viewBox="0 0 9 9"><g id="a"><use href="#a"/></g></svg>',
    ],
    ids=["empty", "line", "deep", "itself"],
)
def test_what_cannot_be_drawn_is_damaged(decoder: Decoder, tmp_path: Path, text: str) -> None:
    """Nothing to draw, a mere line, endless depth and a drawing inside itself."""
    assert draw(decoder, tmp_path, text) == Failure(reason="damaged")


def test_bomb_is_ended(tmp_path: Path) -> None:
    """A small drawing that repeats itself ten thousand million times costs its time limit."""
    groups = "".join(
        f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 11)
    )
    text = f'{SVG} viewBox="0 0 9 9"><rect id="a0" width="9" height="9"/>{groups}</svg>'
    with Decoder(time_limit=2) as decoder:
        assert draw(decoder, tmp_path, text) == Failure(reason="slow")


def test_unsafe_drawing_is_named_with_its_line(tmp_path: Path) -> None:
    """What the child found in a drawing is a problem of that file."""
    file = tmp_path / "plan.svg"
    file.write_text(f'{SVG} viewBox="0 0 9 9">\n<image href="http://127.0.0.1/x.png"/></svg>')
    exhibit = exhibit_of(medium("plan.svg", MediumKind.IMAGE))
    (problem,) = check_media(tmp_path, exhibit, ["plan.svg"], ignore)
    assert (problem.code, problem.path, problem.line) == ("unsafe-drawing", "plan.svg", 2)
    assert "127.0.0.1" in problem.message
