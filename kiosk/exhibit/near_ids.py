"""Ids so near to each other that one of them was perhaps mistyped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

_SHORTEST_WORD: Final = 4
"""Letters from which two words of one length count as near: man and men are different things."""

_NUMERAL: Final = re.compile(r"[ivx]+|[a-z]?[0-9]+[a-z]?")
"""A word that counts in a series, such as iv or 2b."""


def near_ids(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of which the later id differs from the earlier by one letter or by its hyphens.

    Digits and short words, as in series, may differ. Takes time in proportion to the letters.
    """
    by_plain: defaultdict[str, list[str]] = defaultdict(list)
    by_remains: defaultdict[str, defaultdict[str, list[str]]]
    by_remains = defaultdict(lambda: defaultdict(list))
    for later in ids:
        # Ids that differ in their digits alone are a series, of which there may be thousands.
        plain, letters = later.replace("-", ""), _without_digits(later)
        remains = {plain} | {plain[:at] + plain[at + 1 :] for at in range(len(plain))}
        candidates = set(by_plain[plain])
        for remain in remains:
            for others, names in by_remains[remain].items():
                if others != letters:
                    candidates.update(names)
        for earlier in sorted(candidates):
            if earlier != later and _is_slip(earlier, later):
                yield earlier, later
        by_plain[plain].append(later)
        for remain in remains:
            by_remains[remain][letters].append(later)


def _is_slip(first: str, second: str) -> bool:
    """Whether the two differ in one word, by one letter, and it is long enough for a slip."""
    if first.replace("-", "") == second.replace("-", ""):
        return _without_dates(first) != _without_dates(second)
    ours, theirs = first.split("-"), second.split("-")
    if len(ours) != len(theirs):
        return False
    different = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return False
    one, other = different[0]
    shortest = _SHORTEST_WORD if len(one) == len(other) else _SHORTEST_WORD - 1
    if min(len(one), len(other)) < shortest or _NUMERAL.fullmatch(one):
        return False
    return _without_digits(one) != _without_digits(other) and _one_letter(one, other)


def _without_dates(name: str) -> str:
    """1990-03-11-act without 1990-03-11: hyphens between digits separate different dates."""
    return re.sub("[0-9]+(-[0-9]+)*", "", name)


def _without_digits(word: str) -> str:
    return re.sub("[0-9]", "", word)


def _one_letter(one: str, other: str) -> bool:
    """One letter more, less or different, or two neighbours exchanged."""
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    one, other = one[same:], other[same:]
    exchanged = one[:2] == other[1::-1] and one[2:] == other[2:]
    return exchanged or one[1:] == other[1:] or one[1:] == other or one == other[1:]
