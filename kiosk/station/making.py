"""Making editions in a child process: the child's command, and the parent that runs it.

``python -m kiosk.station.making CONTENT STORE [--drafts]`` writes a `Report` as one JSON line
for each step. STORE is the store of this content folder, see `kiosk.station.editions`.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.exhibit.problems import Problem, Severity
from kiosk.station.children import child_environment, python_child
from kiosk.station.records import from_json, to_json

log = logging.getLogger(__name__)

SILENCE_LIMIT = 600.0
"""Seconds without a line after which the child counts as hanging."""

NICENESS = 10
REPORT_EVERY = 0.1
"""Seconds between lines about progress, at least."""

_BROKE_OFF = "Preparing the exhibit broke off; the kiosk goes on with what it has."


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One step. `done` and `of` count files; the rest belongs to ``done``, `message` to ``failed``.

    `edition` is None in ``done`` if nothing in the content folder is usable; `store_fault` is true
    in ``failed`` if the store could not be written to.
    """

    stage: Literal["reading", "media", "done", "failed"]
    done: int = 0
    of: int = 0
    edition: str | None = None
    errors: int = 0
    warnings: int = 0
    problems: tuple[Problem, ...] = ()
    message: str = ""
    store_fault: bool = False

    @property
    def is_last(self) -> bool:
        return self.stage in ("done", "failed")


class Maker:
    """Runs at most one making child at a time; the newest request wins.

    `command` and `silence_limit` are for tests.
    """

    def __init__(
        self,
        content: Path,
        store: Path,
        *,
        drafts: bool,
        command: list[str] | None = None,
        silence_limit: float = SILENCE_LIMIT,
    ) -> None:
        options = ["--attended", *(["--drafts"] if drafts else [])]
        self._command = command or python_child(
            "kiosk.station.making", str(content), str(store), *options
        )
        self._silence_limit = silence_limit
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None

    def start(self, on_report: Callable[[Report], None]) -> None:
        """Begins anew; `on_report` is called from a thread of ours, last with done or failed.

        Nothing more is reported of what was under way before.
        """
        with self._lock:
            self._stop()
            try:
                child = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    env=child_environment(),
                )
            except OSError as error:
                log.warning("the making of editions does not start: %s", error)
                child = None
            self._child = child
        if child is None:
            on_report(Report(stage="failed", message=_BROKE_OFF))
            return
        threading.Thread(
            target=self._follow, args=(child, on_report), name="making", daemon=True
        ).start()

    def cancel(self) -> None:
        """Ends what is under way; nothing more is reported of it."""
        with self._lock:
            self._stop()

    @property
    def is_busy(self) -> bool:
        with self._lock:
            return self._child is not None

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _follow(self, child: subprocess.Popen[str], on_report: Callable[[Report], None]) -> None:
        assert child.stdout is not None
        assert child.stdin is not None
        finished = False
        while not finished:
            report = self._next_report(child)
            finished = report.is_last
            with self._lock:
                if self._child is not child:
                    break
                if finished:
                    self._child = None
            try:
                on_report(report)
            except Exception:
                log.exception("a report about a new edition was not taken")
        try:
            child.wait(self._silence_limit if finished else 0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()
        child.stdin.close()

    def _next_report(self, child: subprocess.Popen[str]) -> Report:
        assert child.stdout is not None
        timer = threading.Timer(self._silence_limit, child.kill)
        timer.daemon = True
        timer.start()
        try:
            return from_json(Report, child.stdout.readline().encode())
        except (OSError, ValueError):
            return Report(stage="failed", message=_BROKE_OFF)
        finally:
            timer.cancel()


def _say(report: Report) -> None:
    print(to_json(report).decode(), flush=True)


def _end_with_stdin() -> None:
    """A making child outlives its kiosk by no more than a moment."""
    sys.stdin.buffer.read()
    os._exit(1)


def run(content: Path, store: Path, *, drafts: bool) -> None:
    """Makes an edition and prunes old ones, writing reports to stdout."""
    from kiosk.station.assembling import StoreError, make_edition
    from kiosk.station.choosing import settle_rollback
    from kiosk.station.edition import count
    from kiosk.station.editions import EditionStore
    from kiosk.station.listing import note_folder

    said = time.monotonic()

    def on_progress(done: int, of: int) -> None:
        nonlocal said
        if done == of or time.monotonic() - said >= REPORT_EVERY:
            said = time.monotonic()
            _say(Report(stage="media", done=done, of=of))

    _say(Report(stage="reading"))
    editions = EditionStore(store)
    try:
        made = make_edition(editions, content, drafts=drafts, on_progress=on_progress)
    except StoreError as error:
        _say(Report(stage="failed", message=str(error), store_fault=True))
        # What was copied in vain must not keep the disk full.
        with suppress(OSError):
            editions.prune()
        return
    with suppress(OSError):
        settle_rollback(store, editions.editions())
        note_folder(store, content)
    _say(
        Report(
            stage="done",
            edition=made.edition.id if made.edition else None,
            errors=count(made.problems, Severity.ERROR),
            warnings=count(made.problems, Severity.WARNING),
            problems=made.problems,
        )
    )
    with suppress(OSError):
        editions.prune()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kiosk.station.making")
    parser.add_argument("content", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--drafts", action="store_true")
    parser.add_argument("--attended", action="store_true", help="end when stdin is closed")
    options = parser.parse_args()
    # A short life that builds one large tree has nothing to collect.
    gc.disable()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if options.attended:
        threading.Thread(target=_end_with_stdin, daemon=True).start()
    run(options.content, options.store, drafts=options.drafts)


if __name__ == "__main__":
    main()
