"""Changes to YAML files: they say what is wanted, and keep what the curator wrote besides."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from kiosk.curator.documents.editing import Edited, edited
from kiosk.curator.documents.fields import canonical
from kiosk.curator.documents.yamltext import as_yaml
from kiosk.exhibit.yamlfile.sources import EventSource
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data
from tests.curator.strategies import EVENTS

FILE = """\
# The tower.
date: 1991-01-13   # a Sunday
title:
  lt: Bokštas      # short
  en: The tower

# What is shown.
media:
  - {file: tower.jpg, alt: "A tower"}
  # the film is to follow
importance: 1
"""


def meaning(text: str) -> dict[str, Any]:
    """What the event says."""
    node, problems = parse_yaml(text, "")
    assert node is not None
    assert problems == ()
    return canonical(EventSource, plain_data(node))


def changed(**keys: Any) -> dict[str, Any]:
    """The event with these keys; None removes one."""
    data = {**meaning(FILE), **keys}
    return canonical(EventSource, {key: value for key, value in data.items() if value})


def test_a_changed_text_is_exchanged_in_its_place() -> None:
    """Every remark stays, even the one behind it."""
    wanted = changed(title={"lt": "Televizijos bokštas", "en": "The tower"})
    expected = FILE.replace("lt: Bokštas ", "lt: Televizijos bokštas ")
    assert edited(FILE, EventSource, wanted) == Edited(expected)


def test_a_new_key_stands_where_it_usually_does() -> None:
    """Behind the key that comes before it in the order of the guide."""
    result = edited(FILE, EventSource, changed(summary="Short."))
    assert result == Edited(FILE.replace("en: The tower\n", "en: The tower\nsummary: Short.\n"))


def test_a_removed_key_leaves_the_rest() -> None:
    """With the remarks of its neighbours."""
    result = edited(FILE, EventSource, changed(importance=None))
    assert result == Edited(FILE.replace("importance: 1\n", ""))


def test_lost_remarks_are_counted() -> None:
    """Those inside a list that had to be written anew."""
    media = [{"file": "tower.jpg", "alt": "A tower"}, {"file": "film.webm"}]
    result = edited(FILE, EventSource, changed(media=media))
    assert result.lost_remarks == 1
    assert "# What is shown.\nmedia:\n  - file: tower.jpg\n" in result.text
    assert result.text.startswith("# The tower.\ndate: 1991-01-13   # a Sunday\n")


@pytest.mark.parametrize(
    "text",
    [
        "{date: 1991-01-13, title: x}\n",
        "date: 1991-01-13\ntitle: x",
        "date: 1991-01-13\r\ntitle: x\r\n",
        "\ufeffdate: 1991-01-13\ntitle: x\n",
        "---\ndate: 1991-01-13\ntitle: x\n",
        '"date": 1991-01-13\ntitle: |\n  x\n\n# end',
    ],
)
def test_any_way_of_writing_can_be_changed(text: str) -> None:
    """If need be by writing the whole file anew."""
    wanted = {"date": "1991-01-14", "title": {"lt": "y"}, "themes": ["a"], "media": [{"file": "b"}]}
    assert meaning(edited(text, EventSource, canonical(EventSource, wanted)).text) == wanted


@given(EVENTS, EVENTS)
def test_the_result_always_says_what_is_wanted(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    """From any event to any other."""
    text = "# remark\n" + as_yaml(before)
    result = edited(text, EventSource, after)
    assert meaning(result.text) == after
