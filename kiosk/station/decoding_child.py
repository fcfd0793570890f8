"""The child process that opens media: JSON lines in, one JSON line out for each.

Started by `kiosk.station.decoding`. Whatever a file does to it ends here.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.exhibit.media.drawings import is_drawing
from kiosk.exhibit.media.formats import HEAD_BYTES
from kiosk.exhibit.model import MediumKind
from kiosk.station.children import limit_resources
from kiosk.station.decoding import Answer, Failure
from kiosk.station.records import to_json

LARGEST_PREVIEW = 2**28
"""Bytes; the largest that a picture of our sizes can become is about a quarter of it."""

GRACE = 5.0
"""Seconds after its time limit when a child that nobody killed ends itself."""


def _set_alarm(seconds: float) -> None:
    """A hang in C code is ended by the kernel even if the parent is gone."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _decoders() -> dict[MediumKind, Callable[[Path, dict[str, Path]], Answer]]:
    from PySide6.QtGui import QGuiApplication

    from kiosk.station.decoding_images import decode_image

    application = QGuiApplication([])

    def decode_picture(path: Path, previews: dict[str, Path]) -> Answer:
        with path.open("rb") as reading:
            drawn = is_drawing(reading.read(HEAD_BYTES))
        if not drawn:
            return decode_image(path, previews)
        from kiosk.station.decoding_drawings import decode_drawing

        return decode_drawing(path, previews)

    def decode_running(path: Path, previews: dict[str, Path]) -> Answer:
        from kiosk.station.decoding_films import decode_film

        return decode_film(application, path, previews)

    def decode_sound(path: Path, previews: dict[str, Path]) -> Answer:
        from kiosk.station.decoding_films import decode_sound

        return decode_sound(application, path, previews)

    return {
        MediumKind.IMAGE: decode_picture,
        MediumKind.VIDEO: decode_running,
        MediumKind.AUDIO: decode_sound,
    }


def main() -> None:
    """Answer requests until stdin closes. Only answers reach stdout, whatever libraries print."""
    limit_resources(LARGEST_PREVIEW)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    decoders = _decoders()
    for line in sys.stdin:
        request = json.loads(line)
        _set_alarm(request["limit"] + GRACE)
        previews = {name: Path(stem) for name, stem in request["previews"].items()}
        decode = decoders[MediumKind(request["kind"])]
        try:
            answer = decode(Path(request["path"]), previews)
        except MemoryError:
            answer = Answer(failure=Failure(reason="too-large"))
        _set_alarm(0)
        answers.write(to_json(answer).decode() + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
    # Qt's media threads may hang while the interpreter takes them down.
    os._exit(0)
