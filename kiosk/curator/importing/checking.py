"""Whether what an import is about to write can be read, before it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date as CalendarDate
from datetime import timedelta
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ValidationError

from kiosk.curator.documents.yamltext import as_yaml
from kiosk.exhibit.dates.edtf import DateError, parse_date
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.rules import check_exhibit
from kiosk.exhibit.wording import clip, listed
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource
from kiosk.exhibit.yamlfile.tree import parse_yaml
from kiosk.exhibit.yamlfile.validation import validate

_WRITE: Final = re.compile(r"Write (\S+?)\.?")
_REFERENCES: Final = frozenset({"era", "lane", "themes", "related"})
_DAY_NUMBER: Final = re.compile(r"\d{5}(?:\.\d+)?")


class ReadDate(NamedTuple):
    """A date in EDTF, and a remark if it was written otherwise."""

    edtf: str
    remark: str = ""


def read_date(text: str, day_zero: CalendarDate) -> ReadDate:
    """What a cell means as a date: EDTF, a spreadsheet's number, or one plain way of writing it.

    `day_zero` is where the spreadsheet begins to count days. Raises DateError if it is none of
    these or could be read in two ways.
    """
    if _DAY_NUMBER.fullmatch(text):
        day = (day_zero + timedelta(days=int(float(text)))).isoformat()
        return ReadDate(day, f"the number {text} was read as the day {day}")
    try:
        parse_date(text)
    except DateError as fault:
        meant = _WRITE.fullmatch(fault.hint)
        if meant is None:
            raise
        try:
            parse_date(meant[1])
        except DateError:
            raise fault from None
        return ReadDate(meant[1], f"“{clip(text)}” was read as {meant[1]}")
    return ReadDate(text)


def fault_of_event(data: Mapping[str, Any]) -> str:
    """Why the event would be left out by the reader, in a sentence or two; "" if it would not.

    References are not looked at: they may still be names, to be settled later.
    """
    if "date" not in data:
        return "There is no date."
    if "title" not in data:
        return "There is no title."
    place, visible = data.get("place", {}), data.get("visible", {})
    if ("lat" in place) != ("lon" in place):
        return "A place needs both lat and lon, or neither."
    if place and "name" not in place:
        return "A place needs a name."
    if fault := fault_of(EventSource, {k: v for k, v in data.items() if k not in _REFERENCES}):
        return fault
    if visible.get("until", "9999") < visible.get("from", ""):
        return "The last day is before the first."
    try:
        parse_date(data["date"])
    except DateError as date_fault:
        return f"{date_fault.message} {date_fault.hint}".strip()
    return ""


def fault_of_exhibit(data: Mapping[str, Any]) -> str:
    """Why nothing could be shown with this exhibit.yaml; "" if it can."""
    if fault := fault_of(ExhibitSource, data):
        return fault
    node, _ = parse_yaml(as_yaml(data), "")
    assert node is not None
    problems = check_exhibit(ExhibitSource.model_validate(dict(data)), node, "")
    return _said(problem for problem in problems if problem.severity is Severity.ERROR)


def fault_of_era(data: Mapping[str, Any]) -> str:
    """Why the era could not be drawn; "" if it can."""
    if missing := [key for key in ("id", "start", "end", "title") if key not in data]:
        return f"An era needs: {listed(missing)}."
    try:
        for end in ("start", "end"):
            if data[end] != "..":
                parse_date(data[end])
        parse_date(f"{data['start']}/{data['end']}")
    except DateError as fault:
        return f"{fault.message} {fault.hint}".strip()
    return ""


def fault_of(model: type[BaseModel], data: Mapping[str, Any]) -> str:
    """What the reader would say of `data`, in the words of `kiosk check`."""
    try:
        model.model_validate(dict(data))
    except ValidationError:
        node, problems = parse_yaml(as_yaml(data), "")
        if node is not None:
            problems = validate(model, node, "", Scope.EVENT).problems
        return _said(problems) or "It cannot be read."
    return ""


def _said(problems: Iterable[Problem]) -> str:
    return " ".join(f"{problem.message} {problem.hint}".strip() for problem in problems)
