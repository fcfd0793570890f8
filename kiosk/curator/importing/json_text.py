"""JSON as it is found: with a wrapper of JavaScript around it, and control characters in it."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from kiosk.curator.importing.report import ImportRefused

_WRAPPER: Final = re.compile(r"\s*[\w.$\s]{0,80}[=(]\s*(?=[{\[])")


def read_json(text: str) -> Any:
    """What the text says; ImportRefused if it is not JSON. Nothing in it is run or fetched."""
    wrapper = _WRAPPER.match(text)
    body = text[wrapper.end() :] if wrapper is not None else text.lstrip()
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(body)
    except json.JSONDecodeError as fault:
        line = fault.lineno + (text[: wrapper.end()].count("\n") if wrapper is not None else 0)
        raise ImportRefused(
            f"The JSON has a mistake on line {line}, column {fault.colno}: {fault.msg}."
        ) from None
    except (RecursionError, ValueError):
        raise ImportRefused("The JSON is nested too deeply, or has too long a number.") from None
    if body[end:].strip(" \t\r\n);"):
        raise ImportRefused("Something else follows after the JSON in this file.")
    return value
