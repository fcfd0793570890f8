"""Spans of an article as Qt's styled text; everything that came from outside is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kiosk.exhibit.articles.article import Span

_KEPT = {ord("\n"): "<br>", 0xA0: "&nbsp;", 0x202F: "&nbsp;"}
"""White space that Qt's styled text would otherwise make one ordinary space."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def styled(spans: Iterable[Span]) -> str:
    """Markup with nothing in it but bold, italics, new lines and links ``event:<id>``.

    Numbers of notes are raised; neighbours are set apart, so that 1 and 2 are not read as 12.
    """
    marked, after_note = "", False
    for span in spans:
        is_note = span.note is not None
        marked += ("&nbsp;" if is_note and after_note else "") + _styled(span)
        after_note = is_note
    return marked


def plain(spans: Iterable[Span]) -> str:
    """The words alone, without the numbers of notes."""
    return "".join(span.text for span in spans if span.note is None)


def superscript(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _styled(span: Span) -> str:
    if span.note is not None:
        return superscript(span.note)
    text = escape(span.text).translate(_KEPT)
    if span.strong:
        text = f"<b>{text}</b>"
    if span.emphasis:
        text = f"<i>{text}</i>"
    if span.event is not None:
        text = f'<a href="event:{escape(span.event)}">{text}</a>'
    return text
