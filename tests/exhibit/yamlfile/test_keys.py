from __future__ import annotations

import pytest
from pydantic import BaseModel

from kiosk.exhibit.yamlfile.keys import key_hint, meant_key
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource


@pytest.mark.parametrize(
    ("model", "loc", "hint"),
    [
        (EventSource, ("titel",), "Did you mean “title”?"),
        (EventSource, ("headline",), "Did you mean “title”?"),
        (EventSource, ("Tags",), "Did you mean “themes”?"),
        (EventSource, ("lat",), "“lat” belongs inside “place”: set it in below that key."),
        (EventSource, ("credit",), "“credit” belongs inside “media”: set it in below that key."),
        (EventSource, ("from",), "“from” belongs inside “visible”: set it in below that key."),
        (EventSource, ("start",), "Write one date with a slash"),
        (EventSource, ("id",), "The id of an event is the name of its folder"),
        (EventSource, ("media", 0, "photographer"), "The keys here are: alt, caption"),
        (EventSource, ("media", 0, "license"), "Did you mean “rights”?"),
        (EventSource, ("place", "importance"), "does not belong here but further out"),
        (EventSource, ("place", "longitude"), "Did you mean “lon”?"),
        (ExhibitSource, ("prompt",), "“prompt” belongs inside “attract”"),
        (ExhibitSource, ("accent",), "“accent” belongs inside “appearance”"),
        (ExhibitSource, ("eras", 0, "colour"), "Did you mean “color”?"),
        (ExhibitSource, ("events",), "Events are folders in events/"),
        (ExhibitSource, ("zzzzzz",), "The keys here are: title, subtitle"),
    ],
)
def test_a_wrong_key_is_answered(
    model: type[BaseModel], loc: tuple[int | str, ...], hint: str
) -> None:
    """By the key that was meant, where it belongs, what to do instead, or all there are."""
    assert key_hint(model, loc).startswith(hint) or hint in key_hint(model, loc)


def test_a_key_on_the_wrong_level_means_no_other_key() -> None:
    """“lat” in an event is not a misspelt “lane”, so a missing lane is not excused by it."""
    assert meant_key(EventSource, ("lat",)) is None
    assert meant_key(EventSource, ("titel",)) == "title"
