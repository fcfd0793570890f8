"""What a technician installs: a wheel that has everything inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kiosk

ROOT = Path(__file__).parents[1]
FIND_CONTENT = """
import kiosk
from kiosk.resources import example_content
print(kiosk.__file__)
print(example_content())
"""


def pip(*arguments: str | Path) -> None:
    """Run pip without a network; its output is shown if it fails."""
    result = subprocess.run(
        [sys.executable, "-m", "pip", *arguments, "--no-index", "--no-deps", "--quiet"],
        text=True,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", ROOT, "--no-build-isolation", "--wheel-dir", folder)
    (file,) = folder.glob("kiosk-*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed; the dependencies stay where they are."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", wheel, "--target", folder)
    return folder


def run_installed(installed: Path, folder: Path, *arguments: str) -> str:
    """What Python prints with the installed kiosk, started in ``folder``."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def packed_files(folder: str) -> set[str]:
    """The files of a folder of the checkout that belong into the wheel: no caches."""
    files = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    return {
        file.as_posix()
        for file in files
        if not any(part.startswith((".", "__pycache__")) for part in file.parts)
    }


def test_everything_is_inside(wheel: Path) -> None:
    """Program, QML files, words, assets and the example exhibit are all in the wheel."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    data = {
        f"kiosk/_data/{name}" for folder in ("assets", "content") for name in packed_files(folder)
    }
    assert (packed_files("kiosk") | data) - packed == set()
    assert "kiosk/_data/content/exhibit.yaml" in packed
    assert any(name.endswith("/qmldir") for name in packed)


def test_nothing_else_is_inside(wheel: Path) -> None:
    """Tests, caches and settings of the checkout stay at home."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "kiosk",
        f"kiosk-{kiosk.__version__}.dist-info",
    }
    assert [name for name in names if "__pycache__" in name] == []


def test_installed_program_starts(installed: Path, tmp_path: Path) -> None:
    """``python -m kiosk --version`` works away from the checkout."""
    assert kiosk.__version__ in run_installed(installed, tmp_path, "-m", "kiosk", "--version")


def test_installed_program_finds_the_example(installed: Path, tmp_path: Path) -> None:
    """The example exhibit is found inside the installed package."""
    module, content = run_installed(installed, tmp_path, "-c", FIND_CONTENT).splitlines()
    assert Path(module).is_relative_to(installed)
    assert Path(content).is_relative_to(installed)
    assert (Path(content) / "exhibit.yaml").is_file()


def test_installed_program_writes_a_new_exhibit(installed: Path, tmp_path: Path) -> None:
    """The exhibit to start from is inside too, and in order."""
    run_installed(installed, tmp_path, "-m", "kiosk", "new", "museum", "--languages", "en,lt")
    told = run_installed(installed, tmp_path, "-m", "kiosk", "check", "museum", "--strict")
    assert told.endswith("everything is in order.\n")
