"""Whether an exhibit is sound enough for its texts to be taken over as they are."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibit.problems import Scope, Severity
from kiosk.exhibit.reader import read_exhibit


def error_in_the_way(folder: Path) -> str:
    """What has to be mended first, in a sentence or two; "" if only media are faulty."""
    for problem in read_exhibit(folder, drafts=True).problems:
        if problem.severity is Severity.ERROR and problem.scope is not Scope.MEDIUM:
            return (
                f"The exhibit has a mistake in {problem.place}: {problem.message} "
                "Mend what kiosk check calls an error first."
            )
    return ""
