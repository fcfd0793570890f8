"""How many pixels a picture needs on the largest screen, by what it is used for."""

from __future__ import annotations

from enum import Enum

from kiosk.exhibit.model import Exhibit, Medium, MediumKind


class Use(Enum):
    """Where a picture is shown, and the pixels of its longer side from which it looks sharp there.

    All for a screen of 3840 × 2160. The attract screen is filled, and enlarging a little over half
    as much again is not yet seen from where one stands. At the head of an article a picture is
    about 1730 pixels wide, inside one 1500.
    """

    FIGURE = 1500
    HERO = 1920
    ATTRACT = 2560


def uses(exhibit: Exhibit) -> dict[str, Use]:
    """The most demanding use of each picture file."""
    found: dict[str, Use] = {}
    for event in exhibit.events:
        for medium in event.media:
            _note(found, medium, Use.FIGURE)
        if event.hero is not None:
            _note(found, event.hero, Use.HERO)
    for medium in exhibit.attract.media:
        _note(found, medium, Use.ATTRACT)
    return found


def _note(found: dict[str, Use], medium: Medium, use: Use) -> None:
    if medium.kind is MediumKind.IMAGE:
        for file in medium.file.root.values():
            if file not in found or found[file].value < use.value:
                found[file] = use
