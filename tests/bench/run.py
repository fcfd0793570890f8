"""Measures the kiosk from outside: ``make bench ARGS="--quick --json FILE"``.

Frames come from ``--probe``, processor time and memory from /proc, touches from xdotool. Times
depend on the machine and on what else it does, so nothing here fails because of one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from exhibits import FIRST_ERA, make_exhibit  # noqa: E402
from measure import QUICK, Bench, Effort, Exhibit, Figures, say  # noqa: E402
from route import Lost, Route  # noqa: E402
from stage import TookTooLong, screen  # noqa: E402
from table import machine, table  # noqa: E402

from kiosk.commands.parsing import progress  # noqa: E402
from kiosk.resources import example_content  # noqa: E402

RENDERERS = ("software", "gpu")
FILM_ERA, FILM_EVENT = "Between two pacts", "The Baltic Way"
BROKEN = (TookTooLong, Lost, subprocess.SubprocessError, OSError)
PARTS = ("floor", "start", "visit", "check", "change")
LARGE = 10_000
"""Events of the exhibit that checks and changes are measured with."""

Step = Callable[[], None]

BUDGET_SECONDS = 420.0
"""Nothing new is begun after this."""


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer starts, drags and exhibits")
    parser.add_argument("--events", metavar="N,N,…", help="sizes of generated exhibits", default="")
    parser.add_argument("--no-example", action="store_true", help="only generated exhibits")
    parser.add_argument("--renderer", choices=RENDERERS, action="append", help="only this one")
    parser.add_argument("--only", metavar="PART,…", help=f"some of {', '.join(PARTS)}", default="")
    parser.add_argument("--size", default="1920x1080", help="of the screen")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def exhibits(folder: Path, options: argparse.Namespace) -> list[Exhibit]:
    found = (
        [] if options.no_example else [Exhibit("example", example_content(), FILM_ERA, FILM_EVENT)]
    )
    sizes = options.events or ("" if options.quick else f"1000,{LARGE}")
    for count in map(int, filter(None, sizes.split(","))):
        say(f"{count} events: writing them")
        found.append(
            Exhibit(
                f"{count} events", make_exhibit(folder / f"{count}", count), FIRST_ERA, ours=True
            )
        )
    return found


def parts_of(text: str) -> tuple[str, ...]:
    """The parts that `--only` names, all without it."""
    wanted = tuple(text.split(",")) if text else PARTS
    strange = set(wanted) - set(PARTS)
    if strange:
        sys.exit(f"bench: there is no part {', '.join(sorted(strange))}; use {', '.join(PARTS)}.")
    return wanted


def measure(
    bench: Bench, exhibit: Exhibit, renderers: list[str], parts: Sequence[str], step: Step
) -> list[Figures]:
    """All figures of an exhibit; what does not work is named in its column."""
    columns = [Figures(exhibit.name, renderer) for renderer in renderers]
    try:
        columns[0].first_start, route = bench.make_ready(exhibit)
        step()
        if "check" in parts and exhibit.ours:
            bench.check(exhibit, columns[0])
            step()
    except BROKEN as fault:
        return [Figures(exhibit.name, "first start", broken=str(fault))]
    for figures in columns:
        follow(bench, exhibit, route, figures, parts, step)
    return columns


def follow(
    bench: Bench,
    exhibit: Exhibit,
    route: Route,
    figures: Figures,
    parts: Sequence[str],
    step: Step,
) -> None:
    try:
        if "start" in parts:
            bench.start(exhibit, figures.renderer, figures)
            step()
        if "visit" in parts:
            bench.visit(exhibit, figures.renderer, route, figures)
            step()
        if "change" in parts and exhibit.ours:
            bench.change(exhibit, figures.renderer, route, figures)
            step()
    except BROKEN as fault:
        figures.broken = str(fault)


def steps_of(exhibits: Sequence[Exhibit], renderers: int, parts: Sequence[str]) -> int:
    """How many parts there are to wait for."""
    count = renderers * ("floor" in parts)
    for exhibit in exhibits:
        count += 1 + (exhibit.ours and "check" in parts)
        count += renderers * sum(part in parts for part in ("start", "visit"))
        count += renderers * (exhibit.ours and "change" in parts)
    return count


def main() -> int:
    options = asked()
    parts = parts_of(options.only)
    width, height = map(int, options.size.split("x"))
    effort = QUICK if options.quick else Effort()
    renderers = options.renderer or list(RENDERERS)
    ends = time.monotonic() + BUDGET_SECONDS
    facts = machine(options.size)
    measured: list[Figures] = []
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as temporary,
        screen(options.size) as display,
        progress("Measuring") as on_progress,
    ):
        folder = Path(temporary)
        bench = Bench(folder, display, (width, height), effort, ends)
        shown = exhibits(folder, options)
        total, done = steps_of(shown, len(renderers), parts), itertools.count(1)

        def step() -> None:
            on_progress(next(done), total)

        on_progress(0, total)
        for renderer in renderers if "floor" in parts else ():
            measured.append(bench.floor(renderer))
            step()
        for exhibit in shown:
            measured += measure(bench, exhibit, renderers, parts, step)
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    print()
    print(table(measured))
    if options.json:
        figures = [asdict(column) for column in measured]
        options.json.write_text(json.dumps({"machine": facts, "figures": figures}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
