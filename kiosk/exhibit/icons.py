"""The icons that we ship, which an exhibit may give to its themes."""

from __future__ import annotations

from functools import cache

from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, error, listed, nearest
from kiosk.exhibit.yamlfile.tree import Node
from kiosk.resources import assets_folder


@cache
def our_icons() -> tuple[str, ...]:
    """Their names in alphabetical order."""
    return tuple(sorted(file.stem for file in (assets_folder() / "icons" / "paper").glob("*.svg")))


def icon_named(name: str, at: Node, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """`name` if we have an icon of that name, else None and what to write instead."""
    if name in our_icons():
        return name, ()
    near = nearest(name, our_icons())
    hint = f"Did you mean “{near}”?" if near else f"There are: {listed(our_icons(), 60)}."
    message = f"There is no icon “{clip(name)}”; a picture of your own needs its suffix."
    return None, (error(path, at, "unknown-icon", message, hint, Scope.MEDIUM),)
