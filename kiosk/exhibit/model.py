"""What a curator wrote, once it has been understood: frozen and free of file access.

Every type serialises to JSON and back through pydantic, because editions are stored that way.
File names are paths relative to the content folder, with forward slashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as CalendarDate
from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, RootModel

from kiosk.exhibit.articles.article import Article
from kiosk.exhibit.dates.edtf import Date
from kiosk.exhibit.media.captions import Cue

ANY_LANGUAGE = ""
"""The key of a text that is the same in every language."""


class Picked(NamedTuple):
    """A text as one visitor reads it, and the language it is really in ("" for any)."""

    text: str
    language: str


class Text(RootModel[dict[str, str]]):
    """A text that visitors read, by language code; the key "" serves every language."""

    model_config = ConfigDict(frozen=True)

    def pick(self, language: str, languages: Sequence[str]) -> Picked:
        """The text in `language`, else in the first of `languages` that has it, else empty."""
        for candidate in (language, ANY_LANGUAGE, *languages):
            if self.root.get(candidate):
                return Picked(self.root[candidate], candidate)
        return Picked("", language)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MediumKind(StrEnum):
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


class Medium(Frozen):
    """An image, film, sound or document with everything that is said about it.

    `file` is a Text because a map with words in it has one file per language.
    `captions` and `transcript` hold the cues of each language's WebVTT file.
    """

    kind: MediumKind
    file: Text
    alt: Text = Text({})
    caption: Text = Text({})
    credit: Text = Text({})
    rights: str = ""
    source: str = ""
    poster: str | None = None
    captions: dict[str, tuple[Cue, ...]] = {}
    transcript: dict[str, tuple[Cue, ...]] = {}
    sign_language: str | None = None
    loop: bool = False


class Place(Frozen):
    """Where it happened; `lat` −90…90 and `lon` −180…180 in decimal degrees, both or neither."""

    name: Text
    lat: float | None = None
    lon: float | None = None


class Source(Frozen):
    text: Text
    url: str = ""


class VisibleRange(Frozen):
    """The calendar days on which an event is shown, both included; None is open."""

    since: CalendarDate | None = None
    until: CalendarDate | None = None

    def includes(self, day: CalendarDate) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Event(Frozen):
    """One entry on the timeline. `importance` runs from 1 (always visible) to 4."""

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
    media: tuple[Medium, ...] = ()
    articles: dict[str, Article] = {}
    sensitive: Text | None = None
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    visible: VisibleRange | None = None
    draft: bool = False


class Era(Frozen):
    """A named stretch of time; `date` is an interval, its end included at its precision."""

    id: str
    date: Date
    title: Text
    summary: Text = Text({})
    color: str | None = None


class Theme(Frozen):
    id: str
    title: Text
    icon: str | None = None


class Lane(Frozen):
    id: str
    title: Text


class Timeline(Frozen):
    """The stretch that is shown, in days as `kiosk.exhibit.dates.edtf` counts them."""

    start: float
    end: float
    scale: Literal["even", "proportional", "adaptive"] = "adaptive"


class Attract(Frozen):
    media: tuple[Medium, ...] = ()
    prompt: Text = Text({})


class Idle(Frozen):
    """Seconds without activity until the warning and until the reset, the latter counted in all."""

    warn_after: float = 60
    reset_after: float = 80


class Appearance(Frozen):
    """Colours as ``#rrggbb``; fonts as family names or file names in ``fonts/``; None is ours."""

    background: str | None = None
    accent: str | None = None
    heading_font: str | None = None
    body_font: str | None = None


class TakeAway(Frozen):
    """`url` with the placeholders ``{id}`` and ``{language}``; shown as a QR code, never opened."""

    url: str


class Exhibit(Frozen):
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
    strings: dict[str, dict[str, str]] = {}
    fonts: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def on(self, day: CalendarDate) -> Exhibit:
        """The exhibit as it is shown on that day, without events out of their visible range."""
        events = tuple(e for e in self.events if e.visible is None or e.visible.includes(day))
        return (
            self if len(events) == len(self.events) else self.model_copy(update={"events": events})
        )

    @property
    def default_language(self) -> str:
        return self.languages[0]
