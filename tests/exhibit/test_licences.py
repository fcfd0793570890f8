"""Licences and other rights, said in the visitor's language."""

from __future__ import annotations

import pytest
import yaml

from kiosk.exhibit.licences import rights_in_words
from kiosk.resources import assets_folder


def texts(language: str) -> dict[str, str]:
    file = assets_folder() / "strings" / f"{language}.yaml"
    found: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("rights", "english", "lithuanian"),
    [
        (
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "Creative Commons Priskyrimas 4.0 Tarptautinė",
        ),
        (
            "CC BY-SA 3.0",
            "Creative Commons Attribution-ShareAlike 3.0",
            "Creative Commons Priskyrimas – Analogiškas platinimas 3.0",
        ),
        (
            "cc-by-nc-nd-3.0-de",
            "Creative Commons Attribution-NonCommercial-NoDerivatives 3.0 DE",
            "Creative Commons Priskyrimas – Nekomercinis platinimas – Jokių išvestinių darbų"
            " 3.0 DE",
        ),
        ("CC BY", "Creative Commons Attribution", "Creative Commons Priskyrimas"),
        ("CC0", "Public domain (CC0)", "Viešojo naudojimo kūrinys (CC0)"),
        ("CC0-1.0", "Public domain (CC0)", "Viešojo naudojimo kūrinys (CC0)"),
        ("public domain", "Public domain", "Viešojo naudojimo kūrinys"),
        ("PDM-1.0", "Public domain", "Viešojo naudojimo kūrinys"),
        ("InC", "In copyright", "Saugo autorių teisės"),
        ("All rights reserved", "All rights reserved", "Visos teisės saugomos"),
    ],
)
def test_known_rights_are_said_in_words(rights: str, english: str, lithuanian: str) -> None:
    """Identifiers become the names that the licences give themselves in each language."""
    assert rights_in_words(rights, texts("en")) == english
    assert rights_in_words(rights, texts("lt")) == lithuanian


@pytest.mark.parametrize("rights", ["", "With permission of the family", "CC-BY-XX", "MIT", "© A."])
def test_other_rights_stay_as_they_are_written(rights: str) -> None:
    """Nothing is guessed about what a curator put into words."""
    assert rights_in_words(rights, texts("en")) == rights
