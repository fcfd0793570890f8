"""An exhibit of a thousand events changes under somebody's eyes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from kiosk.viewmodels import slices
from tests.bench.exhibits import make_exhibit
from tests.gui.conftest import Stored, make_edition
from tests.gui.stage import Stage, wait_until

EVENTS = 1000
CHANGED = "e00700"
TOLD = "told by those"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    folder = tmp_path_factory.mktemp("large")
    made = Stored(make_exhibit(folder / "content", EVENTS), folder / "state")
    make_edition(made)
    return made


def retell(stored: Stored, event: str, words: str) -> None:
    file: Path = stored.content / "events" / event / "event.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(TOLD, words), encoding="utf-8")


def test_changes_arrive_between_frames(
    large: Stored, open_stage: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether one event was saved or all of them: frames are shown while the edition is loaded."""
    monkeypatch.setattr(slices, "SLICE_SECONDS", 0.0)
    stage = open_stage(watch=True, content=large.content, state=large.state)
    desk = stage.show.desk
    stage.begin()

    retell(large, CHANGED, "known to those")
    stage.open(CHANGED)
    wait_until(lambda: "known to those" in stage.view.article.summary, "the new words", 60)
    stage.view.article.close()

    always = QTimer()
    always.timeout.connect(stage.window.update)
    always.start(5)
    before, while_loading = stage.view.edition, []

    def note_frame() -> None:
        if desk._slices._work is not None:
            while_loading.append(stage.frames)

    stage.window.frameSwapped.connect(note_frame)
    for number in range(EVENTS):
        retell(large, f"e{number:05}", "seen by those")
    wait_until(lambda: stage.view.edition != before, "all the new words", 120)
    always.stop()
    assert while_loading
    stage.open("e00001")
    assert "seen by those" in stage.view.article.summary
