"""Links between events, after it is known which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kiosk.exhibit.articles.article import Article, Block, Span
from kiosk.exhibit.model import Event


def without_dead_links(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events without references to events that are not shown."""
    every = tuple(events)
    shown = {event.id for event in every}
    return tuple(_relinked(event, shown) for event in every)


def _relinked(event: Event, shown: set[str]) -> Event:
    related = tuple(name for name in event.related if name in shown and name != event.id)
    dead = {name for article in event.articles.values() for name in linked_events(article)} - shown
    if related == event.related and not dead:
        return event
    articles = {
        language: _article_without(article, shown) for language, article in event.articles.items()
    }
    return replace(event, related=related, articles=articles)


def linked_events(article: Article) -> Iterator[str]:
    """The ids of the events that an article links to, in its order, notes last."""
    lines = [line for block in article.blocks for line in (block.spans, *block.items)]
    lines += article.notes
    return (span.event for line in lines for span in line if span.event is not None)


def _article_without(article: Article, shown: set[str]) -> Article:
    def spans(given: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(
            span if span.event is None or span.event in shown else replace(span, event=None)
            for span in given
        )

    def block(given: Block) -> Block:
        items = tuple(spans(item) for item in given.items)
        return replace(given, spans=spans(given.spans), items=items)

    return replace(
        article,
        blocks=tuple(block(one) for one in article.blocks),
        notes=tuple(spans(note) for note in article.notes),
    )
