from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.screen.lettering import Face, elided, width_of, wrapped


def test_letters_have_their_own_widths() -> None:
    """Narrow and wide letters differ, bold ones are wider, and a mark on a letter adds nothing."""
    assert width_of("iii", Face.SERIF) < width_of("mmm", Face.SERIF) / 2
    assert width_of("Vilnius", Face.SERIF) < width_of("Vilnius", Face.SERIF_SEMIBOLD)
    assert width_of("ė", Face.SANS) == pytest.approx(width_of("e\u0307", Face.SANS), abs=0.02)


def test_letters_of_other_scripts_have_a_width_too() -> None:
    """What our typefaces lack comes from the system's: Chinese is square, Hebrew narrower."""
    assert width_of("中文", Face.SERIF) == 2
    assert 0 < width_of("שלום", Face.SERIF) < 4


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Vilnius returns at last", ["Vilnius returns", "at last"]),
        ("Molotov–Ribbentrop", ["Molotov–", "Ribbentrop"]),
        ("The years 1948–51", ["The years", "1948–51"]),
        ("abcdefghijklmnopqrst", ["abcdefghijklmn", "opqrst"]),
        ("  spaces   everywhere  ", ["spaces", "everywhere"]),
        ("中文中文中文中文中文", ["中文中文中文中", "文中文"]),
        ("", []),
    ],
)
def test_lines_break_as_on_the_screen(text: str, lines: list[str]) -> None:
    """Between words, after dashes but not within years, and inside a word only if it must be."""
    assert wrapped(text, Face.SERIF, 7.4) == lines


@given(st.text(max_size=60), st.floats(2, 20))
def test_every_line_has_room(text: str, width: float) -> None:
    """No line is wider than it may be, and no letter is lost."""
    lines = wrapped(text, Face.SANS, width)
    assert all(width_of(line, Face.SANS) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_cut_line_ends_with_an_ellipsis() -> None:
    """What has room stays as it is, the rest is cut so that the ellipsis has room too."""
    assert elided("Vilnius", Face.SERIF, 10) == "Vilnius"
    cut = elided("Vilnius returns", Face.SERIF, 5)
    assert cut.startswith("Vilnius")
    assert cut.endswith("…")
    assert width_of(cut, Face.SERIF) <= 5
