"""What the guides tell people to type: commands that exist, and YAML that is understood."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from pydantic import BaseModel

from kiosk.cli import COMMANDS, module_of, split_command
from kiosk.commands.parsing import Parser
from kiosk.curator.template import editor_line
from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.wording import date_words
from kiosk.exhibit.yamlfile import sources
from kiosk.exhibit.yamlfile.tree import parse_yaml
from kiosk.resources import assets_folder, example_content

CURATORS = example_content() / "README.md"
TECHNICIANS = Path(__file__).parents[1] / "README.md"
STARTING = assets_folder() / "template/README.md"

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPOKEN = re.compile(r"`(kiosk [^`]+)`")


def commands_in(guide: Path) -> list[str]:
    """Every line that begins with “kiosk”, in blocks and in the running text."""
    text = guide.read_text("utf-8")
    lines = [line.strip() for _, block in BLOCK.findall(text) for line in block.splitlines()]
    lines += [line.strip() for line in text.splitlines() if line.startswith("    kiosk ")]
    return [line for line in [*lines, *SPOKEN.findall(text)] if line.startswith("kiosk ")]


@pytest.mark.parametrize("guide", [CURATORS, TECHNICIANS, STARTING], ids=lambda g: g.parent.name)
def test_the_commands_in_the_guides_exist(guide: Path) -> None:
    """With every option that is named; what is shown in capitals stands for something."""
    commands = commands_in(guide)
    assert len(commands) > 3
    for line in commands:
        words = shlex.split(line.partition("  #")[0].partition(" > ")[0].replace("|", "/"))[1:]
        if not words or words == ["[run]"]:
            continue
        command, rest = split_command(words)
        assert command in COMMANDS
        if not rest:
            continue  # the command is only named
        parser = module_of(command).parser()
        assert isinstance(parser, Parser)
        _, unknown = parser.parse_known_args(rest)
        assert unknown == [], line


def test_the_yaml_in_the_curators_guide_is_understood() -> None:
    """Except where it shows the same key in two ways."""
    blocks = [text for kind, text in BLOCK.findall(CURATORS.read_text("utf-8")) if kind == "yaml"]
    assert len(blocks) > 5
    for text in blocks:
        _, problems = parse_yaml(text, "guide")
        assert [p.code for p in problems if p.code != "duplicate-key"] == [], text


def test_every_key_is_in_the_curators_guide() -> None:
    """In a table or in an example."""
    guide = CURATORS.read_text("utf-8")
    models = [held for held in vars(sources).values() if isinstance(held, type)]
    keys = {
        field.alias or name
        for model in models
        if issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
    }
    assert len(keys) > 40
    assert {key for key in keys if f"`{key}`" not in guide and f"{key}:" not in guide} == set()


def test_the_editor_lines_are_those_that_are_written() -> None:
    """The guide, the help of “kiosk schema” and a new exhibit say the same."""
    from kiosk.commands.schema import parser

    for path in ("exhibit.yaml", "events/a/event.yaml"):
        line = editor_line(path).strip()
        assert line in CURATORS.read_text("utf-8")
        assert line in parser().format_help()


def test_the_dates_in_the_curators_guide_are_read_as_it_says() -> None:
    """Every row of its table, in English."""
    rows = re.findall(
        r"^\| [^|]+ \| `\"?([^`\"]+)\"?`[^|]*\| ([^|]+) \|$",
        CURATORS.read_text("utf-8"),
        re.MULTILINE,
    )
    assert len(rows) > 20
    assert [(text, date_words(parse_date(text), "en")) for text, _ in rows] == rows
