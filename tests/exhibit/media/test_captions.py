"""WebVTT files as cues, and what is said about broken ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.media.captions import Cue, parse_captions

FILE = """WEBVTT Night at the tower
Kind: captions

NOTE
Checked by the archive.

STYLE
::cue { color: red }

REGION
id:left

first
00:05.000 --> 00:06.500 align:start line:0
<v Ona>Labas</v> <i>vakaras</i> &amp; <00:05.500><c.loud>visiems</c>
antra eilutė

01:00:00.250 --> 01:00:01.000
An hour later.

00:01.000 --> 00:04.000
The first that is said.
"""

CUES = (
    Cue(start_ms=1000, end_ms=4000, text="The first that is said."),
    Cue(start_ms=5000, end_ms=6500, text="Ona: Labas vakaras & visiems\nantra eilutė"),
    Cue(start_ms=3_600_250, end_ms=3_601_000, text="An hour later."),
)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_cues_come_in_order_of_time(newline: str, mark: str) -> None:
    """Notes, styles, settings and tags are gone, whatever ends the lines."""
    assert parse_captions(mark + FILE.replace("\n", newline)) == (CUES, ())


def test_a_cue_without_an_empty_line_before_it_is_read_and_named() -> None:
    """A line of times begins a new cue even directly below another; one problem stands for all."""
    cues, problems = parse_captions(
        "WEBVTT\n\n00:01.000 --> 00:02.000\none\n00:03.000 --> 00:04.000\ntwo\n"
        "x\n00:05.000 --> 00:06.000\nthree"
    )
    assert [cue.text for cue in cues] == ["one", "two\nx", "three"]
    (problem,) = problems
    assert problem.line == 5
    assert "no empty line above this caption. 1 more" in problem.message
    _, (problem,) = parse_captions("WEBVTT\n00:01.000 --> 00:02.000\nok")
    assert problem.line == 2


def test_captions_that_overlap_are_named_once() -> None:
    """Only one is shown at a time; a tenth of a second is what programs round away."""
    text = "WEBVTT\n\n00:01.000 --> 00:04.000\na\n\n00:03.000 --> 00:05.000\nb\n\n"
    _, (problem,) = parse_captions(text + "00:04.500 --> 00:06.000\nc\n")
    assert problem.line == 6
    assert "before the one above it has ended" in problem.message
    assert "1 more" in problem.message
    assert parse_captions(text.replace("00:03.000", "00:03.950"))[1] == ()


@pytest.mark.parametrize(
    ("body", "line", "words", "hint"),
    [
        ("00:01,000 --> 00:02,000\na", 3, "times", "Write 00:01.000 --> 00:02.000"),
        ("id\n0:1.5 -> 0:02.000\na", 4, "times", "Write 00:01.500 --> 00:02.000"),
        ("00:61.000 --> 00:62.000\na", 3, "times", "Write times as"),
        ("00:02.000 --> 00:01.000\na", 3, "ends before", "earlier time first"),
        ("left over", 3, "no times", "00:01.000 --> 00:04.000"),
        ("", 1, "no captions", "Add the captions"),
    ],
)
def test_a_broken_cue_is_named(body: str, line: int, words: str, hint: str) -> None:
    """A problem names its line and what to write; nothing is shown in its place."""
    cues, problems = parse_captions(f"WEBVTT\n\n{body}\n")
    assert cues == ()
    (problem,) = problems
    assert problem.line == line
    assert words in problem.message
    assert hint in problem.hint


def test_one_broken_cue_leaves_the_others() -> None:
    """All problems are collected, and what can be read is kept."""
    cues, problems = parse_captions(FILE + "\n00:1 --> 2\nbad\n\nworse\n")
    assert cues == CUES
    assert [problem.line for problem in problems] == [24, 27]


def test_a_file_of_another_kind_is_refused_once() -> None:
    """Subtitles in another format bring one problem, not one for each cue."""
    subtitles = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nx\n\n" for n in range(1, 9))
    cues, problems = parse_captions(subtitles)
    assert cues == ()
    assert [problem.line for problem in problems] == [1]
    assert "SubRip" in problems[0].hint
    assert "WEBVTT" in parse_captions("Captions\n")[1][0].hint


def test_text_that_looks_like_a_tag_stays() -> None:
    """Only WebVTT's own tags are stripped; entities are read after them."""
    cues, _ = parse_captions("WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2 &lt;b&gt; <3> <video>\n")
    assert cues[0].text == "1 < 2 <b> <video>"


pieces = st.sampled_from(
    ["WEBVTT", "\n", "\n\n", "\r", "-->", " --> ", "00:01.000", "00:02.000", "99:99:99.999", "NOTE",
     "STYLE", "<v Ona>", "<", ">", "<i>", "</", "&amp;", "&#" + "9" * 5000 + ";", "&#0;", "\0",
     "\ud800"]
)  # fmt: skip


@given(st.text() | st.lists(pieces, max_size=30).map("".join))
def test_any_text_gives_cues_or_problems(text: str) -> None:
    """No text is too broken; the cues are in order, and each lasts a while and says something."""
    for document in (text, "WEBVTT\n\n" + text, "WEBVTT\n\n00:01.000 --> 00:02.000\n" + text):
        cues, problems = parse_captions(document)
        assert cues or problems or "-->" in document
        assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)
        assert all(cue.start_ms < cue.end_ms and cue.text for cue in cues)
        assert all(1 <= problem.line <= document.count("\n") + document.count("\r") + 1
                   for problem in problems)  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    [
        "<v ",
        "<v" + " " * 9,
        "<",
        "&#",
        "-->\n",
        "a-->\n",
        " ",
        "\n",
        "<i",
        "&amp;",
        "00:01.000 --> ",
    ],
)
def test_a_megabyte_is_read_at_once(piece: str) -> None:
    """The time grows with the length only, whatever the file repeats."""
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + piece * (1_000_000 // len(piece))
    began = time.process_time()
    parse_captions(text)
    assert time.process_time() - began < 5
