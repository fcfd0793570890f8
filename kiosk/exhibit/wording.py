"""Small pieces that every message about content is made of."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.yamlfile.tree import Node

NO_PLACE = (0, 0)

MOST_COMPARED = 64
"""How many known words are compared letter by letter; of more, only the most similar ones are."""

MOST_COUNTED = 20_000
"""How often a shared pair of letters is counted, so that common pairs cost little."""


def error(
    path: str,
    at: Node | tuple[int, int],
    code: str,
    message: str,
    hint: str = "",
    scope: Scope = Scope.EXHIBIT,
) -> Problem:
    """A problem that leaves out what `scope` says."""
    return _problem(path, at, Severity.ERROR, code, message, hint, scope)


def warning(
    path: str,
    at: Node | tuple[int, int],
    code: str,
    message: str,
    hint: str = "",
    scope: Scope = Scope.EXHIBIT,
) -> Problem:
    """A problem that leaves everything usable."""
    return _problem(path, at, Severity.WARNING, code, message, hint, scope)


def _problem(
    path: str,
    at: Node | tuple[int, int],
    severity: Severity,
    code: str,
    message: str,
    hint: str,
    scope: Scope,
) -> Problem:
    line, column = at if isinstance(at, tuple) else (at.line, at.column)
    return Problem(
        path=path.encode("utf-8", "replace").decode("utf-8"),
        line=line,
        column=column,
        severity=severity,
        scope=scope,
        code=code,
        message=message,
        hint=hint,
    )


def clip(text: str, length: int = 60) -> str:
    """`text` on one line and short enough for a message."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def listed(words: Iterable[str], limit: int = 12) -> str:
    """“a, b, c”, cut after `limit` words."""
    every = list(words)
    return ", ".join(every[:limit]) + (" …" if len(every) > limit else "")


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word that `word` was probably meant to be; 1 is the likeness of equal words."""
    index = _indexed(tuple(known))
    wanted = _folded(clip(word, 200))
    found = get_close_matches(wanted, index.similar(wanted), n=1, cutoff=likeness)
    return index.words[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class _Index:
    """Words by their folded forms, and the forms in which each pair of letters occurs."""

    words: dict[str, str]
    by_pair: dict[tuple[str, str], list[str]]

    def similar(self, wanted: str) -> list[str]:
        """Those that share the most pairs with `wanted`, of which the rarest say the most."""
        if len(self.words) <= MOST_COMPARED:
            return list(self.words)
        shared: Counter[str] = Counter()
        for words in sorted((self.by_pair.get(pair, []) for pair in _pairs(wanted)), key=len):
            shared.update(words)
            if shared.total() > MOST_COUNTED:
                break
        return [word for word, _ in shared.most_common(MOST_COMPARED)]


@lru_cache(maxsize=8)
def _indexed(known: tuple[str, ...]) -> _Index:
    words = {_folded(option): option for option in known}
    by_pair: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    if len(words) > MOST_COMPARED:
        for word in words:
            for pair in _pairs(word):
                by_pair[pair].append(word)
    return _Index(words, by_pair)


def _pairs(word: str) -> set[tuple[str, str]]:
    return set(pairwise(word))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint that names the near word, or else `otherwise`."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else otherwise


def rename_hint(wanted: str, names: Iterable[str], otherwise: str) -> str:
    """A hint to rename the near one of `names` to `wanted`, or else `otherwise`."""
    near = nearest(wanted, names)
    return f"Rename “{near}” to “{wanted}”." if near else otherwise


def slug_for(name: str, taken: Iterable[str] = ()) -> str:
    """A slug as near to `name` as can be, different from those `taken`."""
    plain = "".join(
        _LETTERS.get(letter, letter)
        for letter in unicodedata.normalize("NFKD", name.lower())
        if not unicodedata.combining(letter)
    )
    slug = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in plain)
    slug = "-".join(part for part in slug.split("-") if part) or "event"
    others = taken if isinstance(taken, Set) else set(taken)
    number = 2
    candidate = slug
    while candidate in others:
        candidate = f"{slug}-{number}"
        number += 1
    return candidate


_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
