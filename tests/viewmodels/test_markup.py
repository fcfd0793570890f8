"""Articles become the few marks that Qt's styled text needs, and nothing else gets through."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.articles.article import Span
from kiosk.viewmodels.markup import plain, styled, superscript

SPANS = st.lists(
    st.builds(
        Span,
        text=st.text(max_size=20),
        emphasis=st.booleans(),
        strong=st.booleans(),
        event=st.none() | st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True),
        note=st.none() | st.integers(1, 99),
    ),
    max_size=6,
)
OURS = re.compile(r'</?[bi]>|<br>|<a href="event:[a-z0-9-]+">|</a>')


def test_styles_links_and_notes():
    """Bold, italics, a link to an event and a raised number."""
    spans = (
        Span(text="The "),
        Span(text="river", strong=True, emphasis=True),
        Span(text="flood", event="flood"),
        Span(text="12", note=12),
    )
    assert styled(spans) == 'The <i><b>river</b></i><a href="event:flood">flood</a>¹²'
    assert plain(spans) == "The riverflood"


def test_lines_and_hard_spaces_are_kept():
    """Qt's styled text would make either an ordinary space."""
    assert styled([Span(text="one\n\xa0two\u202f!")]) == "one<br>&nbsp;two&nbsp;!"


def test_notes_side_by_side_are_two_numbers():
    """The first and second note are not the twelfth."""
    assert styled([Span(text="1", note=1), Span(text="2", note=2)]) == "¹&nbsp;²"


def test_what_curators_write_is_never_interpreted():
    """Tags, entities and attributes stay text."""
    assert styled([Span(text='<img src="x"> &amp;')]) == "&lt;img src=&quot;x&quot;&gt; &amp;amp;"


@given(SPANS)
def test_only_our_own_tags_are_left(spans):
    """Without them no angle bracket remains, and unescaped it is the text again."""
    bare = OURS.sub("", styled(spans).replace("<br>", "\n"))
    assert "<" not in bare
    assert ">" not in bare
    shown = "".join(
        superscript(span.note) if span.note is not None else span.text for span in spans
    )
    assert unescape(bare).replace("\xa0", "") == unescape_once(shown).replace("\xa0", "").replace(
        "\u202f", ""
    )


def unescape_once(text: str) -> str:
    """What `unescape` gives for text that was escaped once: the text, control letters mapped."""
    from html import escape

    return unescape(escape(text))


def test_superscript():
    assert superscript(1903) == "¹⁹⁰³"
