"""The kiosk's side of making editions: runs the making child and hears its reports."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk.exhibit.problems import Problem
from kiosk.station.children import child_environment, python_child
from kiosk.station.making import Report
from kiosk.station.records import from_json

log = logging.getLogger(__name__)

SILENCE_LIMIT = 600.0
"""Seconds without a line after which the child counts as hanging."""

_BROKE_OFF = "Preparing the exhibit broke off; the kiosk goes on with what it has."


class Maker:
    """Runs at most one making child at a time; the newest request wins.

    A `lasting` child stays for the next request, with all that it has read in memory. It is not
    interrupted: a request that comes while it makes an edition is met by one more after that.
    `command` and `silence_limit` are for tests.
    """

    def __init__(
        self,
        content: Path,
        store: Path,
        *,
        drafts: bool,
        lasting: bool = False,
        command: list[str] | None = None,
        silence_limit: float = SILENCE_LIMIT,
    ) -> None:
        options = ["--attended", *(["--drafts"] * drafts), *(["--lasting"] * lasting)]
        self._command = command or python_child(
            "kiosk.station.making", str(content), str(store), *options
        )
        self._lasting = lasting
        self._silence_limit = silence_limit
        self._changed = threading.Condition()
        self._child: subprocess.Popen[str] | None = None
        self._on_report: Callable[[Report], None] = lambda _report: None
        self._resting = True
        self._wanted = False

    def start(self, on_report: Callable[[Report], None]) -> None:
        """Begins anew; `on_report` is called from a thread of ours, last with done or failed.

        Of what was under way before nothing more is reported, unless the child is `lasting`.
        """
        with self._changed:
            self._on_report = on_report
            if self._lasting and self._child is not None:
                self._wanted = True
                self._changed.notify_all()
                return
            self._stop()
            child = self._child = self._new_child()
            self._resting = child is None
        if child is None:
            on_report(Report(stage="failed", message=_BROKE_OFF))
            return
        threading.Thread(target=self._follow, args=(child,), name="making", daemon=True).start()

    def cancel(self) -> None:
        """Ends what is under way; nothing more is reported of it."""
        with self._changed:
            self._stop()

    @property
    def is_busy(self) -> bool:
        with self._changed:
            return not self._resting or self._wanted

    def _new_child(self) -> subprocess.Popen[str] | None:
        try:
            return subprocess.Popen(
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
            return None

    def _stop(self) -> None:
        child, self._child = self._child, None
        self._resting, self._wanted = True, False
        if child is not None:
            child.kill()
        self._changed.notify_all()

    def _follow(self, child: subprocess.Popen[str]) -> None:
        assert child.stdin is not None
        assert child.stdout is not None
        goes_on = True
        while goes_on:
            goes_on = self._hear_out(child) and self._ask_again(child)
        try:
            child.wait(self._silence_limit)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()
        with suppress(OSError):
            child.stdin.close()

    def _hear_out(self, child: subprocess.Popen[str]) -> bool:
        """Passes on the reports about one edition; whether the child stays for another."""
        problems: list[Problem] = []
        while True:
            report = self._next_report(child)
            stays = report is not None and self._lasting
            if report is None:
                child.kill()
                report = Report(stage="failed", message=_BROKE_OFF)
            problems += report.problems
            if report.stage == "problems":
                continue
            with self._changed:
                if self._child is not child:
                    return False
                tell = self._on_report
                if report.is_last:
                    self._resting = True
                    self._child = child if stays else None
            try:
                tell(replace(report, problems=tuple(problems)) if report.is_last else report)
            except Exception:
                log.exception("a report about a new edition was not taken")
            if report.is_last:
                return stays

    def _ask_again(self, child: subprocess.Popen[str]) -> bool:
        """Waits for a request and passes it on; false if there is no use in going on."""
        assert child.stdin is not None
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._child is not child)
            if self._child is not child:
                return False
            self._wanted = self._resting = False
        try:
            child.stdin.write("again\n")
            child.stdin.flush()
        except OSError:
            log.info("the making child has gone")
        return True

    def _next_report(self, child: subprocess.Popen[str]) -> Report | None:
        """None if the child has gone, hangs or talks nonsense."""
        assert child.stdout is not None
        timer = threading.Timer(self._silence_limit, child.kill)
        timer.daemon = True
        timer.start()
        try:
            return from_json(Report, child.stdout.readline().encode())
        except (OSError, ValueError):
            return None
        finally:
            timer.cancel()
