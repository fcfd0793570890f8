from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.yamlfile.tree import (
    MAX_BYTES,
    Mapping,
    Node,
    Scalar,
    Sequence,
    find,
    parse_yaml,
    plain_data,
)


def only(problems: tuple[Problem, ...]) -> Problem:
    """The one problem there is."""
    assert len(problems) == 1, problems
    return problems[0]


def test_everything_is_a_string() -> None:
    """No value is guessed to be a truth value, number, time or nothing."""
    node, problems = parse_yaml("a: no\nb: 010\nc: 12:30:45\nd: null\ne: 1e3\nf: 1940-01-01", "x")
    assert not problems
    assert node is not None
    assert plain_data(node) == {
        "a": "no",
        "b": "010",
        "c": "12:30:45",
        "d": "null",
        "e": "1e3",
        "f": "1940-01-01",
    }


def test_places_count_from_one() -> None:
    """Each key and value knows its line and column."""
    node, _ = parse_yaml("title: x\nmedia:\n  - {file: ž, alt: y}\n", "x")
    assert node is not None
    assert find(node, "media", 0, "alt") == Scalar("y", 3, 20)
    media = find(node, "media", 0)
    assert isinstance(media, Mapping)
    assert media.key("file") == Scalar("file", 3, 6)


def test_find_stops_at_the_last_node_on_the_way() -> None:
    """A way that leads nowhere ends where it still was something."""
    node, _ = parse_yaml("a: [b]", "x")
    assert node is not None
    assert isinstance(find(node, "a", 7, "c"), Sequence)


def test_a_key_with_nothing_after_it_counts_as_not_written() -> None:
    """An empty value disappears from the data, an empty quoted one stays."""
    node, _ = parse_yaml('a:\nb: ""\nc: [x, ]\n', "x")
    assert node is not None
    assert plain_data(node) == {"b": "", "c": ["x"]}


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "word"),
    [
        ("title: a\n\tsub: b\n", 2, 1, "bad-yaml", "tab"),
        ("title:\n\tlt: b\n", 2, 1, "bad-yaml", "tab"),
        ('title: "abc\ndate: 1940\n', 1, 8, "bad-yaml", "never closed"),
        ('title: "abc\nsummary: "def"\n', 1, 8, "bad-yaml", "never closed"),
        ("title: 'abc\ndate: 1940\n", 1, 8, "bad-yaml", "never closed"),
        ("title:abc\ndate: 1940\n", 1, 6, "bad-yaml", "no space after the colon"),
        ("date: 1940\ntitle:abc\n", 2, 6, "bad-yaml", "no space after the colon"),
        ("date: 1940\ntitle\nsummary: x\n", 2, 1, "bad-yaml", "no colon"),
        ("title: War: the end\n", 1, 11, "bad-yaml", "colon inside"),
        ("title: {lt: a: b}\n", 1, 14, "bad-yaml", "colon inside"),
        ("title: {lt: a, en: b\ndate: 1940\n", 1, 8, "bad-yaml", "not closed with “}”"),
        ("themes: [a, b\ndate: 1940\n", 1, 9, "bad-yaml", "not closed with “]”"),
        ("look: {accent: #c8a96a}\n", 1, 16, "bad-yaml", "remark"),
        ("look: {ground: #14110f, accent: a}\nb: c\n", 1, 16, "bad-yaml", "remark"),
        ("a: [b,\n", 1, 4, "bad-yaml", "not closed with “]”"),
        ("a: {\n", 1, 4, "bad-yaml", "not closed with “}”"),
        ("title: a\n  date: 1940\n", 2, 3, "bad-yaml", "indented differently"),
        ("media:\n  - file: a\n   alt: b\n", 3, 4, "bad-yaml", "indented differently"),
        ("title: @home\n", 1, 8, "bad-yaml", "cannot begin with “@”"),
        ("title: & x\n", 1, 8, "bad-yaml", "cannot begin with “&”"),
        ('title: "a\\qb"\n', 1, 10, "bad-yaml", "backslash"),
        ('title: "A" and B\n', 1, 12, "bad-yaml", "goes on after"),
        ("title: |x\n  a\n", 1, 8, "bad-yaml", "Nothing may follow"),
        ("a: 1\n- b\n", 2, 1, "bad-yaml", "dash"),
        ("a: 1\na: 2\n", 2, 1, "duplicate-key", "first on line 1"),
        ("a: &x 1\n", 1, 4, "anchor", "“&x”"),
        ("a: *x\n", 1, 4, "alias", "“*x”"),
        ("a: !!python/object:os.system x\n", 1, 4, "tag", "type mark"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second-document", "second document"),
        ("[a]: 1\n", 1, 1, "bad-key", "where a key should be"),
        ("a: \0\n", 1, 4, "unreadable-character", "U+0000"),
        ("a: \ud800\n", 1, 4, "unreadable-character", "U+D800"),
    ],
)
def test_each_fault_has_its_place_and_a_word_that_helps(
    text: str, line: int, column: int, code: str, word: str
) -> None:
    """What is wrong is said in plain words, where it is."""
    _, problems = parse_yaml(text, "events/a/event.yaml", Scope.EVENT)
    problem = only(problems)
    assert (problem.line, problem.column, problem.code) == (line, column, code)
    assert word in problem.message
    assert problem.hint
    assert (problem.path, problem.scope) == ("events/a/event.yaml", Scope.EVENT)


def test_a_missing_space_in_brackets_is_found() -> None:
    """YAML takes {lt:a} for a key without a value; we do not."""
    _, problems = parse_yaml("title: {lt:a, en:b}\n", "x")
    assert [(p.line, p.column) for p in problems] == [(1, 11), (1, 17)]


@pytest.mark.parametrize("start", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_at_once(start: str) -> None:
    """Two hundred thousand levels neither crash nor take time."""
    began = time.monotonic()
    node, problems = parse_yaml(start * 200_000, "x")
    assert node is None
    assert only(problems).code == "too-deep"
    assert time.monotonic() - began < 2


def test_the_deepest_allowed_nesting_is_read() -> None:
    """Thirty-two levels are fine, thirty-three are not."""
    assert parse_yaml("[" * 32 + "]" * 32, "x")[1] == ()
    assert parse_yaml("[" * 33 + "]" * 33, "x")[1] != ()


def test_alias_bombs_are_refused() -> None:
    """Anchors and aliases are all named, and nothing is built from them."""
    node, problems = parse_yaml("a: &a [*a, *a]\nb: [*a, *a]\n", "x")
    assert node is None
    assert [problem.code for problem in problems] == ["anchor", *["alias"] * 4]


def test_too_large_a_file_is_refused() -> None:
    """One byte over a megabyte is too much."""
    assert only(parse_yaml(b"#" * (MAX_BYTES + 1), "x")[1]).code == "too-large"
    assert parse_yaml(b"#" * MAX_BYTES, "x") == (None, ())


def test_other_encodings_are_named_with_their_place() -> None:
    """The first letter that is not UTF-8 is pointed at."""
    problem = only(parse_yaml("a: b\nc: žiema".encode("cp1257"), "x")[1])
    assert (problem.code, problem.line, problem.column) == ("not-utf-8", 2, 4)
    assert only(parse_yaml("a: b".encode("utf-16"), "x")[1]).code == "not-utf-8"


def test_a_byte_order_mark_is_no_fault() -> None:
    """Notepad writes one; the first key is still found."""
    node, problems = parse_yaml("\ufeffa: b".encode(), "x")
    assert not problems
    assert node is not None
    assert plain_data(node) == {"a": "b"}


def depth_of(node: Node) -> int:
    """How deep a tree is."""
    match node:
        case Scalar():
            return 0
        case Sequence():
            return 1 + max((depth_of(item) for item in node.items), default=0)
        case Mapping():
            return 1 + max((depth_of(value) for _, value in node.entries), default=0)


yamlish = st.lists(
    st.sampled_from(
        ["a", ": ", ":", "- ", "\n", "  ", "\t", "[", "]", "{", "}", '"', "'", "#", "&x ", "*x"]  # noqa: RUF005
        + ["!t ", "|\n", ">", "? ", ", ", "%", "---\n", "...\n", "\\", "é", "\u2028", "\ufeff"]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300), yamlish))
def test_nothing_ever_raises(text: str | bytes) -> None:
    """Whatever the bytes: a tree or at least one problem with a place, or an empty file."""
    node, problems = parse_yaml(text, "x")
    assert all(p.line >= 1 and p.column >= 1 and p.message and p.hint for p in problems)
    if node is not None:
        assert depth_of(node) <= 32
        plain_data(node)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
def test_quoted_text_comes_back(text: str) -> None:
    """What stands in single quotes is read as it is."""
    text = text.replace("\ufeff", "").replace("\u2028", "").replace("\u2029", "")
    text = "".join(letter for letter in text if letter not in "\ufffe\uffff")
    node, problems = parse_yaml("a: '" + text.replace("'", "''") + "'", "x")
    assert not problems
    assert node is not None
    assert plain_data(node) == {"a": text}
