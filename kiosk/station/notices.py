"""What a curator should know about editions, told beside the problems of the folder."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.station.choosing import Standing, without_rollback
from kiosk.station.edition import EditionHeader


def notices(editions: Sequence[EditionHeader], standing: Standing) -> tuple[Problem, ...]:
    """One for each edition that is set aside, newest first, and one for a rollback that holds."""
    found = [
        _notice(
            "set-aside",
            f"Edition {edition.number} has crashed the kiosk three times and is not shown.",
            "Change what was changed last, and it is tried again.",
        )
        for edition in editions
        if edition.id in standing.set_aside
    ]
    rollback = standing.rollback
    newest = without_rollback(editions, standing)
    if rollback is not None and rollback.stands(newest, standing.set_aside):
        found.append(
            _notice(
                "rolled-back",
                f"The floor has been taken back to edition {int(rollback.edition)}.",
                "It stays until this folder shows something new; kiosk rollback --undo ends it.",
            )
        )
    return tuple(found)


def _notice(code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=".",
        severity=Severity.WARNING,
        scope=Scope.EXHIBIT,
        code=code,
        message=message,
        hint=hint,
    )
