"""Nothing that a curator writes disappears without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.articles.article import Article, parse_article

EVENTS = ("1990-03-11-act",)

# text, line, code, beginning of the hint
REMARKS = [
    ("a\n\n---\n\nb", 3, "no-effect", "Delete it, or write a heading"),
    ("a\n\n    b *c*\n", 3, "plain-text", "Begin its lines at the left margin."),
    ("a\n\n```\nb\n```\n", 3, "plain-text", "Begin its lines at the left margin."),
    ("a\nb <b>c</b>", 2, "html", "Write **bold**."),
    ("a<br/>b", 1, "html", "End the line with a backslash"),
    ("<p>a", 1, "html", "Leave an empty line"),
    ('<img src="a.jpg">', 1, "html", "Write ![](file.jpg)."),
    ("a <!-- ask Ona --> b", 1, "html", "Delete the remark; visitors would read it."),
    ("<font color=red>a</font>", 1, "html", "Delete it."),
    ("a\n\n| a | b |\n|---|:-:|\n| 1 | 2 |", 3, "table", "Write a list"),
    ("a | b\n--|--\n1 | 2", 1, "table", "Write a list"),
    ("a word " * 20 + "\n---\n", 1, "long-heading", "Leave an empty line"),
    ('a\n![](b.jpg "The tower")', 2, "unshown-title", "Write them as its caption"),
    ('[a](1990-03-11-act "The act")', 1, "unshown-title", "Write them into the text."),
    ("a\n[](1990-03-11-act)", 2, "empty-link", "Write words between"),
    ("[![](a.jpg)](1990-03-11-act)", 1, "empty-link", "Write words between"),
    ("a\n\n[Note]: word\n", 3, "unused-address", "Write \\[Note]: if it is text"),
    ("[a]\n\n[a]: https://x.example\n[a]: https://y.example", 4, "unused-address", "Write \\[A]:"),
    ("a\n\n[^1]: never", 3, "unused-footnote", "Write [^1] where it belongs"),
    ("a[^1]\n\n[^1]: one\n\n[^1]: two", 3, "duplicate-footnote", "Give each footnote a name"),
    ("a[^1]\n\n[^1]: one ![](b.jpg)", 3, "figure-in-note", "Place it in the article itself."),
    ("a\nb[^x]", 2, "unknown-footnote", "Add a line that begins with [^x]:"),
    ("a\n![b](my tower.jpg)", 2, "image-name", "Write ![](<my tower.jpg>)"),
]


@pytest.mark.parametrize(("text", "line", "code", "hint"), REMARKS)
def test_what_is_not_shown_is_told(text: str, line: int, code: str, hint: str) -> None:
    """Each loss is named once, at its line, with what to write instead."""
    _, problems = parse_article(text, "en", EVENTS)
    found = [problem for problem in problems if problem.code == code]
    assert [problem.line for problem in found][:1] == [line]
    assert found[0].hint.startswith(hint)
    assert {problem.code for problem in problems} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "2 < 3 and 5 > 4",
        "a <https://x.example> b",
        "* * a",
        "a - b | c",
        "Heading\n---",
        "`<b>`",
        "[a](1990-03-11-act) ![](b.jpg)",
        "a[^1] b[^1]\n\n[^1]: one",
        "> - a\n> - b",
    ],
)
def test_what_is_shown_needs_no_remark(text: str) -> None:
    """Comparisons, addresses, short headings and notes used twice are fine."""
    assert parse_article(text, "en", EVENTS)[1] == ()


def everything(article: Article) -> str:
    """All text that the screen shows, and the files it places."""
    texts = [*article.notes]
    for block in article.blocks:
        texts += [block.spans, *block.items]
    shown = ["".join(span.text for span in spans) for spans in texts]
    return " ".join([*shown, *(block.medium or "" for block in article.blocks)])


frames = st.sampled_from(
    ["{}", "# {}", "> {}", "- {}\n  - {}", "7. {}", "*{}*", "`{}`", "    {}", "```{}\n{}\n```",
     "---", "[{}](1990-03-11-act)", "[{}](https://{})", "![{}]({}.jpg)", '![](a.jpg "{}")',
     "[^{}]: {}", "{}[^{}]", "^[{}]", "[{}]: {}", "| {} | {} |\n|--|--|",
     "<b>{}</b>", "<!-- {} -->", "{}\n==="]
)  # fmt: skip


@given(st.lists(frames, min_size=1, max_size=6))
def test_every_word_is_shown_or_told(parts: list[str]) -> None:
    """Each word of an article is on the screen, or there is a problem in it."""
    words = iter(f"w{number}x" for number in range(99))
    written = "\n\n".join(
        part.format(*(next(words) for _ in range(part.count("{}")))) for part in parts
    )
    article, problems = parse_article(written, "en", EVENTS)
    used = written.replace("](", " ").split("w")[1:]
    missing = [
        word
        for word in (f"w{piece.split('x')[0]}x" for piece in used)
        if word not in everything(article)
    ]
    assert not missing or problems
