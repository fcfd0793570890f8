"""A content folder full of addresses, shown and opened everywhere: nothing is ever asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.gui.conftest import Stored, make_edition
from tests.gui.stage import Stage, spin, wait_until
from tests.listening import LURES, Listener, lure


def test_nothing_on_screen_asks_for_an_address(
    open_stage: Callable[..., Stage], tmp_path: Path
) -> None:
    """The attract screen, the timeline, the article and each of its media."""
    with Listener() as listener:
        own = Stored(tmp_path / "content", tmp_path / "state")
        lure(own.content, listener.address)
        make_edition(own)
        stage = open_stage(watch=True, content=own.content, state=own.state)
        wait_until(lambda: stage.view.ready, "the exhibit is ready")
        stage.begin()
        stage.open(LURES)
        stage.rest()
        opened = 0
        while opened < 60:
            stage.view.openMedium(opened)
            if stage.view.viewer.number != opened:
                break
            spin(0.15)
            opened += 1
        assert opened >= 10
        stage.view.viewer.close()
        stage.rest()
        spin(0.5)
    assert listener.heard == []
