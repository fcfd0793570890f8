"""The open article as rows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.exhibit.articles.article import parse_article
from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.model import Text
from kiosk.viewmodels.article import ArticleView
from kiosk.viewmodels.translation import Translation


@pytest.fixture
def article(qapp, edition):  # noqa: ARG001
    parent = QObject()
    view = ArticleView(parent)
    for model in (view.blocks, view.gallery, view.related, view.meanwhile, view.sources):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    view.show(Translation(edition, "en"))
    yield view
    parent.deleteLater()


def kinds(article):
    return [row.kind for row in article.blocks.rows]


def test_blocks_in_order(article):
    """Heading, paragraph, quote, list entries, figure, and the notes at the end."""
    article.open("ferry")
    rows = article.blocks.rows
    assert kinds(article) == ["heading", "paragraph", "quote", "item", "item", "figure", "note"]
    assert [row.marker for row in rows] == ["", "", "", "1.", "2.", "", "¹"]
    assert rows[1].styled == (
        'The <i>river</i> was <b>wide</b>¹, see <a href="event:flood">the flood</a>.'
    )
    assert rows[1].plain == "The river was wide, see the flood."


def test_figure_is_a_place_in_the_gallery(article):
    """Named by its file alone, it leads to the medium of that name."""
    article.open("ferry")
    figure = next(row for row in article.blocks.rows if row.kind == "figure")
    assert figure.medium == 0
    assert figure.plain == "Alt"
    assert figure.picture.isLocalFile()


def test_gallery_has_each_medium_once(article):
    """The hero comes first and is not repeated."""
    article.open("ferry")
    assert [row.kind for row in article.gallery.rows] == ["image", "video", "audio", "video"]
    assert [len(article.media), article.gallery.rowCount()] == [4, 4]


def test_related_leaves_out_what_is_not_there(article):
    """An event that only the text links to is there too, with a place that a finger can hit."""
    article.open("ferry")
    assert [row.key for row in article.related.rows] == ["bridge", "flood"]
    assert article.related.rows[0].when == "1935–1937"
    assert article.related.rows[0].picture == QUrl()


def test_meanwhile_in_other_lanes(article, edition):
    """What other lanes have at the time, but for what is related anyway."""
    lanes = {"ferry": ("town", "1935"), "flood": ("world", "1935"), "voices": ("town", "1980")}
    events = tuple(
        replace(event, lane=lanes[event.id][0], date=parse_date(lanes[event.id][1]))
        for event in edition.exhibit.events
        if event.id in lanes
    )
    exhibit = replace(edition.exhibit, events=events)
    article.show(Translation(replace(edition, exhibit=exhibit), "en"))
    article.open("flood")
    assert [row.key for row in article.meanwhile.rows] == ["ferry"]
    article.open("ferry")
    assert "flood" in [row.key for row in article.related.rows]
    assert article.meanwhile.rowCount() == 0


def test_neighbours_in_time(article):
    """Each knows who comes before and after; the ends know that nobody does."""
    article.open("ferry")
    assert (article.previousEvent, article.previousTitle) == ("", "")
    assert (article.nextEvent, article.nextTitle) == ("flood", "The flood")
    article.open("voices")
    assert (article.previousEvent, article.nextEvent) == ("bridge", "")


def test_borrowed_text_says_so(article, edition):
    """An article that is not translated is shown in the language it has, which is named."""
    article.open("ferry")
    assert (article.notTranslated, article.textMark, article.titleMark) == ("", "", "")
    article.show(Translation(edition, "lt"))
    assert (article.title, article.titleMark) == ("Tai ferry", "")
    assert article.textMark == "EN"
    assert article.notTranslated == "Šio teksto lietuvių kalba dar nėra. Jis rodomas anglų kalba."
    assert kinds(article)[0] == "heading"


def test_each_borrowed_text_has_its_mark(article, edition):
    """Title, caption and description are marked one by one, and spoken with their language."""
    english = Text({"en": "In English"})
    ferry = edition.exhibit.events[0]
    hero = replace(ferry.hero, alt=english, caption=english)
    ferry = replace(ferry, title=english, hero=hero, media=(hero,))
    exhibit = replace(edition.exhibit, events=(ferry, *edition.exhibit.events[1:]))
    article.show(Translation(replace(edition, exhibit=exhibit), "lt"))
    article.open("ferry")
    assert (article.title, article.titleMark) == ("In English", "EN")
    assert article.spokenTitle == "In English (anglų kalba)"
    assert article.heroAlt == "In English (anglų kalba)"
    (medium,) = article.gallery.rows
    assert (medium.caption, medium.caption_mark) == ("In English", "EN")
    figure = next(row for row in article.blocks.rows if row.kind == "figure")
    assert (figure.caption, figure.caption_mark) == ("In English", "EN")
    assert figure.plain == "In English (anglų kalba)"
    article.open("flood")
    assert article.previousTitle == "In English (anglų kalba)"


def test_without_an_article_the_summary_says_so(article, edition):
    """The line about another language does not need a long text."""
    flood = replace(edition.exhibit.events[1], summary=Text({"en": "Wet."}))
    events = (edition.exhibit.events[0], flood, *edition.exhibit.events[2:])
    exhibit = replace(edition.exhibit, events=events)
    article.show(Translation(replace(edition, exhibit=exhibit), "lt"))
    article.open("flood")
    assert article.notTranslated.endswith("Jis rodomas anglų kalba.")
    article.show(Translation(edition, "lt"))
    assert article.notTranslated == ""


def test_lists_keep_their_numbers(article, edition):
    """A list that begins with 7 goes on with 8."""
    text, _ = parse_article("7. seven\n8. eight", "en", ())
    ferry = replace(edition.exhibit.events[0], articles={"en": text})
    exhibit = replace(edition.exhibit, events=(ferry,))
    article.show(Translation(replace(edition, exhibit=exhibit), "en"))
    article.open("ferry")
    assert [row.marker for row in article.blocks.rows] == ["7.", "8."]


def test_opened_tells_the_length(article):
    """The visit is told how many words there are to read, and of the end of reading."""
    told, closed = [], []
    article.opened.connect(told.append)
    article.closed.connect(lambda: closed.append(True))
    article.open("ferry")
    article.open("nobody")
    article.open("flood")
    assert told[0] > 5
    assert told[1:] == [0]
    assert article.minutes == 0
    article.close()
    article.close()
    assert closed == [True]


def test_notice_until_it_is_answered(article):
    """Sensitive content asks once in a visit."""
    article.open("flood")
    assert article.notice == "Sad."
    article.confirm()
    assert article.notice == ""
    article.close()
    article.open("flood")
    assert article.notice == ""
    article.forget()
    article.open("flood")
    assert article.notice == "Sad."


def test_closes_when_its_event_is_gone(article, edition):
    """Another edition without the event: nothing is left open."""
    closed = []
    article.closed.connect(lambda: closed.append(True))
    article.open("ferry")
    exhibit = replace(edition.exhibit, events=edition.exhibit.events[1:])
    article.show(Translation(replace(edition, exhibit=exhibit), "en"))
    assert closed == [True]
    assert not article.isOpen
    assert article.blocks.rowCount() == 0


def test_no_address_reaches_the_screen_as_a_link(article):
    """Sources are read, never followed."""
    article.open("ferry")
    assert article.sources.rows[0].words == "A book"
    assert "http" not in article.sources.rows[0].words
    assert not [row for row in article.blocks.rows if "http" in row.styled]
