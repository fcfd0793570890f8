"""The folder of a new event: usable as it is, and every key one remark away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.new_event import new_event
from kiosk.exhibit.problems import Scope
from kiosk.exhibit.rules import Frame
from kiosk.exhibit.yamlfile.sources import EventSource, MediumSource, PlaceSource
from kiosk.exhibit.yamlfile.tree import Mapping, Node, Sequence, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate

FRAME = Frame(("lt", "en"), ("first", "later"), ("work",), None)


def event_of(files: dict[str, bytes], *, keys: bool = False) -> tuple[EventSource, Node]:
    """What the new event.yaml says, with all `keys` if the curator deletes each # before one."""
    text = files["event.yaml"].decode()
    if keys:
        text = re.sub(r"^# ", "", text, flags=re.MULTILINE)
    node, problems = parse_yaml(text, "x")
    assert node is not None
    assert problems == ()
    validated = validate(EventSource, node, "x", Scope.EVENT)
    assert validated.problems == ()
    assert validated.model is not None
    return validated.model, node


@pytest.mark.parametrize(
    ("slug", "date", "title"),
    [
        ("1990-03-11-act", "1990-03-11", "Act"),
        ("1923-market-day", "1923", "Market day"),
        ("1940-06", "1940-06", "New event"),
        ("1940-60-years", "2026", "1940 60 years"),
        ("1940s-music", "2026", "1940s music"),
        ("market", "2026", "Market"),
        ("18-5", "2026", "18 5"),
    ],
)
def test_date_and_title_come_from_the_name(slug: str, date: str, title: str) -> None:
    """As far as it has them; a draft, in every language of the exhibit."""
    event, _ = event_of(new_event(slug, FRAME, (), 2026))
    assert (event.date, event.title, event.draft) == (date, {"lt": title, "en": title}, True)


def test_articles_are_there_and_empty() -> None:
    """One for each language; empty ones count as not written."""
    files = new_event("a", FRAME, (), 2026)
    assert sorted(files) == ["article.en.md", "article.lt.md", "event.yaml"]
    assert files["article.lt.md"] == b""


def test_every_key_is_one_remark_away() -> None:
    """With each # before a key deleted the file has all keys and not one mistake."""
    event, node = event_of(new_event("a", FRAME, ("b", "c", "d"), 2026), keys=True)
    assert isinstance(node, Mapping)
    assert {key.value for key, _ in node.entries} == keys_of(EventSource)
    assert {key.value for key, _ in group(node, "place").entries} == keys_of(PlaceSource)
    media = node.get("media")
    assert isinstance(media, Sequence)
    used = {
        key.value for item in media.items if isinstance(item, Mapping) for key, _ in item.entries
    }
    assert used == keys_of(MediumSource)
    assert (event.era, event.themes, event.related) == ("first", ("work",), ("b", "c"))


def test_the_exhibit_serves_as_example() -> None:
    """Its eras and themes are listed where they are needed."""
    text = new_event("a", FRAME, (), 2026)["event.yaml"].decode()
    assert "There are: first, later." in text
    assert "exhibit.yaml has none yet." in text


@given(st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True))
def test_any_name_gives_an_event(slug: str) -> None:
    """Whatever may be the name of its folder."""
    event_of(new_event(slug, FRAME, (), 2026))


def keys_of(model: type[EventSource | PlaceSource | MediumSource]) -> set[str]:
    """The keys as curators write them."""
    return {field.alias or name for name, field in model.model_fields.items()}


def group(node: Mapping, key: str) -> Mapping:
    """The keys under `key`."""
    found = node.get(key)
    assert isinstance(found, Mapping)
    return found
