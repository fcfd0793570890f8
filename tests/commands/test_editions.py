"""``kiosk editions``: what it lists, for people and for programs."""

from __future__ import annotations

import json
import shutil
import time
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.station.crashes import Run, Showing, boot_id, set_aside_crashed
from kiosk.station.listing import note_folder
from kiosk.station.records import to_json


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remarks are not broken across lines."""
    monkeypatch.setenv("COLUMNS", "160")


def listed(museum: Any, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    words = ["editions", str(museum.content), "--state", str(museum.state), "--format", "json"]
    assert main(words) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["editions"]
    return found


def crash(museum: Any, number: int) -> None:
    """As if the kiosk had died with this edition on screen, three times."""
    (museum.store.root / "runs").mkdir(exist_ok=True)
    for n in range(3):
        run = Run(
            edition=f"{number:08d}", floor=True, boot=boot_id(), since=time.monotonic() - 3 + n
        )
        (museum.store.root / f"runs/{n}.json").write_bytes(to_json(run))
    set_aside_crashed(museum.store.root)


def test_every_edition_is_listed(museum: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Newest first, with counts, what is wrong with each, and when it was made."""
    museum.save("Old")
    museum.save("Broken", date="soon")
    museum.save("Hidden", drafts=True)
    found = listed(museum, capsys)
    assert [edition["number"] for edition in found] == [3, 2, 1]
    assert [edition["events"] for edition in found] == [1, 0, 1]
    assert [edition["errors"] for edition in found] == [0, 1, 0]
    assert [edition["drafts"] for edition in found] == [True, False, False]
    assert [edition["chosen"] for edition in found] == [False, False, True]
    assert all(edition["made_at"] for edition in found)


def test_an_edition_costs_what_changed(museum: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """A film is paid for once, however many editions show it."""
    (museum.content / "media").mkdir()
    (museum.content / "media/scan.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 300_000)
    (museum.content / "events/one/article.en.md").write_text("![](scan.pdf)\n")
    museum.save("One")
    museum.save("Two")
    second, first = listed(museum, capsys)
    assert first["size"] > 300_000 > 30_000 > second["size"] > 0
    stored = sum(file.stat().st_size for file in museum.store.root.glob("objects/*/*"))
    assert stored < first["size"]


def test_what_kiosks_show_is_marked(museum: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The floor, a window, a rollback and a crash are told in the table and in JSON."""
    for title in ("One", "Two", "Three", "Four"):
        museum.save(title)
    floor, window = (Showing(museum.store.root, floor=here) for here in (True, False))
    floor.begin("00000002")
    window.begin("00000003")
    words = [str(museum.content), "--state", str(museum.state)]
    assert main(["rollback", *words, "2"]) == 0
    capsys.readouterr()
    try:
        found = {edition["number"]: edition for edition in listed(museum, capsys)}
        assert found[2]["on_the_floor"]
        assert found[2]["rolled_back_to"]
        assert found[2]["chosen"]
        assert found[3]["in_a_window"]
        assert main(["editions", *words]) == 0
        out = capsys.readouterr().out
        assert "on the floor, rolled back to" in out
        assert "in a window" in out
    finally:
        floor.end()
        window.end()


def test_set_aside_is_marked(
    museum: Any, capsys: pytest.CaptureFixture[str], expected_logs: list[str]
) -> None:
    """Whoever wonders why the newest is not shown finds the reason in the list."""
    expected_logs.append("set aside")
    museum.save("One")
    crash(museum, museum.save("Two"))
    second, first = listed(museum, capsys)
    assert (second["set_aside"], first["set_aside"]) == (True, False)
    assert first["chosen"]
    assert main(["editions", str(museum.content), "--state", str(museum.state)]) == 0
    assert "set aside after crashes" in capsys.readouterr().out


def test_the_folder_may_be_gone(museum: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Editions outlive their folder, and can still be listed."""
    museum.save("One")
    shutil.rmtree(museum.content)
    assert len(listed(museum, capsys)) == 1


def test_no_store_is_one_sentence(museum: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where it has looked, and of which folder there are editions."""
    words = ["editions", str(museum.content), "--state", str(museum.state)]
    assert main(words) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"kiosk: No edition of “{museum.content}” is stored in {museum.state};")
    assert "--state" in err
    assert err.count("\n") == 1
    museum.save("One")
    note_folder(museum.store.root, museum.content)
    words[1] += "s"
    assert main(words) == 2
    assert f"did you mean {museum.content}?" in capsys.readouterr().err
