"""Judging media by really opening them: what they are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from kiosk.exhibit.media.formats import (
    HEAD_BYTES,
    SVG,
    Format,
    fitting,
    refusal,
    sniff,
    suffix_of,
)
from kiosk.exhibit.media.sharpness import Use, uses
from kiosk.exhibit.model import Exhibit, Medium, MediumKind
from kiosk.exhibit.problems import Problem, Scope, Severity, in_reading_order
from kiosk.exhibit.wording import listed
from kiosk.station.decoding import MAX_MEGAPIXELS, TIME_LIMIT, Decoder, Failure, MediaFacts
from kiosk.station.files import open_regular
from kiosk.station.film_checks import film_warnings

Progress = Callable[[int, int], None]
"""Called with how many files are done and how many there are."""

OVERRUN_MS = 1000
"""How far captions may run past their film: encoders round durations."""


@dataclass(frozen=True)
class Inspected:
    """The outcome for some files, by their paths relative to the content folder."""

    facts: Mapping[str, MediaFacts] = field(default_factory=dict)
    failed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


class Examiner(Protocol):
    """Gives the facts about one file on the disk, of which it knows the kind."""

    def __call__(self, path: Path, kind: MediumKind) -> MediaFacts | Failure: ...


def all_media(exhibit: Exhibit) -> Iterator[Medium]:
    """Every medium of the exhibit; one that is used twice comes twice."""
    yield from exhibit.attract.media
    for event in exhibit.events:
        if event.hero is not None:
            yield event.hero
        yield from event.media


def media_kinds(exhibit: Exhibit) -> dict[str, MediumKind]:
    """What each media file has to be; with posters, icons and what goes along with a medium."""
    kinds = {
        theme.icon: MediumKind.IMAGE
        for theme in exhibit.themes
        if theme.icon is not None and "." in theme.icon
    }
    for medium in all_media(exhibit):
        for file in medium.file.root.values():
            kinds[file] = medium.kind
        if medium.compare is not None:
            kinds |= dict.fromkeys(medium.compare.file.root.values(), MediumKind.IMAGE)
        if medium.poster is not None:
            kinds[medium.poster] = MediumKind.IMAGE
        if medium.sign_language is not None:
            kinds[medium.sign_language] = MediumKind.VIDEO
        for file in medium.audio_description.values():
            kinds[file] = MediumKind.AUDIO
    return kinds


def inspect_media(
    sources: Mapping[str, Path],
    exhibit: Exhibit,
    examine: Examiner,
    on_progress: Progress,
    folder: Path,
) -> Inspected:
    """Examines each media file of `exhibit` that `sources` has, all of them inside `folder`.

    `sources` maps relative paths to the files that are opened.
    """
    kinds = {file: kind for file, kind in media_kinds(exhibit).items() if file in sources}
    facts: dict[str, MediaFacts] = {}
    problems: list[Problem] = []
    failed = set()
    on_progress(0, len(kinds))
    for done, (file, kind) in enumerate(kinds.items(), start=1):
        verdict = _judge(file, sources[file], kind, examine, folder)
        if isinstance(verdict, Problem):
            failed.add(file)
            problems.append(verdict)
        else:
            facts[file] = verdict
        on_progress(done, len(kinds))
    problems += media_warnings(exhibit, facts)
    return Inspected(facts, frozenset(failed), in_reading_order(problems))


def check_media(
    folder: Path, exhibit: Exhibit, files: Collection[str], on_progress: Progress
) -> tuple[Problem, ...]:
    """Everything wrong with the media of `exhibit` in `folder`; writes nothing.

    Only `files` are opened: the reader has found the others missing or unsafe already.
    """
    sources = {file: folder / file for file in files}
    with Decoder() as decoder:

        def examine(path: Path, kind: MediumKind) -> MediaFacts | Failure:
            return decoder.decode(path, kind, {})

        return inspect_media(sources, exhibit, examine, on_progress, folder).problems


def media_warnings(exhibit: Exhibit, facts: Mapping[str, MediaFacts]) -> list[Problem]:
    """What is usable but could be better, judged from `facts` alone."""
    problems = [
        _soft(file, facts[file], use)
        for file, use in uses(exhibit).items()
        if file in facts and max(facts[file].width, facts[file].height) < use.value
    ]
    problems += film_warnings(all_media(exhibit), facts)
    for medium in all_media(exhibit):
        for file in medium.file.root.values():
            if file in facts and facts[file].duration_ms:
                problems += _overruns(file, medium, facts[file].duration_ms)
    return problems


def _judge(
    file: str, path: Path, kind: MediumKind, examine: Examiner, folder: Path
) -> MediaFacts | Problem:
    try:
        with open_regular(path, folder) as reading:
            head = reading.read(HEAD_BYTES)
    except OSError:
        return unreadable(file)
    found = sniff(head)
    if found is None:
        refused = refusal(head)
        return medium_error(file, "undecodable-media", refused.message, refused.hint)
    found = fitting(found, file)
    if found.kind != kind:
        return _other_kind(file, found, kind)
    if kind == MediumKind.DOCUMENT:
        return MediaFacts(kind=kind)
    result = examine(path, kind)
    return _explain(file, kind, result) if isinstance(result, Failure) else result


def medium_error(file: str, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=file,
        severity=Severity.ERROR,
        scope=Scope.MEDIUM,
        code=code,
        message=message,
        hint=hint,
    )


def unreadable(file: str) -> Problem:
    return medium_error(
        file,
        "unreadable-file",
        "The file cannot be opened.",
        "See that it is there, that it is an ordinary file, and that everybody may read it.",
    )


def still_changing(file: str) -> Problem:
    return medium_error(
        file,
        "changing-file",
        "The file was still being written while it was read.",
        "Wait until copying has finished; the kiosk then looks again by itself.",
    )


_NOUNS = {
    MediumKind.IMAGE: "picture",
    MediumKind.VIDEO: "film",
    MediumKind.AUDIO: "sound",
    MediumKind.DOCUMENT: "document",
}

_CONVERSIONS = {
    MediumKind.VIDEO: "Convert it to MP4 with H.264 pictures and AAC sound: in the free program "
    "HandBrake that is the preset “Fast 1080p30”.",
    MediumKind.AUDIO: "Convert it to Ogg, MP3 or FLAC, for example with the free program Audacity.",
}


def _other_kind(file: str, found: Format, kind: MediumKind) -> Problem:
    return medium_error(
        file,
        "undecodable-media",
        f"The file should be a {_NOUNS[kind]} but is {found.name}, a {_NOUNS[found.kind]} format.",
        f"Put a {_NOUNS[kind]} in its place, or name the file by what it is.",
    )


def _explain(file: str, kind: MediumKind, failure: Failure) -> Problem:
    noun = _NOUNS[kind]
    again = f"Copy the {noun} again from its original, or save it anew in another program."
    if suffix_of(file) in SVG.suffixes:
        again = "Simplify the drawing in a drawing program, or export it as PNG."
    match failure.reason:
        case "too-large":
            size = f"{failure.megapixels} million" if failure.megapixels else "too many"
            return medium_error(
                file,
                "media-too-large",
                f"The picture has {size} pixels; kiosks show at most {MAX_MEGAPIXELS} million.",
                "Save it smaller, for example 12000 pixels wide.",
            )
        case "refused" if failure.fault is not None:
            fault = failure.fault
            found = medium_error(file, "unsafe-drawing", fault.message, fault.hint)
            return replace(found, line=fault.line)
        case "disguised":
            message = f"The file begins like a {noun}, but something else follows."
            return medium_error(file, "undecodable-media", message, again)
        case "slow":
            return medium_error(
                file,
                "slow-media",
                f"The {noun} could not be opened within {TIME_LIMIT:.0f} seconds.",
                again,
            )
        case "cut-short":
            message = f"The {noun} is cut off: its end is missing."
            return medium_error(file, "undecodable-media", message, again)
        case "no-picture":
            return medium_error(
                file,
                "undecodable-media",
                "The film has no picture.",
                "If it is a sound recording, save it as Ogg, MP3 or M4A.",
            )
        case "no-sound":
            message = "The recording has no sound."
            return medium_error(file, "undecodable-media", message, again)
        case "codec":
            what = "recording" if kind == MediumKind.AUDIO else noun
            return medium_error(
                file,
                "unplayable-codec",
                f"The {what} has {failure.codec}, which not every kiosk plays.",
                _CONVERSIONS[kind],
            )
        case "deep-colour":
            return medium_error(
                file,
                "unplayable-codec",
                "The film's colours have more than 8 bits, which not every kiosk plays.",
                f"{_CONVERSIONS[kind]} Choose 8 bits if you are asked.",
            )
        case _:
            message = f"The {noun} is damaged and cannot be opened."
            return medium_error(file, "undecodable-media", message, again)


_PLACES = {
    Use.FIGURE: "in an article",
    Use.HERO: "at the head of its article",
    Use.ATTRACT: "on the attract screen, which it fills",
}


def _soft(file: str, facts: MediaFacts, use: Use) -> Problem:
    return Problem(
        path=file,
        severity=Severity.WARNING,
        scope=Scope.MEDIUM,
        code="small-image",
        message=f"The picture has only {facts.width} × {facts.height} pixels and looks blurred "
        f"{_PLACES[use]}.",
        hint=f"Scan or export it again with at least {use.value} pixels on its longer side; "
        "enlarging it in a program does not help.",
    )


def _overruns(file: str, medium: Medium, duration_ms: int) -> Iterator[Problem]:
    noun = _NOUNS[medium.kind]
    for what, tracks in (("captions", medium.captions), ("transcript", medium.transcript)):
        languages: dict[int, list[str]] = {}
        for language, cues in tracks.items():
            last = max((cue.end_ms for cue in cues), default=0)
            languages.setdefault(last, []).append(f"“{language}”")
        for last, spoken in languages.items():
            if last > duration_ms + OVERRUN_MS:
                yield Problem(
                    path=file,
                    severity=Severity.WARNING,
                    scope=Scope.MEDIUM,
                    code="captions-too-long",
                    message=f"Its {what} in {listed(spoken)} go on until {_clock(last)}, but the "
                    f"{noun} ends at {_clock(duration_ms)}.",
                    hint="See whether the file with the words belongs to this one.",
                )


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"
