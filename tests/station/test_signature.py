from __future__ import annotations

from pathlib import Path

from kiosk.station.signature import folder_signature, tree


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link to a whole disk costs one entry, and a change behind it is none of the folder's."""
    outside, folder = tmp_path / "outside", tmp_path / "content"
    outside.mkdir()
    folder.mkdir()
    (folder / "disk").symlink_to("/")
    (folder / "link").symlink_to(outside)
    before = folder_signature(folder)
    (outside / "new").write_text("x")
    assert [listed.path for listed in tree(folder)] == [str(folder)]
    assert folder_signature(folder) == before


def test_links_among_folders_do_not_multiply(tmp_path: Path) -> None:
    """Forty folders with two links each would be a million million ways."""
    for number in range(40):
        (tmp_path / f"d{number}").mkdir()
        for name in "ab":
            (tmp_path / f"d{number}" / name).symlink_to(tmp_path / f"d{(number + 1) % 40}")
    assert len(list(tree(tmp_path))) == 41


def test_a_thousand_levels_are_walked(tmp_path: Path) -> None:
    """Where the path becomes too long for the system, an error stands for the rest."""
    deepest = tmp_path
    for _ in range(300):
        deepest = deepest / "level"
        deepest.mkdir()
    walked = list(tree(tmp_path))
    assert len(walked) == 301
    assert not walked[-1].entries


def test_walking_ends_at_its_bound(tmp_path: Path) -> None:
    """However much there is, no more is looked at."""
    for number in range(30):
        (tmp_path / f"{number}.txt").touch()
    assert sum(len(listed.entries) for listed in tree(tmp_path, 7)) == 7
