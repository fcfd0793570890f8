"""The schemas for editors: valid, complete, and of one mind with the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from kiosk.curator.schema import SCHEMAS, json_schema
from kiosk.curator.template import new_exhibit
from kiosk.exhibit.problems import Scope
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import parse_yaml
from kiosk.exhibit.yamlfile.validation import validate
from kiosk.exhibit.yamlfile.values import EDTF_PATTERN
from kiosk.resources import example_content


class EditorLoader(yaml.SafeLoader):
    """Guesses types as YAML 1.2 says: no dates, and “yes” is a text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "null|Null|NULL|~|", "nN~"),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    firsts = [*first, ""] if tag == "null" else list(first)
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), firsts
    )


def seen_by_editor(text: str) -> Any:
    """The file as an editor reads it."""
    return yaml.load(text, EditorLoader)


def faults(of: str, text: str) -> list[ValidationError]:
    """What an editor underlines."""
    return list(Draft7Validator(json_schema(of)).iter_errors(seen_by_editor(text)))


def places(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows, with what it says about it."""
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            yield f"{way}.{key}", value
            yield from places(value, f"{way}.{key}")
        for part in ("items", "additionalProperties"):
            yield from places(schema.get(part), way)
        for option in schema.get("anyOf", ()):
            yield from places(option, way)


@pytest.mark.parametrize("of", SCHEMAS)
def test_it_is_a_schema(of: str) -> None:
    """Valid in its draft, and without references."""
    schema = json_schema(of)
    Draft7Validator.check_schema(schema)
    assert "$ref" not in str(schema)
    assert "null" not in str(schema)


@pytest.mark.parametrize("of", SCHEMAS)
def test_every_key_is_described(of: str) -> None:
    """In one line that does not repeat pydantic's own titles."""
    described = dict(places(json_schema(of)))
    assert len(described) > 9
    for place, schema in described.items():
        assert schema["description"].rstrip().endswith((".", "…")), place
        assert "\n" not in schema["description"], place
        assert "title" not in schema, place


def test_the_alias_is_the_key() -> None:
    """The word “from” of `visible`, not the name that Python needs for it."""
    keys = dict(places(json_schema("event")))
    assert ".visible.from" in keys
    assert ".visible.since" not in keys


def test_the_exhibits_languages_are_proposed() -> None:
    """With their English names; any other language is still allowed, for it may come later."""
    schema = json_schema("event", ("lt", "zh-Hant", "xx"))
    (_, by_language) = schema["properties"]["title"]["anyOf"]
    assert {code: held["description"] for code, held in by_language["properties"].items()} == {
        "lt": "In Lithuanian.",
        "zh-Hant": "In Chinese (Traditional).",
        "xx": "In xx.",
    }
    Draft7Validator.check_schema(schema)
    editor = Draft7Validator(schema)
    assert list(editor.iter_errors({"date": 1940, "title": {"lt": "x", "de": "y"}})) == []
    assert list(editor.iter_errors({"date": 1940, "title": {"lt": ["x"]}}))


@pytest.mark.parametrize("folder", ["example", "new"])
def test_good_files_pass(folder: str, tmp_path: Path) -> None:
    """Every YAML file of the example and of a new exhibit, with numbers guessed."""
    root = example_content()
    if folder == "new":
        root = tmp_path
        for path, content in new_exhibit(("lt", "en")).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    assert faults("exhibit", (root / "exhibit.yaml").read_text("utf-8")) == []
    for file in root.glob("events/*/event.yaml"):
        assert faults("event", file.read_text("utf-8")) == []
    for file in root.glob("media/media.yaml"):
        assert faults("media", file.read_text("utf-8")) == []


EVENT = "date: 1940\ntitle: x\n"
EXHIBIT = "title: x\nlanguages: [lt]\n"


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ("event", "title: x\n"),
        ("event", "date: 1940\n"),
        ("event", "date: 13.01.1991\ntitle: x\n"),
        ("event", "date: 1991-1-13\ntitle: x\n"),
        ("event", "date: 13 January 1991\ntitle: x\n"),
        ("event", "date: [1939,1940]\ntitle: x\n"),
        ("event", f"{EVENT}titel: y\n"),
        ("event", f"{EVENT}summary: [a, b]\n"),
        ("event", f"{EVENT}summary: {{LT: a}}\n"),
        ("event", f"{EVENT}era: First Occupation\n"),
        ("event", f"{EVENT}themes: resistance\n"),
        ("event", f"{EVENT}importance: 5\n"),
        ("event", f"{EVENT}importance: high\n"),
        ("event", f"{EVENT}draft: maybe\n"),
        ("event", f"{EVENT}place: Vilnius\n"),
        ("event", f"{EVENT}place: {{name: Vilnius, lat: 254}}\n"),
        ("event", f"{EVENT}media: tower.jpg\n"),
        ("event", f"{EVENT}media: [tower.jpg]\n"),
        ("event", f"{EVENT}media: [{{alt: x}}]\n"),
        ("event", f"{EVENT}media: [{{file: a.jpg, autor: x}}]\n"),
        ("event", f"{EVENT}sources: [{{url: https://a.example}}]\n"),
        ("event", f"{EVENT}visible: {{since: 2026-03-11}}\n"),
        ("event", f"{EVENT}visible: {{from: 11.03.2026}}\n"),
        ("exhibit", "title: x\n"),
        ("exhibit", "title: x\nlanguages: lt\n"),
        ("exhibit", "title: x\nlanguages: [lithuanian]\n"),
        ("exhibit", "title: x\nlanguages: []\n"),
        ("exhibit", f"{EXHIBIT}timeline: {{scale: linear}}\n"),
        ("exhibit", f"{EXHIBIT}eras: [{{id: a, start: 1940, title: x}}]\n"),
        ("exhibit", f"{EXHIBIT}eras: [{{id: a, start: 1940, end: 1941, title: x, color: red}}]\n"),
        ("exhibit", f"{EXHIBIT}appearance: {{accent: #c8a96a\n}}\n"),
        ("exhibit", f"{EXHIBIT}idle: {{warn_after: a minute}}\n"),
        ("exhibit", f"{EXHIBIT}attract: [cover.jpg]\n"),
        ("media", "cover.jpg: a picture\n"),
        ("media", "cover.jpg: {file: cover.jpg}\n"),
    ],
)
def test_typical_mistakes_are_underlined(of: str, text: str) -> None:
    """What a curator gets wrong shows while typing, before the kiosk is asked."""
    assert faults(of, text)


@pytest.mark.parametrize(
    "text",
    [
        "date: 1940\ntitle: 1940\nera: 1940\n",
        f"{EVENT}summary: {{lt: 1, en: x, zh-Hant: y}}\n",
        f"{EVENT}draft: yes\nvisible: {{from: 2026-03-11}}\n",
        f"{EVENT}media: [{{file: {{lt: a.jpg, en: b.jpg}}, loop: true}}]\n",
    ],
)
def test_guessed_types_pass(text: str) -> None:
    """A year is a number to an editor, a day a text, and “yes” too."""
    assert faults("event", text) == []


@pytest.mark.parametrize(
    "date",
    [
        "1940", "1940-06", "1940-06-15", "1991-01-13T01:35", "1940~", "1940?", "1940%", "1940-06~",
        "194X", "19XX", "1940-XX", "1940-06-XX", "1941-06-14/1941-06-19", "1944/..", "../1944",
        "1944/", "/1944", "..", "[1939,1940]", "{1939, 1941}", "[1939..1941]", "[..1940]",
        "-0043", "Y-66000000", "Y17E7", "1950S2", "1940-21", "?1940-06", "1940-~06-15", "0000",
        "1985-04-12T23:20:30Z", "1985-04-12T23:20:30+04:30", "-0100/-0043~",
    ],
)  # fmt: skip
def test_dates_look_like_dates(date: str) -> None:
    """Each way to write a date passes; which of them mean something is for the reader to say."""
    assert re.search(EDTF_PATTERN, date)


LISTS = ("media", "sources", "eras", "themes", "lanes")
KEYS = sorted(
    {place.rpartition(".")[2] for of in SCHEMAS for place, _ in places(json_schema(of))}
    | {"titel", "tags", "since", "x"}
)


@given(st.sampled_from(["event", "exhibit"]), st.sets(st.sampled_from(KEYS), max_size=4), st.data())
def test_it_refuses_the_keys_that_the_reader_refuses(
    of: str, keys: set[str], data: st.DataObject
) -> None:
    """At the top and in every group of keys: what an editor completes the reader knows."""
    groups = {
        "event": ("", "place", "visible", "media", "sources"),
        "exhibit": ("", "timeline", "eras", "themes", "lanes", "attract", "idle", "appearance"),
    }
    group = data.draw(st.sampled_from(groups[of]))
    node, _ = parse_yaml(_with_keys(of, group, keys), "x.yaml")
    assert node is not None
    model = EventSource if of == "event" else ExhibitSource
    refused = {
        problem.message
        for problem in validate(model, node, "x.yaml", Scope.EVENT).problems
        if problem.code == "unknown-key"
    }
    underlined = {
        message
        for fault in faults(of, _with_keys(of, group, keys))
        for message in _unknown_keys(fault)
    }
    assert refused == underlined


def _with_keys(of: str, group: str, keys: set[str]) -> str:
    """A file that has `keys`, which hold nothing of use, at the top or in `group`."""
    base = EVENT if of == "event" else EXHIBIT
    if not group:
        return base + "".join(
            f"{key}: q\n" for key in sorted(keys - {"date", "title", "languages"})
        )
    listed = ", ".join(f"{key}: q" for key in sorted(keys))
    if group in LISTS:
        return f"{base}{group}: [{{{listed}}}]\n"
    return f"{base}{group}: {{{listed}}}\n"


def _unknown_keys(fault: ValidationError) -> Iterator[str]:
    if fault.validator == "additionalProperties":
        for key in set(fault.instance) - set(fault.schema["properties"]):
            yield f"There is no key “{key}” here."
