"""WebVTT captions and transcripts as plain cues."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kiosk.exhibit.articles.article import shown_text

_TIME = r"(?:([0-9]{1,6}):)?([0-9]{1,2}):([0-9]{2})[.]([0-9]{3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_LOOSE_TIMING = re.compile(
    r"\s*((?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}[.,][0-9]{1,3})\s*-+>\s*"
    r"((?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}[.,][0-9]{1,3})"
)
_SUBRIP = re.compile(r"\s*[0-9]{1,3}:[0-9]{2}:[0-9]{2},[0-9]{3} -->")
_HARMLESS_OVERLAP_MS = 100
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>")
_TAG = re.compile(r"</?(?:[cibuv]|lang|ruby|rt)(?:[.\s][^<>]*)?>|<[0-9:.]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
MOST_PROBLEMS = 100
"""How many findings of one file are named."""

_BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is said from `start_ms` until `end_ms`, milliseconds from the beginning."""

    start_ms: int
    end_ms: int
    text: str


class CueProblem(NamedTuple):
    """One finding in a caption file; `line` counts from 1."""

    line: int
    message: str
    hint: str


def parse_captions(text: str) -> tuple[tuple[Cue, ...], tuple[CueProblem, ...]]:
    """The cues of a WebVTT file in order of time, and what is wrong with it.

    Cues that cannot be read are left out and named; the others are kept. A cue's text is plain,
    with its lines kept and a speaker before what they say.
    """
    text = text.removeprefix("\ufeff").encode(errors="replace").decode()
    lines = re.split(r"\r\n|\n|\r", text)
    cues: list[tuple[Cue, int]] = []
    problems: list[CueProblem] = []
    has_header = re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]) is not None
    for first, block in _blocks(lines, has_header):
        found = _cue(first, block)
        if isinstance(found, Cue):
            cues.append((found, first))
        elif found is not None:
            problems.append(found)
    cues.sort(key=lambda found: (found[0].start_ms, found[0].end_ms))
    if not has_header:
        problems = [_no_header(lines)]
    elif not cues and not problems:
        hint = "Add the captions, each below a line such as 00:01.000 --> 00:04.000."
        problems.append(CueProblem(1, "There are no captions in this file.", hint))
    else:
        problems += (*_missing_gaps(lines), *_overlaps(cues))
    return tuple(cue for cue, _ in cues), _shortened(sorted(problems))


def _shortened(problems: Sequence[CueProblem]) -> tuple[CueProblem, ...]:
    """The first of many problems, and one that says how many there are."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    message = f"The file has {len(problems)} faults; from here on they are not named."
    more = CueProblem(problems[MOST_PROBLEMS].line, message, "Mend the others, then look again.")
    return (*problems[:MOST_PROBLEMS], more)


def _no_header(lines: Sequence[str]) -> CueProblem:
    hint = "Begin the first line with WEBVTT, and write times as 00:01.000 --> 00:04.000."
    if any(_SUBRIP.match(line) for line in lines[:20]):
        hint = (
            "It looks like SubRip (.srt). Save it as WebVTT, for example with the free program "
            "Subtitle Edit."
        )
    return CueProblem(1, "This is not a WebVTT file.", hint)


def _missing_gaps(lines: Sequence[str]) -> Iterator[CueProblem]:
    """One problem for all lines of times that follow others without an empty line.

    They are understood here, but other players show the times as text.
    """
    close = []
    for number, line in enumerate(lines, 1):
        name = lines[number - 2] if number > 1 else ""
        above = lines[number - 3] if number > 2 else ""
        if name.strip() and (above.strip() or number == 2) and _TIMING.fullmatch(line):
            close.append(number)
    yield from _first_of(
        close, "There is no empty line above this caption.", "Put an empty line above each caption."
    )


def _overlaps(cues: Sequence[tuple[Cue, int]]) -> Iterator[CueProblem]:
    """One problem for all captions that begin while the one before still stands."""
    close = [
        line
        for (before, _), (cue, line) in pairwise(cues)
        if before.end_ms - cue.start_ms > _HARMLESS_OVERLAP_MS
    ]
    yield from _first_of(
        close,
        "This caption begins before the one above it has ended, and only one is shown.",
        "Let each end when the next begins; two voices at once go into one caption.",
    )


def _first_of(numbers: Sequence[int], message: str, hint: str) -> Iterator[CueProblem]:
    if numbers:
        more = f" {len(numbers) - 1} more are like it." if len(numbers) > 1 else ""
        yield CueProblem(numbers[0], message + more, hint)


def _blocks(lines: Sequence[str], has_header: bool) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty, each with the number of its first line.

    A line of times also begins a new run if its run has times already; the header is left out.
    """
    block: list[str] = []
    timed, in_header = False, has_header
    for number, line in enumerate(lines, 1):
        times = "-->" in line
        if block and (not line.strip() or (times and (timed or in_header))):
            if not in_header:
                yield number - len(block), block
            block, timed, in_header = [], False, False
        if line.strip():
            block.append(line)
            timed = timed or (times and len(block) <= 2)
    if block and not in_header:
        yield len(lines) - len(block) + 1, block


def _cue(first: int, block: list[str]) -> Cue | CueProblem | None:
    """One block as a cue, as a problem, or as nothing to show."""
    timed = next((row for row, line in enumerate(block[:2]) if "-->" in line), None)
    if timed is None:
        if block[0].split(maxsplit=1)[0] in _BLOCKS:
            return None
        loose = next((row for row, line in enumerate(block[:2]) if _LOOSE_TIMING.match(line)), None)
        if loose is not None:
            return _bad_timing(first + loose, block[loose])
        return CueProblem(
            first,
            "This text has no times, so it is never shown.",
            "Write a line such as 00:01.000 --> 00:04.000 above it.",
        )
    if block[0].split(maxsplit=1)[0] == "NOTE":
        return None
    found = _TIMING.fullmatch(block[timed])
    if found is None or int(found[3]) > 59 or int(found[7]) > 59:
        return _bad_timing(first + timed, block[timed])
    start, end = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:])
    if end <= start:
        return CueProblem(
            first + timed,
            "This caption ends before it begins.",
            "Write the earlier time first, the later one after -->.",
        )
    said = _plain("\n".join(block[timed + 1 :]))
    return Cue(start_ms=start, end_ms=end, text=said) if said else None


def _bad_timing(line: int, text: str) -> CueProblem:
    """A line of times that cannot be read, with the times it probably means."""
    hint = "Write times as 00:01.000 --> 00:04.000, with hours in front if needed."
    if loose := _LOOSE_TIMING.match(text):
        begin, end = (_tidy(time) for time in loose.groups())
        corrected = f"{begin} --> {end}"
        if _TIMING.fullmatch(corrected) and corrected != text.strip():
            hint = f"Write {corrected}"
    return CueProblem(line, "The times of this caption cannot be read.", hint)


def _tidy(time: str) -> str:
    whole, thousandths = re.split("[.,]", time)
    return ":".join(f"{part:0>2}" for part in whole.split(":")) + f".{thousandths:0<3}"


def _milliseconds(
    hours: str | None, minutes: str | None, seconds: str | None, thousandths: str | None
) -> int:
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int(thousandths or 0)


def _plain(text: str) -> str:
    """A cue's text without tags, speakers written out, no empty lines."""
    spoken = _VOICE.sub(lambda found: f"{found[1].strip()}: " if found[1].strip() else "", text)
    decoded = _ENTITY.sub(lambda found: html.unescape(found[0]), _TAG.sub("", spoken))
    lines = shown_text(decoded).split("\n")
    return "\n".join(tidied for line in lines if (tidied := " ".join(line.split())))
