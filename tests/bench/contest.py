"""The kiosk and its peers by turns: the same events, window and hand."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import exhibits
from browser import Browser, PageServer
from figures import median, pooled
from hand import Hand, Place
from measure import Effort, pinches, say
from peers import Peer
from route import BROKEN, Route, closer, scout
from side_by_side import KIOSK, Entry
from stage import Program, TookTooLong, kiosk_command, surroundings

FIRST_START_SECONDS = 600.0
"""Of the kiosk, which reads every file then; a generated exhibit is read once and kept."""
VISIT_SECONDS = 150.0
USABLE_SECONDS = 60.0
SLOW_START_MS = 8000.0
"""What takes longer to start is started only once."""
STARTS = 3
"""At most, the one of the visit among them."""
NOTCHES = 8
ZOOMS = 4


@dataclass(frozen=True)
class Ground:
    """Where all of them run; `cache` keeps exhibits and editions for the next time."""

    display: str
    size: tuple[int, int]
    folder: Path
    cache: Path
    effort: Effort
    ends: float


class KioskSide:
    """The kiosk with so many events, drawn without GPU."""

    name = KIOSK

    def __init__(self, ground: Ground, count: int) -> None:
        self._ground = ground
        self._exhibit = kept_exhibit(ground.cache, count)
        self._state = ground.cache / f"state-{count}"
        self._hand = Hand(ground.display)
        self._route: Route | None = None

    def prepare(self, entry: Entry) -> None:
        """Lets the edition be made if it is not there, and finds the way through."""
        made = self._state / "made"
        with self._started(FIRST_START_SECONDS, eyes=True) as kiosk:
            ms = kiosk.wait_for("ready")
            entry.first_start = None if made.exists() else ms
            made.touch()
            kiosk.wait_for_rest()
            self._route = scout(
                kiosk.pid, self._hand, self._ground.size[1], exhibits.FIRST_ERA, None
            )

    def start(self) -> float:
        """Milliseconds until the first touch would be answered."""
        with self._started() as kiosk:
            return kiosk.wait_for("ready")

    def visit(self, entry: Entry) -> None:
        """Rest, drags, zooms and pinches."""
        hand, route, effort = self._hand, self._route, self._ground.effort
        assert route is not None
        with self._started() as kiosk:
            entry.touchable = kiosk.wait_for("ready")
            kiosk.wait_for_rest()
            entry.rest, _ = kiosk.rest(effort.rest)
            hand.tap(route.begin)
            closer(hand, route)
            mark, before = kiosk.mark(), kiosk.cpu_seconds()
            hand.drags(route.timeline, effort.drags)
            entry.drag_cpu = (kiosk.cpu_seconds() - before) / effort.drags
            zoomed = kiosk.mark()
            entry.dragging = pooled(kiosk.lines(mark))
            for _ in range(ZOOMS):
                hand.turn(route.timeline, NOTCHES)
                hand.turn(route.timeline, -NOTCHES)
            entry.memory = kiosk.pss_mb()
            kiosk.mark()
            entry.zooming = pooled(kiosk.lines(zoomed))
        with self._started(fingers=True) as kiosk:
            kiosk.wait_for("ready")
            kiosk.wait_for_rest()
            hand.tap(route.begin)
            entry.pinching = pinches(kiosk, route.timeline, effort.drags)

    def _started(
        self, limit: float = VISIT_SECONDS, eyes: bool = False, fingers: bool = False
    ) -> Program:
        ground = self._ground
        return Program(
            kiosk_command(self._exhibit, self._state, fingers),
            ground.folder / "probe",
            surroundings(ground.display, "software", eyes),
            ground.folder / "errors",
            limit,
        )


class PeerSide:
    """A peer's page with so many events; its browser's `profile` is kept between starts."""

    def __init__(
        self, peer: Peer, chromium: str, packages: Path, ground: Ground, count: int
    ) -> None:
        self.name = peer.name
        self._ground = ground
        self._page = peer.page
        self._chromium = chromium
        self._packages = packages
        self._events = json.dumps(peer.told(exhibits.happenings(count))).encode()
        self._hand = Hand(ground.display)

    def prepare(self, _entry: Entry) -> None:
        """Everything is there already."""

    def start(self) -> float:
        """Milliseconds until the page is drawn with its events."""
        with self._started() as browser:
            return browser.wait_until_usable()[0]

    def visit(self, entry: Entry) -> None:
        """Rest, drags and zooms."""
        effort = self._ground.effort
        with self._started() as browser:
            entry.touchable, places = browser.wait_until_usable()
            browser.wait_for_rest()
            entry.rest, _ = browser.rest(effort.rest)
            if "closer" not in places:
                self._hand.turn(places["timeline"], NOTCHES)
            browser.watch_frames()
            before = browser.cpu_seconds()
            self._hand.drags(places["timeline"], effort.drags)
            entry.drag_cpu = (browser.cpu_seconds() - before) / effort.drags
            entry.dragging = browser.frames()
            browser.watch_frames()
            for _ in range(ZOOMS):
                self._zoom(places)
            entry.memory = browser.pss_mb()
            entry.zooming = browser.frames()

    def _zoom(self, places: dict[str, Place]) -> None:
        """To and fro, with the wheel or, where it does something else, with buttons."""
        if "closer" in places:
            self._hand.tap(places["closer"])
            self._hand.tap(places["farther"])
        else:
            self._hand.turn(places["timeline"], NOTCHES)
            self._hand.turn(places["timeline"], -NOTCHES)

    @contextmanager
    def _started(self) -> Iterator[Browser]:
        ground = self._ground
        with (
            PageServer(self._packages, self._events) as server,
            Browser(
                self._chromium,
                server.address(self._page),
                server,
                ground.folder / "profile",
                ground.size,
                ground.display,
                ground.folder / "errors",
                USABLE_SECONDS,
            ) as browser,
        ):
            yield browser


Side = KioskSide | PeerSide
MakeSide = Callable[[Ground, int], Side]


def contest(
    ground: Ground, counts: Sequence[int], makers: Sequence[MakeSide], step: Callable[[], None]
) -> list[Entry]:
    """Every side with every number of events, in turns; `step` is called after each.

    A side that has failed is not tried with more events.
    """
    entries: list[Entry] = []
    able = list(makers)
    for count in counts:
        visited: list[tuple[Side, Entry]] = []
        for maker in list(able):
            side = maker(ground, count)
            entry = Entry(side.name, count)
            entries.append(entry)
            if _visited(ground, side, entry):
                visited.append((side, entry))
            elif not isinstance(side, KioskSide):
                able.remove(maker)
            step()
        _start_again(ground, visited)
    return entries


def _visited(ground: Ground, side: Side, entry: Entry) -> bool:
    say(f"{entry.events} events: {side.name}")
    try:
        _in_time(ground)
        side.prepare(entry)
        side.visit(entry)
    except BROKEN as fault:
        entry.broken = str(fault)
    return not entry.broken


def _start_again(ground: Ground, sides: Sequence[tuple[Side, Entry]]) -> None:
    """All of them by turns; what was measured before was their first start."""
    times = {side: [entry.touchable] for side, entry in sides if entry.touchable is not None}
    for _ in range(min(STARTS, ground.effort.starts) - 1):
        for side, entry in sides:
            if times[side][0] > SLOW_START_MS:
                continue
            say(f"{entry.events} events: {side.name} again")
            try:
                _in_time(ground)
                times[side].append(side.start())
            except BROKEN as fault:
                entry.broken = str(fault)
    for side, entry in sides:
        entry.touchable = median(times[side])


def _in_time(ground: Ground) -> None:
    if time.monotonic() > ground.ends:
        raise TookTooLong("left out, for the time was up")


def kept_exhibit(cache: Path, count: int) -> Path:
    """An exhibit of so many events from the cache; written there if it is not, or was otherwise."""
    folder, mark = cache / f"events-{count}", cache / f"events-{count}.written-by"
    writer = hashlib.sha256(Path(exhibits.__file__).read_bytes()).hexdigest()
    if not mark.exists() or mark.read_text() != writer:
        say(f"{count} events: writing them")
        for stale in (folder, cache / f"state-{count}"):
            shutil.rmtree(stale, ignore_errors=True)
        exhibits.make_exhibit(folder, count)
        mark.write_text(writer)
    return folder
