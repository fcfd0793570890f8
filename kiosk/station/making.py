"""Making editions in a child process: its command, and what it reports.

``python -m kiosk.station.making CONTENT STORE [--drafts]`` writes a `Report` as one JSON line
for each step. STORE is the store of this content folder, see `kiosk.station.editions`.
`kiosk.station.maker` is the side of the kiosk.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.exhibit.problems import Problem, Severity
from kiosk.station.children import limit_resources
from kiosk.station.records import to_json

if TYPE_CHECKING:
    from kiosk.exhibit.memory import Memory
    from kiosk.station.editions import EditionStore

NICENESS = 10
REPORT_EVERY = 0.1
"""Seconds between lines about progress, at least."""

_PROBLEMS_AT_A_TIME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One step. `done` and `of` count events in ``reading`` and files in ``media``.

    The rest belongs to ``done``, `message` to ``failed``. `edition` is None in ``done`` if nothing
    in the content folder is usable; `store_fault` is true in ``failed`` if the store could not be
    written to. Problems are told some at a time before.
    """

    stage: Literal["reading", "media", "problems", "done", "failed"]
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


def _say(report: Report) -> None:
    print(to_json(report).decode(), flush=True)


def _listen(request: Callable[[], None]) -> None:
    """Hears requests for more editions; a child outlives its kiosk by no more than a moment."""
    for _line in sys.stdin:
        request()
    os._exit(1)


def run(content: Path, editions: EditionStore, memory: Memory, *, drafts: bool) -> None:
    """Makes an edition and prunes old ones, writing reports to stdout."""
    from kiosk.station.assembling import StoreError, make_edition
    from kiosk.station.choosing import settle_rollback
    from kiosk.station.edition import count
    from kiosk.station.listing import note_folder

    said = time.monotonic()

    def count_up(stage: Literal["reading", "media"], done: int, of: int) -> None:
        nonlocal said
        if done == of or time.monotonic() - said >= REPORT_EVERY:
            said = time.monotonic()
            _say(Report(stage=stage, done=done, of=of))

    _say(Report(stage="reading"))
    try:
        made = make_edition(
            editions,
            content,
            drafts=drafts,
            on_progress=partial(count_up, "media"),
            on_reading=partial(count_up, "reading"),
            memory=memory,
        )
    except StoreError as error:
        _say(Report(stage="failed", message=str(error), store_fault=True))
        # What was copied in vain must not keep the disk full.
        with suppress(OSError):
            editions.prune()
        return
    with suppress(OSError):
        settle_rollback(editions.root, editions.editions())
        note_folder(editions.root, content)
    for at in range(0, len(made.problems), _PROBLEMS_AT_A_TIME):
        some = made.problems[at : at + _PROBLEMS_AT_A_TIME]
        _say(Report(stage="problems", problems=some))
    _say(
        Report(
            stage="done",
            edition=made.edition.id if made.edition else None,
            errors=count(made.problems, Severity.ERROR),
            warnings=count(made.problems, Severity.WARNING),
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
    parser.add_argument("--lasting", action="store_true", help="go on at each line of stdin")
    options = parser.parse_args()
    limit_resources()
    # What builds one large tree has nothing to collect while it does.
    gc.disable()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    requests = threading.Semaphore(0)
    if options.attended:
        threading.Thread(target=_listen, args=(requests.release,), daemon=True).start()
    from kiosk.exhibit.memory import Memory
    from kiosk.station.editions import EditionStore

    editions, memory = EditionStore(options.store), Memory()
    run(options.content, editions, memory, drafts=options.drafts)
    while options.lasting:
        gc.collect()
        gc.freeze()
        requests.acquire()
        run(options.content, editions, memory, drafts=options.drafts)


if __name__ == "__main__":
    main()
