"""The medium that fills the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from kiosk.station.decoding import MediaFacts
from kiosk.viewmodels.translation import Translation
from kiosk.viewmodels.viewer import ViewerView


@pytest.fixture
def media(edition):
    return edition.exhibit.events[0].media


@pytest.fixture
def viewer(qapp, edition):  # noqa: ARG001
    parent = QObject()
    view = ViewerView(parent)
    view.show(Translation(edition, "en"), ())
    yield view
    parent.deleteLater()


def test_closed_it_says_nothing(viewer):
    assert (viewer.isOpen, viewer.kind, viewer.missing, viewer.count) == (False, "", False, 0)
    assert viewer.source.isEmpty()


def test_steps_stay_inside_the_article(viewer, media):
    """Neither before the first nor behind the last."""
    viewer.step_into(media, 0)
    viewer.step(-1)
    assert viewer.number == 0
    viewer.step(1)
    assert (viewer.number, viewer.kind) == (1, "video")
    viewer.step_into(media, 9)
    assert viewer.number == 1


def test_every_way_out_stops_what_plays(viewer, media):
    """The visit is told each time, and never for nothing."""
    stopped = []
    viewer.stopped.connect(lambda: stopped.append(True))
    viewer.close()
    assert stopped == []
    viewer.step_into(media, 1)
    viewer.step(1)
    viewer.close()
    viewer.step_into(media, 1)
    viewer.halt()
    assert len(stopped) == 3


def test_image_has_no_source_and_film_has(viewer, media):
    """Only what plays is given to the player."""
    viewer.step_into(media, 0)
    assert viewer.source.isEmpty()
    assert viewer.picture.isLocalFile()
    assert viewer.ratio == 2
    viewer.step(1)
    assert viewer.source.isLocalFile()
    assert viewer.ratio == pytest.approx(4 / 3)


def test_what_cannot_be_decoded_is_missing(viewer, media):
    viewer.step_into(media, 3)
    assert viewer.isOpen
    assert viewer.missing
    assert viewer.ratio == pytest.approx(16 / 9)
    assert viewer.alt == "Alt"


def test_sound_borrows_a_picture(viewer, media):
    """Something is to be looked at while one listens."""
    viewer.step_into(media, 2)
    assert viewer.picture.isLocalFile()
    assert viewer.loops
    assert viewer.credit == "A choir · Public domain (CC0)"


def test_captions_follow_the_language(viewer, media, edition):
    """In the visitor's language, else in the first that has them; the place is kept."""
    viewer.step_into(media, 1)
    assert [cue["text"] for cue in viewer.captions] == ["Hello"]
    viewer.show(Translation(edition, "lt"), media)
    assert viewer.number == 1
    assert [cue["text"] for cue in viewer.captions] == ["Labas"]
    viewer.step(1)
    assert [cue["text"] for cue in viewer.transcript] == ["La"]


def test_another_edition_with_fewer_media(viewer, media, edition):
    """It stays open at the last that is left, or closes when none is."""
    viewer.step_into(media, 3)
    viewer.show(Translation(edition, "en"), media[:2])
    assert viewer.number == 1
    viewer.show(Translation(edition, "en"), ())
    assert not viewer.isOpen


def test_cues_of_another_language_are_marked(viewer, edition):
    """A transcript that exists in English only says so to a Lithuanian; captions in both do not."""
    media = edition.exhibit.events[0].media
    viewer.show(Translation(edition, "lt"), media)
    viewer.step_into(media, 1)
    assert (viewer.captions[0]["text"], viewer.cuesMark) == ("Labas", "")
    viewer.step(1)
    assert (viewer.transcript[0]["text"], viewer.cuesMark) == ("La", "EN")
    viewer.show(Translation(edition, "en"), media)
    assert viewer.cuesMark == ""


def test_what_goes_along_with_a_film(viewer, edition):
    """Sign language for everybody, a describing voice only for those who understand it."""
    film = edition.exhibit.events[0].media[1]
    along = replace(
        film,
        sign_language="events/ferry/film.webm",
        audio_description={"en": "events/ferry/song.ogg"},
    )
    viewer.step_into((along,), 0)
    assert viewer.signSource.isLocalFile()
    assert viewer.description.isLocalFile()
    viewer.show(Translation(edition, "lt"), (along,))
    assert viewer.signSource.isLocalFile()
    assert viewer.description.isEmpty()
    viewer.step_into((film,), 0)
    assert viewer.signSource.isEmpty()


def test_stills_and_peaks_where_they_were_made(viewer, media, edition):
    """An edition stored before there were any shows and plays the same, only without them."""
    viewer.step_into(media, 1)
    assert (viewer.stills.isEmpty(), viewer.stillsCount, viewer.peaks) == (True, 0, [])
    film, song = "events/ferry/film.webm", "events/ferry/song.ogg"
    known = edition.files[film].facts
    picture = edition.files["events/ferry/map.png"].facts.previews["screen"]
    made = replace(known, previews={"stills": picture}, stills=12)
    heard = MediaFacts(kind="audio", previews={"peaks": edition.files[song].object})
    files = {
        **edition.files,
        film: replace(edition.files[film], facts=made),
        song: replace(edition.files[song], facts=heard),
    }
    viewer.show(Translation(replace(edition, files=files), "en"), media)
    assert viewer.stills.isLocalFile()
    assert viewer.stillsCount == 12
    viewer.step(1)
    stored = edition.path(song).read_bytes()
    assert viewer.peaks == list(stored)
