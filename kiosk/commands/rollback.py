"""kiosk rollback: have the floor show an earlier edition."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parsing import GOOD, REFUSED, Parser, UsageError
from kiosk.commands.stores import add_state, stored_editions, when

if TYPE_CHECKING:
    from kiosk.station.choosing import Standing
    from kiosk.station.edition import EditionHeader
    from kiosk.station.editions import EditionStore

_EPILOG = """\
Without NUMBER it is the edition before the one shown; kiosk editions lists them all. A single
word of digits is the NUMBER; a folder of that name is ./NUMBER."""


class Refusal(Exception):
    """Why an edition cannot be shown on the floor, as one sentence."""


def parser() -> Parser:
    """CONTENT, NUMBER, ``--undo`` and ``--state``."""
    parser = Parser("kiosk rollback", "Have the floor show an earlier edition.", _EPILOG)
    parser.usage = "kiosk rollback [CONTENT] [NUMBER] [--undo] [--state DIR]"
    parser.add_argument(
        "words",
        metavar="CONTENT, NUMBER",
        nargs="*",
        help="the content folder, and the edition to go back to",
    )
    parser.add_argument("--undo", action="store_true", help="show the newest edition again")
    add_state(parser)
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    content, number = content_and_number(found.words)
    if found.undo and number is not None:
        raise UsageError("--undo takes no number; it goes back to the newest edition.")
    folder, store = stored_editions(content, found.state)
    try:
        print(_undo(store) if found.undo else _roll_back(folder, store, number), flush=True)
    except Refusal as refusal:
        print(f"kiosk: {refusal}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(
            f"kiosk: This could not be noted in {store.root} ({error.strerror or error}); "
            "call it as the user that the kiosk runs as.",
            file=sys.stderr,
        )
        return REFUSED
    return GOOD


def content_and_number(words: Sequence[str]) -> tuple[str | None, int | None]:
    """What the words after ``rollback`` mean; UsageError if they mean nothing."""
    *before, last = words or [""]
    numeric = last.isascii() and last.isdecimal()
    content = before if numeric else list(words)
    if len(content) > 1:
        raise UsageError(f"There is one word too many: “{content[1]}”.")
    return (content[0] if content else None), (int(last) if numeric else None)


def pick(
    editions: Sequence[EditionHeader], standing: Standing, number: int | None
) -> EditionHeader:
    """The edition of this number, or the good one before the one shown, of all, newest first.

    Raises Refusal if the floor must not show it, UsageError if there is none of this number.
    """
    from kiosk.station.choosing import choose

    good = [edition for edition in editions if not edition.errors and not edition.drafts]
    if number is None:
        shown = choose(editions, True, standing)
        earlier = (
            edition
            for edition in good
            if shown is not None
            and edition.id < shown.id
            and edition.look != shown.look
            and edition.id not in standing.set_aside
        )
        found = next(earlier, None)
        if found is None:
            raise Refusal("There is no earlier good edition that would look different.")
        return found
    found = next((edition for edition in editions if edition.number == number), None)
    choice = _choice([edition.number for edition in good])
    if found is None:
        raise UsageError(f"There is no edition {number}; {choice}")
    if found.drafts:
        raise Refusal(f"Edition {number} contains drafts, which stay off the floor; {choice}")
    if found.errors:
        raise Refusal(
            f"Edition {number} has errors, and the floor goes back to good editions only; {choice}"
        )
    return found


def _choice(numbers: Sequence[int]) -> str:
    *others, last = [str(number) for number in sorted(numbers)] or [""]
    if others:
        return f"the good ones are {', '.join(others)} and {last}."
    return f"the only good one is {last}." if last else "there is no good edition yet."


def _roll_back(folder: Path, store: EditionStore, number: int | None) -> str:
    from kiosk.station.choosing import read_standing, without_rollback
    from kiosk.station.crashes import forgive
    from kiosk.station.rollback import Rollback, deciding, write_rollback

    with deciding(store.root):
        editions = store.editions()
        wanted = pick(editions, read_standing(store.root), number)
        if store.load(wanted.id) is None:
            raise Refusal(f"Edition {wanted.number} is damaged and cannot be shown.")
        # Whoever names an edition that had crashed wants it tried again.
        forgive(store.root, wanted.id)
        newest = without_rollback(editions, read_standing(store.root))
        assert newest is not None
        if newest.id == wanted.id:
            write_rollback(store.root, None)
            return f"{_said(wanted)} is the newest; it is shown {_soon(store)}."
        write_rollback(
            store.root,
            Rollback(edition=wanted.id, over=newest.id, look=newest.look),
        )
    return f"{_said(wanted)} is shown {_soon(store)}, until “{folder}” shows something new."


def _undo(store: EditionStore) -> str:
    from kiosk.station.choosing import read_standing, without_rollback
    from kiosk.station.rollback import deciding, write_rollback

    with deciding(store.root):
        write_rollback(store.root, None)
        newest = without_rollback(store.editions(), read_standing(store.root))
    if newest is None:
        return "No rollback holds, and there is no edition that the floor could show."
    return f"{_said(newest)} is shown {_soon(store)}; no rollback holds."


def _said(edition: EditionHeader) -> str:
    return f"Edition {edition.number}, made on {when(edition.made_at)},"


def _soon(store: EditionStore) -> str:
    from kiosk.station.crashes import on_show

    running = any(run.floor for run in on_show(store.root))
    return "as soon as nobody is visiting" if running else "when the kiosk starts"
