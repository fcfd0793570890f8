"""The table of the kiosk and its peers."""

from __future__ import annotations

from figures import Frames
from side_by_side import HEADINGS, Entry, markdown

FRAMES = Frames(n=200, p50=16.0, p95=20.0, p99=30.0, longest=40.0, late=5, work_p95=6.0)
KIOSK = Entry("kiosk", 1000, 9000.0, 1500.0, FRAMES, FRAMES, FRAMES, 150.0, 0.4, 0.001)


def rows(*entries: Entry) -> list[list[str]]:
    """The cells of the table without its heading."""
    lines = [line for line in markdown(entries).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_kiosk_is_what_others_are_compared_with() -> None:
    """The kiosk has figures alone, another program also how many times the kiosk's they are."""
    slow = Frames(n=100, p50=33.0, p95=50.0, p99=66.0, longest=200.0, late=60)
    peer = Entry("peer", 1000, None, 3000.0, slow, None, None, 600.0, 1.0, 0.0)
    kiosk_row, peer_row = rows(KIOSK, peer)
    assert kiosk_row == [
        *("1 000", "kiosk", "1.5", "16 / 20 / 30 / 40", "2 %", "16 / 20 / 30 / 40", "2 %"),
        *("16 / 20 / 30 / 40", "2 %", "6 / 6 / 6", "150", "4.0", "0.1"),
    ]
    assert peer_row == [
        *("1 000", "peer", "3.0 (2.0×)", "33 / 50 / 66 / 200 (2.5×)", "60 %"),
        *("", "", "", "", ""),
        *("600 (4.0×)", "10.0 (2.5×)", "0.0"),
    ]


def test_no_ratio_to_another_number_of_events() -> None:
    """A program is only compared with the kiosk with as many events."""
    (row, _) = rows(Entry("peer", 50, touchable=3000.0), KIOSK)
    assert row[2] == "3.0"


def test_why_figures_are_missing() -> None:
    """What did not start says so in its row, what failed later below the table."""
    never = Entry("never", 1000, broken="no usable page within 60 s")
    later = Entry("later", 1000, touchable=3000.0, broken="no answer within 30 s")
    first, second = rows(never, later)
    assert first[2] == "no usable page within 60 s"
    assert second[2] == "3.0"
    assert len(first) == len(second) == len(HEADINGS)
    notes = [line for line in markdown([KIOSK, never, later]).splitlines() if "|" not in line]
    assert list(filter(None, notes)) == [
        "1 000 events for the first time: 9.0 s",
        "later, 1 000 events: no answer within 30 s",
    ]
