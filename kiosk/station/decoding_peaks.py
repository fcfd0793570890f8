"""How loud a recording is along its way: the picture of it that one finds one's place by.

Runs in the decoding child only. The file written has one byte for each of `PEAKS` parts of the
recording, its loudest moment as a share of the loudest of all.
"""

from __future__ import annotations

import logging
import time
from array import array
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

log = logging.getLogger(__name__)

PEAKS = 240
"""Parts; more would be finer than a fingertip on any screen."""

RATE = 8000
STRIDE = RATE // 200
"""Samples a second that are looked at, and how many of them are one moment."""

PATIENCE = 10.0
"""Seconds; about an hour and a quarter of sound is read meanwhile. What is longer has no peaks."""


def write_peaks(application: QGuiApplication, path: Path, stem: Path) -> str | None:
    """Writes the peaks of the recording `path` and gives the file's name, or None without them.

    A recording plays without them too, so nothing here is a fault. Raises OSError.
    """
    moments = _moments(application, path)
    if len(moments) < PEAKS:
        return None
    target = stem.with_name(f"{stem.name}.peaks")
    target.write_bytes(scaled(moments))
    return target.name


def scaled(moments: array[int]) -> bytes:
    """`PEAKS` bytes out of at least as many moments; the loudest is 255, silence 0."""
    edges = [len(moments) * number // PEAKS for number in range(PEAKS + 1)]
    parts = [max(moments[start:end]) for start, end in pairwise(edges)]
    loudest = max(parts) or 1
    return bytes(255 * part // loudest for part in parts)


def _moments(application: QGuiApplication, path: Path) -> array[int]:
    """The loudest sample of each moment; nothing if it takes too long or fails."""
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    decoder = QAudioDecoder()
    decoder.setAudioFormat(form)
    decoder.setSource(QUrl.fromLocalFile(str(path)))
    moments = array("i")
    waiting = array("h")
    ended: list[bool] = []

    def read() -> None:
        while decoder.bufferAvailable():
            waiting.frombytes(bytes(decoder.read().constData()))
        whole = len(waiting) - len(waiting) % STRIDE
        for start in range(0, whole, STRIDE):
            moment = waiting[start : start + STRIDE]
            moments.append(max(max(moment), -min(moment)))
        del waiting[:whole]

    decoder.bufferReady.connect(read)
    decoder.finished.connect(lambda: ended.append(True))
    decoder.error.connect(lambda _error: ended.append(False))
    tick = QTimer()
    tick.start(50)
    decoder.start()
    limit = time.monotonic() + PATIENCE
    while not ended and time.monotonic() < limit:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    decoder.stop()
    if not ended or not ended[0]:
        log.info("%s has no peaks", path)
        return array("i")
    return moments
