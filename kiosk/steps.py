"""Work done little by little, so that a window can show frames in between."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Pauses after every few milliseconds of work, and gives its result at the end."""


def at_once(steps: Steps[T]) -> T:
    """Does all the work without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
