"""Articles: CommonMark as typed blocks."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.articles.article import (
    LARGEST,
    LONGEST_RUN,
    Article,
    Block,
    Span,
    parse_article,
    shown_text,
)
from kiosk.station.records import from_json, to_json

EVENTS = ("1990-03-11-act", "1991-01-13-tv-tower")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of an article that has nothing wrong in it."""
    article, problems = parse_article(text, "en", EVENTS)
    assert problems == ()
    return article.blocks


def paragraph(*spans: Span) -> Block:
    return Block(kind="paragraph", spans=spans)


def test_headings_are_three_levels_deep() -> None:
    """Deeper headings become the third level."""
    found = blocks("# One\n\n## Two\n\n#### Four\n")
    assert [(block.kind, block.level, block.spans[0].text) for block in found] == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "Four"),
    ]


def test_styles_become_spans() -> None:
    """Emphasis nests, a soft break is a space, a hard one a new line."""
    assert blocks("a *b **c*** d\ne  \nf") == (
        paragraph(
            Span(text="a "),
            Span(text="b ", emphasis=True),
            Span(text="c", emphasis=True, strong=True),
            Span(text=" d e\nf"),
        ),
    )


def test_raw_html_is_text() -> None:
    """Nothing of HTML is interpreted, in a line or as a block."""
    article, problems = parse_article(
        'a <b onclick="x()">c</b>\n\n<script>x()</script>', "en", EVENTS
    )
    assert {problem.code for problem in problems} == {"html"}
    assert article.blocks == (
        paragraph(Span(text='a <b onclick="x()">c</b>')),
        paragraph(Span(text="<script>x()</script>")),
    )


def test_every_paragraph_of_a_quote_is_a_quote() -> None:
    """A quote ends with its marks."""
    assert [block.kind for block in blocks("> a\n>\n> b\n\nc")] == ["quote", "quote", "paragraph"]


def test_lists_inside_lists_join_their_item() -> None:
    """Numbering stays right, because an inner list adds lines, not entries."""
    (found,) = blocks("1. one\n   - inner\n   - other\n\n   more\n2. two\n")
    assert found.kind == "list"
    assert found.ordered
    assert found.items == (
        (Span(text="one\n– inner\n– other\nmore"),),
        (Span(text="two"),),
    )


def test_lists_count_from_where_the_curator_began() -> None:
    """The first number is kept, inside an entry too, and inner lists are set in by their depth."""
    (found,) = blocks("3. three\n4. four\n\n   5) five\n   6) six\n      - deep\n")
    assert (found.ordered, found.start) == (True, 3)
    assert found.items == (
        (Span(text="three"),),
        (Span(text="four\n5. five\n6. six\n\u00a0\u00a0\u00a0\u00a0– deep"),),
    )
    assert blocks("0. zero")[0].start == 0


def test_lists_in_footnotes_are_lines() -> None:
    """A note is one text; its list keeps its markers."""
    article, _ = parse_article("a[^1]\n\n[^1]: see\n\n    - one\n    - two\n", "en", EVENTS)
    assert article.notes == ((Span(text="see\n– one\n– two"),),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\\\nb", "a\nb"),
        ("a  \nb", "a\nb"),
        ("a\nb", "a b"),
        ("&eacute; &#8222; &nbsp;x &amp;lt;", "é „ \u00a0x &lt;"),
        ("\\*a\\* \\# \\[b\\]", "*a* # [b]"),
        ('„Žodis“ – “word” -- "straight" ...', '„Žodis“ – “word” -- "straight" ...'),
        ("[a][x] b\n\n[x]: https://x.example", "a (https://x.example) b"),
        ("[x]\n\n[x]: <https://x.example>", "x (https://x.example)"),
        ("<https://x.example/?a=1&b=2>", "https://x.example/?a=1&b=2"),
        ("[a] [b][c] [d](", "[a] [b][c] [d]("),
    ],
)
def test_text_is_what_commonmark_says(text: str, shown: str) -> None:
    """Breaks, entities, escapes and references are resolved; quotation marks stay as they are."""
    assert blocks(text) == (paragraph(Span(text=shown)),)


def test_nested_emphasis() -> None:
    """Emphasis in emphasis, of one kind and of both, also inside a word."""
    assert blocks("***a** b* c**d**e _f __g___") == (
        paragraph(
            Span(text="a", emphasis=True, strong=True),
            Span(text=" b", emphasis=True),
            Span(text=" c"),
            Span(text="d", strong=True),
            Span(text="e "),
            Span(text="f ", emphasis=True),
            Span(text="g", emphasis=True, strong=True),
        ),
    )


def test_a_link_in_a_footnote_leads_to_its_event() -> None:
    """Notes are touched like the text itself."""
    article, problems = parse_article("a^[see [act](1990-03-11-act)]", "en", EVENTS)
    assert problems == ()
    assert article.notes[0][1] == Span(text="act", event="1990-03-11-act")


def test_code_becomes_a_paragraph() -> None:
    """An exhibit has no code, so what looks like it is text."""
    article, _ = parse_article("```\nx = 1\n```\n\n    *y*\n      z\n\na `b *c*` d", "en", EVENTS)
    assert article.blocks == (
        paragraph(Span(text="x = 1")),
        paragraph(Span(text="*y*\n  z")),
        paragraph(Span(text="a b *c* d")),
    )


@pytest.mark.parametrize(
    "target", ["1990-03-11-act", "../1990-03-11-act/", "../1990-03-11-act", "1990-03-11-act/"]
)
def test_a_link_to_an_event_becomes_its_id(target: str) -> None:
    """Curators may write the folder's name as they would on a web page."""
    assert blocks(f"see [*the* act]({target}).") == (
        paragraph(
            Span(text="see "),
            Span(text="the", emphasis=True, event="1990-03-11-act"),
            Span(text=" act", event="1990-03-11-act"),
            Span(text="."),
        ),
    )


def test_a_link_to_a_missing_event_is_named() -> None:
    """The text stays, and the near event is suggested."""
    article, (problem,) = parse_article("one\ntwo\n[act](1990-03-11-akt)", "en", EVENTS)
    assert article.blocks == (paragraph(Span(text="one two act")),)
    assert (problem.line, problem.code) == (3, "unknown-event")
    assert problem.hint == "Did you mean “1990-03-11-act”?"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[archive](https://x.example/a)", "archive (https://x.example/a)"),
        ("<https://x.example/a>", "https://x.example/a"),
        ("[a@x.example](mailto:a@x.example)", "a@x.example"),
    ],
)
def test_other_links_show_their_address(text: str, shown: str) -> None:
    """A kiosk opens no web page, so the address is text where it is not there already."""
    assert blocks(text) == (paragraph(Span(text=shown)),)


def test_footnotes_are_numbered_by_their_references() -> None:
    """References count from 1 in the order of the text, and notes keep their styles."""
    article, problems = parse_article(
        "a[^x] b[^y] c[^x]\n\n[^y]: second\n\n[^x]: first *one*\n\n    more", "en", EVENTS
    )
    assert problems == ()
    references = [span.note for span in article.blocks[0].spans if span.note]
    assert references == [1, 2, 1]
    assert article.notes == (
        (Span(text="first "), Span(text="one", emphasis=True), Span(text="\nmore")),
        (Span(text="second"),),
    )


def test_a_footnote_without_text_is_named() -> None:
    """A reference that leads nowhere stays visible to the curator."""
    _, (problem,) = parse_article("a[^x] ![](b.jpg)", "en", EVENTS)
    assert (problem.line, problem.code) == (1, "unknown-footnote")


def test_images_split_their_paragraph() -> None:
    """An image is a figure of its own, with its alt text and its name as it was written."""
    assert blocks("before ![the *tower*](media/my%20tower.jpg) after\n\n![](<b c.jpg>)") == (
        paragraph(Span(text="before")),
        Block(kind="figure", medium="media/my tower.jpg", spans=(Span(text="the tower"),)),
        paragraph(Span(text="after")),
        Block(kind="figure", medium="b c.jpg"),
    )


def test_images_in_lists_follow_the_list() -> None:
    """A list's entries hold text only."""
    assert [block.kind for block in blocks("- a ![](a.jpg)\n- b")] == ["list", "figure"]


@pytest.mark.parametrize(
    "address",
    ["http://x.example/a.jpg", "//x.example/a.jpg", "/etc/a.jpg", "../a.jpg", "a/../../b.jpg",
     "..%2fa.jpg", "C:%5Ca.jpg", "a%5C..%5Cb.jpg", "ftp:a.jpg", "a%00.jpg", ""],
)  # fmt: skip
def test_an_image_from_elsewhere_is_refused(address: str) -> None:
    """Nothing outside the content folder is ever named to the reader of files."""
    article, (problem,) = parse_article(f"one\n![alt]({address}) two", "en", EVENTS)
    assert all(block.medium is None for block in article.blocks)
    assert (problem.line, problem.code) == (2, "image-outside")


def test_an_image_with_a_space_in_its_name_is_explained() -> None:
    """CommonMark does not see such an image, and the curator would not know why."""
    _, (problem,) = parse_article("![tower](my tower.jpg)", "en", EVENTS)
    assert problem.code == "image-name"
    assert "<my tower.jpg>" in problem.hint


def test_words_are_those_of_the_blocks() -> None:
    """Reading time counts text and lists, not footnotes, their numbers or alt texts."""
    article, _ = parse_article(
        "# One two\n\nthree[^a] **fo**ur\n\n- five\n- six\n\n![not this](a.jpg)\n\n[^a]: nor this",
        "en",
        EVENTS,
    )
    assert article.words == 6


def test_too_large_an_article_is_refused() -> None:
    """The limit is in bytes, and what it forbids is not parsed."""
    assert parse_article("a " * (LARGEST // 2), "en", EVENTS)[1] == ()
    article, (problem,) = parse_article("ą" * (LARGEST // 2 + 1), "en", EVENTS)
    assert article == Article(language="en")
    assert problem.code == "article-too-large"


def test_shown_text_can_be_laid_out() -> None:
    """Long runs get places to break, and invisible controls are gone."""
    assert shown_text("a" * 450) == "a" * 200 + "\u200b" + "a" * 200 + "\u200b" + "a" * 50
    assert shown_text("a\u202eb\x00c\u2066d\te\nf") == "abcd\te\nf"
    assert blocks("x&#x202e;y") == (paragraph(Span(text="xy")),)


@pytest.mark.parametrize("piece", ["[", "![", "*a **a ", "> ", "- ", "`a``", "[a](", "[^a]", "^["])
def test_hostile_articles_are_read_in_time(piece: str) -> None:
    """Deep and ambiguous markup neither fails nor takes minutes."""
    began = time.process_time()
    article, _ = parse_article(piece * (40_000 // len(piece)), "en", EVENTS)
    assert article.language == "en"
    assert time.process_time() - began < 20


pieces = st.sampled_from(
    ["#", "> ", "- ", "1. ", "\n", "\n\n", "    ", "*", "**", "`", "```\n", "[a]", "(", ")", "![",
     "](",
     "a.jpg", "[^1]", "[^1]: ", "^[", "]", "<", ">", "&#0;", "&#xd800;", "\ud800", "\0", "a b",
     "---\n",
     "1990-03-11-act", "%ff", "%"]
)  # fmt: skip


@given(st.text() | st.lists(pieces, max_size=40).map("".join))
def test_any_text_is_an_article(text: str) -> None:
    """No text brings an exception, and every article survives JSON with its notes complete."""
    article, problems = parse_article(text, "en", EVENTS)
    assert from_json(Article, to_json(article)) == article
    for block in article.blocks:
        assert block.spans or block.items or block.medium
        for spans in (block.spans, *block.items):
            assert all(span.note is None or span.note <= len(article.notes) for span in spans)
    assert all(problem.line >= 1 and problem.hint for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "```\n" + "x" * 900 + "\n```",
        "    " + "x" * 900,
        "*x* **y**" * 300,
        "a&amp;" * 300,
        "*x*y" * 300,
    ],
)
def test_no_word_is_without_end(text: str) -> None:
    """Code and words of many styles get places to break like any other."""
    article, _ = parse_article(text, "en", ())
    for block in article.blocks:
        said = "".join(span.text for span in block.spans)
        assert max(map(len, re.split(r"[\s\u200b]", said))) <= LONGEST_RUN


def test_code_hides_no_direction() -> None:
    """Signs that turn the direction of writing are left out there, too."""
    article, _ = parse_article("```\na\u202eb\n```", "en", ())
    assert article.blocks[0].spans == (Span(text="ab"),)
