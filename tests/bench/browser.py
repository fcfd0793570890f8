"""A peer's page in Chromium in kiosk mode, and the local server that it talks to."""

from __future__ import annotations

import json
import os
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from figures import Frames, of_page
from hand import Place
from stage import TookTooLong, Watched

PAGES = Path(__file__).with_name("pages")
FLAGS = (
    "--kiosk",
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--password-store=basic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--force-device-scale-factor=1",
    "--window-position=0,0",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
REPORT_SECONDS = 30.0
ENDED = "end"


class PageServer(ThreadingHTTPServer):
    """Serves pages, `packages` and `events` (JSON), gives orders and takes what a page reports."""

    daemon_threads = True

    def __init__(self, packages: Path, events: bytes) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Conversation, directory=str(PAGES)))
        self.roots = {"pages": PAGES, "packages": packages}
        self.events = events
        self.orders: Queue[str] = Queue()
        self.reports: dict[str, Queue[Any]] = {"/usable": Queue(), "/frames": Queue()}
        Thread(target=self.serve_forever, name="pages", daemon=True).start()

    def __exit__(self, *_error: object) -> None:
        self.orders.put(ENDED)
        self.shutdown()
        self.server_close()

    def address(self, page: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/pages/{page}"


class _Conversation(SimpleHTTPRequestHandler):
    """One request of the page."""

    server: PageServer

    def translate_path(self, path: str) -> str:
        _, root, *rest = unquote(urlsplit(path).path).split("/")
        folder = self.server.roots.get(root)
        return "" if folder is None or ".." in rest else str(folder.joinpath(*rest))

    def do_GET(self) -> None:
        if self.path == "/events":
            self._say("application/json")
            self.wfile.write(self.server.events)
        elif self.path == "/orders":
            self._say("text/event-stream")
            self._pass_on_orders()
        else:
            super().do_GET()

    def do_POST(self) -> None:
        report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._say("text/plain")
        self.server.reports[self.path].put(report)

    def _say(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def _pass_on_orders(self) -> None:
        while (order := self.server.orders.get()) != ENDED:
            self.wfile.write(f"data: {order}\n\n".encode())
            self.wfile.flush()

    def log_message(self, *_words: object) -> None:
        """Nobody reads it."""


class Browser(Watched):
    """Chromium with one page, until the context ends.

    Its `profile` is a folder that it keeps its own things in. Raises TookTooLong if the page is
    not usable within `limit` seconds.
    """

    def __init__(
        self,
        program: str,
        address: str,
        server: PageServer,
        profile: Path,
        size: tuple[int, int],
        display: str,
        errors: Path,
        limit: float,
    ) -> None:
        self._server = server
        flags = [*FLAGS, f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}"]
        environment = {**os.environ, "DISPLAY": display}
        # No screen reader is there, so Chromium shall not keep a tree for one.
        environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
        environment["NO_AT_BRIDGE"] = "1"
        super().__init__([program, *flags, address], environment, errors, limit)

    def wait_until_usable(self) -> tuple[float, dict[str, Place]]:
        """Milliseconds from its start, and where on the screen the page's things are."""
        reports: Queue[dict[str, list[int]]] = self._server.reports["/usable"]
        self.wait_until(lambda: not reports.empty(), "usable page")
        ms = (time.monotonic() - self._began) * 1000
        return ms, {name: Place(*box) for name, box in reports.get().items()}

    def watch_frames(self) -> None:
        self._server.orders.put("watch")
        time.sleep(0.3)

    def frames(self) -> Frames | None:
        """Those since `watch_frames` in which something moved."""
        self._server.orders.put("report")
        try:
            return of_page(self._server.reports["/frames"].get(timeout=REPORT_SECONDS))
        except Empty:
            raise TookTooLong(f"no answer within {REPORT_SECONDS:.0f} s") from None
