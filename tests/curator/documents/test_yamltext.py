"""YAML that is written: the reader reads exactly the same, and a curator can read it, too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given

from kiosk.curator.documents.fields import canonical
from kiosk.curator.documents.yamltext import as_remark, as_yaml, scalar
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data
from tests.curator.strategies import EVENTS, EXHIBITS, TEXTS


def read(text: str) -> Any:
    """What the reader makes of `text`, which must have no fault."""
    node, problems = parse_yaml(text, "x")
    assert problems == ()
    assert node is not None
    return plain_data(node)


@given(TEXTS)
@example("0:?")
@example("0? 1")
@example("?:?")
def test_any_text_comes_back(text: str) -> None:
    """In a block, in brackets, in a list and as a key."""
    assert read(as_yaml({"a": text}))["a"] == text
    assert read(as_yaml({"a": {"b": text, "c": "x"}}))["a"] == {"b": text, "c": "x"}
    assert read(as_yaml({"a": [text, "x"]}))["a"] == [text, "x"]
    assert read(as_yaml({"a": [{"b": text}]}))["a"] == [{"b": text}]
    assert read(as_yaml({text: "x"})) == {text: "x"}


@given(EVENTS)
def test_any_event_comes_back(data: dict[str, Any]) -> None:
    """With its flags, lists and groups."""
    assert canonical(EventSource, read(as_yaml(data))) == data


@given(EXHIBITS)
def test_any_exhibit_comes_back(data: dict[str, Any]) -> None:
    """With lists in groups and groups in lists."""
    assert canonical(ExhibitSource, read(as_yaml(data))) == data


def test_it_looks_as_curators_write_it() -> None:
    """Short texts stand on one line, long ones on lines of their own, quotes only where needed."""
    long = "Beginkliai žmonės saugo televizijos bokštą ir pastatą, o puolimas prasideda naktį."
    data = {
        "date": "1991-01-13",
        "title": {"lt": "Sausio 13-oji", "en": "13 January"},
        "summary": {"lt": long, "en": "Note: short"},
        "themes": ["a", "b"],
        "media": [{"file": "tower.jpg", "alt": "a, b", "loop": True}],
    }
    assert as_yaml(data) == (
        "date: 1991-01-13\n"
        "title: {lt: Sausio 13-oji, en: 13 January}\n"
        "summary:\n"
        f"  lt: {long}\n"
        '  en: "Note: short"\n'
        "themes: [a, b]\n"
        "media:\n"
        "  - file: tower.jpg\n"
        "    alt: a, b\n"
        "    loop: true\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("", '""'),
        ("#8a3b2e", '"#8a3b2e"'),
        ("[1939,1940]", '"[1939,1940]"'),
        ("-0043", "-0043"),
        ("a # b", '"a # b"'),
        ("a: b", '"a: b"'),
        ("12:30", "12:30"),
        ("two\nlines", '"two\\nlines"'),
        ("„Black June“", "„Black June“"),
        ("https://x.example/?a=b", "https://x.example/?a=b"),
        ("..", ".."),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, written: str) -> None:
    """For our reader and for those that guess types."""
    assert scalar(text) == written


def test_a_remark_is_not_read() -> None:
    """Not even one that looks like a key."""
    assert read(as_remark("a: b\n\nc: d") + "e: f\n") == {"e": "f"}
