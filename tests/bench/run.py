"""Measures the kiosk from outside: ``make bench ARGS="--quick --json FILE"``.

Frames come from ``--probe``, processor time and memory from /proc, touches from xdotool. Times
depend on the machine and on what else it does, so nothing here fails because of one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from exhibits import FIRST_ERA, make_exhibit  # noqa: E402
from measure import QUICK, Bench, Effort, Exhibit, Figures, say  # noqa: E402
from route import Lost, Route  # noqa: E402
from stage import TookTooLong, screen  # noqa: E402
from table import machine, table  # noqa: E402

from kiosk.resources import example_content  # noqa: E402

RENDERERS = ("software", "gpu")
FILM_ERA, FILM_EVENT = "Between two pacts", "The Baltic Way"
BROKEN = (TookTooLong, Lost, subprocess.SubprocessError, OSError)
BUDGET_SECONDS = 240.0
"""Nothing new is begun after this."""


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer starts, drags and exhibits")
    parser.add_argument("--events", metavar="N,N,…", help="sizes of generated exhibits", default="")
    parser.add_argument("--no-example", action="store_true", help="only generated exhibits")
    parser.add_argument("--renderer", choices=RENDERERS, action="append", help="only this one")
    parser.add_argument("--size", default="1920x1080", help="of the screen")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def exhibits(folder: Path, options: argparse.Namespace) -> list[Exhibit]:
    found = (
        [] if options.no_example else [Exhibit("example", example_content(), FILM_ERA, FILM_EVENT)]
    )
    sizes = options.events or ("" if options.quick else "1000")
    for count in map(int, filter(None, sizes.split(","))):
        say(f"{count} events: writing them")
        found.append(
            Exhibit(f"{count} events", make_exhibit(folder / f"{count}", count), FIRST_ERA)
        )
    return found


def measure(bench: Bench, exhibit: Exhibit, renderers: list[str]) -> list[Figures]:
    """All figures of an exhibit; what does not work is named in its column."""
    try:
        first_start, route = bench.make_ready(exhibit)
    except BROKEN as fault:
        return [Figures(exhibit.name, "first start", broken=str(fault))]
    columns = []
    for renderer in renderers:
        figures = Figures(exhibit.name, renderer, first_start=first_start)
        first_start = None
        columns.append(figures)
        follow(bench, exhibit, route, figures)
    return columns


def follow(bench: Bench, exhibit: Exhibit, route: Route, figures: Figures) -> None:
    try:
        bench.start(exhibit, figures.renderer, figures)
        bench.visit(exhibit, figures.renderer, route, figures)
    except BROKEN as fault:
        figures.broken = str(fault)


def main() -> int:
    options = asked()
    width, height = map(int, options.size.split("x"))
    effort = QUICK if options.quick else Effort()
    renderers = options.renderer or list(RENDERERS)
    ends = time.monotonic() + BUDGET_SECONDS
    facts = machine(options.size)
    measured: list[Figures] = []
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as temporary,
        screen(options.size) as display,
    ):
        folder = Path(temporary)
        bench = Bench(folder, display, (width, height), effort, ends)
        measured += [bench.floor(renderer) for renderer in renderers]
        for exhibit in exhibits(folder, options):
            measured += measure(bench, exhibit, renderers)
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    print()
    print(table(measured))
    if options.json:
        figures = [asdict(column) for column in measured]
        options.json.write_text(json.dumps({"machine": facts, "figures": figures}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
