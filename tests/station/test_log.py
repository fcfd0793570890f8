from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.station.log import MAX_BYTES, set_up_log


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    root = logging.getLogger()
    level, before = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()


def test_what_goes_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected_logs: list[str]
) -> None:
    """The file has everything from INFO, stderr only what needs somebody."""
    expected_logs.append("worth saying")
    written = set_up_log(tmp_path / "state")
    assert written is not None
    log = logging.getLogger("kiosk.test")
    log.debug("too small")
    log.info("worth keeping")
    log.warning("worth saying")
    text = written.read_text(encoding="utf-8")
    assert "too small" not in text
    assert "INFO kiosk.test: worth keeping" in text
    spoken = capsys.readouterr().err
    assert "worth keeping" not in spoken
    assert "WARNING kiosk.test: worth saying" in spoken


def test_log_stays_small(tmp_path: Path) -> None:
    """However much is logged, three files of one megabyte are all there is."""
    set_up_log(tmp_path)
    log = logging.getLogger("kiosk.test")
    for _ in range(450):
        log.info("x" * 10_000)
    files = list(tmp_path.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= MAX_BYTES for file in files)


def test_second_set_up_replaces_the_first(tmp_path: Path) -> None:
    """Setting up again does not write every line twice."""
    set_up_log(tmp_path)
    written = set_up_log(tmp_path)
    assert written is not None
    logging.getLogger("kiosk.test").info("once")
    assert written.read_text(encoding="utf-8").count("once") == 1


def test_unwritable_state(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expected_logs: list[str]
) -> None:
    """Without a place for the log the kiosk starts all the same and says so."""
    expected_logs.append("nothing is logged")
    (tmp_path / "file").touch()
    assert set_up_log(tmp_path / "file" / "state") is None
    assert "nothing is logged" in capsys.readouterr().err


def test_full_disk_is_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A disk that fills up while we log costs log lines and nothing else."""
    (tmp_path / "kiosk.log").symlink_to("/dev/full")
    set_up_log(tmp_path)
    logging.getLogger("kiosk.test").info("lost")
    assert capsys.readouterr().err == ""
