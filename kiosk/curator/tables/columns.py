"""The columns of a table: one for each field of the content folder, and for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from pydantic import BaseModel

from kiosk.curator.documents.fields import Field, FieldKind, fields_of, listings_of
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.values import LANGUAGE_PATTERN

EXHIBIT: Final = "exhibit"
EVENTS: Final = "events"
COLUMNS: Final = "columns"
"""The sheet that explains the others; it is not read."""

SHEET: Final = Field(("sheet",), FieldKind.WORD, "In a CSV file: which sheet the row belongs to.")
EVENT_ID: Final = Field(
    ("id",), FieldKind.WORD, "The name of the event's folder; found from date and title if empty."
)
OWNER: Final = Field(
    ("event",),
    FieldKind.WORD,
    "The id of its event; if empty, that of the row above.",
)
ARTICLE: Final = Field(
    ("article",),
    FieldKind.TEXT,
    "The long text, as in article.en.md; empty changes nothing.",
)

_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_WITH_LANGUAGE: Final = re.compile(r"(.+?)(?:\.| ?[\[(]|[ _-])([A-Za-z]{2,3}(?:-[\w-]+)?)[\])]?")


class Column(NamedTuple):
    """What the cells below a header hold; `language` is "" for a text in every language."""

    field: Field
    language: str = ""

    @property
    def name(self) -> str:
        return f"{self.field.name}.{self.language}" if self.language else self.field.name


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A sheet that a table may have. `path` leads to the list in the YAML that its rows fill."""

    name: str
    model: type[BaseModel]
    leading: tuple[Field, ...] = ()
    trailing: tuple[Field, ...] = ()
    path: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        return (*self.leading, *fields_of(self.model), *self.trailing)

    @property
    def of_events(self) -> bool:
        """Whether its rows are lists inside events."""
        return OWNER in self.leading


KINDS: Final = {
    kind.name: kind
    for kind in (
        SheetKind(EVENTS, EventSource, (EVENT_ID,), (ARTICLE,)),
        *(
            SheetKind(found.name, found.model, (OWNER,), path=found.path)
            for found in listings_of(EventSource)
        ),
        SheetKind(EXHIBIT, ExhibitSource),
        *(
            SheetKind(found.name, found.model, path=found.path)
            for found in listings_of(ExhibitSource)
        ),
    )
}


def column_of(header: str, fields: Iterable[Field]) -> Column | None:
    """The column that a header names, however it is spaced and capitalised; None if none."""
    wanted = _plain(header)
    known = {_plain(field.name): field for field in fields}
    # A place is known by its name alone.
    shorter = {name.removesuffix(".name"): field for name, field in known.items()}
    if found := known.get(wanted) or shorter.get(wanted):
        return Column(found)
    parts = _WITH_LANGUAGE.fullmatch(header.strip())
    if parts is None:
        return None
    field = known.get(_plain(parts[1])) or shorter.get(_plain(parts[1]))
    code, _, region = parts[2].partition("-")
    language = "-".join(part for part in (code.lower(), region) if part)
    if field is None or field.kind is not FieldKind.TEXT or not _LANGUAGE.match(language):
        return None
    return Column(field, language)


def names_of(fields: Iterable[Field]) -> list[str]:
    """The headers of the columns for `fields`, without languages."""
    return [field.name for field in fields]


def _plain(header: str) -> str:
    return re.sub(r"[\s_]+", "_", header.strip().lower())
