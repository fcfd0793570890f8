"""Where a visitor's hand has to go, found out once with a screen reader's eyes."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from hand import Hand, Place
from stage import TookTooLong

EYES = Path(__file__).with_name("eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"
CLOSER = 3
"""So often is the timeline brought closer before it is dragged: whole, it has nowhere to go."""
MOST_PAGES = 12
ABOVE_ERAS = 16
"""Pixels. There stand the years of the axis, and no card that a drag might press instead."""


class Lost(Exception):
    """Something that a visitor needs is not on the screen, as one sentence."""


BROKEN = (TookTooLong, Lost, subprocess.SubprocessError, OSError)
"""What a program that is measured may end in; the others go on."""


@dataclass(frozen=True)
class Route:
    """Where to touch: to begin, to zoom, the axis alone and beside an article, a film.

    `pages` is how often to page down over `article` until the film is in sight. Where no article
    is read there is no `card`.
    """

    begin: Place
    closer: Place
    timeline: Place
    card: Place | None = None
    beside: Place | None = None
    article: Place | None = None
    pages: int = 0
    film: Place | None = None


def scout(pid: int, hand: Hand, height: int, era: str, event: str | None) -> Route:
    """Walks through the running kiosk `pid`; `era` and `event` are beginnings of titles."""
    begin = _see(pid, "Touch to begin")["Touch to begin"]
    hand.tap(begin)
    seen = _see(pid, "Zoom in", "Timeline", era, *([event] if event else []))
    axis = seen[era].y - ABOVE_ERAS
    route = Route(begin, seen["Zoom in"], _along(seen["Timeline"], axis))
    if event is None:
        return route
    hand.tap(seen[event])
    beside = _along(_see(pid, "Timeline")["Timeline"], axis)
    article = Place(beside.width, height // 3, beside.width // 2, height // 6)
    for pages in range(MOST_PAGES):
        film = _look(pid, "Play the film")["Play the film"]
        if film is not None and 0 < film.middle[1] < height * 0.75:
            return replace(
                route, card=seen[event], beside=beside, article=article, pages=pages, film=film
            )
        hand.page_down(article)
    raise Lost("No film is in sight in the article.")


def closer(hand: Hand, route: Route) -> None:
    """Brings the timeline so close that it can be dragged far."""
    for _ in range(CLOSER):
        hand.tap(route.closer)


def _along(timeline: Place, y: int) -> Place:
    return Place(timeline.x, y, timeline.width, 0)


def _look(pid: int, *names: str) -> dict[str, Place | None]:
    done = subprocess.run(
        [SYSTEM_PYTHON, str(EYES), str(pid), *names],
        capture_output=True,
        text=True,
        timeout=30,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        check=False,
    )
    if done.returncode:
        raise Lost(f"Nothing can be read from the screen: {done.stderr.strip()[-200:]}")
    found = json.loads(done.stdout)
    return {name: Place(*box) if box else None for name, box in found.items()}


def _see(pid: int, *names: str) -> dict[str, Place]:
    found = _look(pid, *names)
    missing = [name for name, place in found.items() if place is None]
    if missing:
        raise Lost(f"Not on the screen: {', '.join(missing)}")
    return {name: place for name, place in found.items() if place is not None}
