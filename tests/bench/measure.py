"""What is measured of one kiosk with one exhibit, one way of rendering."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from changing import changes, check_seconds
from figures import Frames, median, pooled
from hand import GLIDE_SECONDS, Hand, Place
from route import Route, closer, scout
from stage import Program, TookTooLong, kiosk_command, surroundings

FILM_SECONDS = 6
PINCH_SECONDS = 0.7
FLOOR = Path(__file__).with_name("floor.py")


@dataclass(frozen=True)
class Effort:
    """How much is repeated: starts, drags, seconds of the attract screen, changes of an event."""

    starts: int = 5
    drags: int = 10
    rest: int = 10
    changes: int = 3


QUICK = Effort(starts=2, drags=4, rest=6, changes=1)


@dataclass(frozen=True)
class Exhibit:
    """`era` begins the title of one; `event` that of one whose article has a film, if any.

    One that is `ours` may be changed.
    """

    name: str
    folder: Path
    era: str
    event: str | None = None
    ours: bool = False


@dataclass
class Figures:
    """Times in ms, memory in MB, processor time in seconds or as a share of one core."""

    exhibit: str
    renderer: str
    first_start: float | None = None
    first_frame: float | None = None
    ready: float | None = None
    starts: list[float] | None = None
    rest: float | None = None
    attract: float | None = None
    dragging: Frames | None = None
    dragging_seconds: float | None = None
    dragging_cpu: float | None = None
    pinching: Frames | None = None
    beside: Frames | None = None
    film: Frames | None = None
    film_core: float | None = None
    pss_timeline: float | None = None
    pss_article: float | None = None
    pss_film: float | None = None
    check: float | None = None
    check_cpu: float | None = None
    change: float | None = None
    change_bytes: float | None = None
    changing: Frames | None = None
    broken: str = ""


class Bench:
    """Everything happens on one `display` of `size`, with states and probes in `folder`.

    After `ends` (monotonic) nothing is started any more: TookTooLong instead.
    """

    def __init__(
        self, folder: Path, display: str, size: tuple[int, int], effort: Effort, ends: float
    ) -> None:
        self._ends = ends
        self._folder = folder
        self._display = display
        self._size = size
        self._effort = effort
        self._hand = Hand(display)

    def make_ready(self, exhibit: Exhibit) -> tuple[float, Route]:
        """A first start, which makes the edition; ms until it is ready, and the way through it."""
        say(f"{exhibit.name}: first start")
        with self._kiosk(exhibit, "software", eyes=True) as kiosk:
            ms = kiosk.wait_for("ready")
            time.sleep(1)
            return ms, scout(kiosk.pid, self._hand, self._size[1], exhibit.era, exhibit.event)

    def start(self, exhibit: Exhibit, renderer: str, figures: Figures) -> None:
        """Starts from the stored edition, again and again."""
        first, ready = [], []
        for number in range(self._effort.starts):
            say(f"{exhibit.name}, {renderer}: start {number + 1}")
            with self._kiosk(exhibit, renderer) as kiosk:
                ready.append(kiosk.wait_for("ready"))
                first.append(kiosk.wait_for("first_frame"))
        figures.first_frame, figures.ready = median(first), median(ready)
        figures.starts = ready

    def visit(self, exhibit: Exhibit, renderer: str, route: Route, figures: Figures) -> None:
        """One visit: the attract screen, the timeline, an article beside it, its film."""
        hand, drags = self._hand, self._effort.drags
        with self._kiosk(exhibit, renderer) as kiosk:
            kiosk.wait_for("ready")
            time.sleep(2)
            say(f"{exhibit.name}, {renderer}: at rest")
            figures.rest, figures.attract = kiosk.rest(self._effort.rest)
            say(f"{exhibit.name}, {renderer}: the timeline")
            hand.tap(route.begin)
            closer(hand, route)
            mark, before = kiosk.mark(), kiosk.cpu_seconds()
            figures.dragging_seconds = hand.drags(route.timeline, drags)
            figures.dragging_cpu = kiosk.cpu_seconds() - before
            kiosk.mark()
            figures.dragging = pooled(kiosk.lines(mark))
            figures.pss_timeline = kiosk.pss_mb()
            if not (route.card and route.beside and route.article and route.film):
                return
            say(f"{exhibit.name}, {renderer}: an article beside it")
            hand.key("Escape")
            time.sleep(1)
            hand.tap(route.begin)
            hand.tap(route.card)
            figures.pss_article = kiosk.pss_mb()
            for _ in range(route.pages):
                hand.page_down(route.article)
            say(f"{exhibit.name}, {renderer}: the film")
            mark, before = kiosk.mark(), kiosk.cpu_seconds()
            hand.tap(route.film)
            used = []
            for _ in range(FILM_SECONDS):
                time.sleep(1)
                used.append(kiosk.pss_mb())
            figures.pss_film = max(used)
            figures.film_core = (kiosk.cpu_seconds() - before) / FILM_SECONDS
            figures.film = pooled(kiosk.lines(mark))
            hand.key("Escape")
            closer(hand, route)
            mark = kiosk.mark()
            say(f"{exhibit.name}, {renderer}: the timeline beside the article")
            hand.drags(route.beside, drags)
            kiosk.mark()
            figures.beside = pooled(kiosk.lines(mark))

    def pinch(self, exhibit: Exhibit, renderer: str, route: Route, figures: Figures) -> None:
        """Two fingers go from the whole timeline deep into it and back, again and again."""
        say(f"{exhibit.name}, {renderer}: two fingers")
        with self._kiosk(exhibit, renderer, fingers=True) as kiosk:
            kiosk.wait_for("ready")
            kiosk.wait_for_rest()
            self._hand.tap(route.begin)
            figures.pinching = pinches(kiosk, route.timeline, self._effort.drags)

    def check(self, exhibit: Exhibit, figures: Figures) -> None:
        """What a curator waits for who lets the folder be checked."""
        say(f"{exhibit.name}: kiosk check")
        figures.check, figures.check_cpu = check_seconds(exhibit.folder)

    def change(self, exhibit: Exhibit, renderer: str, route: Route, figures: Figures) -> None:
        """A curator saves an event while somebody drags the timeline in the window."""
        state = self._folder / f"state-{renderer}"
        say(f"{exhibit.name}, {renderer}: first start in a window")
        windowed = [f"--windowed={self._size[0]}x{self._size[1]}"]
        with self._kiosk(exhibit, renderer, state=state, more=windowed) as kiosk:
            kiosk.wait_for("ready")
            time.sleep(2)
            self._hand.tap(route.begin)
            closer(self._hand, route)
            say(f"{exhibit.name}, {renderer}: changes")
            figures.change, figures.change_bytes, figures.changing = changes(
                kiosk, exhibit.folder, state, self._hand, route, self._effort.changes
            )

    def floor(self, renderer: str) -> Figures:
        """The empty window, for as long as the drags of a kiosk take."""
        say(f"an empty window, {renderer}")
        figures = Figures("empty window", renderer)
        seconds = self._effort.drags * 1.7
        command = [sys.executable, str(FLOOR)]
        with self._program(command, renderer) as program:
            figures.first_frame = program.wait_for("first_frame")
            mark, before = program.mark(), program.cpu_seconds()
            time.sleep(seconds)
            figures.dragging_seconds = seconds
            figures.dragging_cpu = program.cpu_seconds() - before
            figures.dragging = pooled(program.lines(mark))
            figures.pss_timeline = program.pss_mb()
        return figures

    def _kiosk(
        self,
        exhibit: Exhibit,
        renderer: str,
        eyes: bool = False,
        state: Path | None = None,
        more: Sequence[str] = (),
        fingers: bool = False,
    ) -> Program:
        command = kiosk_command(exhibit.folder, state or self._folder / "state", fingers)
        return self._program([*command, *more], renderer, eyes)

    def _program(self, command: list[str], renderer: str, eyes: bool = False) -> Program:
        if time.monotonic() > self._ends:
            raise TookTooLong("left out, for the time was up")
        environment = surroundings(self._display, renderer, eyes)
        return Program(command, self._folder / "probe", environment, self._folder / "errors")


def pinches(kiosk: Program, place: Place, count: int) -> Frames | None:
    """Two pinches closer, two back, and so on until there were `count`; the frames meanwhile."""
    x, y = place.middle
    near, far = place.width * 0.1, place.width * 0.6
    mark = kiosk.mark()
    for number in range(count):
        ends = (near, far) if number % 4 < 2 else (far, near)
        kiosk.tell(" ".join(map(str, (x, y, *ends, PINCH_SECONDS))))
        time.sleep(PINCH_SECONDS + GLIDE_SECONDS)
    kiosk.mark()
    return pooled(kiosk.lines(mark))


def say(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)
