"""Texts in the visitor's language, or in the next one that has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.exhibit.model import Text
from kiosk.viewmodels.texts import language_mark, name_of_language, reads_right_to_left
from kiosk.viewmodels.translation import Translation


def test_a_text_of_ones_own_has_no_mark(edition):
    """Neither has one that serves every language, nor one that is not there at all."""
    translation = Translation(edition, "lt")
    for text in (Text({"lt": "Taip", "en": "Yes"}), Text({"": "X"}), Text({})):
        assert translation.mark(text) == ""
        assert translation.spoken(text) == translation.text(text)


def test_a_borrowed_text_is_marked_and_spoken_with_its_language(edition):
    """The eye sees a sign, the ear hears a name."""
    text = Text({"en": "Yes 100 %2"})
    assert Translation(edition, "lt").mark(text) == "EN"
    assert Translation(edition, "lt").spoken(text) == "Yes 100 %2 (anglų kalba)"
    assert Translation(edition, "en").mark(Text({"lt": "Taip"})) == "LT"
    assert Translation(edition, "en").spoken(Text({"lt": "Taip"})) == "Taip (in Lithuanian)"


def test_the_sentence_names_both_languages(edition):
    """In the visitor's language, or in English where the interface has no other."""
    assert Translation(edition, "en").not_translated("lt") == (
        "This text is not yet available in English. It is shown in Lithuanian."
    )
    assert Translation(edition, "ka").not_translated("lt") == (
        "This text is not yet available in Georgian. It is shown in Lithuanian."
    )


def test_the_exhibits_own_wording_names_languages_its_own_way(edition):
    """A curator who wrote the interface's texts gets the names of languages in that language."""
    strings = {"ka": {"not_translated": "%1 – %2"}}
    own = replace(edition, exhibit=replace(edition.exhibit, strings=strings))
    assert Translation(own, "ka").not_translated("lt") == "ქართული – ლიეტუვური"


@pytest.mark.parametrize(
    ("language", "mark", "english"),
    [
        ("lt", "LT", "Lithuanian"),
        ("pt-BR", "PT", "Portuguese (Brazil)"),
        ("qqq", "QQQ", "qqq"),
        ("", "", ""),
    ],
)
def test_signs_and_names_of_languages(language, mark, english):
    """A code that means nothing stands for itself."""
    assert language_mark(language) == mark
    assert name_of_language(language, "en") == english


@pytest.mark.parametrize(
    ("language", "backwards"),
    [("ar", True), ("he", True), ("lt", False), ("qqq", False), ("", False)],
)
def test_direction_of_reading(language, backwards):
    """Arabic and Hebrew begin at the right."""
    assert reads_right_to_left(language) == backwards
