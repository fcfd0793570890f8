"""``kiosk import`` and ``kiosk export``: from the shell, and back again without a trace."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.resources import example_content
from tests.exhibit.conftest import PNG

TABLE = "date,title,file,alt\n1940,Beginning,a.png,A picture\n1941,,,\n"
TIMELINE = {
    "events": [
        {
            "start_date": {"year": "-43"},
            "text": {"headline": "Caesar", "text": "<p>Long dead.</p>"},
            "media": {"url": "https://x.example/c.jpg"},
        }
    ]
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with a usable and an unusable row, and a picture beside it."""
    (tmp_path / "a.png").write_bytes(PNG)
    file = tmp_path / "table.csv"
    file.write_text(TABLE)
    return file


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example exhibit."""
    return Path(shutil.copytree(example_content(), tmp_path / "example"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_table_becomes_a_sound_folder(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be used is said, and check finds no error."""
    target = tmp_path / "new"
    assert main(["import", str(table), "--to", str(target), "--language", "lt"]) == 0
    out = capsys.readouterr().out
    assert "row 3: There is no title." in out
    assert f"Events imported to {target}: 1." in out
    assert sorted(contents(target)) == [
        "events/1940-beginning/a.png",
        "events/1940-beginning/event.yaml",
        "exhibit.yaml",
    ]
    assert main(["check", str(target)]) == 0


def test_a_timeline_becomes_a_sound_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its remote picture as a warning."""
    file, target = tmp_path / "timeline.txt", tmp_path / "new"
    file.write_text(json.dumps(TIMELINE))
    assert main(["import", str(file), "--to", str(target)]) == 0
    capsys.readouterr()
    assert main(["check", str(target), "--format", "json"]) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [problem["code"] for problem in problems] == ["file-to-fetch"]
    assert "https://x.example/c.jpg" in problems[0]["message"]


def test_a_dry_run_writes_nothing(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what would be."""
    assert main(["import", str(table), "--to", str(tmp_path / "new"), "--dry-run"]) == 0
    assert "Events would be imported" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (["import", "FILE"], 2, "--to"),
        (["import", "gone.csv", "--to", "new"], 2, "There is no file “gone.csv”"),
        (["import", ".", "--to", "new"], 2, "is a folder"),
        (["import", "FILE", "--to", "full"], 2, "is not empty"),
        (["import", "FILE", "--to", "new", "--update"], 2, "There is no folder “new”"),
        (["import", "FILE", "--to", "full", "--update"], 1, "exhibit.yaml"),
        (["import", "other.txt", "--to", "new"], 1, "No timeline was found in it"),
        (["import", "FILE", "--to", "new", "--language", "Lithuanian"], 2, "--language"),
        (["export"], 2, "--table"),
        (["export", "--table", "x.ods"], 2, ".xlsx or .csv"),
        (["export", "--table", "FILE"], 2, "There is already"),
        (["export", "--table", "x.csv", "--language", "lt"], 2, "--timelinejs"),
        (["export", "full", "--table", "x.csv"], 1, "Nothing was exported"),
        (["export", "full", "--timelinejs", "x.json"], 1, "Nothing was exported"),
        (["export", "--timelinejs", "x.json", "--language", "de"], 2, "no language “de”"),
        (["export", "gone", "--table", "x.csv"], 2, "There is no folder"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: list[str],
    code: int,
    part: str,
    table: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Refused with 1 for what is in a file, with 2 for how the command was used."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("x")
    (tmp_path / "other.txt").write_text("Dear diary\n")
    before = contents(tmp_path)
    assert main([str(table) if word == "FILE" else word for word in words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kiosk: ")
    assert err.count("\n") == 1
    assert part in err
    assert contents(tmp_path) == before


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_export_and_import_touch_no_file(
    suffix: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte, with the example exhibit."""
    before = contents(example)
    file = str(tmp_path / f"table.{suffix}")
    assert main(["export", str(example), "--table", file]) == 0
    capsys.readouterr()
    assert main(["import", file, "--to", str(example), "--update"]) == 0
    assert capsys.readouterr().out == "Nothing differs; no file was touched.\n"
    assert contents(example) == before


def test_a_changed_cell_changes_one_line(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the report says in which file, and which key."""
    before = contents(example)
    file = tmp_path / "table.csv"
    assert main(["export", str(example), "--table", str(file)]) == 0
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("13 January at the television tower", "At the tower"))
    capsys.readouterr()
    assert main(["import", str(file), "--to", str(example), "--update"]) == 0
    path = "events/1991-01-13-tv-tower/event.yaml"
    assert f"{path}: changed title" in capsys.readouterr().out
    after = contents(example)
    expected = before[path].replace(b"13 January at the television tower", b"At the tower")
    assert after == {**before, path: expected}


def test_an_export_for_timelinejs_can_be_imported(example: Path, tmp_path: Path) -> None:
    """Beside its media, so that they come along."""
    file = example / "timeline.json"
    assert main(["export", str(example), "--timelinejs", str(file), "--language", "en"]) == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["events"]) == 24
    assert main(["import", str(file), "--to", str(tmp_path / "new")]) == 0
    assert main(["check", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new/events/1944-partisan-war/forest.webp").is_file()


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_the_template_is_a_table_that_can_be_imported(name: str, tmp_path: Path) -> None:
    """As it is, with its one example."""
    assert main(["new", "--table", str(tmp_path / name), "--languages", "lt"]) == 0
    assert main(["new", "--table", str(tmp_path / name)]) == 2
    target = tmp_path / "new"
    assert main(["import", str(tmp_path / name), "--to", str(target)]) == 0
    assert main(["check", str(target)]) == 0
    assert len(list((target / "events").iterdir())) == 1
