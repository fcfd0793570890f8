"""Spans of an article as Qt's styled text; everything that came from outside is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kiosk.exhibit.articles.article import Span

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def styled(spans: Iterable[Span]) -> str:
    """Markup with nothing in it but bold, italics and links ``event:<id>`` and ``note:<n>``."""
    return "".join(_styled(span) for span in spans)


def plain(spans: Iterable[Span]) -> str:
    """The words alone, without the numbers of notes."""
    return "".join(span.text for span in spans if span.note is None)


def superscript(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _styled(span: Span) -> str:
    if span.note is not None:
        return superscript(span.note)
    text = escape(span.text).replace("\n", " ")
    if span.strong:
        text = f"<b>{text}</b>"
    if span.emphasis:
        text = f"<i>{text}</i>"
    if span.event is not None:
        text = f'<a href="event:{escape(span.event)}">{text}</a>'
    return text
