"""How many frames of a film are dropped, by codec, size and way of rendering.

``python tests/bench/film.py [--size WxH] [--renderer R] [--film NAME]…``, or as a part of
``make bench``. Each film plays in a kiosk of its own in a window of the size of the screen. A frame
counts as shown when the window has been drawn with it; what is expected follows from the way that
the film went meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT)]

SECONDS = 12
SKIPPED_MS, ENDS_MS = 2000, 11_000
"""What is measured of it: after the controls' first second, before the end."""

H264 = ("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-pix_fmt", "yuv420p")
VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1")
VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8")


@dataclass(frozen=True)
class Film:
    """One film to be made: `mbit` are megabits a second."""

    name: str
    size: str
    mbit: int
    coding: tuple[str, ...]
    suffix: str
    rate: int = 30


FILMS = (
    Film("H.264 1920×1080", "1920x1080", 8, H264, "mp4"),
    Film("H.264 1280×720", "1280x720", 4, H264, "mp4"),
    Film("VP9 1920×1080", "1920x1080", 6, VP9, "webm"),
    Film("VP9 1280×720", "1280x720", 3, VP9, "webm"),
    Film("VP8 1280×720", "1280x720", 3, VP8, "webm"),
    Film("H.264 1920×1080 at 60", "1920x1080", 12, H264, "mp4", rate=60),
    Film("H.264 2560×1440", "2560x1440", 14, H264, "mp4"),
)


@dataclass(frozen=True)
class Shown:
    """What came of a film: the share of its frames dropped, and what it took."""

    name: str
    renderer: str
    expected: int
    dropped: float
    cpu: float
    pss_mb: float


def make_film(film: Film, folder: Path) -> Path:
    """A film of moving bars and some grain, which no codec can take lightly."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{film.name.replace(' ', '-').replace('×', 'x')}.{film.suffix}"
    if not file.exists():
        picture = f"testsrc2=s={film.size}:r={film.rate}:d={SECONDS},noise=alls=8:allf=t"
        part = file.with_name(f"part-{file.name}")
        rate = ["-b:v", f"{film.mbit}M", "-maxrate", f"{film.mbit * 2}M", "-bufsize", "20M"]
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", picture]
        subprocess.run([*command, *film.coding, *rate, "-g", "60", str(part)], check=True)
        part.rename(file)
    return file


def make_exhibit(folder: Path, film: Path) -> None:
    event = folder / "events" / "film"
    event.mkdir(parents=True)
    (folder / "exhibit.yaml").write_text("title: Film\nlanguages: [en]\n", encoding="utf-8")
    (event / "event.yaml").write_text(
        f"date: 1990\ntitle: Film\nmedia: [{{file: {film.name}, alt: Film}}]\n", encoding="utf-8"
    )
    (event / film.name).hardlink_to(film)


def play(content: Path, state: Path, size: str, renderer: str, rate: int) -> dict[str, float]:
    """Plays the only film of an exhibit in this process; needs a display."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtMultimedia import QMediaPlayer

    from kiosk.app import Show, choose_rendering
    from kiosk.settings import Settings
    from kiosk.station.probe import pss_mb

    width, height = map(int, size.split("x"))
    settings = Settings(content, True, (width, height), "en", state=state, renderer=renderer)  # type: ignore[arg-type]
    choose_rendering(settings)
    application = QGuiApplication([])
    show = Show(settings)
    assert show.window is not None
    show.window.setProperty("problemsHidden", True)

    def spin(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    spin(1)
    show.view.begin("en")
    show.view.openEvent("film")
    show.view.openMedium(0)
    spin(0.5)
    player = show.window.findChildren(QMediaPlayer)[0]
    sink = player.videoSink()
    seen: set[int] = set()

    def look() -> None:
        seen.add(sink.videoFrame().startTime())

    show.window.frameSwapped.connect(look, Qt.ConnectionType.DirectConnection)
    began = time.monotonic()
    limit = began + 2 * SECONDS
    used = 0.0
    while player.position() < ENDS_MS and time.monotonic() < limit:
        if not used and player.position() >= SKIPPED_MS:
            used = time.process_time()
            began = time.monotonic()
        spin(0.1)
    used = (time.process_time() - used) / (time.monotonic() - began)
    counted = [at for at in seen if SKIPPED_MS * 1000 <= at < player.position() * 1000 - 200_000]
    way = player.position() / 1000 - 0.2 - SKIPPED_MS / 1000
    expected = int(way * rate)
    memory = pss_mb()
    show.end()
    del application
    return {
        "expected": expected,
        "dropped": max(0.0, 1 - len(counted) / expected),
        "cpu": used,
        "pss_mb": memory,
    }


def measure_films(
    films: Sequence[Film],
    renderers: Sequence[str],
    size: str,
    cache: Path,
    display: str,
    step: Callable[[], None] = lambda: None,
) -> list[Shown]:
    """Each film in each way; films are made in `cache` unless they are there."""
    found = []
    for film in films:
        file = make_film(film, cache)
        with tempfile.TemporaryDirectory(prefix="kiosk-film-", dir=cache) as temporary:
            folder = Path(temporary)
            make_exhibit(folder / "content", file)
            for renderer in renderers:
                found.append(_played(film, folder, renderer, size, display))
                step()
    return found


def _played(film: Film, folder: Path, renderer: str, size: str, display: str) -> Shown:
    command = [sys.executable, __file__, "--play", str(folder), "--size", size]
    command += ["--rate", str(film.rate)]
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    asked = subprocess.run(
        [*command, "--renderer", renderer],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=180,
    )
    return Shown(film.name, renderer, **json.loads(asked.stdout.splitlines()[-1]))


def markdown(shown: Sequence[Shown]) -> str:
    lines = [
        "| film, 30 a second unless said | drawn by | frames dropped | of a core | PSS, MB |",
        "|---|---|--:|--:|--:|",
    ]
    lines += [
        f"| {one.name} | {one.renderer} | {one.dropped:.1%} | {one.cpu:.0%} | {one.pss_mb:.0f} |"
        for one in shown
    ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--renderer", choices=("software", "gpu"), action="append")
    parser.add_argument("--film", action="append", help="only films with this in their names")
    parser.add_argument("--play", type=Path, help="for its own use")
    parser.add_argument("--rate", type=int, default=30, help="for its own use")
    options = parser.parse_args()
    if options.play:
        from kiosk.station.editions import store_root

        content, state = options.play / "content", options.play / "state"
        making = [sys.executable, "-m", "kiosk.station.making", str(content)]
        subprocess.run(
            [*making, str(store_root(state, content))], check=True, stdout=subprocess.DEVNULL
        )
        print(json.dumps(play(content, state, options.size, options.renderer[0], options.rate)))
        return 0
    from stage import screen

    wanted = options.film or [""]
    films = [film for film in FILMS if any(part in film.name for part in wanted)]
    with screen(options.size) as display:
        found = measure_films(
            films,
            options.renderer or ("software", "gpu"),
            options.size,
            PROJECT / "build" / "bench" / "films",
            display,
        )
    print(markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
