"""The values that may stand in a YAML file: their types, limits and forms.

Values arrive as strings, because `kiosk.exhibit.yamlfile.tree` guesses nothing, and are converted
here. Editors get them as JSON Schema, where a year may well be a number; that is what the
`WithJsonSchema` notes are for.
"""

from __future__ import annotations

import re
from datetime import date as CalendarDate
from enum import Enum, auto
from typing import Annotated, Any, Final, TypeAlias, TypeVar

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

LONGEST_TEXT: Final = 5000
"""Characters of one text; longer ones belong in an article."""

MOST_LISTED: Final = 500
"""Entries of one list, and languages of one text."""

LONGEST_WAIT: Final = 86_400
"""Seconds."""

READING_BUDGET: Final = 2.0
LONGEST_READING: Final = 30.0
"""Minutes that an article may take those who stand, unless the exhibit says otherwise."""

ABSENT: Final = "\0"
"""Stands for a required text that is missing while the rest is looked at; no file can hold it."""

LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

_POINT: Final = (
    "[~?%]?(Y-?[0-9]+(E[0-9]+)?|-?[0-9X]{4})(S[0-9]+)?[~?%]?"
    "(-[~?%]?[0-9X]{2}[~?%]?){0,2}(T[0-9:]{2,8}([-+][0-9:]{2,6}|Z)?)?"
)
EDTF_PATTERN: Final = (
    rf"^({_POINT}|\.\.|({_POINT}|\.\.)?/({_POINT}|\.\.)?"
    rf"|[\[{{](\.\.)?{_POINT}((, *|\.\.){_POINT})*(\.\.)?[\]}}])$"
)
"""What looks like a date to an editor; the reader knows more exactly."""

DAY_HINT: Final = "Write a day such as 2026-03-11."
COLOR_HINT: Final = 'Write # and six digits or letters a to f, in quotes, such as "#8a3b2e".'
SLUG_HINT: Final = "Use only small letters a to z, digits and hyphens."
LANGUAGE_HINT: Final = "Write two or three small letters, such as lt or en."
_EDTF_HINT: Final = "Write year, month, day: 1991-01-13, 1991-01, 1991; about 1940 is 1940~."

_COLOR_PATTERN: Final = "^#[0-9a-fA-F]{6}$"
_SLUG_PATTERN: Final = "^[a-z0-9-]+$"
_DAY_PATTERN: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _one_or_many(value: Any) -> str:
    return "many" if isinstance(value, dict) else "one"


def _calendar_date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value.strip()):
        try:
            return CalendarDate.fromisoformat(value.strip())
        except ValueError:
            raise _bad_day(value, "There is no such day.") from None
    raise _bad_day(value, "This is not a calendar day.")


def _bad_day(value: str, why: str) -> PydanticCustomError:
    return PydanticCustomError("bad-day", "{why}", {"why": why, "input": value})


_Short: TypeAlias = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


def _matching(pattern: str, hint: str, *types: str) -> WithJsonSchema:
    """`hint` is what VS Code says of a text that does not match."""
    kind = ["string", *types] if types else "string"
    return WithJsonSchema({"type": kind, "pattern": pattern, "patternErrorMessage": hint})


_A_WORD: Final[dict[str, Any]] = {"type": ["string", "number"], "maxLength": LONGEST_TEXT}
_A_FILE: Final[dict[str, Any]] = {"type": "string", "minLength": 1, "maxLength": 1000}


def _once_or_by_language(schema: dict[str, Any]) -> WithJsonSchema:
    by_language = {
        "type": "object",
        "patternProperties": {LANGUAGE_PATTERN: schema},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return WithJsonSchema({"anyOf": [schema, by_language]})


class Translated(Enum):
    """Marks what there may be one of for each language; pydantic leaves the mark where it is."""

    TEXT = auto()
    FILE = auto()


Word: TypeAlias = Annotated[_Short, WithJsonSchema(_A_WORD)]
"""One string; an editor that guesses types may take it for a number."""

Words: TypeAlias = Annotated[
    Annotated[Word, Tag("one")]
    | Annotated[dict[str, Word], Field(max_length=MOST_LISTED), Tag("many")],
    Discriminator(_one_or_many),
    _once_or_by_language(_A_WORD),
    Translated.TEXT,
]
"""A text that visitors read: one string for every language, or one for each language."""

FileName: TypeAlias = Annotated[
    str, StringConstraints(min_length=1, max_length=1000), WithJsonSchema(_A_FILE)
]

FileNames: TypeAlias = Annotated[
    Annotated[FileName, Tag("one")]
    | Annotated[dict[str, FileName], Field(max_length=MOST_LISTED), Tag("many")],
    Discriminator(_one_or_many),
    _once_or_by_language(_A_FILE),
    Translated.FILE,
]
"""One file for every language, or one for each language."""

Edtf: TypeAlias = Annotated[_Short, _matching(EDTF_PATTERN, _EDTF_HINT, "integer")]

CalendarDay: TypeAlias = Annotated[
    CalendarDate, BeforeValidator(_calendar_date), _matching(_DAY_PATTERN, DAY_HINT)
]

YesOrNo: TypeAlias = Annotated[
    bool, WithJsonSchema({"enum": [True, False, "yes", "no", "on", "off"]})
]
"""An editor takes true and false for what they are, and yes and no for texts."""

Color: TypeAlias = Annotated[
    str, StringConstraints(pattern=_COLOR_PATTERN), _matching(_COLOR_PATTERN, COLOR_HINT)
]

Slug: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=_SLUG_PATTERN, max_length=200),
    _matching(_SLUG_PATTERN, SLUG_HINT, "integer"),
]

Reference: TypeAlias = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200),
    _matching(_SLUG_PATTERN, SLUG_HINT, "integer"),
]
"""An id that is given elsewhere. Any text is read, so that the id it means can be found."""

LanguageCode: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=LANGUAGE_PATTERN),
    _matching(LANGUAGE_PATTERN, LANGUAGE_HINT),
]

Seconds: TypeAlias = Annotated[float, Field(gt=0, le=LONGEST_WAIT, allow_inf_nan=False)]


_T = TypeVar("_T")

Listed: TypeAlias = Annotated[tuple[_T, ...], Field(max_length=MOST_LISTED)]
