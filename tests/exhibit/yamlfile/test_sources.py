from __future__ import annotations

import json
import re

import pytest
from pydantic import BaseModel, ValidationError

from kiosk.exhibit.problems import Scope
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource, MediumDescription
from kiosk.exhibit.yamlfile.tree import find, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate


@pytest.mark.parametrize("model", [ExhibitSource, EventSource, MediumDescription])
def test_every_model_describes_itself_to_editors(model: type[BaseModel]) -> None:
    """The JSON Schema knows each key by the name that curators write, and no other keys."""
    schema = json.loads(json.dumps(model.model_json_schema()))
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert set(schema["properties"]) == keys
    assert schema["additionalProperties"] is False


def test_editors_may_take_dates_for_numbers() -> None:
    """A year is a number to an editor, and a calendar day a text of a certain form."""
    schema = EventSource.model_json_schema()
    assert schema["properties"]["date"]["type"] == ["string", "integer"]
    visible = schema["$defs"]["VisibleSource"]["properties"]["from"]
    assert visible["anyOf"][0]["type"] == "string"
    assert re.fullmatch(visible["anyOf"][0]["pattern"], "2026-03-11")


def faults(model: type[BaseModel], text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and hint of everything wrong with `text`."""
    node, problems = parse_yaml(text, "x")
    assert node is not None
    assert not problems
    found = validate(model, node, "x", Scope.EVENT).problems
    return [(p.code, p.line, p.column, p.hint) for p in found]


@pytest.mark.parametrize(
    ("key", "meant"),
    [("titel", "title"), ("Title", "title"), ("lanes", "lane"), ("licence", None), ("foto", None)],
)
def test_the_near_key_is_named(key: str, meant: str | None) -> None:
    """Misspelt keys are guessed; for others all keys are listed."""
    text = f"date: 1940\ntitle: x\n{key}2: y\n" if meant is None else f"date: 1940\n{key}: x\n"
    found = [fault for fault in faults(EventSource, text) if fault[0] == "unknown-key"]
    hint = found[0][3]
    assert hint == f"Did you mean “{meant}”?" if meant else hint.startswith("The keys here are: ")


def test_a_misspelt_key_is_not_missed_too() -> None:
    """One slip is one problem."""
    assert faults(EventSource, "date: 1940\ntitel: x\n") == [
        ("unknown-key", 2, 1, "Did you mean “title”?")
    ]


def test_other_words_for_a_key_are_known() -> None:
    """What other systems call it is answered by our word."""
    found = faults(EventSource, "date: 1\ntitle: x\nmedia: [{file: a, license: b}]\n")
    assert found == [("unknown-key", 3, 19, "Did you mean “rights”?")]


def test_messages_never_speak_of_programs() -> None:
    """None of the validator's own words reach a curator."""
    text = (
        "languages: lt\ntimeline: {scale: x}\neras: {a: b}\nthemes: [x, {id: 1}]\n"
        "idle: {warn_after: x, reset_after: 1e999}\nappearance: []\nattract: {media: [[x]]}\n"
        "take_away: {}\ntitle: [x]\n"
    )
    node, _ = parse_yaml(text, "x")
    assert node is not None
    problems = validate(ExhibitSource, node, "x", Scope.EXHIBIT).problems
    assert {p.line for p in problems} == set(range(1, 10))
    words = " ".join(f"{p.message} {p.hint}" for p in problems).lower()
    for jargon in ("input", "valid ", "tuple", "dict", "string", "float", "instance", "parse"):
        assert jargon not in words


def test_what_remains_keeps_its_places() -> None:
    """The second medium is still read, on its own line, when the first is wrong."""
    node, _ = parse_yaml("media:\n  - {file: [x]}\n  - {file: b}\ntitle: t\ndate: 1\n", "x")
    assert node is not None
    found = validate(EventSource, node, "x", Scope.EVENT)
    assert found.model is not None
    assert [medium.file for medium in found.model.media] == ["b"]
    assert find(found.node, "media", 0, "file").line == 3
    assert [p.line for p in found.problems] == [2]


def test_models_are_frozen() -> None:
    """What has been read is not changed."""
    source = EventSource.model_validate({"date": "1940", "title": "x"})
    with pytest.raises(ValidationError):
        source.title = "y"
