"""Fields: every key of the contract is one, and what means the same is equal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from kiosk.curator.documents.fields import FieldKind, canonical, fields_of, listings_of
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource, MediumSource
from tests.curator.strategies import EVENTS


def test_kinds_follow_from_the_models() -> None:
    """A table treats texts, numbers, flags and lists each in its own way."""
    kinds = {field.name: field.kind for field in fields_of(EventSource)}
    assert kinds["title"] is FieldKind.TEXT
    assert kinds["date"] is FieldKind.WORD
    assert kinds["place.lat"] is FieldKind.NUMBER
    assert kinds["visible.from"] is FieldKind.WORD
    assert kinds["draft"] is FieldKind.FLAG
    assert kinds["themes"] is FieldKind.WORDS
    assert [listing.name for listing in listings_of(EventSource)] == ["media", "sources"]


@pytest.mark.parametrize("model", [EventSource, ExhibitSource, MediumSource])
def test_no_key_is_forgotten(model: type[Any]) -> None:
    """Each key is a field, a list, or a group with fields in it."""
    found = {field.path[0] for field in fields_of(model)}
    found |= {listing.path[0] for listing in listings_of(model)}
    assert found == {info.alias or name for name, info in model.model_fields.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": " x "}, {"title": "x"}),
        ({"title": {"lt": "x", "en": ""}}, {"title": {"lt": "x"}}),
        ({"place": {"name": "x", "lat": "54.90"}}, {"place": {"name": "x", "lat": "54.9"}}),
        ({"draft": "no"}, {}),
        ({"draft": "Yes"}, {"draft": "true"}),
        ({"media": [], "visible": {}, "themes": [""]}, {}),
        ({"title": "x", "date": "1"}, {"date": "1", "title": "x"}),
    ],
)
def test_what_means_the_same_is_equal(one: dict[str, Any], other: dict[str, Any]) -> None:
    """So that a file that says it already is not written again."""
    assert canonical(EventSource, one) == canonical(EventSource, other)


def test_a_file_name_is_a_medium() -> None:
    """The attract screen may list names where it could describe media."""
    named = canonical(ExhibitSource, {"attract": {"media": ["a.jpg"]}})
    assert named == canonical(ExhibitSource, {"attract": {"media": [{"file": "a.jpg"}]}})


@given(EVENTS)
def test_canonical_data_stay_as_they_are(data: dict[str, Any]) -> None:
    """Also in the order of their keys."""
    again = canonical(EventSource, data)
    assert again == data
    assert list(again) == list(data)
