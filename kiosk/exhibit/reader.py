"""Content folder to exhibit: reads everything, gathers every problem, leaves out what is broken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as CalendarDate
from pathlib import Path
from typing import Final

from kiosk.exhibit.across import check_across
from kiosk.exhibit.articles.links import without_dead_links
from kiosk.exhibit.dates.edtf import DateError, parse_date
from kiosk.exhibit.dates.written import WrittenDate
from kiosk.exhibit.events import EventReader, EventReading
from kiosk.exhibit.files import (
    EVENT_FILE,
    EVENTS_FOLDER,
    EXHIBIT_FILE,
    SLUG,
    ContentFolder,
    Entry,
    EntryKind,
    FileError,
)
from kiosk.exhibit.fonts import FONTS_FOLDER, font_named, read_fonts
from kiosk.exhibit.icons import icon_named
from kiosk.exhibit.media.reading import SHARED_FOLDER, MediaReader
from kiosk.exhibit.media.shared import read_shared
from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.memory import Before, Memory, Progress
from kiosk.exhibit.model import (
    Appearance,
    Attract,
    Era,
    Exhibit,
    Idle,
    Lane,
    Medium,
    MediumKind,
    TakeAway,
    Text,
    Theme,
)
from kiosk.exhibit.presence import folder_fault
from kiosk.exhibit.problems import Problem, Scope, Severity, in_reading_order
from kiosk.exhibit.rules import (
    Frame,
    check_exhibit,
    frame_of,
    in_order,
    read_timeline,
    timeline_over,
)
from kiosk.exhibit.screen.fit import check_fit, check_poster
from kiosk.exhibit.screen.rooms import ERA, HEADING, PROMPT, Room
from kiosk.exhibit.strings import read_strings
from kiosk.exhibit.texts import read_text, says_nothing
from kiosk.exhibit.unused import no_events, unused_elsewhere, unused_in_event
from kiosk.exhibit.wording import error, rename_hint, slug_for, warning
from kiosk.exhibit.yamlfile.sources import EraSource, ExhibitSource, MediumSource
from kiosk.exhibit.yamlfile.tree import MAX_BYTES, Node, Scalar, Sequence, find, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate
from kiosk.exhibit.yamlfile.values import ABSENT

_STAND_INS: Final[dict[str, Node]] = {
    "title": Scalar(ABSENT, 1, 1),
    "languages": Sequence((Scalar("en", 1, 1),), 1, 1),
}
_YAML_LIKE: Final = (".yaml", ".yml", ".txt")
_YEAR_WITHOUT_EVENTS: Final = 2000


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a content folder.

    `exhibit` is None if nothing of it can be shown. `files` are the media, captions and fonts
    that it uses: existing ordinary files inside the folder, by relative path. `dates` are those
    that the kiosk puts into words, of the events that are shown.
    """

    exhibit: Exhibit | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    dates: tuple[WrittenDate, ...] = ()


def read_exhibit(
    folder: Path,
    today: CalendarDate | None = None,
    drafts: bool = False,
    *,
    before: Before | None = None,
    on_progress: Progress = lambda _done, _of: None,
) -> Reading:
    """Read the content folder; every fault becomes a problem, never an exception.

    Events whose `visible` range does not hold `today` are left out (None shows all), and drafts
    too unless `drafts` is true. With what was read `before`, only what has changed is read.
    """
    fault = folder_fault(folder)
    if fault is not None:
        return Reading(None, (fault,), ())
    return _ExhibitReader(ContentFolder(folder), today, drafts, before, on_progress).read()


def _any_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _written_dates(found: Iterable[EventReading]) -> Iterable[WrittenDate]:
    """The dates of events that no `date_text` speaks for."""
    for reading in found:
        event = reading.event
        if event is not None and not event.date_text.root:
            yield WrittenDate(
                f"{EVENTS_FOLDER}/{event.id}/{EVENT_FILE}", *reading.date_at, event.date
            )


class _ExhibitReader:
    """One reading of one folder."""

    def __init__(
        self,
        folder: ContentFolder,
        today: CalendarDate | None,
        drafts: bool,
        before: Before | None,
        on_progress: Progress,
    ) -> None:
        self.before = before or Before(Memory(), lambda _folder: None)
        self.on_progress = on_progress
        self.folder = folder
        self.today = today
        self.drafts = drafts
        self.node: Node | None = None
        self.frame = Frame()
        self.media = MediaReader(folder, ())
        self.problems: list[Problem] = []
        self.files: set[str] = set()

    def read(self) -> Reading:
        source = self._source()
        self.media = MediaReader(self.folder, self.frame.languages)
        self.problems.extend(read_shared(self.folder, self.media))
        eras = tuple(self._eras(source))
        found = self._events(eras)
        exhibit = self._exhibit(source, eras, found) if source is not None else None
        timeline = exhibit.timeline if exhibit is not None else None
        self.problems.extend(check_across(found, eras, timeline, source, self._at()))
        self.problems.extend(self._unused(found))
        problems = in_reading_order([*self.problems, *self.media.problems])
        if any(p.severity is Severity.ERROR and p.scope is Scope.EXHIBIT for p in problems):
            exhibit = None
        files = tuple(sorted(self.files | self.media.files))
        return Reading(exhibit, problems, files, tuple(_written_dates(found.values())))

    def _source(self) -> ExhibitSource | None:
        try:
            listing = self.folder.entries()
            if EXHIBIT_FILE not in listing:
                names = [name for name in listing if name.lower().endswith(_YAML_LIKE)]
                otherwise = "Put it there; is this the right folder?"
                hint = rename_hint(EXHIBIT_FILE, names, otherwise)
                self._exhibit_error("missing-file", f"There is no {EXHIBIT_FILE}.", hint)
                return None
            self.folder.find(EXHIBIT_FILE, ("",))
            data = self.folder.read(EXHIBIT_FILE, MAX_BYTES + 1)
        except FileError as fault:
            self._exhibit_error(fault.code, fault.message, fault.hint)
            return None
        self.node, faults = parse_yaml(data, EXHIBIT_FILE)
        self.problems.extend(faults)
        if self.node is None:
            if not faults:
                hint = "Write at least “title: …” and “languages: [en]”."
                self._exhibit_error("empty-file", "The file is empty.", hint)
            return None
        self.frame = frame_of(self.node)
        source, self.node, faults = validate(
            ExhibitSource, self.node, EXHIBIT_FILE, Scope.EXHIBIT, _STAND_INS
        )
        self.problems.extend(faults)
        if source is not None:
            self.problems.extend(check_exhibit(source, self.node, EXHIBIT_FILE))
        return source

    def _exhibit_error(self, code: str, message: str, hint: str) -> None:
        self.problems.append(error(EXHIBIT_FILE, (0, 0), code, message, hint))

    def _entries(self, folder: str) -> Iterable[Entry]:
        try:
            return self.folder.entries(folder).values()
        except FileError as fault:
            self.problems.append(
                error(folder, (0, 0), fault.code, fault.message, fault.hint, Scope.EXHIBIT)
            )
            return ()

    def _eras(self, source: ExhibitSource | None) -> Iterable[Era]:
        for position, era in enumerate(source.eras if source is not None else ()):
            made = self._era(era, position)
            if made is not None:
                yield made

    def _era(self, source: EraSource, position: int) -> Era | None:
        at = ("eras", position)
        for key, text in (("start", source.start), ("end", source.end)):
            try:
                if text != "..":
                    parse_date(text)
            except DateError as fault:
                place = self._at(*at, key)
                self.problems.append(
                    error(EXHIBIT_FILE, place, "bad-date", fault.message, fault.hint)
                )
                return None
        try:
            date = parse_date(f"{source.start}/{source.end}")
        except DateError as fault:
            place = self._at(*at, "end")
            self.problems.append(error(EXHIBIT_FILE, place, "bad-date", fault.message, fault.hint))
            return None
        return Era(
            id=source.id,
            date=date,
            title=self._label(source.title, ERA, "era's title", *at, "title"),
            summary=self._text(source.summary, *at, "summary"),
            color=source.color,
        )

    def _unused(self, found: Mapping[str, EventReading]) -> Iterable[Problem]:
        """The files that nothing uses, where no error could be the reason for it."""
        named = self.media.named.union(*(reading.named for reading in found.values()))
        for name, reading in found.items():
            if reading.event is not None and not _any_error(reading.problems):
                yield from unused_in_event(self.folder, f"{EVENTS_FOLDER}/{name}", named)
        if not _any_error([*self.problems, *self.media.problems]):
            yield from unused_elsewhere(self.folder, named)

    def _events(self, eras: tuple[Era, ...]) -> dict[str, EventReading]:
        folders = []
        names = {entry.name for entry in self._entries(EVENTS_FOLDER)}
        for entry in self._entries(EVENTS_FOLDER):
            if entry.kind is EntryKind.FOLDER and SLUG.fullmatch(entry.name):
                folders.append(entry)
            else:
                self._refuse_event(entry, names)
        # A link to an event whose file lies beside the folders is right once that is mended.
        slugs = frozenset(name.partition(".")[0] for name in names)
        reader = EventReader(
            self.folder, self.frame, eras, self.media, slugs, self.today, self.drafts
        )
        found: dict[str, EventReading] = {}
        readings = self.before.memory.read(reader, folders, self.before.stamps)
        for entry, reading in zip(folders, readings, strict=True):
            found[entry.name] = reading
            self.on_progress(len(found), len(folders))
            self.problems.extend(reading.problems)
            if reading.event is not None:
                self.files |= reading.files
        return found

    def _refuse_event(self, entry: Entry, names: set[str]) -> None:
        if entry.kind is EntryKind.FOLDER:
            slug = slug_for(entry.name, names)
            message = "The folder's name cannot be the id of an event."
            hint = f"Rename it to “{slug}”: only small letters a to z, digits and hyphens."
            self.problems.append(error(entry.path, (0, 0), "bad-id", message, hint, Scope.EVENT))
        else:
            message = "Events are folders; this file is not read."
            hint = "Make a folder for the event and put the file there as event.yaml."
            self.problems.append(
                warning(entry.path, (0, 0), "stray-file", message, hint, Scope.EVENT)
            )

    def _exhibit(
        self,
        source: ExhibitSource,
        eras: tuple[Era, ...],
        found: Mapping[str, EventReading],
    ) -> Exhibit:
        written, faults = read_timeline(source.timeline, self._at(), EXHIBIT_FILE)
        self.problems.extend(faults)
        shown = (reading.event for reading in found.values() if reading.event is not None)
        events = in_order(without_dead_links(shown))
        year = self.today.year if self.today is not None else _YEAR_WITHOUT_EVENTS
        dates = [event.date for event in events] or [era.date for era in eras]
        timeline = timeline_over(written, dates, source.timeline, year)
        if not found:
            self.problems.append(no_events(self.folder))
        strings, faults = read_strings(self.folder, self.frame.languages)
        self.problems.extend(faults)
        fonts, faults = read_fonts(self.folder)
        self.problems.extend(faults)
        self.files.update(f"{FONTS_FOLDER}/{font}" for font in fonts)
        look = source.appearance
        return Exhibit(
            title=self._title(source),
            subtitle=self._text(source.subtitle, "subtitle"),
            languages=source.languages,
            timeline=timeline,
            eras=eras,
            themes=tuple(
                Theme(
                    id=theme.id,
                    title=self._text(theme.title, "themes", at, "title"),
                    icon=self._icon(theme.icon, at),
                )
                for at, theme in enumerate(source.themes)
            ),
            lanes=tuple(
                Lane(id=lane.id, title=self._text(lane.title, "lanes", at, "title"))
                for at, lane in enumerate(source.lanes)
            ),
            attract=Attract(
                media=tuple(self._attract_media(source)),
                prompt=self._label(
                    source.attract.prompt, PROMPT, "invitation", "attract", "prompt"
                ),
            ),
            idle=Idle(warn_after=source.idle.warn_after, reset_after=source.idle.reset_after),
            appearance=Appearance(
                background=look.background,
                accent=look.accent,
                heading_font=self._font(look.heading_font, "heading_font", fonts),
                body_font=self._font(look.body_font, "body_font", fonts),
            ),
            take_away=TakeAway(url=source.take_away.url) if source.take_away else None,
            strings=strings,
            fonts=tuple(f"{FONTS_FOLDER}/{font}" for font in fonts),
            events=events,
        )

    def _at(self, *steps: str | int) -> Node:
        return find(self.node, *steps) if self.node is not None else Scalar("", 1, 1)

    def _text(self, given: str | dict[str, str] | None, *steps: str | int) -> Text:
        languages = self.frame.languages
        text, faults = read_text(given, self._at(*steps), EXHIBIT_FILE, languages, Scope.EXHIBIT)
        self.problems.extend(faults)
        return text

    def _label(
        self, given: str | dict[str, str] | None, room: Room, what: str, *steps: str | int
    ) -> Text:
        """A text that has but one place on the screen."""
        text = self._text(given, *steps)
        place = self._at(*steps)
        self.problems.extend(check_fit(text, room, what, place, EXHIBIT_FILE, Scope.EXHIBIT))
        return text

    def _title(self, source: ExhibitSource) -> Text:
        title = self._label(source.title, HEADING, "title", "title")
        self.problems.extend(check_poster(title, self._at("title"), EXHIBIT_FILE))
        if says_nothing(source.title):
            message, hint = "The title is empty.", "Write the name of the exhibit after “title: ”."
            self.problems.append(
                error(EXHIBIT_FILE, self._at("title"), "missing-key", message, hint)
            )
        return title

    def _attract_media(self, source: ExhibitSource) -> Iterable[Medium]:
        for position, given in enumerate(source.attract.media):
            spot = Spot(EXHIBIT_FILE, self._at("attract", "media", position), ("", SHARED_FOLDER))
            by_name = isinstance(given, str)
            entry = MediumSource(file=given) if isinstance(given, str) else given
            before = len(self.media.problems)
            medium = self.media.medium(entry, spot, told=not by_name)
            if medium is None:
                continue
            if medium.kind in (MediumKind.IMAGE, MediumKind.VIDEO):
                yield medium
            else:
                # What else is missing of a sound does not matter here.
                del self.media.problems[before:]
                message = "The attract screen shows only pictures and films."
                hint = "Name a picture or a film, or remove this entry."
                self.problems.append(
                    error(EXHIBIT_FILE, spot.node, "wrong-kind", message, hint, Scope.MEDIUM)
                )

    def _font(self, name: str | None, key: str, fonts: Collection[str]) -> str | None:
        place = self._at("appearance", key)
        font, faults = font_named(name, fonts, place, EXHIBIT_FILE)
        self.problems.extend(faults)
        return font

    def _icon(self, name: str | None, position: int) -> str | None:
        """The path of an icon's picture; a name without a suffix is one of our own icons."""
        if not name:
            return None
        at = self._at("themes", position, "icon")
        if "." in name:
            return self.media.file(name, Spot(EXHIBIT_FILE, at, ("", SHARED_FOLDER)))
        icon, faults = icon_named(name, at, EXHIBIT_FILE)
        self.problems.extend(faults)
        return icon
