from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.station.truncation import is_cut_off


@pytest.mark.parametrize("name", ["film.mp4", "index-last.mp4", "sound.wav", "wide.webp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_cut_file(shelf: Path, tmp_path: Path, name: str, share: float) -> None:
    """A file is whole as it was written, and cut off wherever it was cut."""
    whole = (shelf / name).read_bytes()
    assert not is_cut_off(shelf / name)
    cut = tmp_path / name
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert is_cut_off(cut)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x08ftyp", b"OggS"])
def test_nothing_is_announced(tmp_path: Path, content: bytes) -> None:
    """A file that does not say how long it is cannot be found too short."""
    (tmp_path / "file").write_bytes(content)
    assert not is_cut_off(tmp_path / "file")


def test_rest_after_the_last_box(shelf: Path, tmp_path: Path) -> None:
    """Rubbish after a whole film is not taken for a piece of it."""
    path = tmp_path / "film.mp4"
    path.write_bytes((shelf / "film.mp4").read_bytes() + b"\xff" * 64)
    assert not is_cut_off(path)
