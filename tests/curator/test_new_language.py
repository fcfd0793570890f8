"""One more language: places that count as not written, no work lost, and a list of what is left."""

from __future__ import annotations

from difflib import ndiff

import pytest

from kiosk.curator.new_language import Prepared, prepared_for, told
from kiosk.curator.translation import Untranslated
from kiosk.exhibit.interface import shipped_strings
from kiosk.resources import example_content

EVENT = "events/a/event.yaml"


def files(**changed: str) -> dict[str, str]:
    """A small exhibit in Lithuanian and English, with some files `changed`."""
    return {
        "exhibit.yaml": "title: {lt: Kelias, en: The way}\nlanguages: [lt, en]   # two\n",
        EVENT: "date: 1940\ntitle:\n  lt: Pradžia  # x\n  en: In the beginning\n",
        "events/a/article.en.md": "Five words are in here.\n",
        "events/a/article.lt.md": "Keturi žodžiai yra čia.\n",
        **changed,
    }


def prepared(language: str, content: dict[str, str]) -> Prepared:
    """The result, which must be without faults."""
    done = prepared_for(language, content)
    assert done.faults == ()
    return done


def test_each_text_gets_an_empty_place() -> None:
    """Beside the others; the article gets an empty file, and exhibit.yaml comes last."""
    done = prepared("pl", files())
    assert done.is_new
    assert list(done.changed)[-1] == "exhibit.yaml"
    assert done.changed.pop("strings/pl.yaml").count("\n# ") == len(shipped_strings("en")) + 1
    assert done.changed == {
        "exhibit.yaml": 'title: {lt: Kelias, en: The way, pl: ""}\n'
        "languages: [lt, en, pl]   # two\n",
        EVENT: 'date: 1940\ntitle:\n  lt: Pradžia  # x\n  en: In the beginning\n  pl: ""\n',
        "events/a/article.pl.md": "",
    }


def test_what_is_left_is_counted_from_the_leading_language() -> None:
    """Texts and words of each file, and the article with the file to translate it from."""
    remaining = {found.path: found for found in prepared("pl", files()).remaining}
    assert remaining[EVENT] == Untranslated(EVENT, "texts", 1, 1)
    article = "events/a/article.pl.md"
    assert remaining[article] == Untranslated(article, "article", 1, 4, "article.lt.md")
    assert remaining["strings/pl.yaml"].count == len(shipped_strings("en"))


def test_a_second_run_changes_nothing() -> None:
    """And lists only what has not been written meanwhile."""
    content = {**files(), **prepared("pl", files()).changed}
    content[EVENT] = content[EVENT].replace('pl: ""', "pl: Początek")
    content["events/a/article.pl.md"] = "Cztery słowa są tu.\n"
    again = prepared("pl", content)
    assert again.changed == {}
    assert not again.is_new
    assert [found.path for found in again.remaining] == ["exhibit.yaml", "strings/pl.yaml"]


def test_new_texts_get_their_places_in_a_later_run() -> None:
    """An event that was written meanwhile, and a text that a newer kiosk has."""
    content = {**files(), **prepared("pl", files()).changed}
    content["events/b/event.yaml"] = "date: 1941\ntitle: {lt: Antras, en: Second}\n"
    content["strings/pl.yaml"] = "close: Zamknij  # mine\n"
    changed = prepared("pl", content).changed
    assert changed.keys() == {"events/b/event.yaml", "strings/pl.yaml"}
    assert changed["strings/pl.yaml"].startswith("close: Zamknij  # mine\n\n# Touch to begin\n")
    assert changed["strings/pl.yaml"].count("close:") == 1


def test_the_texts_of_an_only_language_are_split() -> None:
    """Until now they needed no mapping, because there was nothing to tell apart."""
    content = {
        "exhibit.yaml": "title: Kelias\nlanguages: [lt]\n",
        EVENT: "date: 1940\ntitle: Pradžia\nsources: [{text: Knyga, url: https://a.example}]\n",
    }
    done = prepared("en", content)
    assert done.changed == {
        "exhibit.yaml": 'title:\n  lt: Kelias\n  en: ""\nlanguages: [lt, en]\n',
        EVENT: 'date: 1940\ntitle:\n  lt: Pradžia\n  en: ""\n'
        'sources: [{text: {lt: Knyga, en: ""}, url: https://a.example}]\n',
    }


def test_texts_that_are_the_same_in_every_language_stay() -> None:
    """With two languages, a text that is written once is meant so."""
    content = files(**{EVENT: "date: 1940\ntitle: Vilnius\n"})
    assert EVENT not in prepared("pl", content).changed


def test_files_with_words_in_them_are_listed() -> None:
    """Captions and maps cannot be empty places; they have to be made."""
    media = "media: [{file: a.webm, captions: {lt: a.lt.vtt, en: a.en.vtt}}]\n"
    content = files()
    content[EVENT] += media
    done = prepared("pl", content)
    assert media in done.changed[EVENT]
    assert Untranslated(EVENT, "file", source="a.lt.vtt") in done.remaining


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({}, "exhibit.yaml is empty"),
        (files(**{"exhibit.yaml": "title: x\n"}), "exhibit.yaml has no list of languages"),
        (files(**{EVENT: "date: 1940\ntitle: a: b\n"}), f"{EVENT} has a mistake on line 2"),
        (files(**{"strings/pl.yaml": "- x\n"}), "strings/pl.yaml does not consist of"),
    ],
)
def test_nothing_is_changed_while_there_are_mistakes(content: dict[str, str], words: str) -> None:
    """Otherwise half of the files would have the language."""
    done = prepared_for("pl", content)
    assert done.changed == {}
    (fault,) = done.faults
    assert fault.startswith(words)


def test_the_example_keeps_every_letter() -> None:
    """In 26 files of a real exhibit only places are added, and the languages grow by one."""
    root = example_content()
    content = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for pattern in ("*.yaml", "events/*/*.yaml", "events/*/*.md")
        for path in root.glob(pattern)
    }
    done = prepared("pl", content)
    assert len(done.changed) > 24
    for path, text in done.changed.items():
        if path in content:
            check_only_places_are_new(content[path], text)
    assert prepared("pl", {**content, **done.changed}).changed == {}


def check_only_places_are_new(before: str, after: str) -> None:
    """No line is lost, and what is new says nothing yet."""
    for line in ndiff(before.splitlines(), after.splitlines()):
        mark, text = line[:2], line[2:].strip()
        if mark == "+ ":
            assert text == 'pl: ""' or 'pl: ""}' in text or text == "languages: [lt, en, pl]"
        elif mark == "- ":
            assert text.replace("}", ', pl: ""}') in after or text == "languages: [lt, en]"


def test_the_end_is_told() -> None:
    """In one sentence."""
    assert list(told((), "pl")) == ["Everything is translated into “pl”."]
    lines = list(told((Untranslated("a", "file", source="a.vtt"),), "pl"))
    assert lines[-1] == "In all 1 file; 0 words."
