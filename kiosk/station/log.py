"""The station's log: small, bounded, and never in the way."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 1_000_000
FILES = 3
FILE_NAME = "kiosk.log"


class _QuietFile(RotatingFileHandler):
    """A log file that goes on silently when the disk is full or has been unplugged."""

    def handleError(self, record: logging.LogRecord) -> None:
        del record

    def close(self) -> None:
        with contextlib.suppress(OSError):
            super().close()


def set_up_log(state: Path) -> Path | None:
    """Logs INFO and above to ``kiosk.log`` in `state`, WARNING and above also to stderr.

    Gives the log file, or None if none can be written there. A second call replaces the first.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    for handler in [h for h in root.handlers if getattr(h, "of_station", False)]:
        root.removeHandler(handler)
        handler.close()
    spoken = logging.StreamHandler(sys.stderr)
    spoken.setLevel(logging.WARNING)
    spoken.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    _add(root, spoken)
    try:
        state.mkdir(parents=True, exist_ok=True)
        written = _QuietFile(
            state / FILE_NAME, maxBytes=MAX_BYTES, backupCount=FILES - 1, encoding="utf-8"
        )
    except OSError as error:
        logging.getLogger(__name__).warning("nothing is logged in %s: %s", state, error)
        return None
    lines = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s")
    lines.converter = time.gmtime
    written.setFormatter(lines)
    _add(root, written)
    return state / FILE_NAME


def _add(root: logging.Logger, handler: logging.Handler) -> None:
    handler.of_station = True  # type: ignore[attr-defined]
    root.addHandler(handler)
