"""What peers are told, and how they are had."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exhibits import happenings, make_exhibit
from peers import PEERS, fetched, missing, told_to_timelinejs, told_to_vis

from kiosk.exhibit.reader import read_exhibit


def programs(folder: Path, *names: str) -> None:
    """Makes `folder` one with programs of these names."""
    folder.mkdir()
    for name in names:
        (folder / name).write_text("")
        (folder / name).chmod(0o755)


def install(packages: Path, version: str | None = None) -> None:
    """Makes `packages` look as npm leaves it."""
    for peer in PEERS:
        home = packages / peer.package
        home.mkdir(parents=True)
        about = {"name": peer.package, "version": version or peer.version}
        (home / "package.json").write_text(json.dumps(about))


def test_all_are_told_the_same(tmp_path: Path) -> None:
    """Peers get the titles and days of the exhibit that the kiosk gets."""
    exhibit = read_exhibit(make_exhibit(tmp_path / "exhibit", 60)).exhibit
    assert exhibit is not None
    expected = sorted((event.title.root["en"], event.date.text) for event in exhibit.events)
    items = told_to_vis(happenings(60))
    vis = [
        (item["content"], "/".join(str(item[key]) for key in ("start", "end") if key in item))
        for item in items
    ]
    story = told_to_timelinejs(happenings(60))["events"]
    timelinejs = [
        (
            slide["text"]["headline"],
            "/".join(
                "{year}-{month:02}-{day:02}".format(**slide[key])
                for key in ("start_date", "end_date")
                if key in slide
            ),
        )
        for slide in story
    ]
    assert sorted(vis) == expected
    assert sorted(timelinejs) == expected


def test_missing_programs_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there is said as one would install it, and nothing if all is."""
    for name, there, words in (
        ("none", (), "chromium, node, npm"),
        ("npm", ("chromium", "node"), "npm"),
        ("all", ("chromium-browser", "node", "npm"), ""),
    ):
        programs(tmp_path / name, *there)
        monkeypatch.setenv("PATH", str(tmp_path / name))
        assert missing() == words


def test_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in the cache in the right version is not fetched again; another version is."""
    monkeypatch.setenv("PATH", str(tmp_path))
    install(tmp_path / "now" / "node_modules")
    assert fetched(tmp_path / "now") == tmp_path / "now" / "node_modules"
    install(tmp_path / "old" / "node_modules", "0.1.0")
    with pytest.raises(FileNotFoundError, match="npm"):
        fetched(tmp_path / "old")
