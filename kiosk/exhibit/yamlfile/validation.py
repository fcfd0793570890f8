"""A YAML tree against its model, and what pydantic finds said in plain words at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.near import near_miss
from kiosk.exhibit.language_names import code_of
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, error, slug_for
from kiosk.exhibit.yamlfile.keys import Loc, key_hint, meant_key, models_at
from kiosk.exhibit.yamlfile.tree import (
    MOST_FAULTS,
    TOO_MANY,
    Node,
    Scalar,
    Sequence,
    find,
    plain_data,
    without,
)
from kiosk.exhibit.yamlfile.tree import Mapping as MappingNode
from kiosk.exhibit.yamlfile.values import COLOR_HINT, DAY_HINT, LANGUAGE_HINT

Model = TypeVar("Model", bound=BaseModel)

_NUMBERS: Final = {"lat": "54.69", "lon": "25.21", "warn_after": "60", "reset_after": "80"}
"""Examples where another number than 2 is usual."""

_MOST_ROUNDS: Final = 4


class _Said(NamedTuple):
    code: str
    message: str
    hint: str


class Validated(NamedTuple, Generic[Model]):
    """What `node` says and what is wrong with it.

    With problems, `model` holds what remains without the faulty places, so that it can be looked
    at for more of them, and `node` is the tree without those places. None if nothing remains.
    """

    model: Model | None
    node: Node
    problems: tuple[Problem, ...]


def validate(
    model: type[Model],
    node: Node,
    path: str,
    scope: Scope,
    stand_ins: Mapping[str, Node] = MappingProxyType({}),
) -> Validated[Model]:
    """Read `node` as `model`; every fault becomes a problem with its place.

    `stand_ins` take the place of the model's own required keys where they are faulty.
    """
    details = _unknown_and_empty(model, node)
    try:
        valid = model.model_validate(plain_data(node))
        if not details:
            return Validated(valid, node, ())
    except ValidationError as failure:
        details += failure.errors(include_url=False)
    misspelt = {
        (*detail["loc"][:-1], meant_key(model, detail["loc"]))
        for detail in details[:MOST_FAULTS]
        if detail["type"] == "extra_forbidden"
    }
    problems = tuple(
        error(path, _place(node, detail), *_say(model, node, detail), scope=scope)
        for detail in details[:MOST_FAULTS]
        if not (detail["type"] == "missing" and detail["loc"] in misspelt)
    )
    if len(details) > MOST_FAULTS:
        last = _place(node, details[MOST_FAULTS])
        problems += (error(path, last, "too-many-faults", *TOO_MANY, scope=scope),)
    remaining, rest = _remaining(model, node, details, stand_ins)
    return Validated(remaining, rest, problems)


def _unknown_and_empty(model: type[BaseModel], node: Node) -> list[ErrorDetails]:
    """Keys with nothing after them count as not written, but a wrong key is wrong even so.

    ``colour: #c8a96a`` is such a one: YAML takes the colour for a comment.
    """
    if not isinstance(node, MappingNode):
        return []
    known = {field.alias or name for name, field in model.model_fields.items()}
    written = known | plain_data(node).keys()
    return [
        ErrorDetails(type="extra_forbidden", loc=(key.value,), msg="", input="")
        for key, _value in node.entries
        if key.value not in written
    ]


def _remaining(
    model: type[Model],
    node: Node,
    details: list[ErrorDetails],
    stand_ins: Mapping[str, Node],
) -> tuple[Model | None, Node]:
    """The model without its faulty places, and the tree without them."""
    for _ in range(_MOST_ROUNDS):
        node = without(node, {_steps(node, detail["loc"]) for detail in details})
        if isinstance(node, MappingNode):
            absent = tuple(
                (Scalar(key, node.line, node.column), stand_in)
                for key, stand_in in stand_ins.items()
                if node.get(key) is None
            )
            node = MappingNode((*node.entries, *absent), node.line, node.column)
        try:
            return model.model_validate(plain_data(node)), node
        except ValidationError as failure:
            details = failure.errors(include_url=False)
    return None, node


def _steps(node: Node, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Those of `loc` that lead through the tree; tags of unions and missing keys do not."""
    steps = []
    for step in loc:
        following = find(node, step)
        if following is not node:
            steps.append(step)
            node = following
    return tuple(steps)


def _place(node: Node, detail: ErrorDetails) -> Node:
    *way, last = detail["loc"] or ("",)
    parent = find(node, *way)
    if detail["type"] == "extra_forbidden" and isinstance(parent, MappingNode):
        return parent.key(str(last)) or parent
    return find(node, *detail["loc"])


def _say(model: type[BaseModel], node: Node, detail: ErrorDetails) -> _Said:
    loc, kind, given = detail["loc"], detail["type"], detail["input"]
    key = next((str(step) for step in reversed(loc) if _is_key(node, loc, step)), "")
    match kind:
        case "extra_forbidden":
            return _unknown_key(model, loc)
        case "missing":
            return _missing_key(model, loc)
        case "literal_error":
            allowed = str(detail["ctx"]["expected"]).replace("'", "")
            return _Said(
                "bad-value", f"“{clip(str(given))}” is not allowed here.", f"Write {allowed}."
            )
        case "bad-day":
            return _bad_day(str(given), detail["ctx"]["why"])
        case "string_pattern_mismatch":
            return _wrong_form(key, str(given))
        case "string_too_long":
            return _Said(
                "too-long",
                f"The text has {len(given)} characters; at most "
                f"{detail['ctx']['max_length']} are allowed here.",
                "Shorten it, or move it to the article.",
            )
        case "too_long":
            length, most = detail["ctx"]["actual_length"], detail["ctx"]["max_length"]
            return _Said(
                "too-many",
                f"There are {length} entries for “{key}”; at most {most} are allowed here.",
                "Leave some out.",
            )
        case "string_too_short" | "too_short":
            return _Said("missing-value", f"Nothing is written for “{key}”.", _example(model, loc))
        case "bool_parsing" | "bool_type":
            return _Said("bad-value", f"“{clip(str(given))}” is not yes or no.", "Write yes or no.")
    if kind.endswith("_type"):
        return _wrong_type(key, kind, find(node, *loc))
    return _bad_number(key, detail)


def _is_key(node: Node, loc: tuple[int | str, ...], step: int | str) -> bool:
    if not isinstance(step, str):
        return False
    parent = find(node, *loc[: loc.index(step)])
    return isinstance(parent, MappingNode) and parent.get(step) is not None


def _unknown_key(model: type[BaseModel], loc: Loc) -> _Said:
    message = f"There is no key “{clip(str(loc[-1]))}” here."
    return _Said("unknown-key", message, key_hint(model, loc))


def _missing_key(model: type[BaseModel], loc: tuple[int | str, ...]) -> _Said:
    key = str(loc[-1])
    return _Said("missing-key", f"The key “{key}” is missing.", _example(model, loc))


def _example(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    for candidate in models_at(model, loc[:-1]):
        field = candidate.model_fields.get(key)
        if field is not None and field.examples:
            return f"Write for example “{key}: {field.examples[0]}”."
    return f"Write “{key}: ” and what belongs there, or delete the key."


def _wrong_form(key: str, given: str) -> _Said:
    shown = clip(given)
    if given.startswith("#") or key in {"color", "background", "accent"}:
        short = re.fullmatch("#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", given)
        hint = f'Write "#{"".join(2 * part for part in short.groups())}"' if short else COLOR_HINT
        return _Said("bad-color", f"“{shown}” is not a colour.", hint)
    if key == "languages":
        code = code_of(given)
        hint = f"Did you mean “{code}”?" if code else LANGUAGE_HINT
        return _Said("bad-language", f"“{shown}” is not a language code.", hint)
    hint = f"Write for example “{slug_for(given)}”: only small letters a to z, digits and hyphens."
    return _Said("bad-id", f"“{shown}” cannot be an id.", hint)


def _bad_day(given: str, why: str) -> _Said:
    meant = near_miss(given, parse_date) or ""
    hint = meant if re.fullmatch(r"Write \d{4}-\d{2}-\d{2}", meant) else DAY_HINT
    return _Said("bad-date", f"“{clip(given)}”: {why}", hint)


def _wrong_type(key: str, kind: str, found: Node) -> _Said:
    of = f" for “{key}”" if key else ""
    what = {Scalar: "a single text", Sequence: "a list", MappingNode: "a group of keys"}[
        type(found)
    ]
    match kind:
        case "string_type" if key == "date" and isinstance(found, Sequence):
            hint = 'Put a date in brackets into quotes: "[1939,1940]".'
            return _Said("bad-date", "The date is a list instead of a text.", hint)
        case "string_type":
            hint = "Write one text after the colon, in quotes if it has brackets or colons in it."
        case "tuple_type" | "list_type":
            hint = "Write a list: [first, second], or each entry on a line of its own after “- ”."
            if isinstance(found, Scalar):
                hint = f"Put brackets around it: [{clip(found.value, 40)}]"
            elif isinstance(found, MappingNode) and found.entries:
                hint = f"Begin each entry with a dash: “- {clip(found.entries[0][0].value)}: …”."
        case "dict_type" | "model_type" | "model_attributes_type":
            hint = "Write keys and values here, such as {name: text}."
            if isinstance(found, Scalar):
                first = {"media": "file", "compare": "file", "sources": "text"}.get(key, "name")
                hint = f"Write {{{first}: {clip(found.value, 40)}}}."
        case _:
            hint = "Write one value after the colon."
    wanted = {
        "string_type": "one text",
        "tuple_type": "a list",
        "model_type": "a group of keys",
        "dict_type": "a group of keys",
    }.get(kind, "one value")
    return _Said("wrong-type", f"There is {what}{of} where {wanted} is expected.", hint)


def _bad_number(key: str, detail: ErrorDetails) -> _Said:
    given = clip(str(detail["input"]), 30)
    limits: dict[str, Any] = detail.get("ctx", {})
    example = f"Write “{key}: {_NUMBERS.get(key, '2')}”, say."
    match detail["type"]:
        case "greater_than_equal":
            what, hint = "too small", f"At least {limits['ge']:g}."
        case "greater_than":
            what, hint = "too small", f"More than {limits['gt']:g}."
        case "less_than_equal":
            what, hint = "too large", f"At most {limits['le']:g}."
        case "less_than":
            what, hint = "too large", f"Less than {limits['lt']:g}."
        case "int_parsing" | "int_from_float":
            return _Said("bad-number", f"“{given}” is not a whole number.", example)
        case _:
            pointed = given.replace(",", ".")
            if re.fullmatch(r"[-−]?\d+\.\d+", pointed) and pointed != given:
                example = f"Write a full stop in place of the comma: {pointed}"
            elif re.fullmatch(r"[\d.]+ ?%", given):
                example = f"Write the number alone: {given.rstrip(' %')}"
            return _Said("bad-number", f"“{given}” is not a usable number.", example)
    return _Said("bad-number", f"“{given}” is {what} for “{key}”.", hint)
