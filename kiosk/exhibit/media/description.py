"""What is said about a medium, apart from its file."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from kiosk.exhibit.media.captions import Cue
from kiosk.exhibit.model import Comparison, Hotspot, Region, Text

NO_TEXT = Text({})


@dataclass(frozen=True, slots=True)
class Description:
    """A `MediumDescription` after its texts and files have been read; the fields of a `Medium`."""

    alt: Text = NO_TEXT
    caption: Text = NO_TEXT
    credit: Text = NO_TEXT
    rights: str = ""
    source: str = ""
    poster: str | None = None
    captions: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    transcript: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    sign_language: str | None = None
    audio_description: dict[str, str] = field(default_factory=dict)
    loop: bool = False
    hotspots: tuple[Hotspot, ...] = ()
    zoom_story: tuple[Region, ...] = ()
    compare: Comparison | None = None

    def over(self, other: Description) -> Description:
        """This one, with what it leaves open taken from `other`."""
        return Description(
            **{
                each.name: own if _says(own) else getattr(other, each.name)
                for each in fields(self)
                for own in (getattr(self, each.name),)
            }
        )


def _says(value: object) -> bool:
    return bool(value.root if isinstance(value, Text) else value)
