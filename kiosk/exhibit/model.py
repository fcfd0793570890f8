"""What a curator wrote, once it has been understood: frozen and free of file access.

Plain dataclasses, because a kiosk builds tens of thousands of them at its start.
File names are paths relative to the content folder, with forward slashes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as CalendarDate
from enum import StrEnum
from typing import Literal, NamedTuple

from kiosk.exhibit.articles.article import Article
from kiosk.exhibit.dates.edtf import Date
from kiosk.exhibit.media.captions import Cue

ANY_LANGUAGE = ""
"""The key of a text that is the same in every language."""


class Picked(NamedTuple):
    """A text as one visitor reads it, and the language it is really in ("" for any)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that visitors read, by language code; the key "" serves every language."""

    root: Mapping[str, str]

    def pick(self, language: str, languages: Sequence[str]) -> Picked:
        """The text in `language`, else in the first of `languages` that has it, else empty."""
        for candidate in (language, ANY_LANGUAGE, *languages):
            if self.root.get(candidate):
                return Picked(self.root[candidate], candidate)
        return Picked("", language)


class MediumKind(StrEnum):
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot:
    """A point of a picture with something to say; `x` and `y` run from 0, left and top, to 1."""

    x: float
    y: float
    title: Text
    text: Text = Text({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a picture that a zoom story comes close to, in shares of its width and height."""

    x: float
    y: float
    width: float
    height: float
    title: Text = Text({})
    text: Text = Text({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A second picture of the same view; what the first and the second show, in words."""

    file: Text
    before: Text = Text({})
    after: Text = Text({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """An image, film, sound or document with everything that is said about it.

    `file` is a Text because a map with words in it has one file per language.
    `captions` and `transcript` hold the cues of each language's WebVTT file; `audio_description`
    names for each language the sound that is heard in place of the film's own.
    """

    kind: MediumKind
    file: Text
    alt: Text = Text({})
    caption: Text = Text({})
    credit: Text = Text({})
    rights: str = ""
    source: str = ""
    poster: str | None = None
    captions: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    transcript: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    sign_language: str | None = None
    audio_description: Mapping[str, str] = field(default_factory=dict)
    loop: bool = False
    hotspots: tuple[Hotspot, ...] = ()
    zoom_story: tuple[Region, ...] = ()
    compare: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened; `lat` −90…90 and `lon` −180…180 in decimal degrees, both or neither."""

    name: Text
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    text: Text
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleRange:
    """The calendar days on which an event is shown, both included; None is open."""

    since: CalendarDate | None = None
    until: CalendarDate | None = None

    def includes(self, day: CalendarDate) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry on the timeline. `importance` runs from 1 (always visible) to 4.

    `media`, `articles` and `sources` are read from the disk when asked for if the event was stored.
    """

    id: str
    date: Date
    title: Text
    date_text: Text = Text({})
    summary: Text = Text({})
    era: str | None = None
    lane: str | None = None
    themes: tuple[str, ...] = ()
    importance: int = 2
    place: Place | None = None
    hero: Medium | None = None
    media: Sequence[Medium] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
    sensitive: Text | None = None
    related: tuple[str, ...] = ()
    sources: Sequence[Source] = ()
    visible: VisibleRange | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A named stretch of time; `date` is an interval, its end included at its precision."""

    id: str
    date: Date
    title: Text
    summary: Text = Text({})
    color: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    id: str
    title: Text
    icon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The stretch that is shown, in days as `kiosk.exhibit.dates.edtf` counts them."""

    start: float
    end: float
    scale: Literal["even", "proportional", "adaptive"] = "adaptive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attract:
    media: tuple[Medium, ...] = ()
    prompt: Text = Text({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """Seconds without activity until the warning and until the reset, the latter counted in all."""

    warn_after: float = 60
    reset_after: float = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Colours as ``#rrggbb``; fonts as family names or file names in ``fonts/``; None is ours."""

    background: str | None = None
    accent: str | None = None
    heading_font: str | None = None
    body_font: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAway:
    """`url` with the placeholders ``{id}`` and ``{language}``; shown as a QR code, never opened."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """Everything in one content folder that can be used. Events are in order of their dates."""

    title: Text
    subtitle: Text = Text({})
    languages: tuple[str, ...]
    timeline: Timeline
    eras: tuple[Era, ...] = ()
    themes: tuple[Theme, ...] = ()
    lanes: tuple[Lane, ...] = ()
    attract: Attract = Attract()
    idle: Idle = Idle()
    appearance: Appearance = Appearance()
    take_away: TakeAway | None = None
    strings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fonts: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def on(self, day: CalendarDate) -> Exhibit:
        """The exhibit as it is shown on that day, without events out of their visible range."""
        events = tuple(e for e in self.events if e.visible is None or e.visible.includes(day))
        return self if len(events) == len(self.events) else replace(self, events=events)

    @property
    def default_language(self) -> str:
        return self.languages[0]
