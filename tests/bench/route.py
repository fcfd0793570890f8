"""Where a visitor's hand has to go, found out once with a screen reader's eyes."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hand import Hand, Place

EYES = Path(__file__).with_name("eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"
CLOSER = 3
"""So often is the timeline brought closer before it is dragged: whole, it has nowhere to go."""
MOST_PAGES = 6


class Lost(Exception):
    """Something that a visitor needs is not on the screen, as one sentence."""


@dataclass(frozen=True)
class Route:
    """Where to touch: to begin, to zoom, the timeline alone and beside an article, a film.

    `pages` is how often to page down until the film is in sight. An exhibit of which no article
    is read has no `card`.
    """

    begin: Place
    closer: Place
    timeline: Place
    card: Place | None = None
    beside: Place | None = None
    pages: int = 0
    film: Place | None = None


def scout(pid: int, hand: Hand, height: int, event: str | None) -> Route:
    """Walks through the running kiosk `pid`; `event` is the beginning of a title with a film."""
    begin = _see(pid, "Touch to begin")["Touch to begin"]
    hand.tap(begin)
    seen = _see(pid, "Zoom in", "Timeline", *([event] if event else []))
    route = Route(begin, seen["Zoom in"], seen["Timeline"])
    if event is None:
        return route
    hand.tap(seen[event])
    beside = _see(pid, "Timeline")["Timeline"]
    for pages in range(MOST_PAGES):
        film = _look(pid, "Play the film")["Play the film"]
        if film is not None and film.middle[1] < height * 0.8:
            return Route(begin, route.closer, route.timeline, seen[event], beside, pages, film)
        hand.key("Next")
    raise Lost("No film is in sight in the article.")


def closer(hand: Hand, route: Route) -> None:
    """Brings the timeline so close that it can be dragged far."""
    for _ in range(CLOSER):
        hand.tap(route.closer)


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
