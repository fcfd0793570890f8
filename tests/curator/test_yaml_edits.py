"""Edits to YAML: only the asked line changes, and the file never comes to mean anything else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.yaml_edits import EditError, YamlEdits, quoted
from kiosk.exhibit.yamlfile.tree import parse_yaml, plain_data

FILE = """\
# The exhibit.
title:              # its name
  lt: Malūnas       # in Lithuanian
  en: "The mill: a story"

languages: [lt, en]   # in this order
eras:
  - id: a
    title: {lt: Ąžuolas, en: Oak}
    summary: Plain words   # same in every language
    note: |
      one
      two

# The end.
"""


def lines_changed(before: str, after: str) -> list[str]:
    """The lines of `after` that are not in `before`, where none of those may be missing."""
    old = before.splitlines()
    kept = [line for line in after.splitlines() if line in old]
    assert kept == [line for line in old if line in kept]
    return [line for line in after.splitlines() if line not in old]


def test_a_key_is_added_below_the_last_one() -> None:
    """With its indentation, before the blank line, and every remark stays."""
    edits = YamlEdits(FILE)
    edits.add_key("title", key="de", value="Die Mühle")
    assert edits.text() == FILE.replace('story"\n', 'story"\n  de: Die Mühle\n')


def test_a_key_is_added_inside_brackets() -> None:
    """After the last one, in quotes where that is needed."""
    edits = YamlEdits(FILE)
    edits.add_key("eras", 0, "title", key="no", value="Eik, tre")
    assert lines_changed(FILE, edits.text()) == [
        '    title: {lt: Ąžuolas, en: Oak, "no": "Eik, tre"}'
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("l: [a, b] # c\n", "l: [a, b, de] # c\n"),
        ("l: []\n", "l: [de]\n"),
        ("l: [a,\n  b,\n]\n", "l: [a,\n  b, de,\n]\n"),
        ("l:\n- a\n- b # c\n\n# d\nm: x\n", "l:\n- a\n- b # c\n- de\n\n# d\nm: x\n"),
        ("l:\n  - a", "l:\n  - a\n  - de"),
        ("l:\r\n  - ą\r\n", "l:\r\n  - ą\r\n  - de\r\n"),
        ("\ufeffl: [ą]\n", "\ufeffl: [ą, de]\n"),
    ],
)
def test_an_entry_is_added_to_a_list(before: str, after: str) -> None:
    """However the list, the end of the file and the ends of lines are written."""
    edits = YamlEdits(before)
    edits.add_item("l", value="de")
    assert edits.text() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t: a b # c\nu: x\n", 't:\n  lt: a b # c\n  de: ""\nu: x\n'),
        ("t: 'it''s'", "t:\n  lt: 'it''s'\n  de: \"\""),
        ("- x: 1\n  t: a\n", '- x: 1\n  t:\n    lt: a\n    de: ""\n'),
        ("- {x: 1, t: a}\n", '- {x: 1, t: {lt: a, de: ""}}\n'),
        ("t: >\n  a\n  b\n\nu: x\n", 't:\n  lt: "a b\\n"\n  de: ""\n\nu: x\n'),
        ("t: a\n  b\nu: x\n", 't:\n  lt: a b\n  de: ""\nu: x\n'),
    ],
)
def test_one_text_becomes_one_for_each_language(before: str, after: str) -> None:
    """In blocks and in brackets, of one line and of several."""
    edits = YamlEdits(before)
    steps: tuple[str | int, ...] = (0, "t") if before.startswith("-") else ("t",)
    edits.split(*steps, first="lt", second="de", value="")
    assert edits.text() == after


def test_values_are_replaced_and_keys_deleted() -> None:
    """Several changes at once, from one reading of the file."""
    edits = YamlEdits(FILE)
    edits.set_value("title", value="Here: “there”")
    edits.set_value("languages", value=["en", "no"])
    edits.remove_key("eras", 0, "note")
    edits.remove_key("eras", 0, "summary")
    made = edits.text()
    assert 'title: "Here: “there”"\n\nlanguages: [en, "no"]   # in this order' in made
    assert made.endswith("    title: {lt: Ąžuolas, en: Oak}\n\n# The end.\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("a: b: c\n", "has a mistake on line 1"),
        ("a: &x b\n", "has a mistake on line 1"),
        ("a: b\n", "has nothing at “l”"),
        ("l: x\n", "has no list at “l”"),
    ],
)
def test_what_cannot_be_changed_is_said(text: str, words: str) -> None:
    """In words that follow the file's name."""
    with pytest.raises(EditError, match=words):
        YamlEdits(text).add_item("l", value="de")


def test_a_group_in_brackets_has_no_lines_of_its_own() -> None:
    """Nothing is deleted from the middle of a line."""
    with pytest.raises(EditError, match="no lines of its own"):
        YamlEdits("a: {b: c, d: e}\n").remove_key("a", "d")


def test_a_change_that_would_change_more_is_refused() -> None:
    """A text that keeps its blank lines would lose them."""
    edits = YamlEdits("t: |+\n  a\n\n\nu: x\n")
    edits.add_key(key="v", value="w")
    assert edits.text().endswith("u: x\nv: w\n")
    edits = YamlEdits("g:\n  t: |+\n    a\n\n\nu: x\n")
    edits.add_key("g", key="v", value="y")
    with pytest.raises(EditError, match="without harm"):
        edits.text()


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"])
)


@given(TEXTS)
def test_quoted_texts_come_back(text: str) -> None:
    """In a block and in brackets, as a key and as a value."""
    text = text.replace("\ufeff", "")
    for file in (f"a: {quoted(text)}\n", f"{{a: {quoted(text)}, b: c}}\n"):
        node, problems = parse_yaml(file, "")
        assert node is not None
        assert problems == ()
        assert plain_data(node)["a"] == text


WORDS = st.sampled_from(["a", "Ąžuolas", "two words", '"a: b"', "'it''s'", "1940", '""'])
GROUPS = st.dictionaries(st.sampled_from("abcd"), WORDS, min_size=1)


def written(group: dict[str, Any], style: str) -> str:
    """`group` under the key g, in one of the ways people write it."""
    if style == "brackets":
        return "g: {" + ", ".join(f"{k}: {v}" for k, v in group.items()) + "}   # remark\n"
    lines = "".join(f"  {k}: {v}  # remark\n" for k, v in group.items())
    return f"g:\n{lines}\n# more\n"


@given(GROUPS, st.sampled_from(["block", "brackets"]), TEXTS, st.sampled_from(["", "z: [q]\n"]))
def test_only_the_new_line_is_new(group: dict[str, str], style: str, value: str, rest: str) -> None:
    """Everything the curator wrote is still there, letter by letter."""
    value = value.replace("\ufeff", "")
    before = written(group, style) + rest
    edits = YamlEdits(before)
    edits.add_key("g", key="de", value=value)
    after = edits.text()
    new = f"de: {quoted(value)}"
    cut = f"  {new}\n" if style == "block" else f", {new}"
    assert after.replace(cut, "", 1) == before
