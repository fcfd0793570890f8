"""Texts that are nearly right: valid ones, cut, joined, repeated and sprinkled with tokens."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

LONGEST: Final = 20_000
"""Bytes of one mutated text; the bounds of larger ones have tests of their own."""

TOKENS: Final = tuple(
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *("\0", "\x1b[2J", "\r", "\n", "\t", "\u2028", "\ufeff", "\u202e", "\u200b", "\u0301"),
        *("\ud800", "\U0001f600", "\U0010ffff", "\xa0", "\\", '"', "'", "`", "#", "%", "&", "*"),
        *("~", "|\n", ">", "- ", "? ", ": ", ":", ", ", "[", "]", "{", "}", "(", ")", "<", "/>"),
        *(
            "&a ",
            "*a",
            "!t ",
            "!!python/object:os.system ",
            "<<: ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
        ),
        *("0", "-1", "9" * 400, "1e999", "nan", "no", "~", "null", "-0043", "Y-66000000", "194X"),
        *("1944/..", "../1944", "[1939,1940]", "{1939..1941}", "1940-21", "2000-02-30", "T25:61"),
        *("![](", "](", "[^1]", "[^1]: ", "> ", "```\n", "***", "__", "<div>", "<!--", "&amp;"),
        *("javascript:", "file:///", "http://127.0.0.1/", "../", "C:\\", "//host/", "data:,"),
        *("WEBVTT\n", "\n\n", " --> ", "00:01.000", "99999:59:59.999", "STYLE\n", "REGION\n"),
        *("<v ", "<c.", "</c>", "<svg ", "<use href='#a'/>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        *("title: ", "date: ", "media: ", "file: ", "languages: ", "eras: ", "id: ", "events/"),
    )
)


def mutated(random: Random, seeds: Sequence[bytes], longest: int = LONGEST) -> bytes:
    """One of `seeds` after one to eight changes, cut after `longest` bytes."""
    text = random.choice(seeds)
    for _ in range(random.randint(1, 8)):
        text = _changed(random, text, seeds)[:longest]
    return text


def _changed(random: Random, text: bytes, seeds: Sequence[bytes]) -> bytes:
    start, end = sorted(random.randint(0, len(text)) for _ in range(2))
    match random.randrange(8):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:start] + random.choice(TOKENS) + text[start:]
        case 2:
            return text[:start] + random.choice(TOKENS) + text[end:]
        case 3:
            return text[:start] + text[start:end] * 2 ** random.randint(1, 10) + text[end:]
        case 4:
            other = random.choice(seeds)
            return text[:start] + other[random.randint(0, len(other)) :]
        case 5:
            return text[:start] + random.randbytes(random.randint(1, 8)) + text[start:]
        case 6 if text:
            place = random.randrange(len(text))
            return (
                text[:place] + bytes([text[place] ^ 1 << random.randrange(8)]) + text[place + 1 :]
            )
        case _:
            return text[:start] + random.choice(TOKENS) * 2 ** random.randint(1, 8) + text[start:]
