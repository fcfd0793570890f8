"""The interface's own words: ours, the curator's, and those that nobody has written yet."""

from __future__ import annotations

import pytest

from kiosk.exhibit.interface import shipped_strings
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.strings import missing_strings
from tests.exhibit.readings import Files, Write, exhibit_of


def test_a_language_with_its_region_has_the_words_of_the_language() -> None:
    """As long as the region has none of its own."""
    assert shipped_strings("lt-LT") == shipped_strings("lt") != {}
    assert shipped_strings("xx") == {}


def test_what_is_missing_is_counted() -> None:
    """Of ours, less what the curator has written and not left empty."""
    assert missing_strings("lt", {}) == ()
    every = len(shipped_strings("en"))
    assert len(missing_strings("de", {})) == every
    assert len(missing_strings("de", {"close": "Schließen", "play": ""})) == every - 1


def test_a_language_without_words_is_a_warning(good: Files, content: Write) -> None:
    """It names the command that prepares the file; empty texts do not hide the English ones."""
    good["exhibit.yaml"] = "title: x\nlanguages: [lt, de]\n"
    good["events/a/event.yaml"] = "date: 1940\ntitle: x\n"
    good["strings/de.yaml"] = 'close: Schließen\nplay: ""\n'
    folder = content(good)
    reading = read_exhibit(folder)
    assert exhibit_of(reading).strings == {"de": {"close": "Schließen"}}
    (problem,) = reading.problems
    assert (problem.path, problem.code) == ("strings/de.yaml", "missing-translation")
    missing = len(shipped_strings("en")) - 1
    assert problem.message.startswith(f"{missing} of the kiosk's {missing + 1} own texts")
    assert problem.hint.startswith("Write them in this file")
    (folder / "strings/de.yaml").unlink()
    (problem,) = read_exhibit(folder).problems
    assert "kiosk new --language de" in problem.hint


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        ("clsoe: Baigti", "unknown-key", "no text called “clsoe”", "Did you mean “close”?"),
        ("xyzzy: Baigti", "unknown-key", "no text called “xyzzy”", "Delete this line."),
        ("reading_time: Trumpai", "wrong-blanks", "needs %1", "In English it is “%1 min read”."),
        ("medium_number: Vaizdas %1", "wrong-blanks", "needs %1, %2", "“%1 of %2”"),
        ("reading_time: 1 %1 %1", "wrong-blanks", "each once", ""),
        ("close: Baigti %1", "wrong-blanks", "no place", ""),
        ("close: [Baigti]", "wrong-type", "not a single text", ""),
    ],
)
def test_a_text_that_cannot_be_used_is_named(
    good: Files, content: Write, line: str, code: str, message: str, hint: str
) -> None:
    """Ours stands in its place; every other text of the file is used."""
    good["strings/lt.yaml"] = f"play: Rodyti\n{line}\n"
    reading = read_exhibit(content(good))
    assert exhibit_of(reading).strings == {"lt": {"play": "Rodyti"}}
    (problem,) = reading.problems
    assert (problem.path, problem.line, problem.code) == ("strings/lt.yaml", 2, code)
    assert message in problem.message
    assert hint in problem.hint


def test_an_empty_article_is_not_written_yet(good: Files, content: Write) -> None:
    """Visitors see the other language instead of an empty page."""
    good["events/a/article.lt.md"] = "Tekstas.\n"
    good["events/a/article.en.md"] = "\n"
    reading = read_exhibit(content(good))
    assert set(exhibit_of(reading).events[0].articles) == {"lt"}
    assert [p.code for p in reading.problems] == ["missing-translation"]
    good["events/a/article.lt.md"] = ""
    reading = read_exhibit(content(good))
    assert exhibit_of(reading).events[0].articles == {}
    assert reading.problems == ()
