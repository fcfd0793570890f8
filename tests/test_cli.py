from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk import __version__
from kiosk.cli import main, split_command
from kiosk.resources import example_content
from kiosk.settings import Settings

EXHIBIT = "title: x\nlanguages: [lt]\n"
EVENT = "date: 1940\ntitle: x\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with one event and nothing wrong."""
    event = tmp_path / "museum/events/a"
    event.mkdir(parents=True)
    (tmp_path / "museum/exhibit.yaml").write_text(EXHIBIT)
    (event / "event.yaml").write_text(EVENT)
    return tmp_path / "museum"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that the app was started with, instead of starting it."""
    runs: list[Settings] = []
    app = ModuleType("kiosk.app")

    def run(settings: Settings) -> int:
        runs.append(settings)
        return 0

    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kiosk.app", app)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return runs


@pytest.mark.parametrize(
    ("words", "command", "rest"),
    [
        ([], "run", []),
        (["run"], "run", []),
        (["run", "check"], "run", ["check"]),
        (["museum"], "run", ["museum"]),
        (["./check"], "run", ["./check"]),
        (["check", "museum"], "check", ["museum"]),
        (["check", "run"], "check", ["run"]),
        (["--strict", "check", "museum"], "check", ["--strict", "museum"]),
        (["--language", "check", "museum"], "run", ["--language", "check", "museum"]),
        (["--windowed", "1920x1080", "museum"], "run", ["--windowed=1920x1080", "museum"]),
        (["--windowed", "museum"], "run", ["--windowed=", "museum"]),
        (["museum", "--windowed"], "run", ["museum", "--windowed="]),
        (["--windowed", "run", "museum"], "run", ["--windowed=", "museum"]),
        (["--windowed=800x600"], "run", ["--windowed=800x600"]),
        (["--windowed", "--idle", "5"], "run", ["--windowed=", "--idle", "5"]),
        (["--", "check"], "run", ["--", "check"]),
    ],
)
def test_the_first_word_is_a_command_or_the_content(
    words: list[str], command: str, rest: list[str]
) -> None:
    """Only a size follows --windowed; any other word is the content folder."""
    assert split_command(words) == (command, rest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], Settings(content=example_content())),
        (["run"], Settings(content=example_content())),
        (["nowhere"], Settings(content=Path("nowhere"))),
        (["--idle", "5", "nowhere"], Settings(content=Path("nowhere"), idle=5)),
        (["nowhere", "--idle", "5"], Settings(content=Path("nowhere"), idle=5)),
        (["run", "--screen", "2", "x"], Settings(content=Path("x"), screen=2)),
        (["--", "check"], Settings(content=Path("check"))),
        (["--windowed", "x"], Settings(content=Path("x"), windowed=True)),
        (
            ["x", "--windowed", "800x600", "--language", "en"],
            Settings(content=Path("x"), windowed=True, window_size=(800, 600), language="en"),
        ),
    ],
)
def test_run_starts_the_app(
    words: list[str],
    expected: Settings,
    started: list[Settings],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also for a folder that is missing, which the app waits for."""
    monkeypatch.delenv("KIOSK_STATE")
    assert main(words) == 0
    assert started == [expected]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--idel", "5"], "did you mean --idle?"),
        (["--idle"], "--idle"),
        (["--idle", "soon"], "--idle needs seconds"),
        (["--lang", "lt"], "did you mean --language?"),
        (["a", "b"], "one word too many: “b”"),
        (["check", "a", "b"], "one word too many: “b”"),
        (["check", "--format", "xml"], "--format"),
        (["check", "--windowed"], "There is no option --windowed"),
        (["check", "/no/such/folder"], "There is no folder “/no/such/folder”."),
        (["--windowed", "9x9"], "--windowed needs a size"),
    ],
)
def test_wrong_use_is_one_sentence(
    words: list[str], part: str, started: list[Settings], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, a sentence on stderr, and nothing is started."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kiosk: ")
    assert err.count("\n") == 1
    assert part in err
    assert started == []


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Before and after a command."""
    for words in (["--version"], ["check", "--version"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 0
        assert capsys.readouterr().out == f"kiosk {__version__}\n"


def test_a_good_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing wrong: exit code 0 and a line that says so."""
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == "1 event: everything is in order.\n"


def test_warnings_count_only_when_strict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning leaves 0, with --strict 1."""
    (folder / "events/b.yaml").write_text("x")
    assert main(["check", str(folder)]) == 0
    assert main(["check", "--strict", str(folder)]) == 1
    assert main(["--strict", "check", str(folder)]) == 1
    assert "1 event, 0 errors, 1 warning." in capsys.readouterr().out


def test_errors_as_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By file, with place, message, code and hint, and a line that sums up."""
    (folder / "events/a/event.yaml").write_text("date: 1990-02-30\ntitel: x\n")
    assert main(["check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("events/a/event.yaml\n  error    line 1, column 7: ")
    assert "There is no key “titel” here. [unknown-key]\n           Did you mean “title”?" in out
    assert out.endswith("\n\n0 events, 2 errors, 0 warnings.\n")


def test_errors_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exactly the fields that other programs rely on."""
    (folder / "events/b").mkdir()
    (folder / "events/b/event.yaml").write_text("date: 1940\ntitle: x\nlane: žemė\n")
    assert main(["check", str(folder), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == {
        "summary": {"events": 1, "errors": 1, "warnings": 0},
        "problems": [
            {
                "path": "events/b/event.yaml",
                "line": 3,
                "column": 7,
                "severity": "error",
                "code": "unknown-lane",
                "message": "There is no lane “žemė”.",
                "hint": "There is no lane yet; add one or delete this.",
            }
        ],
        "dates": [],
    }


def test_unusual_dates_are_read_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The curator hears what visitors will read, and programs get the same."""
    event = folder / "events/a/event.yaml"
    event.write_text(event.read_text().replace("date: 1940", "date: 1940~", 1))
    assert main(["check", str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("These dates will be read as:\n  events/a/event.yaml\n    line 1: 1940~")
    assert "apie 1940 m." in out
    main(["check", str(folder), "--format", "json"])
    (date,) = json.loads(capsys.readouterr().out)["dates"]
    assert (date["path"], date["line"], date["date"]) == ("events/a/event.yaml", 1, "1940~")
    assert date["words"] == {"lt": "apie 1940 m."}


def test_the_environment_names_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """KIOSK_CONTENT serves check as well as run."""
    monkeypatch.setenv("KIOSK_CONTENT", str(folder))
    assert main(["check"]) == 0
    assert "1 event" in capsys.readouterr().out


def test_an_unusable_exhibit_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty folder has errors and no events."""
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"] == {
        "events": 0,
        "errors": 1,
        "warnings": 0,
    }


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own, without a display."""
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        env={**bare, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4242"}, {"WAYLAND_DISPLAY": "none"}])
def test_without_a_display_one_sentence(environment: dict[str, str]) -> None:
    """Exit code 3, found out before Qt would abort."""
    done = process("run", **environment)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("kiosk: There is no display")
    assert done.stderr.count("\n") == 1


def test_checking_imports_no_qt(folder: Path) -> None:
    """The process that checks needs no display and no Qt."""
    code = (
        "import sys; from kiosk.cli import main; code = main(sys.argv[1:]); "
        "print([name for name in sys.modules if name.startswith('PySide6')]); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("[]\n")


def test_output_survives_a_narrow_encoding(folder: Path) -> None:
    """A terminal that knows only ASCII shows question marks instead of a traceback."""
    (folder / "events/ž").mkdir()
    done = process("check", str(folder), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")


def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    """``kiosk check | head`` ends quietly."""
    for number in range(300):
        (folder / f"events/B{number}").mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "check", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
