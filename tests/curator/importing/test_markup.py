"""HTML from other people's timelines: its words and their order survive, its tricks do not."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.importing.markup import addresses, to_commonmark, to_plain
from kiosk.exhibit.articles.article import parse_article


@pytest.mark.parametrize(
    ("html", "commonmark"),
    [
        ("plain", "plain"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("a<br>b", "a\\\nb"),
        ("<b>bold</b> and <i> slanted </i>", "**bold** and *slanted*"),
        ("<strong><em>both</em></strong>", "***both***"),
        ("un<b>believ</b>able", "un**believ**able"),
        ("a<b>(b)</b>c", "a(b)c"),
        ("<a href='https://x.example/a'>here</a>", "[here](https://x.example/a)"),
        ("<a href='//x.example/(a)'>here</a>", "[here](<https://x.example/(a)>)"),
        ("<a href='javascript:x()'>here</a>", "here"),
        ("<h1>Head</h1>text", "## Head\n\ntext"),
        ("<ul><li>one<li><p>two</p></ul>end", "- one\n- two\n\nend"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("<blockquote>said <cite>me</cite></blockquote>", "> said *me*"),
        ("x<script>alert(1)</script><style>y</style>", "x"),
        ("<p>&amp;copy; &lt;b&gt;</p>", "\\&copy; \\<b\\>"),
        ("1. first\n\n# no heading\n\n- no list", "1\\. first\n\n\\# no heading\n\n\\- no list"),
        ("a <img src='https://x.example/p.jpg' alt='pic'> b", "a [pic](https://x.example/p.jpg) b"),
        ("</p></ul></b><<>", "\\<\\<\\>"),
    ],
)
def test_html_becomes_commonmark(html: str, commonmark: str) -> None:
    """Paragraphs, emphasis, links, lists, headings and quotes; nothing else."""
    assert to_commonmark(html).text == commonmark


def test_what_is_lost_is_said() -> None:
    """Once for each kind."""
    lost = to_commonmark("<table><tr><td>x</table><table></table><img src='//x.example/a'>").lost
    assert len(lost) == 2


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Cn", "Co"])
        | st.sampled_from(" \n#*_[]<>&`\\1.)->+=~|!:"),
        max_size=40,
    )
)
def test_plain_words_stay_plain_words(text: str) -> None:
    """No letter of a paragraph turns into markup or disappears."""
    words = " ".join(text.split())
    html = f"<p>{escape(text)}</p>"
    article, _ = parse_article(to_commonmark(html).text, "en", ())
    assert ["".join(span.text for span in b.spans) for b in article.blocks] == [words] * bool(words)
    assert all(block.kind == "paragraph" for block in article.blocks)
    assert to_plain(html) == words


@given(st.text(st.sampled_from("<>/abp= \n\"'&;!-liuo"), max_size=60))
def test_broken_html_is_no_fault(html: str) -> None:
    """Whatever it is, there is some text."""
    assert isinstance(to_commonmark(html).text, str)
    assert "\n" not in to_plain(html)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<iframe src='//x.example/v'></iframe>", ["https://x.example/v"]),
        (
            "<blockquote><a href='https://x.example/1'>a</a></blockquote>"
            "<script src='https://x.example/w.js'></script>",
            ["https://x.example/1"],
        ),
        ("<img src='local.jpg'>", []),
    ],
)
def test_addresses_are_those_of_what_is_shown(html: str, found: list[str]) -> None:
    """Not those of scripts; else the last link."""
    assert addresses(html) == found
