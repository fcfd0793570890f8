"""Measures the kiosk from outside, beside its peers: ``make bench ARGS="--quick --json FILE"``.

Frames come from ``--probe``, processor time and memory from /proc, touches from xdotool. Times
depend on the machine and on what else it does, so nothing here fails because of one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from contest import Ground, KioskSide, MakeSide, PeerSide, contest  # noqa: E402
from exhibits import FIRST_ERA, make_exhibit  # noqa: E402
from film import FILMS, Shown, measure_films  # noqa: E402
from film import markdown as table_of_films  # noqa: E402
from measure import QUICK, Bench, Effort, Exhibit, Figures, say  # noqa: E402
from peers import PEERS, chromium, fetched, missing  # noqa: E402
from route import BROKEN, Route  # noqa: E402
from side_by_side import Entry, markdown  # noqa: E402
from stage import PROJECT, screen  # noqa: E402
from table import load, machine, table  # noqa: E402

from kiosk.commands.parsing import progress  # noqa: E402
from kiosk.resources import example_content  # noqa: E402

RENDERERS = ("software", "gpu")
FILM_ERA, FILM_EVENT = "Between two pacts", "The Baltic Way"
PARTS = ("peers", "floor", "start", "visit", "pinch", "check", "change", "film")
LARGE = 10_000
"""Events of the exhibit that checks and changes are measured with."""
COMPARED, QUICKLY_COMPARED = (50, 1000, LARGE), (50, 1000)
CACHE = PROJECT / "build" / "bench"

Step = Callable[[], None]

BUDGET_SECONDS, QUICK_BUDGET_SECONDS = 660.0, 200.0
"""Nothing new is begun after this."""


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer starts, drags and exhibits")
    parser.add_argument("--events", metavar="N,N,…", help="sizes of generated exhibits", default="")
    parser.add_argument("--no-example", action="store_true", help="only generated exhibits")
    parser.add_argument("--renderer", choices=RENDERERS, action="append", help="only this one")
    parser.add_argument("--only", metavar="PART,…", help=f"some of {', '.join(PARTS)}", default="")
    parser.add_argument(
        "--peers", action="store_const", const="peers", dest="only", help="short for --only peers"
    )
    parser.add_argument("--minutes", type=float, help="begin nothing new after so many")
    parser.add_argument("--size", default="1920x1080", help="of the screen")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def counts_of(text: str, otherwise: Sequence[int]) -> Sequence[int]:
    """The numbers of events that `--events` names."""
    return [int(count) for count in text.split(",")] if text else otherwise


def exhibits(folder: Path, options: argparse.Namespace) -> list[Exhibit]:
    found = (
        [] if options.no_example else [Exhibit("example", example_content(), FILM_ERA, FILM_EVENT)]
    )
    for count in counts_of(options.events, () if options.quick else (LARGE,)):
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


def parts_with(exhibit: Exhibit, parts: Sequence[str]) -> Sequence[str]:
    """Peers are compared with exhibits of ours, whose starts and drags are measured there."""
    there = ("start", "visit", "pinch") if exhibit.ours and "peers" in parts else ()
    return [part for part in parts if part not in there]


def sides() -> list[MakeSide]:
    """The kiosk and those peers that can run here."""
    makers: list[MakeSide] = [KioskSide]
    browser, absent = chromium(), missing()
    if absent or browser is None:
        say(f"Only the kiosk is measured, without its peers: missing {absent} (see the README).")
        return makers
    try:
        packages = fetched(CACHE / "peers")
    except BROKEN as fault:
        say(f"Only the kiosk is measured, since npm could not fetch its peers: {fault}")
        return makers
    return makers + [partial(PeerSide, peer, browser, packages) for peer in PEERS]


def empty_window(floor: Figures, drags: int) -> Entry:
    """The floor, as a row among the programs."""
    cpu = None if floor.dragging_cpu is None else floor.dragging_cpu / drags
    return Entry(
        floor.exhibit,
        None,
        touchable=floor.first_frame,
        dragging=floor.dragging,
        memory=floor.pss_timeline,
        drag_cpu=cpu,
    )


def measure(
    bench: Bench, exhibit: Exhibit, renderers: list[str], parts: Sequence[str], step: Step
) -> list[Figures]:
    """All figures of an exhibit; what does not work is named in its column."""
    columns = [Figures(exhibit.name, renderer) for renderer in renderers]
    parts = parts_with(exhibit, parts)
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
        if "pinch" in parts:
            bench.pinch(exhibit, figures.renderer, route, figures)
            step()
        if "change" in parts and exhibit.ours:
            bench.change(exhibit, figures.renderer, route, figures)
            step()
    except BROKEN as fault:
        figures.broken = str(fault)


def steps_of(exhibits: Sequence[Exhibit], renderers: int, parts: Sequence[str]) -> int:
    """How many parts there are to wait for."""
    count = renderers * ("floor" in parts or "peers" in parts)
    for exhibit in exhibits:
        wanted = parts_with(exhibit, parts)
        count += 1 + (exhibit.ours and "check" in wanted)
        count += renderers * sum(part in wanted for part in ("start", "visit", "pinch"))
        count += renderers * (exhibit.ours and "change" in wanted)
    return count


def main() -> int:
    options = asked()
    parts = parts_of(options.only)
    width, height = map(int, options.size.split("x"))
    effort = QUICK if options.quick else Effort()
    renderers = options.renderer or list(RENDERERS)
    budget = QUICK_BUDGET_SECONDS if options.quick else BUDGET_SECONDS
    ends = time.monotonic() + (options.minutes * 60 if options.minutes else budget)
    facts = machine(options.size)
    measured: list[Figures] = []
    compared: list[Entry] = []
    films: list[Shown] = []
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-", ignore_cleanup_errors=True) as temporary,
        screen(options.size) as display,
        progress("Measuring") as on_progress,
    ):
        folder = Path(temporary)
        bench = Bench(folder, display, (width, height), effort, ends)
        shown = exhibits(folder, options) if set(parts) - {"peers", "floor", "film"} else []
        makers = sides() if "peers" in parts else []
        counts = counts_of(options.events, QUICKLY_COMPARED if options.quick else COMPARED)
        done = itertools.count(1)
        total = steps_of(shown, len(renderers), parts) + len(makers) * len(counts)
        if "film" in parts:
            total += len(renderers) * len(FILMS[:2] if options.quick else FILMS)

        def step() -> None:
            on_progress(next(done), total)

        on_progress(0, total)
        for renderer in renderers if "floor" in parts or "peers" in parts else ():
            measured.append(bench.floor(renderer))
            step()
        if makers:
            ground = Ground(display, (width, height), folder, CACHE, effort, ends)
            compared += [empty_window(floor, effort.drags) for floor in measured[:1]]
            compared += contest(ground, counts, makers, step)
        for exhibit in shown:
            measured += measure(bench, exhibit, renderers, parts, step)
        if "film" in parts and time.monotonic() < ends:
            played = FILMS[:2] if options.quick else FILMS
            films += measure_films(played, renderers, options.size, CACHE / "films", display, step)
    facts["load at the end"] = load()
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    if compared:
        print(f"\n{markdown(compared)}")
    if films:
        print(f"\n{table_of_films(films)}")
    if measured and ("peers" not in parts or shown):
        print(f"\n{table(measured, options.size)}")
    if options.json:
        figures = [asdict(column) for column in measured]
        beside = [asdict(entry) for entry in compared]
        options.json.write_text(
            json.dumps(
                {
                    "machine": facts,
                    "figures": figures,
                    "compared": beside,
                    "films": [asdict(film) for film in films],
                },
                indent=2,
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
