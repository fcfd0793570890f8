from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import E, Files, Write

LONG = "The morning after the night in which everything that could change had changed"
LONGER = f"{LONG} and nothing could be found where anyone had left it the day before the last one"


def found(reading: Files, write: Write) -> list[tuple[str, int, int, str]]:
    """Path, line, column and message of the warnings of cut texts, which must be the only ones."""
    problems = read_exhibit(write(reading)).problems
    assert {problem.code for problem in problems} <= {"cut-text"}, problems
    return [(p.path, p.line, p.column, p.message) for p in problems]


def test_each_language_is_measured(content: Write, good: Files) -> None:
    """Only the one that is too long is named, at its place, with what visitors would read."""
    good[E] = f"date: 1940-06-15\ntitle:\n  lt: Pradžia\n  en: {LONG}\n"
    ((path, line, column, message),) = found(good, content)
    assert (path, line, column) == (E, 4, 7)
    assert "title in “en” is too long for its card" in message
    assert "“The morning after the night in" in message


def test_a_text_for_every_language_is_told_once(content: Write, good: Files) -> None:
    """It has no language to name."""
    good[E] = f"date: 1940-06-15\ntitle: {LONG}\n"
    ((_, line, column, message),) = found(good, content)
    assert (line, column) == (2, 8)
    assert message.startswith("The title is too long")


@pytest.mark.parametrize("pictured", [False, True])
def test_the_summary_stands_on_cards_without_a_picture(
    content: Write, good: Files, png: bytes, pictured: bool
) -> None:
    """With a picture it is read in the article, where there is room for it."""
    good[E] += f"summary: {LONGER}\n"
    if pictured:
        good[E] += "media: [{file: a.png, alt: x, credit: x, rights: x}]\n"
        good["events/a/a.png"] = png
    assert [message[:40] for *_, message in found(good, content)] == (
        [] if pictured else ["The summary is too long for its card at "]
    )


@pytest.mark.parametrize(
    ("before", "after", "start"),
    [
        ("title: {lt: Kelias, en: The way}", f"title: {LONG}", "The title is too long for the top"),
        ("en: First}", f"en: {LONG} and so}}", "The era's title in “en” is too long for its band"),
        ("lanes:", f"attract: {{prompt: {LONG}}}\nlanes:", "The invitation is too long"),
        (
            "title: {lt: Kelias, en: The way}",
            "title: Donaudampfschifffahrtsgesellschaft",
            "The word “Donaudampfschifffahrtsgesellschaft” of the title is too long",
        ),
    ],
)
def test_the_texts_of_the_whole_exhibit_are_measured(
    content: Write, good: Files, before: str, after: str, start: str
) -> None:
    """Each against the one place where it is shown."""
    good["exhibit.yaml"] = good["exhibit.yaml"].replace(before, after)
    ((path, _, _, message),) = found(good, content)
    assert path == "exhibit.yaml"
    assert message.startswith(start)
