"""What visitors find in a picture: hotspots, a zoom story, and a second picture to compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.model import Comparison, Hotspot, Medium, MediumKind, Region, Text
from kiosk.exhibit.yamlfile.sources import MediumDescription

ReadText: TypeAlias = Callable[[str | dict[str, str] | None, Spot], Text]
Warn: TypeAlias = Callable[[Spot, str, str, str], None]
ReadCompanion: TypeAlias = Callable[[str | None, Spot, MediumKind], str | None]

_WHOLE = 100
"""Per cent."""


def hotspots(source: MediumDescription, spot: Spot, text: ReadText) -> Iterator[Hotspot]:
    """The points to touch, in the curator's order."""
    for number, one in enumerate(source.hotspots):
        yield Hotspot(
            x=one.x / _WHOLE,
            y=one.y / _WHOLE,
            title=text(one.title, spot.at(number, "title")),
            text=text(one.text, spot.at(number, "text")),
        )


def zoom_story(
    source: MediumDescription, spot: Spot, text: ReadText, warn: Warn
) -> Iterator[Region]:
    """The parts to come close to, in the curator's order, cut to the picture."""
    for number, one in enumerate(source.zoom_story):
        if max(one.x + one.width, one.y + one.height) > _WHOLE:
            warn(
                spot.at(number),
                "outside-picture",
                "This part reaches out of the picture: x and width, or y and height, make more "
                "than 100 per cent.",
                "Make it smaller, or begin it further left or higher up.",
            )
        yield Region(
            x=one.x / _WHOLE,
            y=one.y / _WHOLE,
            width=min(one.width, _WHOLE - one.x) / _WHOLE,
            height=min(one.height, _WHOLE - one.y) / _WHOLE,
            title=text(one.title, spot.at(number, "title")),
            text=text(one.text, spot.at(number, "text")),
        )


def comparison(
    source: MediumDescription, spot: Spot, text: ReadText, companion: ReadCompanion
) -> Comparison | None:
    """The second picture; None without one that can be shown."""
    if source.compare is None:
        return None
    names = text(source.compare.file, spot.at("file")).root
    found = {
        language: companion(
            name, spot.at("file", language) if language else spot.at("file"), MediumKind.IMAGE
        )
        for language, name in names.items()
    }
    paths = {language: path for language, path in found.items() if path is not None}
    if not paths:
        return None
    return Comparison(
        file=Text(paths),
        before=text(source.compare.before, spot.at("before")),
        after=text(source.compare.after, spot.at("after")),
    )


def picture_key(medium: Medium) -> str:
    """The first key of these that a medium has; "" if it has none."""
    return next((key for key in ("hotspots", "zoom_story", "compare") if getattr(medium, key)), "")
