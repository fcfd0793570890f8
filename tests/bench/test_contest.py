"""What is kept for the next measuring."""

from __future__ import annotations

from pathlib import Path

from contest import kept_exhibit


def test_exhibit_is_kept(tmp_path: Path) -> None:
    """A generated exhibit is written once, and anew with its edition if it would differ."""
    folder = kept_exhibit(tmp_path, 3)
    assert len(list((folder / "events").iterdir())) == 3
    edition = tmp_path / "state-3"
    edition.mkdir()
    (folder / "kept").touch()
    assert kept_exhibit(tmp_path, 3) == folder
    assert (folder / "kept").exists()
    (tmp_path / "events-3.written-by").write_text("an older one")
    assert kept_exhibit(tmp_path, 3) == folder
    assert not (folder / "kept").exists()
    assert not edition.exists()
