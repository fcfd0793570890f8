"""What the commands about stored editions share."""

from __future__ import annotations

import os
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parsing import Parser, UsageError
from kiosk.settings import content_from, parse_path

if TYPE_CHECKING:
    from kiosk.station.editions import EditionStore


def add_state(parser: Parser) -> None:
    """Adds ``--state``, read by `stored_editions`."""
    parser.add_argument(
        "--state", metavar="DIR", help="where the kiosk keeps what it has to remember"
    )


def stored_editions(content: str | None, state: str | None) -> tuple[Path, EditionStore]:
    """The content folder, which may be gone, and its store; UsageError if that has no editions."""
    from kiosk.station.editions import EditionStore, state_root, store_root
    from kiosk.station.listing import known_folders

    folder = content_from(content, os.environ).absolute()
    root = state_root(parse_path("--state", state) if state is not None else None)
    store = EditionStore(store_root(root, folder))
    if not store.editions():
        known = known_folders(root)
        near = get_close_matches(str(folder), known, n=1, cutoff=0.5) or known[:1]
        advice = (
            f"did you mean {near[0]}?"
            if near
            else "call this as the user that the kiosk runs as, or name its state folder with "
            "--state."
        )
        raise UsageError(f"No edition of “{folder}” is stored in {root}; {advice}")
    return folder, store


def when(moment: float) -> str:
    """Seconds since 1970 in the machine's own time, to the minute."""
    return datetime.fromtimestamp(moment).strftime("%Y-%m-%d %H:%M")
