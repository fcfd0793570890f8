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
from PySide6.QtMultimedia import QAudioBuffer, QAudioDecoder, QAudioFormat

log = logging.getLogger(__name__)

PEAKS = 240
"""Parts; more would be finer than a fingertip on any screen."""

RATE = 8000
STRIDE = RATE // 200
"""Samples a second that are looked at, about, and how many of them are one moment."""

LOUDEST = 32767

KINDS = {
    QAudioFormat.SampleFormat.UInt8: ("B", 128, 128),
    QAudioFormat.SampleFormat.Int16: ("h", 0, 2**15),
    QAudioFormat.SampleFormat.Int32: ("i", 0, 2**31),
    QAudioFormat.SampleFormat.Float: ("f", 0, 1),
}
"""The type of each sample, where silence is, and how far from there the loudest."""

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
    decoder = QAudioDecoder()
    decoder.setSource(QUrl.fromLocalFile(str(path)))
    moments = array("i")
    waiting = array("f")
    ended: list[bool] = []

    def read() -> None:
        while decoder.bufferAvailable():
            waiting.extend(_samples(decoder.read()))
        whole = len(waiting) - len(waiting) % STRIDE
        for start in range(0, whole, STRIDE):
            moment = waiting[start : start + STRIDE]
            moments.append(int(max(max(moment), -min(moment)) * LOUDEST))
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


def _samples(buffer: QAudioBuffer) -> list[float]:
    """Some of its samples, −1 … 1, of each channel in turn.

    Taken here: Qt's own way to fewer samples hangs with MP3 files.
    """
    form = buffer.format()
    kind, silence, loudest = KINDS.get(form.sampleFormat(), ("", 0, 1))
    if not kind:
        return []
    step = max(1, form.sampleRate() * form.channelCount() // RATE) | 1
    samples = memoryview(bytes(buffer.constData())).cast(kind)[::step].tolist()  # type: ignore[call-overload]
    return [(sample - silence) / loudest for sample in samples]
