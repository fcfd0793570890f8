"""Warnings of texts that are cut on the screen, with the words that visitors would still read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.exhibit.model import ANY_LANGUAGE, Text
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.screen.rooms import POSTER, Room, cut_in, summary_room, widest_word
from kiosk.exhibit.wording import warning
from kiosk.exhibit.yamlfile.tree import Mapping, Node

_LONGEST_SHOWN: Final = 48


def check_fit(
    text: Text, room: Room, what: str, node: Node, path: str, scope: Scope
) -> Iterator[Problem]:
    """A warning for each language in which `text`, the `what`, is cut in `room`."""
    for language, words in text.root.items():
        found = _too_long(words, language, room, what, node, path, scope)
        if found is not None:
            yield found


def check_summary(title: Text, summary: Text, node: Node, path: str) -> Iterator[Problem]:
    """A warning for each language in which a card without a picture cuts its summary."""
    for language, words in summary.root.items():
        above = title.pick(language, tuple(title.root)).text
        room = summary_room(above)
        found = _too_long(words, language, room, "summary", node, path, Scope.EVENT)
        if found is not None:
            yield found


def check_poster(title: Text, node: Node, path: str) -> Iterator[Problem]:
    """A warning for each language in which a word of the title is wider than the attract screen."""
    for language, words in title.root.items():
        word = widest_word(words)
        if cut_in(POSTER, word) is not None:
            yield warning(
                path,
                _place(node, language),
                "cut-text",
                f"The word “{word}” of the title{_in(language)} is too long for {POSTER.place}.",
                f"Use words of at most {POSTER.letters} letters, or put a hyphen into it.",
                Scope.EXHIBIT,
            )


def _too_long(
    words: str, language: str, room: Room, what: str, node: Node, path: str, scope: Scope
) -> Problem | None:
    cut = cut_in(room, words)
    if cut is None:
        return None
    letters = "letter" if cut.excess == 1 else "letters"
    return warning(
        path,
        _place(node, language),
        "cut-text",
        f"The {what}{_in(language)} is too long for {room.place}: no more than "
        f"“{_end_of(cut.shown)}” has room.",
        f"Shorten it by about {cut.excess} {letters}; about {room.letters} have room.",
        scope,
    )


def _end_of(shown: str) -> str:
    return shown if len(shown) <= _LONGEST_SHOWN else "…" + shown[-_LONGEST_SHOWN:].lstrip()


def _in(language: str) -> str:
    return "" if language == ANY_LANGUAGE else f" in “{language}”"


def _place(node: Node, language: str) -> Node:
    return (node.get(language) if isinstance(node, Mapping) else None) or node
