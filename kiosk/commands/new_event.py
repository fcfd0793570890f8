"""kiosk new --event: the folder of one more event."""

from __future__ import annotations

import sys
from datetime import date as CalendarDate

from kiosk.commands.exhibit_files import content_to_change
from kiosk.commands.parsing import GOOD, REFUSED, UsageError
from kiosk.commands.targets import write_folder
from kiosk.exhibit.files import EVENTS_FOLDER, EXHIBIT_FILE, SLUG, ContentFolder, FileError


def add(slug: str, content: str | None) -> int:
    from kiosk.curator.new_event import new_event
    from kiosk.curator.template import editor_line
    from kiosk.exhibit.rules import frame_of
    from kiosk.exhibit.yamlfile.tree import MAX_BYTES, parse_yaml

    _check_slug(slug)
    folder = content_to_change(content)
    try:
        data = ContentFolder(folder).read(EXHIBIT_FILE, MAX_BYTES + 1)
    except FileError as fault:
        raise UsageError(fault.message) from None
    node, problems = parse_yaml(data, EXHIBIT_FILE)
    frame = frame_of(node)
    if not frame.languages:
        why = f"line {problems[0].line}: {problems[0].message}" if problems else "no languages."
        print(f"kiosk: Mend {EXHIBIT_FILE} first, {why}", file=sys.stderr)
        return REFUSED
    events = folder / EVENTS_FOLDER
    others = sorted(entry.name for entry in events.iterdir()) if events.is_dir() else []
    files = new_event(slug, frame, others, CalendarDate.today().year)
    if (folder / ".schema/event.json").is_file():
        line = editor_line(f"{EVENTS_FOLDER}/{slug}/event.yaml")
        files["event.yaml"] = line.encode() + files["event.yaml"]
    write_folder(events / slug, files)
    print(f"The new event is in “{events / slug}”.")
    print("It is a draft: the window shows it, visitors do not see it yet. Write its title and")
    print("summary in event.yaml and its text in article.….md, then delete “draft: true”.")
    return GOOD


def _check_slug(slug: str) -> None:
    from kiosk.exhibit.wording import slug_for

    if SLUG.fullmatch(slug) is None:
        raise UsageError(
            f"“{slug}” cannot be the id of an event; “{slug_for(slug)}” can: small letters a to z, "
            "digits and hyphens."
        )
