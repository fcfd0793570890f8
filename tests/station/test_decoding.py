from __future__ import annotations

import os
import signal
import struct
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QImage

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import Decoder, Failure, MediaFacts
from tests.fuzz.mutation import mutated
from tests.station.conftest import write_sound


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder(time_limit=10) as decoder:
        yield decoder


def both(folder: Path) -> dict[str, Path]:
    return {"screen": folder / "screen", "card": folder / "card"}


def png_header(width: int, height: int) -> bytes:
    """The beginning of a PNG file that promises a picture of this size."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (header, data, b"IEND")
    )


def test_picture(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A picture gives its size and an opaque preview for card and screen, never enlarged."""
    facts = decoder.decode(shelf / "picture.jpg", MediumKind.IMAGE, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height) == (1600, 1200)
    assert facts.previews == {"screen": "screen.jpg", "card": "card.jpg"}
    sizes = {name: QImage(str(tmp_path / file)).size() for name, file in facts.previews.items()}
    assert (sizes["screen"].width(), sizes["screen"].height()) == (1600, 1200)
    assert (sizes["card"].width(), sizes["card"].height()) == (960, 720)


def test_large_picture_is_reduced(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A picture larger than any screen has a preview of the screen's size, in proportion."""
    facts = decoder.decode(shelf / "wide.webp", MediumKind.IMAGE, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height) == (5000, 2500)
    screen = QImage(str(tmp_path / facts.previews["screen"]))
    assert (screen.width(), screen.height()) == (3840, 1920)


def test_transparency_is_kept(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A picture that can be seen through keeps that in its previews."""
    facts = decoder.decode(shelf / "cutout.png", MediumKind.IMAGE, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    card = QImage(str(tmp_path / facts.previews["card"]))
    assert card.hasAlphaChannel()
    assert card.pixelColor(card.width() - 1, 0).alpha() == 0


def test_turned_picture(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """The camera's note about orientation is obeyed in size and previews."""
    facts = decoder.decode(shelf / "turned.jpg", MediumKind.IMAGE, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height) == (800, 1600)
    screen = QImage(str(tmp_path / facts.previews["screen"]))
    assert (screen.width(), screen.height()) == (800, 1600)


def test_film(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A film gives its size and duration, and a poster."""
    facts = decoder.decode(shelf / "film.mp4", MediumKind.VIDEO, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height, facts.has_audio) == (320, 240, False)
    assert facts.duration_ms == pytest.approx(2000, abs=100)
    assert not QImage(str(tmp_path / facts.previews["card"])).isNull()


def test_poster_is_not_black(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A film that begins in the dark gets a poster from further in."""
    facts = decoder.decode(shelf / "dark-start.mp4", MediumKind.VIDEO, both(tmp_path))
    assert isinstance(facts, MediaFacts)
    assert QImage(str(tmp_path / facts.previews["card"])).pixelColor(161, 120).red() > 100


def test_sound(decoder: Decoder, shelf: Path) -> None:
    """A recording gives its duration and no picture."""
    facts = decoder.decode(shelf / "sound.wav", MediumKind.AUDIO, {})
    assert isinstance(facts, MediaFacts)
    assert facts.has_audio
    assert facts.duration_ms == pytest.approx(2000, abs=50)


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("half.jpg", MediumKind.IMAGE, "cut-short"),
        ("half.png", MediumKind.IMAGE, "damaged"),
        ("half.mp4", MediumKind.VIDEO, "cut-short"),
        ("no-index.mp4", MediumKind.VIDEO, "cut-short"),
        ("half.wav", MediumKind.AUDIO, "cut-short"),
        ("empty.jpg", MediumKind.IMAGE, "damaged"),
        ("noise.mp4", MediumKind.VIDEO, "damaged"),
        ("sound.wav", MediumKind.VIDEO, "no-picture"),
        ("film.mp4", MediumKind.AUDIO, "no-sound"),
        ("film.mp4", MediumKind.IMAGE, "damaged"),
    ],
)
def test_bad_file(
    decoder: Decoder, shelf: Path, name: str, kind: MediumKind, reason: str, tmp_path: Path
) -> None:
    """Each kind of bad file is refused for its own reason, and leaves no preview."""
    assert decoder.decode(shelf / name, kind, both(tmp_path)) == Failure(reason=reason)
    assert not list(tmp_path.iterdir())


def test_huge_picture(decoder: Decoder, tmp_path: Path) -> None:
    """A picture of 2500 megapixels is refused at once, before it is decoded."""
    huge = tmp_path / "huge.png"
    huge.write_bytes(png_header(50_000, 50_000))
    began = time.monotonic()
    result = decoder.decode(huge, MediumKind.IMAGE, {})
    assert result == Failure(reason="too-large", megapixels=2500)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("length", [20, 6000], ids=["short tag", "long tag"])
def test_list_behind_a_tag_is_refused(decoder: Decoder, tmp_path: Path, length: int) -> None:
    """FFmpeg skips an ID3 tag and would follow the list of files after it."""
    tag = b"ID3\x04\0\0" + bytes(length >> shift & 127 for shift in (21, 14, 7, 0))
    write_sound(tmp_path / "other.wav", 1)
    disguised = tmp_path / "voice.mp3"
    disguised.write_bytes(tag + bytes(length) + b"ffconcat version 1.0\nfile other.wav\n")
    assert decoder.decode(disguised, MediumKind.AUDIO, {}) == Failure(reason="disguised")


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with(extra: bytes, data: bytes, width: int = 8, height: int = 8) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def deflated_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj()
    return b"".join(packer.compress(bytes(2**20)) for _ in range(megabytes)) + packer.flush()


def test_what_unpacks_without_end_is_bounded(decoder: Decoder, tmp_path: Path) -> None:
    """A note or pixels of half a gigabyte in a small PNG cost neither memory nor time."""
    bomb = deflated_zeros(512)
    rows = zlib.compress((b"\0" + bytes(24)) * 8)
    for number, data in enumerate(
        (
            png_with(chunk(b"zTXt", b"note\0\0" + bomb), rows),
            png_with(chunk(b"iCCP", b"profile\0\0" + bomb), rows),
            png_with(b"", bomb),
        )
    ):
        file = tmp_path / f"{number}.png"
        file.write_bytes(data)
        result = decoder.decode(file, MediumKind.IMAGE, {})
        assert isinstance(result, MediaFacts) or result.reason == "damaged"


def promising(picture: bytes) -> bytes:
    """A JPEG whose header speaks of 50 000 by 50 000 pixels, though the rest is as it was."""
    place = picture.index(b"\xff\xc0") + 5
    return picture[:place] + struct.pack(">HH", 50_000, 50_000) + picture[place + 4 :]


def test_headers_that_promise_too_much(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """Each format's header is believed before anything is decoded."""
    canvas = b"VP8X\x0a\0\0\0\0\0\0\0" + (49_999).to_bytes(3, "little") * 2
    for number, data in enumerate(
        (
            promising((shelf / "picture.jpg").read_bytes()),
            b"RIFF" + struct.pack("<I", 200) + b"WEBP" + canvas + bytes(180),
            png_header(50_000, 50_000),
        )
    ):
        file = tmp_path / str(number)
        file.write_bytes(data)
        result = decoder.decode(file, MediumKind.IMAGE, {})
        assert result == Failure(reason="too-large", megapixels=2500)


def test_headers_that_promise_too_little(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """Pixels beyond the size in the header are never written anywhere."""
    picture = (shelf / "picture.jpg").read_bytes()
    place = picture.index(b"\xff\xc0") + 5
    file = tmp_path / "small.jpg"
    file.write_bytes(picture[:place] + struct.pack(">HH", 8, 8) + picture[place + 4 :])
    facts = decoder.decode(file, MediumKind.IMAGE, {})
    assert isinstance(facts, MediaFacts)
    assert (facts.width, facts.height) == (8, 8)


def test_unwritable_preview(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """A preview that cannot be saved is not the picture's fault."""
    nowhere = {"card": tmp_path / "missing" / "card"}
    result = decoder.decode(shelf / "picture.jpg", MediumKind.IMAGE, nowhere)
    assert result == Failure(reason="unwritten")


def test_hang_is_ended(shelf: Path) -> None:
    """A pipe without an end is given up when its time is over."""
    with Decoder(time_limit=1.5) as decoder:
        began = time.monotonic()
        assert decoder.decode(shelf / "pipe.mp4", MediumKind.VIDEO, {}) == Failure(reason="slow")
        assert time.monotonic() - began < 4


def test_crash_costs_one_file(shelf: Path) -> None:
    """A child that crashes fails its file, and the next file has a fresh child."""
    with Decoder() as decoder:

        def crash() -> None:
            if decoder.pid is not None:
                os.kill(decoder.pid, signal.SIGSEGV)

        blow = threading.Timer(0.7, crash)
        blow.start()
        crashed = decoder.decode(shelf / "pipe.mp4", MediumKind.VIDEO, {})
        assert crashed == Failure(reason="crashed")
        assert isinstance(decoder.decode(shelf / "small.png", MediumKind.IMAGE, {}), MediaFacts)


def test_crash_is_not_blamed_on_the_next_file(shelf: Path) -> None:
    """A child that dies of an earlier file's harm is replaced, and the file is tried again."""
    with Decoder() as decoder:
        decoder.decode(shelf / "small.png", MediumKind.IMAGE, {})
        first = decoder.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert isinstance(decoder.decode(shelf / "small.png", MediumKind.IMAGE, {}), MediaFacts)
        assert decoder.pid != first


@pytest.mark.slow
def test_damaged_media_of_every_kind(shelf: Path, tmp_path: Path) -> None:
    """Whatever is changed in a file: facts or a failure, within its time, and never worse."""
    kinds = {
        MediumKind.IMAGE: ("picture.jpg", "cutout.png", "wide.webp"),
        MediumKind.VIDEO: ("film.mp4", "index-last.mp4"),
        MediumKind.AUDIO: ("sound.wav",),
    }
    random = Random(4)
    found: Counter[str] = Counter()
    with Decoder(time_limit=30) as decoder:
        for kind, names in kinds.items():
            seeds = [(shelf / name).read_bytes() for name in names]
            for number in range(200):
                file = tmp_path / f"{number}"
                file.write_bytes(mutated(random, seeds, longest=10**6))
                result = decoder.decode(file, kind, both(tmp_path))
                found[result.reason if isinstance(result, Failure) else "good"] += 1
    assert found["good"]
    assert found["damaged"]


def test_nothing_reaches_our_stderr(
    decoder: Decoder, shelf: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever the decoders complain about, the kiosk's own output stays clean."""
    decoder.decode(shelf / "half.mp4", MediumKind.VIDEO, {})
    decoder.decode(shelf / "half.jpg", MediumKind.IMAGE, {})
    assert capfd.readouterr() == ("", "")


def test_child_ends_with_its_decoder(shelf: Path) -> None:
    """No process is left behind."""
    with Decoder() as decoder:
        decoder.decode(shelf / "small.png", MediumKind.IMAGE, {})
        child = decoder.pid
        assert child is not None
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
