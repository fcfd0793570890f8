"""What the technician sets: flags of the command line, then ``KIOSK_…`` in the environment."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeVar, cast

from kiosk.resources import example_content

Renderer = Literal["auto", "gpu", "software"]
FilmDecoder = Literal["auto", "software"]

LONGEST_IDLE: Final = 86_400.0
"""Seconds."""

WINDOW_SIZE: Final = re.compile(r"(\d{1,6})x(\d{1,6})", re.ASCII)

_RENDERERS: Final = ("auto", "gpu", "software")
_FILM_DECODERS: Final = ("auto", "software")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WINDOW_SIDES: Final = (200, 16_384)
_DIAGONALS: Final = (3.0, 400.0)
_MOST_SCREENS: Final = 64

Value = TypeVar("Value")


class SettingsError(Exception):
    """A setting that cannot be used, as one sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is decided before the start.

    `window_size` is in pixels, None for the window's own choice; `idle` in seconds until the
    reset, for rehearsals; `screen` counts from 1; `diagonal` is the screen's in inches; `state`
    is the folder that the kiosk keeps editions in; `probe` is the file that measurements go to;
    `film_decoder` says whether a chip may decode films. None leaves the choice to the kiosk or the
    exhibit.
    """

    content: Path
    windowed: bool = False
    window_size: tuple[int, int] | None = None
    language: str | None = None
    idle: float | None = None
    screen: int | None = None
    diagonal: float | None = None
    state: Path | None = None
    probe: Path | None = None
    renderer: Renderer = "auto"
    film_decoder: FilmDecoder = "auto"


def settings_from(flags: Mapping[str, str | None], environment: Mapping[str, str]) -> Settings:
    """The settings that `flags` give, by option name, and where one is None the environment.

    ``flags["windowed"]`` is "" for a window of no certain size. Raises SettingsError.
    """

    def chosen(name: str, parse: Callable[[str, str], Value]) -> Value | None:
        flag = flags.get(name)
        if flag is not None:
            return parse(f"--{name}", flag)
        variable = f"KIOSK_{name.upper()}"
        value = environment.get(variable, "")
        return parse(variable, value) if value else None

    windowed = flags.get("windowed")
    probe = flags.get("probe")
    return Settings(
        content=content_from(flags.get("content"), environment),
        windowed=windowed is not None,
        window_size=parse_window_size("--windowed", windowed) if windowed else None,
        language=chosen("language", parse_language),
        idle=chosen("idle", parse_idle),
        screen=chosen("screen", parse_screen),
        diagonal=chosen("diagonal", parse_diagonal),
        state=chosen("state", parse_path),
        probe=parse_path("--probe", probe) if probe is not None else None,
        renderer=parse_renderer("KIOSK_RENDERER", environment.get("KIOSK_RENDERER", "")),
        film_decoder=parse_film_decoder(
            "KIOSK_FILM_DECODER", environment.get("KIOSK_FILM_DECODER", "")
        ),
    )


def content_from(given: str | None, environment: Mapping[str, str]) -> Path:
    """The content folder: as given, else ``KIOSK_CONTENT``, else the example exhibit."""
    if given is not None:
        return parse_path("CONTENT", given)
    written = environment.get("KIOSK_CONTENT", "")
    return parse_path("KIOSK_CONTENT", written) if written else example_content()


def parse_window_size(name: str, text: str) -> tuple[int, int]:
    """``1920x1080`` as width and height; SettingsError for any other text."""
    found = WINDOW_SIZE.fullmatch(text)
    least, most = _WINDOW_SIDES
    if found is None or not all(least <= int(side) <= most for side in found.groups()):
        raise SettingsError(
            f"{name} needs a size such as 1920x1080, each side from {least} to {most}, "
            f"not “{_shown(text)}”."
        )
    return int(found[1]), int(found[2])


def parse_language(name: str, text: str) -> str:
    """A language code; SettingsError for any other text."""
    if _LANGUAGE.fullmatch(text) is None:
        raise SettingsError(f"{name} needs a language code such as lt, not “{_shown(text)}”.")
    return text


def parse_idle(name: str, text: str) -> float:
    """Seconds, more than 0 and at most a day; SettingsError for any other text."""
    return _number(name, text, 0.1, LONGEST_IDLE, "seconds")


def parse_diagonal(name: str, text: str) -> float:
    """Inches; SettingsError for any other text."""
    return _number(name, text, *_DIAGONALS, "inches")


def parse_screen(name: str, text: str) -> int:
    """A screen's number, from 1; SettingsError for any other text."""
    if re.fullmatch(r"\d{1,3}", text, re.ASCII) is None or not 1 <= int(text) <= _MOST_SCREENS:
        raise SettingsError(f"{name} needs a number from 1, not “{_shown(text)}”.")
    return int(text)


def parse_path(name: str, text: str) -> Path:
    """A path with ``~`` resolved; SettingsError if it cannot be one."""
    if not text or "\0" in text:
        raise SettingsError(f"{name} needs the name of a file or folder.")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise SettingsError(f"{name} names a user who does not exist: “{_shown(text)}”.") from None


def parse_renderer(name: str, text: str) -> Renderer:
    """One of auto, gpu and software; empty text is auto. SettingsError for any other text."""
    if text and text not in _RENDERERS:
        raise SettingsError(f"{name} needs auto, gpu or software, not “{_shown(text)}”.")
    return cast(Renderer, text or "auto")


def parse_film_decoder(name: str, text: str) -> FilmDecoder:
    """One of auto and software; empty text is auto. SettingsError for any other text."""
    if text and text not in _FILM_DECODERS:
        raise SettingsError(f"{name} needs auto or software, not “{_shown(text)}”.")
    return cast(FilmDecoder, text or "auto")


def _number(name: str, text: str, least: float, most: float, unit: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise SettingsError(
            f"{name} needs {unit} from {least:g} to {most:g}, not “{_shown(text)}”."
        )
    return number


def _shown(text: str) -> str:
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= 40 else f"{line[:39]}…"
