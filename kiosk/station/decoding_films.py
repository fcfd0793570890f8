"""Decoding of films and sound; runs in the decoding child only.

Everything is watched from outside: a film counts as good when a frame has really arrived, near
its beginning and near its end, a sound when samples have.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtMultimedia import (
    QAudioBuffer,
    QAudioBufferOutput,
    QMediaFormat,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from kiosk.exhibit.media.codecs import foreign_codec
from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import (
    PEAKS,
    PREVIEW_SIDES,
    STILLS,
    Answer,
    Failure,
    MediaFacts,
    Reason,
)
from kiosk.station.decoding_images import write_previews
from kiosk.station.decoding_peaks import write_peaks
from kiosk.station.decoding_stills import write_stills
from kiosk.station.truncation import is_cut_off

DEEP_COLOURS = frozenset(
    {
        QVideoFrameFormat.PixelFormat.Format_YUV420P10,
        QVideoFrameFormat.PixelFormat.Format_P010,
        QVideoFrameFormat.PixelFormat.Format_P016,
        QVideoFrameFormat.PixelFormat.Format_Y16,
    }
)
"""Frames of more than eight bits, which most graphics chips and our painter cannot show."""

CONTAINERS = frozenset(
    {
        QMediaFormat.FileFormat.MPEG4,
        QMediaFormat.FileFormat.Mpeg4Audio,
        QMediaFormat.FileFormat.Matroska,
        QMediaFormat.FileFormat.WebM,
        QMediaFormat.FileFormat.Ogg,
        QMediaFormat.FileFormat.MP3,
        QMediaFormat.FileFormat.Wave,
        QMediaFormat.FileFormat.FLAC,
    }
)
"""What FFmpeg may take a file for. It looks behind an ID3 tag, where a list of files can hide."""

BLACK = 16
"""Mean brightness, 0…255, under which a frame is no use as a poster."""

POSTERS_AT = (0.1, 0.3, 0.5)
END_AT = 0.95
REACHED_END = 0.8
"""Shares of the duration: where better posters are sought, where the end is probed, and how far
samples must reach so that the file counts as whole."""

EARLY_MS = 100
"""How much before the place sought its first frame may lie; others are left from before."""

SHORTEST_SOUGHT_MS = 8000
"""Shorter ones may refuse to be sought in: FFmpeg finds no place near the end of a short FLAC."""

SEEK_WAIT = 4.0
"""Seconds for an answer to a seek; none is no fault, films with few key frames are slow."""


class _Playback:
    """A player without screen or sound, and what has come out of it since the last seek."""

    def __init__(self, application: QGuiApplication, path: Path) -> None:
        self._application = application
        self._tick = QTimer()
        self._tick.start(10)
        self.image: QImage | None = None
        self.sounded = False
        self.deep_colour = False
        self.reached_ms = -1.0
        self.failed = False
        self.ended = False
        self.loaded = False
        self._wants_image = True
        self._sought_ms = 0.0
        self._sink = QVideoSink()
        self._samples = QAudioBufferOutput()
        self.player = QMediaPlayer()
        self.player.setVideoSink(self._sink)
        self.player.setAudioBufferOutput(self._samples)
        self._sink.videoFrameChanged.connect(self._see)
        self._samples.audioBufferReceived.connect(self._hear)
        self.player.errorOccurred.connect(self._fail)
        self.player.mediaStatusChanged.connect(self._turn)
        self.player.setSource(QUrl.fromLocalFile(str(path)))
        self.player.play()

    def _see(self, frame: QVideoFrame) -> None:
        at_ms = frame.startTime() / 1000
        if not frame.isValid() or 0 <= at_ms < self._sought_ms - EARLY_MS:
            return
        self.deep_colour |= frame.pixelFormat() in DEEP_COLOURS
        if self._wants_image:
            image = frame.toImage()
            if image.isNull():
                return
            self.image = image
            self._wants_image = False
        self.reached_ms = max(self.reached_ms, at_ms)

    def _hear(self, samples: QAudioBuffer) -> None:
        if samples.isValid():
            self.sounded = True
            self.reached_ms = max(self.reached_ms, samples.startTime() / 1000)

    def _fail(self, _error: object, _message: str) -> None:
        self.failed = True

    def _turn(self, status: QMediaPlayer.MediaStatus) -> None:
        self.failed |= status == QMediaPlayer.MediaStatus.InvalidMedia
        self.loaded |= status == QMediaPlayer.MediaStatus.LoadedMedia
        self.ended |= status == QMediaPlayer.MediaStatus.EndOfMedia

    def wait(self, until: Callable[[], bool], seconds: float = float("inf")) -> bool:
        """Lets it play until `until`, a failure or its end; tells whether `until` came true."""
        limit = time.monotonic() + seconds
        while not until():
            if self.failed or self.ended or time.monotonic() > limit:
                return False
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return True

    def lacks_picture(self) -> bool:
        return self.loaded and not self.player.hasVideo()

    def lacks_sound(self) -> bool:
        return self.loaded and not self.player.hasAudio()

    def is_disguised(self) -> bool:
        form = self.player.metaData().value(QMediaMetaData.Key.FileFormat)
        return self.loaded and form not in CONTAINERS

    def foreign_codec(self) -> str | None:
        """The coding that keeps it from playing everywhere, None while nothing speaks against it.

        Uncompressed sound of a WAV file has many sizes of sample and only one that Qt names.
        """
        found = self.player.metaData()
        named = {
            key: found.value(key).name
            for key in (QMediaMetaData.Key.VideoCodec, QMediaMetaData.Key.AudioCodec)
            if found.value(key) is not None
        }
        sound = named.get(QMediaMetaData.Key.AudioCodec, "")
        if found.value(QMediaMetaData.Key.FileFormat) is QMediaFormat.FileFormat.Wave:
            sound = ""
        return foreign_codec(named.get(QMediaMetaData.Key.VideoCodec, ""), sound)

    def frame_rate(self) -> float:
        """Pictures in a second, 0 where the file does not say."""
        rate = self.player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
        return round(float(rate), 2) if rate else 0.0

    def picture_codec(self) -> str:
        """Qt's name of how the pictures are coded, "" where it has none."""
        codec = self.player.metaData().value(QMediaMetaData.Key.VideoCodec)
        return "" if codec is None else str(codec.name)

    def still_at(self, share: float, seconds: float) -> QImage | None:
        """The picture at that share of the film, if it comes in time."""
        self.seek(share, for_image=True)
        self.wait(lambda: self.image is not None, seconds)
        return self.image

    def seek(self, share: float, *, for_image: bool = False) -> None:
        self._wants_image = for_image
        self.image = None if for_image else self.image
        self.reached_ms = -1.0
        self.ended = False
        self._sought_ms = self.player.duration() * share
        self.player.setPosition(int(self._sought_ms))
        self.player.play()

    def is_cut_short(self) -> bool:
        """Whether what the file promises to hold near its end is missing."""
        duration = self.player.duration()
        if duration <= 0:
            return False
        self.seek(END_AT)
        self.wait(lambda: self.reached_ms >= duration * REACHED_END, SEEK_WAIT)
        if self.failed:
            return duration >= SHORTEST_SOUGHT_MS
        return self.ended and self.reached_ms < duration * REACHED_END

    def close(self) -> None:
        self.player.stop()
        self.player.setSource(QUrl())


def decode_film(application: QGuiApplication, path: Path, previews: dict[str, Path]) -> Answer:
    """Size, duration and sound of a film, and its first frame that is not black."""
    if is_cut_off(path):
        return _failed("cut-short")
    playback = _Playback(application, path)
    try:
        playback.wait(
            lambda: (
                playback.image is not None
                or playback.lacks_picture()
                or playback.foreign_codec() is not None
                or playback.deep_colour
            )
        )
        if playback.is_disguised():
            return _failed("disguised")
        if (codec := playback.foreign_codec()) is not None:
            return Answer(failure=Failure(reason="codec", codec=codec))
        if playback.deep_colour:
            return _failed("deep-colour")
        if playback.image is None:
            return _failed("damaged" if playback.failed else "no-picture")
        poster = playback.image
        duration = max(playback.player.duration(), 0)
        has_audio = playback.player.hasAudio()
        for share in POSTERS_AT if previews and duration else ():
            if not _is_black(poster):
                break
            playback.seek(share, for_image=True)
            playback.wait(lambda: playback.image is not None, SEEK_WAIT)
            poster = playback.image or poster
        rate = playback.frame_rate()
        codec = playback.picture_codec()
        if playback.is_cut_short():
            return _failed("cut-short")
        pictures = {name: stem for name, stem in previews.items() if name in PREVIEW_SIDES}
        written = write_previews(poster, pictures)
        if written is None:
            return _failed("unwritten")
        stills = None
        if STILLS in previews:
            stills = write_stills(playback.still_at, poster.size(), duration, previews[STILLS])
    except OSError:
        return _failed("unwritten")
    finally:
        playback.close()
    facts = MediaFacts(
        kind=MediumKind.VIDEO,
        width=poster.width(),
        height=poster.height(),
        duration_ms=duration,
        has_audio=has_audio,
        previews={**written, **({STILLS: stills[0]} if stills else {})},
        stills=stills[1] if stills else 0,
        rate=rate,
        codec=codec,
    )
    return Answer(facts=facts)


def decode_sound(application: QGuiApplication, path: Path, previews: dict[str, Path]) -> Answer:
    """The duration of a recording from which samples really came, and its peaks."""
    if is_cut_off(path):
        return _failed("cut-short")
    playback = _Playback(application, path)
    try:
        playback.wait(lambda: playback.sounded or playback.lacks_sound())
        if playback.is_disguised():
            return _failed("disguised")
        if (codec := playback.foreign_codec()) is not None:
            return Answer(failure=Failure(reason="codec", codec=codec))
        if not playback.sounded:
            return _failed("damaged" if playback.failed else "no-sound")
        duration = max(playback.player.duration(), 0)
        if playback.is_cut_short():
            return _failed("cut-short")
    finally:
        playback.close()
    try:
        peaks = write_peaks(application, path, previews[PEAKS]) if PEAKS in previews else None
    except OSError:
        return _failed("unwritten")
    facts = MediaFacts(
        kind=MediumKind.AUDIO,
        duration_ms=duration,
        has_audio=True,
        previews={PEAKS: peaks} if peaks else {},
    )
    return Answer(facts=facts)


def _is_black(image: QImage) -> bool:
    small = image.scaled(
        16,
        16,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = [small.pixelColor(x, y).value() for x in range(16) for y in range(16)]
    return sum(pixels) / len(pixels) < BLACK


def _failed(reason: Reason) -> Answer:
    return Answer(failure=Failure(reason=reason))
