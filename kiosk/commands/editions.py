"""kiosk editions: list the stored editions of a content folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parsing import GOOD, Parser
from kiosk.commands.stores import add_state, stored_editions, when

if TYPE_CHECKING:
    from kiosk.station.listing import Listed


def parser() -> Parser:
    """CONTENT, ``--format`` and ``--state``."""
    parser = Parser("kiosk editions", "List the stored editions of a content folder.")
    parser.add_content()
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_state(parser)
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    folder, store = stored_editions(found.content, found.state)
    from kiosk.station.listing import list_editions

    editions = list_editions(store)
    if found.format == "json":
        print(as_json(folder, store.root, editions), flush=True)
    else:
        _print_table(folder, store.root, editions)
        sys.stdout.flush()
    return GOOD


def as_json(folder: Path, store: Path, editions: Sequence[Listed]) -> str:
    """What ``--format json`` prints; `size` is in bytes, `made_at` in UTC."""
    return json.dumps(
        {
            "content": str(folder),
            "store": str(store),
            "editions": [
                {
                    "number": edition.header.number,
                    "made_at": datetime.fromtimestamp(edition.header.made_at, UTC).isoformat(),
                    "events": edition.header.events,
                    "errors": edition.header.errors,
                    "warnings": edition.header.warnings,
                    "drafts": edition.header.drafts,
                    "size": edition.size,
                    "on_the_floor": edition.floor,
                    "in_a_window": edition.window,
                    "chosen": edition.chosen,
                    "rolled_back_to": edition.rolled_back_to,
                    "set_aside": edition.set_aside,
                }
                for edition in editions
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def remarks(edition: Listed) -> list[str]:
    """What is special about an edition, the most important first."""
    said = {
        "on the floor": edition.floor,
        "in a window": edition.window,
        "the floor's next": edition.chosen and not edition.floor,
        "rolled back to": edition.rolled_back_to,
        "set aside after crashes": edition.set_aside,
        "with drafts": edition.header.drafts,
    }
    return [words for words, true in said.items() if true]


def _print_table(folder: Path, store: Path, editions: Sequence[Listed]) -> None:
    from rich.console import Console
    from rich.filesize import decimal
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for title in ("edition", "made", "events", "errors", "warnings", "added"):
        table.add_column(title, justify="left" if title == "made" else "right", no_wrap=True)
    table.add_column("")
    for edition in editions:
        header = edition.header
        style = "bold" if edition.floor else "dim" if edition.set_aside else ""
        table.add_row(
            str(header.number),
            when(header.made_at),
            str(header.events),
            Text(str(header.errors), style="red" if header.errors else ""),
            Text(str(header.warnings), style="yellow" if header.warnings else ""),
            decimal(edition.size),
            ", ".join(remarks(edition)),
            style=style,
        )
    console = Console(highlight=False)
    console.print(Text(f"{folder}, stored in {store}"), soft_wrap=True)
    console.print(table)
