"""Whether films run smoothly without a graphics chip, and what goes along keeps in step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.exhibit.model import Medium, MediumKind
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.station.decoding import MediaFacts

SMOOTH = 1920 * 1080 * 30 * 1.05
"""Pixels a second of which two cores without graphics chip drop fewer than one frame in a hundred.

A little more than Full HD at thirty frames a second, which cameras call 29.97 or 30.02.
"""

USUAL_RATE = 30
"""Taken for films that do not say theirs."""

APART_MS = 3000
"""How much longer or shorter than its film something may be that goes along with it."""


def film_warnings(media: Iterator[Medium], facts: Mapping[str, MediaFacts]) -> Iterator[Problem]:
    """What plays, but could play better; each file is named once."""
    named: set[str] = set()
    for medium in media:
        if medium.kind is not MediumKind.VIDEO:
            continue
        films = [*medium.file.root.values(), *filter(None, [medium.sign_language])]
        for file in films:
            if file in facts and file not in named and _pixels(facts[file]) > SMOOTH:
                named.add(file)
                yield _too_large(file, facts[file])
        along = [*filter(None, [medium.sign_language]), *medium.audio_description.values()]
        durations = [facts[f].duration_ms for f in medium.file.root.values() if f in facts]
        for file in along:
            if file in facts and file not in named and durations:
                nearest = min(durations, key=lambda one: abs(one - facts[file].duration_ms))
                if nearest and abs(nearest - facts[file].duration_ms) > APART_MS:
                    named.add(file)
                    yield _out_of_step(file, facts[file].duration_ms, nearest)


def _pixels(facts: MediaFacts) -> float:
    return facts.width * facts.height * (facts.rate or USUAL_RATE)


def _too_large(file: str, facts: MediaFacts) -> Problem:
    rate = f" at {facts.rate:.0f} pictures a second" if facts.rate else ""
    return _warning(
        file,
        "film-too-large",
        f"The film has {facts.width} × {facts.height} pixels{rate}: a kiosk without graphics chip "
        "shows it with jerks.",
        "Save it as MP4 (H.264) with 1920 × 1080 pixels and 30 pictures a second or fewer: in the "
        "free program HandBrake that is the preset “Fast 1080p30”.",
    )


def _out_of_step(file: str, duration_ms: int, film_ms: int) -> Problem:
    return _warning(
        file,
        "out-of-step",
        f"It lasts {_clock(duration_ms)}, but the film that it goes along with {_clock(film_ms)}.",
        "Begin both at the same moment and make both as long, or see whether the file belongs to "
        "this film.",
    )


def _warning(file: str, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=file,
        severity=Severity.WARNING,
        scope=Scope.MEDIUM,
        code=code,
        message=message,
        hint=hint,
    )


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"
