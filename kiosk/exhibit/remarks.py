"""What a good editor would remark on one event that is right in itself; all are warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.exhibit.model import Era, Event, MediumKind
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.screen.fit import check_fit, check_summary
from kiosk.exhibit.screen.rooms import TITLE
from kiosk.exhibit.wording import clip, warning
from kiosk.exhibit.yamlfile.tree import Mapping, Node, Scalar, find
from kiosk.exhibit.yamlfile.tree import Sequence as List


def remarks_on(event: Event, node: Node, path: str, eras: Iterable[Era]) -> Iterator[Problem]:
    """Warnings about `event`, which was read from the tree `node` of the file `path`."""
    yield from _on_the_card(event, node, path)
    yield from _listed_twice(node, path)
    yield from _related_to_itself(event, node, path)
    yield from _outside_its_era(event, node, path, eras)


def _on_the_card(event: Event, node: Node, path: str) -> Iterator[Problem]:
    """Whether the words find room on the card; without a picture it shows the summary too."""
    yield from check_fit(event.title, TITLE, "title", find(node, "title"), path, Scope.EVENT)
    media = event.media if event.hero is None else (event.hero, *event.media)
    pictured = (MediumKind.IMAGE, MediumKind.VIDEO)
    if not any(medium.kind in pictured or medium.poster for medium in media):
        yield from check_summary(event.title, event.summary, find(node, "summary"), path)


def _listed_twice(node: Node, path: str) -> Iterator[Problem]:
    listing = find(node, "media")
    seen: set[str] = set()
    for medium in listing.items if isinstance(listing, List) else ():
        file = medium.get("file") if isinstance(medium, Mapping) else None
        named = [value for _, value in file.entries] if isinstance(file, Mapping) else [file]
        names = {name.value: name for name in named if isinstance(name, Scalar)}
        for name in sorted(seen & names.keys()):
            yield warning(
                path,
                names[name],
                "listed-twice",
                f"“{clip(name)}” is in the list of media twice, so visitors see it twice.",
                "Keep one of the two entries.",
                Scope.MEDIUM,
            )
        seen |= names.keys()


def _related_to_itself(event: Event, node: Node, path: str) -> Iterator[Problem]:
    if event.id in event.related:
        yield warning(
            path,
            find(node, "related", event.related.index(event.id)),
            "related-to-itself",
            "The event is related to itself, which leads nowhere.",
            "Remove it from this list.",
            Scope.EVENT,
        )


def _outside_its_era(event: Event, node: Node, path: str, eras: Iterable[Era]) -> Iterator[Problem]:
    written = node.get("era") if isinstance(node, Mapping) else None
    era = next((era for era in eras if era.id == event.era), None)
    if written is None or era is None:
        return
    too_late = not era.date.open_end and event.date.start >= era.date.end
    too_early = not era.date.open_start and event.date.end <= era.date.start
    if too_late or too_early:
        yield warning(
            path,
            written,
            "outside-era",
            f"The event is {'later' if too_late else 'earlier'} than its era “{era.id}”.",
            "Correct the date or the era; without “era” it is found from the date.",
            Scope.EVENT,
        )
