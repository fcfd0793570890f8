"""Real files for the station's tests, made by Qt and the standard library in a child process."""

from __future__ import annotations

import math
import os
import struct
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.station.workshops import Workshop

PAINTER = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QLinearGradient, QPainter

folder = sys.argv[1]

def picture(width, height, see_through=False):
    pixels = QImage.Format.Format_ARGB32 if see_through else QImage.Format.Format_RGB32
    image = QImage(width, height, pixels)
    image.fill(QColor(0, 0, 0, 0) if see_through else QColor("gray"))
    gradient = QLinearGradient(0, 0, width, height)
    gradient.setColorAt(0, QColor("darkred"))
    gradient.setColorAt(1, QColor("khaki"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, gradient)
    painter.end()
    return image

picture(1600, 1200).save(f"{folder}/picture.jpg", "JPG", 90)
picture(1500, 1000, see_through=True).save(f"{folder}/cutout.png")
picture(400, 300).save(f"{folder}/small.png")
picture(5000, 2500).save(f"{folder}/wide.webp")
writer = QImageWriter(f"{folder}/turned.jpg")
writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
writer.write(picture(1600, 800))
for number in range(50):
    frame = QImage(320, 240, QImage.Format.Format_RGB32)
    frame.fill(QColor(200, 4 * number, 40))
    frame.save(f"{folder}/frame-{number:02}.jpg", "JPG", 80)
frame.fill(QColor("black"))
frame.save(f"{folder}/frame-black.jpg", "JPG", 80)
"""


def run_qt(script: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-c", script, *arguments],
        check=True,
        timeout=60,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


SCALE = 1000
MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def write_film(
    path: Path, pictures: Sequence[bytes], size: tuple[int, int], *, index_first: bool
) -> None:
    """An MP4 (ISO 14496-12) of JPEG pictures, 40 ms each; its index before or after them."""
    width, height = size
    duration = 40 * len(pictures)
    head = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2mp41")

    def index(first: int) -> bytes:
        offsets = [first]
        for picture in pictures[:-1]:
            offsets.append(offsets[-1] + len(picture))
        entry = box(
            b"jpeg",
            struct.pack(">6xH16xHHII4xH32xHh", 1, width, height, 0x480000, 0x480000, 1, 24, -1),
        )
        table = box(
            b"stbl",
            box(b"stsd", struct.pack(">II", 0, 1), entry),
            box(b"stts", struct.pack(">IIII", 0, 1, len(pictures), 40)),
            box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
            box(
                b"stsz",
                struct.pack(">III", 0, 0, len(pictures)),
                *(struct.pack(">I", len(picture)) for picture in pictures),
            ),
            box(
                b"stco",
                struct.pack(">II", 0, len(pictures)),
                *(struct.pack(">I", offset) for offset in offsets),
            ),
        )
        media = box(
            b"mdia",
            box(b"mdhd", struct.pack(">IIIIIHH", 0, 0, 0, SCALE, duration, 0x55C4, 0)),
            box(b"hdlr", struct.pack(">II4s12x", 0, 0, b"vide"), b"film\0"),
            box(
                b"minf",
                box(b"vmhd", struct.pack(">I8x", 1)),
                box(b"dinf", box(b"dref", struct.pack(">II", 0, 1), box(b"url ", b"\0\0\0\1"))),
                table,
            ),
        )
        track = box(
            b"tkhd",
            struct.pack(">IIIIII8xHHHH", 3, 0, 0, 1, 0, duration, 0, 0, 0, 0),
            MATRIX,
            struct.pack(">II", width << 16, height << 16),
        )
        movie = struct.pack(">IIIIIIH10x", 0, 0, 0, SCALE, duration, 0x10000, 0x100)
        return box(
            b"moov",
            box(b"mvhd", movie, MATRIX, b"\0" * 24, struct.pack(">I", 2)),
            box(b"trak", track, media),
        )

    data = box(b"mdat", *pictures)
    if index_first:
        first = len(head) + len(index(0)) + 8
        path.write_bytes(head + index(first) + data)
    else:
        path.write_bytes(head + data + index(len(head) + 8))


def write_sound(path: Path, seconds: float, rate: int = 8000) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        samples = (int(9000 * math.sin(n / 4)) for n in range(int(seconds * rate)))
        sound.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of good and bad media that tests copy from and do not change."""
    folder = tmp_path_factory.mktemp("shelf")
    run_qt(PAINTER, str(folder))
    frames = [path.read_bytes() for path in sorted(folder.glob("frame-[0-9]*"))]
    black = (folder / "frame-black.jpg").read_bytes()
    size = (320, 240)
    write_film(folder / "film.mp4", frames, size, index_first=True)
    write_film(folder / "dark-start.mp4", [black] * 3 + frames, size, index_first=True)
    write_film(folder / "index-last.mp4", frames, size, index_first=False)
    write_sound(folder / "sound.wav", 2)
    picture = (folder / "picture.jpg").read_bytes()
    (folder / "half.jpg").write_bytes(picture[: len(picture) // 2])
    sound = (folder / "sound.wav").read_bytes()
    (folder / "half.wav").write_bytes(sound[: len(sound) // 2])
    (folder / "half.png").write_bytes((folder / "cutout.png").read_bytes()[:2000])
    film = (folder / "film.mp4").read_bytes()
    (folder / "half.mp4").write_bytes(film[: len(film) // 2])
    film = (folder / "index-last.mp4").read_bytes()
    (folder / "no-index.mp4").write_bytes(film[: len(film) // 2])
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "picture-as-film.mp4").write_bytes((folder / "small.png").read_bytes())
    (folder / "noise.mp4").write_bytes(bytes(n * 7919 % 251 for n in range(5000)))
    (folder / "list.mp4").write_text("ffconcat version 1.0\nfile film.mp4\n", encoding="utf-8")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    os.mkfifo(folder / "pipe.mp4")
    return folder


EXHIBIT = """\
title: Test
languages: [en]
"""

EVENT = """\
date: {date}
title: {title}
summary: Something happened.
media:
  - {{file: {file}, alt: Alt, credit: Me, rights: CC0}}
"""


class ContentMaker:
    """A content folder that tests change as a curator would."""

    def __init__(self, folder: Path, shelf: Path) -> None:
        self.folder = folder
        self._shelf = shelf
        (folder / "media").mkdir(parents=True)
        (folder / "exhibit.yaml").write_text(EXHIBIT, encoding="utf-8")

    def put(self, name: str, target: str | None = None) -> Path:
        """Copies a file from the shelf into ``media``."""
        path = self.folder / "media" / (target or name)
        path.write_bytes((self._shelf / name).read_bytes())
        return path

    def event(self, slug: str, file: str, date: str = "1990", title: str = "Event") -> None:
        folder = self.folder / "events" / slug
        folder.mkdir(parents=True, exist_ok=True)
        text = EVENT.format(date=date, title=title, file=file)
        (folder / "event.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path, shelf: Path) -> ContentMaker:
    """A content folder with one event and one picture, without errors."""
    made = ContentMaker(tmp_path / "content", shelf)
    made.put("picture.jpg")
    made.event("first", "picture.jpg")
    return made


@pytest.fixture
def open_workshop(content: Any, tmp_path: Path) -> Iterator[Callable[..., Workshop]]:
    """Begins to watch the content folder, and waits for its first edition."""
    opened: list[Workshop] = []

    def start(
        *options: str, folder: Path | None = None, prefix: tuple[str, ...] = (), first: bool = True
    ) -> Workshop:
        workshop = Workshop(folder or content.folder, tmp_path / "store", *options, prefix=prefix)
        opened.append(workshop)
        if first:
            workshop.good()
        return workshop

    yield start
    for workshop in opened:
        workshop.close()
