"""A kiosk's watching and making without its screen, as a process that tests do things to.

It prints a line of JSON when it watches, whenever it begins to make an edition, and when it ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kiosk.station import watching
from kiosk.station.maker import Maker
from kiosk.station.making import Report
from kiosk.station.watching import ContentWatcher


def say(stage: str, **more: object) -> None:
    print(json.dumps({"stage": stage, **more}), flush=True)


def refuse(*_: object, **__: object) -> None:
    raise OSError("no notifications here")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("content", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--settle", type=float, default=0.2)
    parser.add_argument("--look", type=float, default=0.3)
    parser.add_argument("--deaf", action="store_true", help="without the system's notifications")
    options = parser.parse_args()
    if options.deaf:
        watching.watchfiles.watch = refuse
    maker = Maker(options.content, options.store, drafts=False)

    def report(told: Report) -> None:
        if told.is_last:
            say(told.stage, edition=told.edition, errors=told.errors, message=told.message)

    def make() -> None:
        say("begun")
        maker.start(report)

    watcher = ContentWatcher(options.content, make, settle=options.settle, look_every=options.look)
    watcher.start()
    say("watching")
    make()
    sys.stdin.read()
    watcher.stop()
    maker.cancel()


if __name__ == "__main__":
    main()
