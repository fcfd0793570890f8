"""Every example of the Library of Congress's EDTF specification of 4 February 2019.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import DateError, day_number, parse_date

OLDEST = -13_800_000_000

Day = tuple[int, int, int]

# text, first day, last day, precision, certainty
LEVEL_0 = [
    ("1985-04-12", (1985, 4, 12), (1985, 4, 12), "day", "exact"),
    ("1985-04", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("1985", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12), "minute", "exact"),
    ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12), "minute", "exact"),
    ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12), "minute", "exact"),
    ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12), "minute", "exact"),
    ("1964/2008", (1964, 1, 1), (2008, 12, 31), "year", "exact"),
    ("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31), "month", "exact"),
    ("2004-02-01/2005-02-08", (2004, 2, 1), (2005, 2, 8), "day", "exact"),
    ("2004-02-01/2005-02", (2004, 2, 1), (2005, 2, 28), "month", "exact"),
    ("2004-02-01/2005", (2004, 2, 1), (2005, 12, 31), "year", "exact"),
    ("2005/2006-02", (2005, 1, 1), (2006, 2, 28), "year", "exact"),
]

LEVEL_1 = [
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31), "year", "exact"),
    ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), "year", "exact"),
    ("2001-21", (2001, 3, 1), (2001, 5, 31), "season", "exact"),
    ("2001-22", (2001, 6, 1), (2001, 8, 31), "season", "exact"),
    ("2001-23", (2001, 9, 1), (2001, 11, 30), "season", "exact"),
    ("2001-24", (2001, 12, 1), (2002, 2, 28), "season", "exact"),
    ("1984?", (1984, 1, 1), (1984, 12, 31), "year", "uncertain"),
    ("2004-06~", (2004, 6, 1), (2004, 6, 30), "month", "approximate"),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "day", "both"),
    ("201X", (2010, 1, 1), (2019, 12, 31), "decade", "exact"),
    ("20XX", (2000, 1, 1), (2099, 12, 31), "century", "exact"),
    ("2004-XX", (2004, 1, 1), (2004, 12, 31), "year", "exact"),
    ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("1985-04-12/..", (1985, 4, 12), (1985, 4, 12), "day", "exact"),
    ("1985-04/..", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("1985/..", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("../1985-04-12", (1985, 4, 12), (1985, 4, 12), "day", "exact"),
    ("../1985-04", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("../1985", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("1985-04-12/", (1985, 4, 12), (1985, 4, 12), "day", "exact"),
    ("1985-04/", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("1985/", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("/1985-04-12", (1985, 4, 12), (1985, 4, 12), "day", "exact"),
    ("/1985-04", (1985, 4, 1), (1985, 4, 30), "month", "exact"),
    ("/1985", (1985, 1, 1), (1985, 12, 31), "year", "exact"),
    ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30), "year", "approximate"),
    ("1984/2004-06~", (1984, 1, 1), (2004, 6, 30), "year", "approximate"),
    ("1984~/2004~", (1984, 1, 1), (2004, 12, 31), "year", "approximate"),
    ("1984?/2004%", (1984, 1, 1), (2004, 12, 31), "year", "both"),
    ("1984-06-02?/2004-08-08~", (1984, 6, 2), (2004, 8, 8), "day", "both"),
    ("-1985", (-1985, 1, 1), (-1985, 12, 31), "year", "exact"),
]

SETS_OF_LEVEL_2 = [
    ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31), "year", "exact"),
    ("[..1760-12-03]", (1760, 12, 3), (1760, 12, 3), "day", "exact"),
    ("[1760-12..]", (1760, 12, 1), (1760, 12, 31), "month", "exact"),
    ("[1760-01,1760-02,1760-12..]", (1760, 1, 1), (1760, 12, 31), "month", "exact"),
    ("[1667,1760-12]", (1667, 1, 1), (1760, 12, 31), "year", "exact"),
    ("[..1984]", (1984, 1, 1), (1984, 12, 31), "year", "exact"),
    ("{1667,1668,1670..1672}", (1667, 1, 1), (1672, 12, 31), "year", "exact"),
    ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31), "year", "exact"),
    ("{..1984}", (1984, 1, 1), (1984, 12, 31), "year", "exact"),
]

# what the specification allows without an example of its own, and our minutes
ALSO = [
    ("1940-12", (1940, 12, 1), (1940, 12, 31), "month", "exact"),
    ("2000-02", (2000, 2, 1), (2000, 2, 29), "month", "exact"),
    ("0000", (0, 1, 1), (0, 12, 31), "year", "exact"),
    ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "day", "exact"),
    ("-0044/-0043", (-44, 1, 1), (-43, 12, 31), "year", "exact"),
    ("-004X", (-49, 1, 1), (-40, 12, 31), "decade", "exact"),
    ("-00XX", (-99, 1, 1), (0, 12, 31), "century", "exact"),
    ("-0043-XX-XX", (-43, 1, 1), (-43, 12, 31), "year", "exact"),
    ("-0043-21", (-43, 3, 1), (-43, 5, 31), "season", "exact"),
    ("-0043-24", (-43, 12, 1), (-42, 2, 28), "season", "exact"),
    ("201X~", (2010, 1, 1), (2019, 12, 31), "decade", "approximate"),
    ("1985-04-XX?/1986", (1985, 4, 1), (1986, 12, 31), "year", "uncertain"),
    ("2001-21/2001-23", (2001, 3, 1), (2001, 11, 30), "season", "exact"),
    ("20XX/..", (2000, 1, 1), (2099, 12, 31), "century", "exact"),
    ("Y-66000000/Y-65000000", (-66000000, 1, 1), (-65000000, 12, 31), "year", "exact"),
    ("Y-13800000000", (OLDEST, 1, 1), (OLDEST, 12, 31), "year", "exact"),
    ("[1940, 1939]", (1939, 1, 1), (1940, 12, 31), "year", "exact"),
    ("[ 193X , 1945-05 ]", (1930, 1, 1), (1945, 5, 31), "decade", "exact"),
    ("{1940~,1941?}", (1940, 1, 1), (1941, 12, 31), "year", "both"),
    ("{-0043..0014,0030-XX}", (-43, 1, 1), (30, 12, 31), "year", "exact"),
    ("[1984?..2004-06~,2005]", (1984, 1, 1), (2005, 12, 31), "year", "both"),
    ("1991-01-13T01:35", (1991, 1, 13), (1991, 1, 13), "minute", "exact"),
    ("1991-01-12T23:50/1991-01-13T02:10", (1991, 1, 12), (1991, 1, 13), "minute", "exact"),
    ("1985-04-12T23:20:30/1985-04-13T00:00:00Z", (1985, 4, 12), (1985, 4, 13), "minute", "exact"),
    ("  1940  ", (1940, 1, 1), (1940, 12, 31), "year", "exact"),
]

# what is left of level 2, and the beginning of the advice against it
NOT_READ = [
    ("Y-17E7", "Write Y-170000000"),
    ("1950S2", "Write 1950~"),
    ("Y171010000S3", "Write Y171010000~"),
    ("Y3388E2S3", "Write Y338800~"),
    ("2001-34", "Write 2001/2034 for the years, 2001-04/2001-06 for a part"),
    ("2055-25", "Write 2055-03/2055-05"),
    ("2055-30", "Write 2055-12/2056-02"),
    ("2004-06~-11", "Write 2004-06-11~;"),
    ("2004?-06-11", "Write 2004-06-11?;"),
    ("?2004-06-~11", "Write 2004-06-11%;"),
    ("2004-%06-11", "Write 2004-06-11%;"),
    ("2004-06-~01/2004-06-~20", "Write 2004-06-01~/2004-06-20~"),
    ("156X-12-25", "Write 156X, or a set of all that it may be: [1560-12-25,1561-12-25]"),
    ("15XX-12-25", "Write 15XX, or a set of all that it may be: [1500-12-25,1501-12-25]"),
    ("XXXX-12-XX", "Write at least the century"),
    ("1XXX-XX", "Write 10XX/19XX"),
    ("1XXX-12", "Write 10XX/19XX"),
    ("1984-1X", "Write [1984-10..1984-12]"),
    ("1984-0X", "Write [1984-01..1984-09]"),
    ("1985-02-2X", "Write [1985-02-20..1985-02-28]"),
    ("1985-02-0X", "Write [1985-02-01..1985-02-09]"),
    ("1985-04-3X", "Write 1985-04-30"),
    ("1985-05-3X", "Write [1985-05-30..1985-05-31]"),
    ("20040101T101010", "Write 2004-01-01T10:10"),
    ("1940-06-03T10", "Write 1940-06-03T10:00"),
    ("1985-04-12T24:00", "Times run from 00:00"),
    ("1940-165", "Write 1940-06-13"),
    ("1940-W24", "Write 1940-06-10/1940-06-16"),
    ("1940-W24-4", "Write 1940-06-13"),
]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "certainty"),
    [*LEVEL_0, *LEVEL_1, *SETS_OF_LEVEL_2, *ALSO],
)
def test_a_date_covers_its_stretch(
    text: str, earliest: Day, latest: Day, precision: str, certainty: str
) -> None:
    """Every form of the standard begins and ends on the right days, as surely as it is marked."""
    date = parse_date(text)
    assert (date.earliest, date.latest) == (earliest, latest)
    assert (date.precision, date.certainty) == (precision, certainty)
    assert date.text == text.strip()
    if precision != "minute":
        assert (date.start, date.end) == (day_number(*earliest), day_number(*latest) + 1)


@pytest.mark.parametrize(("text", "advice"), NOT_READ)
def test_the_rest_of_the_standard_is_told_what_to_write(text: str, advice: str) -> None:
    """What is not read is refused with the nearest form that is."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint.startswith(advice)
