"""Whatever the size of a text, its cost grows no faster than it does."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from kiosk.exhibit.articles.article import LARGEST, MOST_PROBLEMS, parse_article
from kiosk.exhibit.files import LONGEST_TEXT_FILE
from kiosk.exhibit.media.captions import parse_captions
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.wording import nearest
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import MOST_FAULTS, MOST_NODES, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate
from tests.exhibit.readings import E, Files, Write, errors


def steps(work: Callable[[], object]) -> int:
    """How many calls of functions `work` makes: a measure that a busy machine does not change."""
    count = 0

    def note(_frame: object, kind: str, _argument: object) -> None:
        nonlocal count
        count += kind in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Whether twice the size costs no more than about twice as much."""
    work(1)
    once, twice = steps(lambda: work(size)), steps(lambda: work(2 * size))
    return twice < 2.5 * once


def event(text: str) -> tuple[Problem, ...]:
    """Everything wrong with one event.yaml."""
    node, problems = parse_yaml(text, "x", Scope.EVENT)
    if node is not None:
        problems += validate(EventSource, node, "x", Scope.EVENT).problems
    return problems


YAML = {
    "keys": lambda n: "".join(f"k{i}: a\n" for i in range(n)),
    "keys without value": lambda n: "".join(f"k{i}:\n" for i in range(n)),
    "the same key": lambda n: "k: a\n" * n,
    "languages": lambda n: "title: {" + ", ".join(f"k{i}: []" for i in range(n)) + "}",
    "no spaces": lambda n: "{" + ", ".join(f"k{i}:a" for i in range(n)) + "}",
    "wrong media": lambda n: "media: [" + "{a: b}, " * n + "]",
    "media": lambda n: "media: [" + "{file: b.jpg}, " * n + "]",
    "anchors": lambda n: "[" + ", ".join(f"&a{i} x" for i in range(n)) + "]",
    "aliases": lambda n: "[" + "*a, " * n + "]",
    "tags": lambda n: "[" + "!a x, " * n + "]",
    "groups as keys": lambda n: "[a]: b\n" * n,
    "question marks": lambda n: "? a\n" * n,
    "documents": lambda n: "---\n" * n,
    "one long line": lambda n: "a" * n + ": b",
    "one long text": lambda n: "title: " + "a " * n,
    "an open quotation": lambda n: 'title: "' + "a\n" * n,
    "open brackets": lambda n: "title: [" + "a, " * n,
    "merge keys": lambda n: "<<: {a: b}\n" * n,
}


@pytest.mark.parametrize("kind", YAML)
def test_yaml_costs_no_more_than_its_size(kind: str) -> None:
    """Neither keys nor faults nor what is left open are looked at again and again."""
    assert grows_evenly(lambda n: event(YAML[kind](n)), 400)


@pytest.mark.parametrize("kind", YAML)
def test_the_largest_yaml_names_a_bounded_number_of_faults(kind: str) -> None:
    """A megabyte of faults is one cause, and is reported as such."""
    text = YAML[kind](120_000)[:999_999]
    assert 0 < len(event(text)) <= 2 * (MOST_FAULTS + 2)


def test_more_faults_than_are_named() -> None:
    """The last problem says that there are more."""
    problems = event("".join(f"k{i}: a\n" for i in range(1000)))
    assert [p.code for p in problems[-2:]] == ["unknown-key", "too-many-faults"]
    assert len(problems) <= MOST_FAULTS + 1


def test_more_entries_than_are_read() -> None:
    """The number of entries is bounded, whatever they are."""
    node, problems = parse_yaml("[" + "a," * (MOST_NODES + 1) + "]", "x")
    assert node is None
    assert [p.code for p in problems] == ["too-large"]


def test_longer_lists_than_anybody_needs() -> None:
    """Lists, and languages of one text, have a longest length that the message names."""
    text = "date: 1940\ntitle: x\nrelated: [" + ", ".join(f"e-{i}" for i in range(501)) + "]"
    (problem,) = event(text)
    assert problem.code == "too-many"
    assert problem.message == "There are 501 entries for “related”; at most 500 are allowed here."
    eras = "{id: a, start: 1940, end: 1941, title: x}, " * 501
    node, _ = parse_yaml(f"title: x\nlanguages: [en]\neras: [{eras}]", "x")
    assert node is not None
    (problem,) = validate(ExhibitSource, node, "x", Scope.EXHIBIT).problems
    assert "501 entries for “eras”" in problem.message


ARTICLES = {
    "quotes": ">",
    "lists": "- ",
    "brackets": "[",
    "closed brackets": "[a](",
    "pictures": "![",
    "emphasis": "*a ",
    "mixed emphasis": "*a_",
    "strong and not": "**a *b ",
    "stars": "*",
    "backticks": "` `` ",
    "tags": "<a ",
    "nested divisions": "<div>",
    "remarks": "<!--",
    "character data": "<![CDATA[",
    "entities": "&amp",
    "headings": "# a\n",
    "fences": "```\n",
    "references": "[a]: b\n",
    "notes": "[^1]",
    "open notes": "[^",
    "links": "[a](b) ",
    "links to nowhere": "[a](<b",
    "rules": "a\n===\n",
    "table": "|a|-",
    "overrides": "\u202e",
    "combining": "\u0301",
    "emoji": "\U0001f600\u200d",
    "one word": "a",
    "backslashes": "\\",
    "tabs": "\t",
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_articles_cost_no_more_than_their_size(kind: str) -> None:
    """Nested or left open, CommonMark is read in one go."""
    piece = ARTICLES[kind]
    size = max(1000 // len(piece), 100)
    assert grows_evenly(lambda n: parse_article("x" + piece * n, "en", ("a",)), size)


def test_lazy_lines_in_deep_quotes() -> None:
    """Lines that belong to a hundred quotes at once are not tried against each of them."""
    assert grows_evenly(lambda n: parse_article(">" * 100 + "a\n" * n, "en", ()), 100)


def test_an_article_of_nothing_but_faults() -> None:
    """Dead links are compared with the events only as long as their faults are named."""
    slugs = [f"1990-01-01-event-{number}" for number in range(2000)]
    text = "".join(f"[a](1990-02-02-evnt-{number})\n" for number in range(1000))
    article, problems = parse_article(text, "en", slugs)
    assert article.words == 1000
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "too-many-faults"


@pytest.mark.parametrize("size", [LARGEST + 1, 3_000_000])
def test_an_article_that_is_too_large_is_named(content: Write, good: Files, size: int) -> None:
    """One byte too many, or many: no part of it is shown."""
    reading = read_exhibit(content({**good, "events/a/article.en.md": b"a" * size}))
    assert "article-too-large" in {p.code for p in reading.problems}


CAPTIONS = {
    "cues": "00:01.000 --> 00:02.000\na\n\n",
    "styles": "STYLE\n::cue { background: url(http://x/) }\n\n",
    "regions": "REGION\nid:a\n\n",
    "arrows": "-->\n",
    "bad times": "99999999:99:99.999 --> 0:0.0\na\n\n",
    "tags": "<c.",
    "voices": "<v ",
    "entities": "&amp;",
    "lines": "\r",
    "digits": "1",
}


@pytest.mark.parametrize("kind", CAPTIONS)
def test_captions_cost_no_more_than_their_size(kind: str) -> None:
    """Neither blocks nor one endless cue are looked at again and again."""
    start = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    size = 4000 // len(CAPTIONS[kind])
    assert grows_evenly(lambda n: parse_captions(start + CAPTIONS[kind] * n), size)


def test_captions_of_nothing_but_faults() -> None:
    """A hundred faults are named, then how many there are."""
    _, problems = parse_captions("WEBVTT\n\n" + "-->\n\n" * 1000)
    assert len(problems) == 101
    assert "1000 faults" in problems[-1].message


def test_captions_that_are_too_large_are_named(
    content: Write, good: Files, webm: bytes, vtt: str
) -> None:
    """They are not read up to their middle."""
    good[E] += "media: [{file: film.webm, captions: film.vtt}]\n"
    long = vtt + "NOTE " + "x" * LONGEST_TEXT_FILE
    folder = content({**good, "events/a/film.webm": webm, "events/a/film.vtt": long})
    assert errors(read_exhibit(folder)) == ["too-large"]


def test_the_near_word_among_many() -> None:
    """Among ten thousand ids the near one is found, with few compared letter by letter."""
    known = [f"1{number:04}-the-bridge-of-{number}" for number in range(10_000)]
    known.append("1990-03-11-act")
    assert nearest("1990-03-11-akt", known) == "1990-03-11-act"
    assert nearest("completely different words", known) is None
    assert steps(lambda: nearest("1990-03-12-akt", known)) < 50_000


def test_texts_of_the_interface_are_short(content: Write, good: Files) -> None:
    """A button with a megabyte on it would take a minute to draw."""
    strings = f"close: {'x' * 1001}\n" + "".join(f"k{number}: x\n" for number in range(1000))
    reading = read_exhibit(content({**good, "strings/lt.yaml": strings}))
    found = errors(reading)
    assert set(found) == {"too-long", "unknown-key", "too-many-faults"}
    assert len(found) == MOST_FAULTS + 1
    assert reading.exhibit is not None
    assert reading.exhibit.strings["lt"] == {}
