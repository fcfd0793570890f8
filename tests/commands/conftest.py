"""A content folder and its store, for the commands that look after editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.station.assembling import make_edition
from kiosk.station.editions import EditionStore, store_root

EVENT = "date: {date}\ntitle: Event\n"


class Museum:
    """A curator who saves one version after the other, each of which becomes an edition."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "exhibit"
        self.state = folder / "state"
        self.store = EditionStore(store_root(self.state, self.content))
        (self.content / "events/one").mkdir(parents=True)

    def save(self, title: str, date: str = "1990", *, drafts: bool = False) -> int:
        """The number of the edition that comes of it; a date such as “soon” is an error."""
        (self.content / "exhibit.yaml").write_text(f"title: {title}\nlanguages: [en]\n")
        (self.content / "events/one/event.yaml").write_text(EVENT.format(date=date))
        made = make_edition(
            self.store, self.content, drafts=drafts, on_progress=lambda _done, _of: None
        )
        assert made.edition is not None
        return int(made.edition.id)

    def shown(self) -> int | None:
        """The number of the edition that the floor would show."""
        edition = self.store.for_screen(floor=True)
        return int(edition.id) if edition else None


@pytest.fixture
def museum(tmp_path: Path) -> Museum:
    return Museum(tmp_path)
