"""The programs that the kiosk is measured beside, and how they are had.

They run in Chromium, are fetched from npm into a cache and are never part of the kiosk.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from exhibits import Happening

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FETCHING_SECONDS = 180


@dataclass(frozen=True)
class Peer:
    """`page` is its file below pages/; `told` writes happenings as it reads them."""

    name: str
    package: str
    version: str
    page: str
    told: Callable[[Iterable[Happening]], Any]


def told_to_vis(events: Iterable[Happening]) -> list[dict[str, str | int]]:
    """Items of vis-timeline."""
    return [
        {"id": number, "content": one.title, "title": one.summary, "start": str(one.start)}
        | ({"end": str(one.end)} if one.end else {})
        for number, one in enumerate(events)
    ]


def told_to_timelinejs(events: Iterable[Happening]) -> dict[str, Any]:
    """A story of TimelineJS3."""
    return {
        "events": [
            {
                "unique_id": f"e{number}",
                "start_date": _parts(one.start),
                "text": {"headline": one.title, "text": one.summary},
            }
            | ({"end_date": _parts(one.end)} if one.end else {})
            for number, one in enumerate(events)
        ]
    }


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


PEERS = (
    Peer("vis-timeline", "vis-timeline", "8.5.4", "vis-timeline.html", told_to_vis),
    Peer("TimelineJS3", "@knight-lab/timelinejs", "3.9.11", "timelinejs.html", told_to_timelinejs),
)


def chromium() -> str | None:
    """The browser's program, None if there is none."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def missing() -> str:
    """What is not on this machine but needed for peers, in words; "" if all is there."""
    absent = [name for name in ("node", "npm") if not shutil.which(name)]
    return ", ".join(absent if chromium() else ["chromium", *absent])


def fetched(cache: Path) -> Path:
    """The folder of packages below `cache` with every peer, fetched from npm if it is not there.

    Raises CalledProcessError, TimeoutExpired or OSError if npm cannot.
    """
    packages = cache / "node_modules"
    if not all(_version(packages / peer.package) == peer.version for peer in PEERS):
        cache.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        wanted = [f"{peer.package}@{peer.version}" for peer in PEERS]
        subprocess.run(
            ["npm", "install", *quiet, "--prefix", str(cache), *wanted],
            stdout=subprocess.DEVNULL,
            timeout=FETCHING_SECONDS,
            check=True,
        )
    return packages


def _version(package: Path) -> str | None:
    try:
        about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return str(about.get("version"))
