"""The YAML files as curators write them: every key, its type and its limits.

The same models describe the files to editors as JSON Schema. What stands under a key is what an
editor shows to whoever points at it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from kiosk.exhibit.yamlfile.values import (
    LONGEST_READING,
    MOST_LISTED,
    READING_BUDGET,
    CalendarDay,
    Color,
    Edtf,
    FileName,
    FileNames,
    LanguageCode,
    Listed,
    Reference,
    Seconds,
    Slug,
    Word,
    Words,
    YesOrNo,
)


class _Source(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
    )


class HotspotSource(_Source):
    """A point of a picture that visitors touch to read about it."""

    x: float = Field(ge=0, le=100, allow_inf_nan=False, examples=["42"])
    """How far from the left edge it is, in per cent of the picture's width."""
    y: float = Field(ge=0, le=100, allow_inf_nan=False, examples=["31"])
    """How far from the upper edge it is, in per cent of the picture's height."""
    title: Words = Field(examples=["The clock"])
    """What is there."""
    text: Words | None = None
    """One to three sentences about it."""


class RegionSource(_Source):
    """A part of a picture, and what it tells."""

    x: float = Field(ge=0, lt=100, allow_inf_nan=False, examples=["10"])
    """Where its left edge is, in per cent of the picture's width."""
    y: float = Field(ge=0, lt=100, allow_inf_nan=False, examples=["20"])
    """Where its upper edge is, in per cent of the picture's height."""
    width: float = Field(gt=0, le=100, allow_inf_nan=False, examples=["30"])
    """How wide it is, in per cent of the picture's width."""
    height: float = Field(gt=0, le=100, allow_inf_nan=False, examples=["25"])
    """How high it is, in per cent of the picture's height."""
    title: Words | None = None
    """What is to be seen there."""
    text: Words = Field(examples=["Here the column of people leaves the city."])
    """One to three sentences about it."""


class ComparisonSource(_Source):
    """A second picture of the same view that visitors uncover with a slider."""

    file: FileNames
    """Its file: in the event's folder, or else in media/. A map has one for each language."""
    before: Words | None = None
    """A few words on what the first picture shows, e.g. the year."""
    after: Words | None = None
    """A few words on what the second picture shows."""


class MediumDescription(_Source):
    """What can be said about a picture, film, sound or document."""

    alt: Words | None = None
    """What is to be seen or heard, for those who cannot see or hear it."""
    caption: Words | None = None
    """The line below the picture."""
    credit: Words | None = None
    """Who made it and who keeps it."""
    rights: Word = ""
    """The licence, e.g. CC-BY-4.0, or how its use was permitted."""
    source: Word = ""
    """Where it was taken from: an address or an archive's reference."""
    poster: FileName | None = None
    """The picture that stands for a film until it plays."""
    captions: FileNames | None = None
    """The WebVTT files with what is said in a film, one for each language."""
    transcript: FileNames | None = None
    """The WebVTT files with what is said in a sound, one for each language."""
    sign_language: FileName | None = None
    """The film that interprets it in sign language, as long as the film itself."""
    audio_description: FileNames | None = None
    """Sounds that are heard in place of the film's own, one for each language.

    Each is as long as the film: its sound, and a voice that says what is to be seen.
    """
    loop: YesOrNo = False
    """Whether a film begins again when it ends."""
    hotspots: Listed[HotspotSource] = ()
    """Points of a picture that visitors touch to read about them."""
    zoom_story: Listed[RegionSource] = ()
    """Parts of a picture that are shown one after the other, each with a text."""
    compare: ComparisonSource | None = None
    """A second picture of the same view that visitors uncover with a slider."""


class MediumSource(MediumDescription):
    """A picture, film, sound or document with everything that is said about it."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["file"]}, {"required": ["source"]}]}
    )

    file: FileNames | None = Field(None, validate_default=True)
    """Its file: in the event's folder, or else in media/. A map has one for each language.

    It may be left out only as long as it has still to be fetched from the `source`.
    """

    @field_validator("file")
    @classmethod
    def _is_there_or_can_be_fetched(
        cls, file: str | dict[str, str] | None, others: ValidationInfo
    ) -> str | dict[str, str] | None:
        if file is None and not others.data.get("source"):
            raise PydanticCustomError("missing", "")
        return file


def _name_or_medium(value: Any) -> str:
    return "name" if isinstance(value, str) else "medium"


AttractMedium: TypeAlias = Annotated[
    Annotated[FileName, Tag("name")] | Annotated[MediumSource, Tag("medium")],
    Discriminator(_name_or_medium),
]


class PlaceSource(_Source):
    """Where it happened."""

    name: Words
    """The name of the place."""
    lat: float | None = Field(None, ge=-90, le=90, allow_inf_nan=False)
    """Degrees north; south is negative."""
    lon: float | None = Field(None, ge=-180, le=180, allow_inf_nan=False)
    """Degrees east; west is negative."""


class SourceSource(_Source):
    """A book, document or page that the event relies on."""

    text: Words
    """How it is cited."""
    url: Word = ""
    """Its address, if it has one."""


class VisibleSource(_Source):
    """The days on which an event is shown, both included."""

    since: CalendarDay | None = Field(None, alias="from")
    """The first day, e.g. 2026-03-11."""
    until: CalendarDay | None = None
    """The last day, e.g. 2026-12-31."""


class EventSource(_Source):
    """One entry on the timeline: events/<slug>/event.yaml."""

    date: Edtf = Field(examples=["1991-01-13"])
    """When it happened, in EDTF: 1940, 1940-06-15, 1940~ (about), 1940? (probably), 1940/1945."""
    title: Words = Field(examples=["The tanks at the TV tower"])
    """Its name."""
    date_text: Words | None = None
    """What is shown instead of the date."""
    summary: Words | None = None
    """One or two sentences for the card."""
    era: Reference | None = None
    """The id of its era; found from the date if absent."""
    lane: Reference | None = None
    """The id of its lane."""
    themes: Listed[Reference] = ()
    """The ids of its themes."""
    importance: int = Field(2, ge=1, le=4)
    """From 1, always visible, to 4, only when zoomed in."""
    place: PlaceSource | None = None
    """Where it happened."""
    hero: FileName | None = None
    """The file of the picture on the card: in the event's folder, or else in media/."""
    media: Listed[MediumSource] = ()
    """Its pictures, films, sounds and documents."""
    sensitive: Words | None = None
    """A warning that is shown before the article and its media open."""
    related: Listed[Reference] = ()
    """The ids of related events: the names of their folders."""
    sources: Listed[SourceSource] = ()
    """What the event relies on."""
    visible: VisibleSource | None = None
    """The only days on which it is shown, e.g. {from: 2026-03-11, until: 2026-12-31}."""
    draft: YesOrNo = False
    """true hides it from the floor; the window still shows it."""


class EraSource(_Source):
    """A named stretch of time, drawn as a band behind the events."""

    id: Slug = Field(examples=["first-occupation"])
    """Its name in event.yaml: small letters a to z, digits and hyphens."""
    start: Edtf = Field(examples=["1940-06"])
    """When it begins."""
    end: Edtf = Field(examples=["1941-06"])
    """When it ends: 1941-06 means to the end of June, .. that it has not ended."""
    title: Words = Field(examples=["First occupation"])
    """Its name on the band."""
    summary: Words | None = None
    """One or two sentences about it."""
    color: Color | None = None
    """Its colour, such as "#8a3b2e"."""


class ThemeSource(_Source):
    """A topic that cuts across eras."""

    id: Slug = Field(examples=["resistance"])
    """Its name in event.yaml: small letters a to z, digits and hyphens."""
    title: Words = Field(examples=["Resistance"])
    """Its name on the screen."""
    icon: Word | None = None
    """One of our icons, such as train, or the file of a small picture of your own."""


class LaneSource(_Source):
    """A parallel row of the timeline."""

    id: Slug = Field(examples=["daily-life"])
    """Its name in event.yaml: small letters a to z, digits and hyphens."""
    title: Words = Field(examples=["Daily life"])
    """Its name on the screen."""


class TimelineSource(_Source):
    """The stretch of time that is shown."""

    start: Edtf | None = None
    """Where it begins, e.g. 1939."""
    end: Edtf | None = None
    """Where it ends, e.g. 1993."""
    scale: Literal["even", "proportional", "adaptive"] = "adaptive"
    """How time turns into distance: adaptive gives busy times more room, proportional gives every
    year the same room, even every event."""


class AttractSource(_Source):
    """What an idle kiosk shows to draw people in."""

    media: Listed[AttractMedium] = ()
    """Pictures and films: file names, or everything that is said about them."""
    prompt: Words | None = None
    """The invitation to touch the screen."""


class IdleSource(_Source):
    """How long a kiosk waits for the next touch."""

    warn_after: Seconds = 60
    """Seconds without a touch until the question whether anybody is there."""
    reset_after: Seconds = 80
    """Seconds without a touch until the attract screen; at least 20 more than warn_after."""


class AppearanceSource(_Source):
    """Colours and typefaces."""

    background: Color | None = None
    """The ground, such as "#14110f"."""
    accent: Color | None = None
    """The colour of what can be touched, such as "#c8a96a"."""
    heading_font: Word | None = None
    """A file in fonts/ or the name of an installed typeface."""
    body_font: Word | None = None
    """A file in fonts/ or the name of an installed typeface."""


class TakeAwaySource(_Source):
    """The address that a QR code takes home; never opened by the kiosk."""

    url: Word = Field(examples=["https://museum.example/e/{id}?lang={language}"])
    """Where {id} and {language} stand for the event and the visitor's language."""


class ExhibitSource(_Source):
    """Everything that holds for the whole exhibit: exhibit.yaml."""

    title: Words = Field(examples=["The way back"])
    """The name of the exhibit."""
    subtitle: Words | None = None
    """A second line below it."""
    languages: tuple[LanguageCode, ...] = Field(
        min_length=1, max_length=MOST_LISTED, examples=["[lt, en]"]
    )
    """Language codes in their order on the screen; the first is the default."""
    timeline: TimelineSource = TimelineSource()
    """The stretch of time that is shown; left out, it follows from the events."""
    eras: Listed[EraSource] = ()
    """Named stretches of time, drawn as bands behind the events."""
    themes: Listed[ThemeSource] = ()
    """Topics that cut across eras."""
    lanes: Listed[LaneSource] = ()
    """Parallel rows of the timeline."""
    attract: AttractSource = AttractSource()
    """What an idle kiosk shows to draw people in."""
    idle: IdleSource = IdleSource()
    """How long the kiosk waits for the next touch."""
    appearance: AppearanceSource = AppearanceSource()
    """Colours and typefaces."""
    take_away: TakeAwaySource | None = None
    """The address that a QR code takes home."""
    reading_budget: float = Field(
        READING_BUDGET, gt=0, le=LONGEST_READING, allow_inf_nan=False, examples=["2"]
    )
    """Minutes that an article may take to read, at 180 words a minute."""
