"""A table with our own columns becomes an exhibit, or changes one that is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.documents.fields import Data, get, put
from kiosk.curator.importing.checking import (
    fault_of_era,
    fault_of_event,
    fault_of_exhibit,
    read_date,
)
from kiosk.curator.importing.imported import Imported
from kiosk.curator.importing.references import settle_references
from kiosk.curator.importing.report import ImportRefused, Note, Weight
from kiosk.curator.importing.slugs import event_slug, slug
from kiosk.curator.tables.columns import ARTICLE, EVENT_ID, EVENTS, EXHIBIT, KINDS
from kiosk.curator.tables.merging import merged, merged_list, merged_text
from kiosk.curator.tables.reading import Record, Records, Table
from kiosk.exhibit.dates.edtf import DateError
from kiosk.exhibit.wording import clip, listed
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource

_SLUG: Final = re.compile(r"[a-z0-9-]{1,200}")
_EMPTY: Final = Records()


def documents_from(table: Table, before: Documents | None, title: str, language: str) -> Imported:
    """The exhibit `before` (None if there is none yet) with all that the table says.

    `title` and `language` are for a new exhibit whose table does not say them. Raises
    ImportRefused if nothing of it can be used.
    """
    return _Import(table, before, title, language).result()


@dataclass
class _Import:
    table: Table
    before: Documents | None
    title: str
    language: str
    notes: list[Note] = field(default_factory=list)

    def result(self) -> Imported:
        self.notes += (Note(Weight.SAID, remark) for remark in self.table.remarks)
        exhibit = self._exhibit()
        events = dict(self.before.events) if self.before is not None else {}
        events |= self._events(exhibit)
        if not events:
            self._refuse_all()
        documents, notes = settle_references(Documents(exhibit, events))
        self.notes += notes
        if fault := fault_of_exhibit(documents.exhibit):
            raise ImportRefused(f"The exhibit itself cannot be used: {fault}")
        return Imported(documents, tuple(self.notes))

    def _refuse_all(self) -> None:
        first = next((n for n in self.notes if n.weight is Weight.REFUSED), None)
        why = f" The first: {first.place}: {first.message}" if first is not None else ""
        raise ImportRefused(f"None of the rows can be used as an event.{why}")

    def _records(self, kind: str) -> Records:
        return self.table.records.get(kind, _EMPTY)

    def _exhibit(self) -> Data:
        before = self.before.exhibit if self.before is not None else {}
        rows = self._records(EXHIBIT)
        languages = self._languages(before)
        exhibit = merged(ExhibitSource, before, (), {}, languages)
        for record in rows.rows[:1]:
            exhibit = merged(ExhibitSource, before, rows.columns, record.cells, languages)
        exhibit["languages"] = languages
        if "title" not in exhibit:
            exhibit["title"] = self.title
            self._say(f"The exhibit is called “{self.title}”; change it in exhibit.yaml.")
        for kind in KINDS.values():
            if kind.path and not kind.of_events and kind.name in self.table.records:
                found = self._records(kind.name)
                old = get(before, kind.path) or ()
                entries = merged_list(
                    kind.model, old, found.columns, (row.cells for row in found.rows), languages
                )
                if "id" in kind.model.model_fields:
                    _name(entries, kind.name)
                if kind.name == "eras":
                    entries = self._eras(entries, {era["id"]: era for era in old})
                put(exhibit, kind.path, entries)
        return merged(ExhibitSource, exhibit, (), {}, languages)

    def _languages(self, before: Data) -> list[str]:
        """Those of the exhibit, and behind them others in which the table says something."""
        named = list(before.get("languages", ()))
        for record in self._records(EXHIBIT).rows[:1]:
            codes = re.split(r"[,;\s]+", record.cells.get("languages", ""))
            named = [code for code in codes if code] or named
        used = dict.fromkeys(
            column.language
            for records in self.table.records.values()
            for column in records.columns
            if column.language
            and any(row.cells.get(column.name, "").strip() for row in records.rows)
        )
        if not named and used and self._is_filled("title"):
            named = [self.language]
        added = [code for code in used if code not in named]
        if added and named:
            self._say(f"The exhibit is now also in: {', '.join(added)}.")
        if not named and not added:
            self._say(f"The exhibit's language is “{self.language}”; --language names another.")
        return [*named, *added] or [self.language]

    def _is_filled(self, column: str) -> bool:
        return any(row.cells.get(column) for row in self._records(EVENTS).rows)

    def _say_doubled(self, record: Record, language: str) -> None:
        """A text without a language has no place beside one in the first language."""
        for name, text in record.cells.items():
            other = record.cells.get(f"{name}.{language}", "")
            if text and other and text != other:
                message = f"“{name}” was left out beside “{name}.{language}”; name its language."
                self._note(Weight.LOST, message, record.place)

    def _eras(self, entries: list[Data], before: Mapping[str, Data]) -> list[Data]:
        """Those that can be drawn; for another the one of before, if there was one."""
        usable = []
        for entry in entries:
            for end in ("start", "end"):
                self._read_date(entry, end, f"era “{entry.get('id', '')}”")
            if fault := fault_of_era(entry):
                self._note(Weight.REFUSED, fault, f"era “{clip(str(entry.get('id', '')))}”")
                entry = before.get(entry.get("id", ""), {})
            if entry:
                usable.append(entry)
        return usable

    def _events(self, exhibit: Data) -> dict[str, EventDocument]:
        records = self._records(EVENTS)
        taken = {row.cells.get(EVENT_ID.name, "").strip() for row in records.rows}
        nested = self._nested()
        events: dict[str, EventDocument] = {}
        first_places: dict[str, str] = {}
        for record in records.rows:
            name = self._id_of(record, taken)
            if name is None:
                continue
            if name in events:
                fault = f"The id “{name}” is already used by {first_places[name]}."
                self._note(Weight.REFUSED, fault, record.place)
                continue
            old = self.before.events.get(name) if self.before is not None else None
            lists = {
                kind: [*nested[kind].pop(record.place, ()), *nested[kind].pop(name, ())]
                for kind in nested
            }
            event = self._event(record, old or EventDocument({}), lists, exhibit)
            if event is not None:
                events[name] = event
                taken.add(name)
                first_places[name] = record.place
        self._lists_alone(nested, events, exhibit)
        stay = [name for name in (self.before.events if self.before else ()) if name not in events]
        if stay:
            self._say(f"Not in the table, so left as they are: {listed(stay)}.")
        return events

    def _nested(self) -> dict[str, dict[str, list[Record]]]:
        """By kind the rows of lists in events, by the event's id or the place of its row."""
        nested: dict[str, dict[str, list[Record]]] = {}
        for kind in KINDS.values():
            if kind.of_events and kind.name in self.table.records:
                groups = nested.setdefault(kind.name, {})
                for record in self._records(kind.name).rows:
                    groups.setdefault(record.owner, []).append(record)
        return nested

    def _id_of(self, record: Record, taken: Collection[str]) -> str | None:
        """The event's id: as given, else found from date and title; None if neither works."""
        given = record.cells.get(EVENT_ID.name, "").strip()
        if given:
            name = given if _SLUG.fullmatch(given) else slug(given, "event")
            if name != given:
                self._note(Weight.SAID, f"“{clip(given)}” became the id “{name}”.", record.place)
            return name
        title = next(
            (text for name, text in record.cells.items() if text and name.startswith("title")), ""
        )
        try:
            date = read_date(record.cells.get("date", "").strip(), self.table.day_zero).edtf
        except DateError as fault:
            self._note(Weight.REFUSED, f"{fault.message} {fault.hint}", record.place)
            return None
        return event_slug(date, title, taken)

    def _event(
        self,
        record: Record,
        before: EventDocument,
        lists: Mapping[str, list[Record]],
        exhibit: Data,
    ) -> EventDocument | None:
        """The event that a row describes, or None and a note if it cannot be used."""
        languages = exhibit["languages"]
        self._say_doubled(record, languages[0])
        columns = self._records(EVENTS).columns
        data = merged(EventSource, before.data, columns, record.cells, languages)
        for kind, rows in lists.items():
            self._put_list(data, before.data, kind, rows, languages)
        data = merged(EventSource, data, (), {}, languages)
        self._read_date(data, "date", record.place)
        if data != before.data and (fault := fault_of_event(data)):
            self._note(Weight.REFUSED, fault, record.place)
            return None
        given = {c.language: record.cells.get(c.name, "") for c in columns if c.field == ARTICLE}
        written = {code: text for code, text in given.items() if text.strip()}
        articles = merged_text(None, written, languages)
        if isinstance(articles, str):
            articles = {languages[0]: articles} if articles else {}
        return EventDocument(data, before.articles | articles)

    def _lists_alone(
        self,
        nested: Mapping[str, Mapping[str, list[Record]]],
        events: dict[str, EventDocument],
        exhibit: Data,
    ) -> None:
        """Lists of events that have no row of their own in the table, but are there already."""
        for kind, groups in nested.items():
            for owner, rows in groups.items():
                old = self.before.events.get(owner) if self.before is not None else None
                known = events.get(owner) or old
                if known is None or owner in events:
                    message = f"It belongs to no event that is imported (“{clip(owner)}”)."
                    self.notes += (Note(Weight.REFUSED, message, row.place) for row in rows)
                    continue
                data = merged(EventSource, known.data, (), {}, exhibit["languages"])
                self._put_list(data, known.data, kind, rows, exhibit["languages"])
                data = merged(EventSource, data, (), {}, exhibit["languages"])
                if fault := fault_of_event(data):
                    self._note(Weight.REFUSED, fault, rows[0].place)
                else:
                    events[owner] = EventDocument(data, known.articles)

    def _put_list(
        self, data: Data, before: Data, kind: str, rows: list[Record], languages: list[str]
    ) -> None:
        sheet = KINDS[kind]
        columns = self._records(kind).columns
        old = get(before, sheet.path) or ()
        cells = (row.cells for row in rows)
        put(data, sheet.path, merged_list(sheet.model, old, columns, cells, languages))

    def _read_date(self, data: Data, key: str, place: str) -> None:
        if not data.get(key) or data[key] == "..":
            return
        try:
            found = read_date(data[key], self.table.day_zero)
        except DateError:
            return
        data[key] = found.edtf
        if found.remark:
            self._note(Weight.SAID, f"{found.remark[:1].upper()}{found.remark[1:]}.", place)

    def _say(self, message: str) -> None:
        self.notes.append(Note(Weight.SAID, message))

    def _note(self, weight: Weight, message: str, place: str) -> None:
        self.notes.append(Note(weight, message, place))


def _name(entries: list[Data], otherwise: str) -> None:
    """Give an id to each entry that has but a title."""
    taken = {entry["id"] for entry in entries if "id" in entry}
    for entry in entries:
        if "id" not in entry and "title" in entry:
            title = entry["title"]
            text = title if isinstance(title, str) else next(iter(title.values()))
            entry["id"] = slug(text, otherwise, taken)
            taken.add(entry["id"])
