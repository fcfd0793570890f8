"""Films and recordings whose container is good and whose contents are not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import Decoder, Failure, MediaFacts

PICTURES = ("-f", "lavfi", "-i", "testsrc=size=160x120:rate=10:duration=1")
SOUND = ("-f", "lavfi", "-i", "sine=duration=1")


@lru_cache(maxsize=1)
def encoders() -> str:
    """What ffmpeg of this machine can write; "" without it."""
    if shutil.which("ffmpeg") is None:
        return ""
    asked = subprocess.run(
        ["ffmpeg", "-hide_banner", "-encoders"], capture_output=True, text=True, check=True
    )
    return asked.stdout


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder(time_limit=10) as decoder:
        yield decoder


def made(path: Path, encoder: str, *options: str) -> Path:
    """A film of one second, or a recording, coded like that."""
    if f" {encoder} " not in encoders():
        pytest.skip(f"ffmpeg with {encoder} is not installed")
    command = ["ffmpeg", "-loglevel", "error", *options, str(path)]
    subprocess.run(command, check=True, timeout=60, stderr=subprocess.DEVNULL)
    return path


X264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p")


@pytest.mark.parametrize(
    ("name", "encoder", "options", "reason", "codec"),
    [
        (
            "hevc.mp4",
            "libx265",
            (*PICTURES, "-c:v", "libx265", "-pix_fmt", "yuv420p"),
            "codec",
            "HEVC (H.265) pictures",
        ),
        (
            "av1.mp4",
            "libaom-av1",
            (*PICTURES, "-c:v", "libaom-av1", "-cpu-used", "8"),
            "codec",
            "AV1 pictures",
        ),
        (
            "ac3.mp4",
            "ac3",
            (*PICTURES, *SOUND, *X264, "-c:a", "ac3"),
            "codec",
            "Dolby Digital (AC-3) sound",
        ),
        (
            "deep.mp4",
            "libx264",
            (*PICTURES, "-c:v", "libx264", "-pix_fmt", "yuv420p10le"),
            "deep-colour",
            "",
        ),
    ],
)
def test_films_that_not_every_kiosk_plays(
    decoder: Decoder,
    tmp_path: Path,
    name: str,
    encoder: str,
    options: tuple[str, ...],
    reason: str,
    codec: str,
) -> None:
    """A good container does not help: what is inside is judged, and named."""
    path = made(tmp_path / name, encoder, *options)
    failure = decoder.decode(path, MediumKind.VIDEO, {})
    assert isinstance(failure, Failure), failure
    assert (failure.reason, failure.codec) == (reason, codec)


@pytest.mark.parametrize(
    ("name", "encoder", "options", "kind"),
    [
        ("h264.mp4", "libx264", (*PICTURES, *SOUND, *X264, "-c:a", "aac"), MediumKind.VIDEO),
        ("vp9.webm", "libvpx-vp9", (*PICTURES, "-c:v", "libvpx-vp9"), MediumKind.VIDEO),
        ("deep.wav", "pcm_s24le", (*SOUND, "-c:a", "pcm_s24le"), MediumKind.AUDIO),
        ("short.flac", "flac", (*SOUND, "-c:a", "flac"), MediumKind.AUDIO),
        ("sound.opus", "libopus", (*SOUND, "-c:a", "libopus"), MediumKind.AUDIO),
    ],
)
def test_films_and_sounds_of_the_list(
    decoder: Decoder,
    tmp_path: Path,
    name: str,
    encoder: str,
    options: tuple[str, ...],
    kind: MediumKind,
) -> None:
    """What the curators' guide promises is decoded, even a recording of one second."""
    facts = decoder.decode(made(tmp_path / name, encoder, *options), kind, {})
    assert isinstance(facts, MediaFacts), facts


def test_a_recording_that_not_every_kiosk_plays(decoder: Decoder, tmp_path: Path) -> None:
    """Sound is judged by what is inside as films are."""
    path = made(tmp_path / "lossless.m4a", "alac", *SOUND, "-c:a", "alac")
    failure = decoder.decode(path, MediumKind.AUDIO, {})
    assert isinstance(failure, Failure)
    assert failure.codec == "Apple Lossless (ALAC) sound"
