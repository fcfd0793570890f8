"""One edition in one language: what every view model asks when it fills its rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from PySide6.QtCore import QUrl

from kiosk.exhibit.dates.shortening import date_forms
from kiosk.exhibit.dates.wording import date_words
from kiosk.exhibit.interface import COMPLETE, shipped_strings
from kiosk.exhibit.licences import rights_in_words
from kiosk.exhibit.model import Event, Exhibit, Medium, MediumKind, Text
from kiosk.station.edition import Edition
from kiosk.viewmodels.texts import interface_texts, language_mark, name_of_language

NOWHERE = QUrl()


@dataclass(frozen=True)
class Translation:
    edition: Edition
    language: str

    @property
    def exhibit(self) -> Exhibit:
        return self.edition.exhibit

    @cached_property
    def interface(self) -> dict[str, str]:
        return interface_texts(self.language, self.exhibit.strings.get(self.language, {}))

    @cached_property
    def _events(self) -> dict[str, Event]:
        return {event.id: event for event in self.exhibit.events}

    @cached_property
    def _era_colours(self) -> dict[str, str]:
        return {era.id: era.color or "" for era in self.exhibit.eras}

    def event(self, event_id: str) -> Event | None:
        return self._events.get(event_id)

    def text(self, text: Text) -> str:
        return text.pick(self.language, self.exhibit.languages).text

    def borrowed_language(self, text: Text) -> str:
        """The language a missing translation is taken from, or "" where nothing is borrowed."""
        picked = text.pick(self.language, self.exhibit.languages)
        return picked.language if picked.text and picked.language != self.language else ""

    def mark(self, text: Text) -> str:
        """The sign of the language that a text is borrowed from, e.g. ``LT``, or ""."""
        return language_mark(self.borrowed_language(text))

    def spoken(self, text: Text) -> str:
        """The text for those who hear it, who must be told of another language."""
        borrowed = self.borrowed_language(text)
        if not borrowed:
            return self.text(text)
        spoken = self.interface["in_language"].replace("%2", self._name_of(borrowed))
        return spoken.replace("%1", self.text(text))

    def not_translated(self, language: str) -> str:
        """That a text is missing in the visitor's language, and in which it is shown instead."""
        sentence = self.interface["not_translated"].replace("%2", self._name_of(language))
        return sentence.replace("%1", self._name_of(self.language))

    def _name_of(self, language: str) -> str:
        """The name of a language in that of the interface, which may be English for want of it."""
        own = self.exhibit.strings.get(self.language, {})
        translated = own or shipped_strings(self.language)
        return name_of_language(language, self.language if translated else COMPLETE)

    def when(self, event: Event) -> str:
        return self.text(event.date_text) or date_words(event.date, self.language)

    def shorter(self, event: Event) -> tuple[str, ...]:
        """Ever shorter wordings of `when`, for where it has no room."""
        forms = date_forms(event.date, self.language)
        return forms if event.date_text.root else forms[1:]

    def credit(self, medium: Medium) -> str:
        """Who made it and by what right it is shown, in words."""
        rights = rights_in_words(medium.rights, self.interface)
        return " · ".join(part for part in (self.text(medium.credit), rights) if part)

    def era_colour(self, event: Event) -> str:
        return self._era_colours.get(event.era or "", "")

    def file(self, medium: Medium) -> str:
        """The medium's file for this language, relative to the content folder."""
        return self.text(medium.file)

    def url(self, file: str) -> QUrl:
        """Where the edition keeps `file`; empty when it is missing or cannot be shown."""
        path = self.edition.path(file)
        return QUrl.fromLocalFile(str(path)) if path else NOWHERE

    def preview(self, medium: Medium, size: str) -> QUrl:
        """A still of the medium in the size ``card`` or ``screen``; empty when there is none."""
        file = self.file(medium)
        if medium.kind is not MediumKind.IMAGE and medium.poster:
            file = medium.poster
        path = self.edition.preview(file, size)
        return QUrl.fromLocalFile(str(path)) if path else NOWHERE

    def stills(self, most: int) -> list[QUrl]:
        """The attract screen's pictures, else some of the most important events'."""
        own = [self.preview(medium, "screen") for medium in self.exhibit.attract.media]
        if pictures := [url for url in own if not url.isEmpty()]:
            return pictures
        leading = (event for event in self.exhibit.events if event.importance == 1)
        found = (self.picture(event, "screen") for event in leading)
        return list(islice((url for url in found if not url.isEmpty()), most))

    def picture(self, event: Event, size: str) -> QUrl:
        """The still that stands for an event."""
        candidates = (event.hero, *event.media)
        for medium in candidates:
            if medium is not None and (url := self.preview(medium, size)) != NOWHERE:
                return url
        return NOWHERE
