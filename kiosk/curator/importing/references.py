"""What events refer to: lanes and themes are made where they are missing, the rest is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.documents.fields import Data
from kiosk.curator.importing.report import Note, Weight
from kiosk.curator.importing.slugs import slug
from kiosk.exhibit.wording import clip


def settle_references(documents: Documents) -> tuple[Documents, list[Note]]:
    """The documents without a reference that leads nowhere, and notes on what was done."""
    exhibit = dict(documents.exhibit)
    lanes, themes = (
        _Named("lane", exhibit.get("lanes", ())),
        _Named("theme", exhibit.get("themes", ())),
    )
    eras = _Named("era", exhibit.get("eras", ()))
    notes: list[Note] = []
    events = {}
    for name, event in documents.events.items():
        data = dict(event.data)
        if "lane" in data:
            data["lane"] = lanes.id_for(data["lane"])
        if "themes" in data:
            data["themes"] = list(dict.fromkeys(map(themes.id_for, data["themes"])))
        if "era" in data:
            found = eras.find(data.pop("era"))
            if found is not None:
                data["era"] = found
            else:
                message = f"There is no era “{clip(event.data['era'])}”; it follows from the date."
                notes.append(Note(Weight.LOST, message, name))
        if "related" in data:
            known = [other for other in data["related"] if other in documents.events]
            for other in set(data["related"]) - set(known):
                message = f"There is no event “{clip(other)}” to be related to."
                notes.append(Note(Weight.LOST, message, name))
            data["related"] = known
        order = [key for key in event.data if data.get(key)]
        events[name] = EventDocument({key: data[key] for key in order}, event.articles)
    for key, group in (("lanes", lanes), ("themes", themes)):
        if group.made:
            exhibit[key] = group.entries
            names = ", ".join(f"“{name}”" for name in group.made)
            notes.append(Note(Weight.SAID, f"New in exhibit.yaml, {key}: {names}."))
    return Documents(exhibit, events), notes


class _Named:
    """Lanes, themes or eras: found by id or title, and made where that is possible."""

    def __init__(self, what: str, entries: Iterable[Data]) -> None:
        self.entries = list(entries)
        self.made: list[str] = []
        self._what = what
        self._by_name: dict[str, str] = {}
        for entry in self.entries:
            for title in _texts(entry.get("title")):
                self._by_name.setdefault(title.casefold(), entry["id"])
        self._by_name |= {entry["id"]: entry["id"] for entry in self.entries}

    def find(self, name: str) -> str | None:
        return self._by_name.get(name) or self._by_name.get(name.casefold())

    def id_for(self, name: str) -> str:
        known = self.find(name)
        if known is not None:
            return known
        made = slug(name, self._what, [entry["id"] for entry in self.entries])
        self.entries.append({"id": made, "title": name})
        self.made.append(name)
        self._by_name[name.casefold()] = made
        return made


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        return value.values()
    return (value,) if value else ()
