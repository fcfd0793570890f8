"""The table that people read."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

from figures import Frames
from measure import Figures

Cell = Callable[[Figures], str]


def machine(size: str) -> dict[str, str | int]:
    """What the figures depend on."""
    return {
        "processor": _processor(),
        "cores": cpu_count() or 1,
        "system": platform.platform(terse=True),
        "load": load(),
        "date": datetime.now().astimezone().isoformat(timespec="minutes"),
        "python": platform.python_version(),
        "qt": version("PySide6-Essentials"),
        "kiosk": version("kiosk"),
        "screen": size,
    }


def load() -> str:
    """Of the last minute, from all programs of this machine."""
    return f"{getloadavg()[0]:.1f}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _number(value: float | None, digits: int = 0, scale: float = 1) -> str:
    return "–" if value is None else f"{value * scale:.{digits}f}"


def _frames(which: Callable[[Figures], Frames | None], name: str) -> Cell:
    def cell(figures: Figures) -> str:
        frames = which(figures)
        return "–" if frames is None else _number(getattr(frames, name), 0 if name == "n" else 1)

    return cell


def _frame_rows(
    which: Callable[[Figures], Frames | None], work: str, interval: str, longest: str
) -> list[tuple[str, str, Cell]]:
    return [
        ("  frames", "", _frames(which, "n")),
        ("  interval p50, ms", "", _frames(which, "p50")),
        ("  interval p95, ms", interval, _frames(which, "p95")),
        ("  interval p99, ms", "", _frames(which, "p99")),
        ("  interval longest, ms", longest, _frames(which, "longest")),
        ("  work p95, ms", work, _frames(which, "work_p95")),
    ]


def _heading(_figures: Figures) -> str:
    return ""


ROWS: list[tuple[str, str, Cell]] = [
    ("Start", "", _heading),
    ("  first start until ready, ms", "", lambda f: _number(f.first_start)),
    ("  first frame, ms", "1000", lambda f: _number(f.first_frame)),
    ("  ready, ms", "1500", lambda f: _number(f.ready)),
    ("Attract screen, % of a core", "", _heading),
    ("  between fades", "3", lambda f: _number(f.rest, 1, 100)),
    ("  fades included", "", lambda f: _number(f.attract, 1, 100)),
    ("Dragging the timeline", "", _heading),
    *_frame_rows(lambda f: f.dragging, "10", "18", "33"),
    ("  processor time, s", "", lambda f: _number(f.dragging_cpu, 1)),
    ("  in so many seconds", "", lambda f: _number(f.dragging_seconds, 1)),
    ("Pinching the timeline", "", _heading),
    *_frame_rows(lambda f: f.pinching, "", "25", ""),
    ("Dragging it beside an article", "", _heading),
    *_frame_rows(lambda f: f.beside, "10", "18", "33"),
    ("Film", "", _heading),
    *_frame_rows(lambda f: f.film, "", "", ""),
    ("  % of a core", "", lambda f: _number(f.film_core, 0, 100)),
    ("Curators' changes", "", _heading),
    ("  kiosk check without media, s", "10", lambda f: _number(f.check, 1)),
    ("  its processor time, s", "", lambda f: _number(f.check_cpu, 1)),
    ("  saved event on screen, ms", "2000", lambda f: _number(f.change)),
    ("  stored for it, kB", "", lambda f: _number(f.change_bytes, 0, 1e-3)),
    *_frame_rows(lambda f: f.changing, "", "", "50"),
    ("Memory (PSS), MB", "", _heading),
    ("  timeline", "220", lambda f: _number(f.pss_timeline)),
    ("  article", "220", lambda f: _number(f.pss_article)),
    ("  film", "320", lambda f: _number(f.pss_film)),
]


GOALS_AT_4K = {"10": "", "18": "33", "25": "", "33": ""}
"""Of intervals and work, in place of those at 1920×1080."""


def table(measured: Sequence[Figures], size: str) -> str:
    """One column for each exhibit and way of rendering, one row for each figure."""
    cells = [["", "goal", *(figures.renderer for figures in measured)]]
    cells.append(["", "", *(figures.exhibit for figures in measured)])
    for name, goal, cell in ROWS:
        row = [cell(figures) for figures in measured]
        if size == "3840x2160" and name.startswith(("  interval", "  work")):
            goal = GOALS_AT_4K.get(goal, goal)
        if not all(value == "–" for value in row):
            cells.append([name, goal, *row])
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = []
    for row in cells:
        first, *others = zip(row, widths, strict=True)
        line = [first[0].ljust(first[1]), *(value.rjust(width) for value, width in others)]
        lines.append("  ".join(line).rstrip())
    lines += [
        f"{figures.exhibit}, {figures.renderer}: {figures.broken}"
        for figures in measured
        if figures.broken
    ]
    return "\n".join(lines)
