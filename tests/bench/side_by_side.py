"""The table of the kiosk and its peers, as the README has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from figures import Frames

KIOSK = "kiosk"
HEADINGS = (
    "events",
    "program",
    "touchable, s",
    "drag p50 / p95 / p99 / longest, ms",
    "late",
    "zoom p50 / p95 / p99 / longest, ms",
    "late",
    "pinch p50 / p95 / p99 / longest, ms",
    "late",
    "work p95 of these, ms",
    "memory, MB",
    "ten drags, CPU s",
    "at rest, % of a core",
)
DRAGS = 10
"""As many does the table tell of, however many were made."""


@dataclass
class Entry:
    """One program with so many events (None: the empty window).

    Times in ms, memory in MB, `drag_cpu` in seconds for one drag, `rest` as a share of a core.
    """

    program: str
    events: int | None
    first_start: float | None = None
    touchable: float | None = None
    dragging: Frames | None = None
    zooming: Frames | None = None
    pinching: Frames | None = None
    memory: float | None = None
    drag_cpu: float | None = None
    rest: float | None = None
    broken: str = ""


def markdown(entries: Sequence[Entry]) -> str:
    """One row for each entry; what is not the kiosk's has its ratio to the kiosk's in brackets."""
    kiosks = {entry.events: entry for entry in entries if entry.program == KIOSK}
    rows = [HEADINGS, ("--:", "---", *("--:" for _ in HEADINGS[2:]))]
    for entry in entries:
        beside = kiosks.get(entry.events) if entry.program != KIOSK else None
        rows.append(_row(entry, beside))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    for entry in entries:
        if entry.first_start is not None:
            seconds = f"{entry.first_start / 1000:.1f} s"
            lines.append(f"\n{_number(entry.events)} events for the first time: {seconds}")
        if entry.broken and entry.touchable is not None:
            lines.append(f"\n{entry.program}, {_number(entry.events)} events: {entry.broken}")
    return "\n".join(lines)


def _number(events: int | None) -> str:
    return "–" if events is None else f"{events:,}".replace(",", " ")


def _row(entry: Entry, kiosk: Entry | None) -> tuple[str, ...]:
    def cell(which: Callable[[Entry], float | None], digits: int, scale: float = 1) -> str:
        value = which(entry)
        if value is None:
            return ""
        return f"{value * scale:.{digits}f}{_ratio(value, which(kiosk) if kiosk else None)}"

    return (
        _number(entry.events),
        entry.program,
        cell(lambda one: one.touchable, 1, 1e-3) or entry.broken,
        _intervals(entry.dragging, kiosk.dragging if kiosk else None),
        _late(entry.dragging),
        _intervals(entry.zooming, kiosk.zooming if kiosk else None),
        _late(entry.zooming),
        _intervals(entry.pinching, None),
        _late(entry.pinching),
        _works(entry),
        cell(lambda one: one.memory, 0),
        cell(lambda one: one.drag_cpu, 1, DRAGS),
        "" if entry.rest is None else f"{entry.rest * 100:.1f}",
    )


def _intervals(frames: Frames | None, kiosk: Frames | None) -> str:
    """Four intervals, and the ratio of the p95."""
    if frames is None:
        return ""
    four = (frames.p50, frames.p95, frames.p99, frames.longest)
    words = " / ".join(f"{value:.0f}" for value in four)
    return words + _ratio(frames.p95, kiosk.p95 if kiosk else None)


def _late(frames: Frames | None) -> str:
    return "" if frames is None else f"{frames.late / frames.n * 100:.0f} %"


def _works(entry: Entry) -> str:
    """The work of a frame while dragging, zooming and pinching, where somebody knows it."""
    frames = (entry.dragging, entry.zooming, entry.pinching)
    known = [one.work_p95 for one in frames if one is not None and one.work_p95 is not None]
    return " / ".join(f"{value:.0f}" for value in known)


def _ratio(value: float, kiosk: float | None) -> str:
    return f" ({value / kiosk:.1f}×)" if kiosk else ""
