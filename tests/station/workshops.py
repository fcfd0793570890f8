"""A running workshop as tests see it, and file systems that nobody else sees."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.station.children import child_environment
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore

PATIENCE = 60
WORKSHOP = Path(__file__).with_name("workshop.py")
AS_ROOT = os.geteuid() == 0


def own_mounts(*first: str) -> tuple[str, ...]:
    """What makes a command run where only it sees what is mounted, after shell commands."""
    alone = ("unshare", "--mount", *([] if AS_ROOT else ["--map-root-user"]))
    return (*alone, "sh", "-ec", "; ".join((*first, 'exec "$@"')), "sh")


def can_mount() -> bool:
    """Whether this user may mount something where nobody else sees it."""
    command = [*own_mounts("mount -t tmpfs none /mnt"), "true"]
    try:
        tried = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    return tried.returncode == 0


class Workshop:
    """A running workshop, and what its floor would show at any moment."""

    def __init__(self, content: Path, store: Path, *options: str, prefix: tuple[str, ...] = ()):
        self.process = subprocess.Popen(
            [*prefix, sys.executable, str(WORKSHOP), str(content), str(store), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=child_environment(),
        )
        # What is mounted over the store is seen by way of the process alone.
        self.store = EditionStore(Path(f"/proc/{self.process.pid}/root{store}"))
        self.lines: list[dict[str, Any]] = []
        self._ended: queue.Queue[dict[str, Any]] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._wait_for(lambda: any(line["stage"] == "watching" for line in self.lines))

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            told = json.loads(line)
            self.lines.append(told)
            if told["stage"] in ("done", "failed"):
                self._ended.put(told)

    def _wait_for(self, done: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert self.process.poll() is None, "the workshop has ended"
            assert time.monotonic() < deadline, self.lines
            time.sleep(0.02)

    def made(self) -> dict[str, Any]:
        """How the next make ends."""
        return self._ended.get(timeout=PATIENCE)

    def good(self) -> Edition:
        """The edition on the floor once a make has ended without errors."""
        while (told := self.made())["stage"] != "done" or told["errors"]:
            pass
        return self.floor()

    def floor(self) -> Edition:
        """What visitors see now: always something, and always whole."""
        edition = self.store.for_screen(floor=True)
        assert edition is not None
        assert edition.errors == 0
        assert all(edition.path(file) for file in edition.files)
        return edition

    def titles(self) -> list[object]:
        return [event.title.root.get("") for event in self.floor().exhibit.events]

    def is_quiet(self, seconds: float = 1.0) -> bool:
        """Whether no make begins for a while."""
        before = len(self.lines)
        time.sleep(seconds)
        return len(self.lines) == before

    @property
    def makes(self) -> int:
        return sum(line["stage"] == "begun" for line in self.lines)

    def inside(self, command: str) -> None:
        """Has a shell command run where the workshop sees what it mounts."""
        enter = ["nsenter", f"--target={self.process.pid}", "--mount"]
        if not AS_ROOT:
            enter += ["--user", "--preserve-credentials"]
        subprocess.run([*enter, "sh", "-ec", command], check=True)

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)
        self._listener.join(timeout=PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
