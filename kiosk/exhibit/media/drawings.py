"""SVG drawings: what in them would run, grow or reach beyond the file, found without drawing it.

The scan streams through the XML and keeps nothing, so neither depth nor size can harm it. A drawing
without a fault still goes to a child process, where drawing it may take too long.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

LARGEST: Final = 10_000_000
"""Bytes of a drawing that are looked at, and drawn, at all."""

_PICTURE_HEADS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_OPENING: Final = re.compile(
    r"\ufeff?\s*+(?>(?><\?.*?\?>|<!--.*?-->)\s*+)*+"
    r"(?:<!DOCTYPE\s++(?:svg\b|[^<>\[]*+>\s*+<(?:[\w.-]++:)?svg\b)|<(?:[\w.-]++:)?svg[\s/>])",
    re.DOTALL,
)
_DECLARATION: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<\?xml\s.*?\?>", re.DOTALL)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_URL: Final = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"data:image/(?:png|jpe?g|webp)\s*;\s*base64\s*,", re.IGNORECASE)

_NEVER_OPENED: Final = frozenset({"a", "color-profile"})
"""Elements whose addresses no drawing program of ours looks at."""

_PLAIN: Final = "Save it as plain SVG from a drawing program, or export it as PNG."
_EMBED: Final = "Embed the pictures in the drawing (in Inkscape: Extensions, Images), or export it "
_PATHS: Final = "Turn its texts into paths, or export it as PNG."


@dataclass(frozen=True, slots=True)
class DrawingFault:
    """Why a drawing is not shown; `line` counts from 1."""

    line: int
    message: str
    hint: str


class _Found(Exception):
    """Ends the scan at the first fault."""


def is_drawing(head: bytes) -> bool:
    """Whether a file that begins with `head` is an SVG drawing, whatever it is called."""
    return _OPENING.match(head.decode("utf-8", "ignore")) is not None


def drawing_fault(data: bytes) -> DrawingFault | None:
    """The first reason not to draw `data`, an SVG file. Never raises, whatever the bytes."""
    if len(data) > LARGEST:
        message = f"The drawing has {len(data) / 1e6:.0f} MB; kiosks draw at most 10 MB."
        return DrawingFault(1, message, "Simplify it, or export it as PNG.")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return DrawingFault(line, "The drawing is not saved as UTF-8.", _PLAIN)
    scan = _Scan()
    try:
        scan.parser.Parse(undeclared(data), True)
    except _Found:
        return scan.fault
    except expat.ExpatError as error:
        message = "The drawing is damaged: its XML cannot be read."
        return DrawingFault(error.lineno, message, _PLAIN)
    return None


def undeclared(data: bytes) -> bytes:
    """A drawing without its XML declaration: UTF-8, whatever encoding it claims to have.

    Two readers that understood its encoding differently would not see the same drawing.
    """
    found = _DECLARATION.match(data)
    return data[found.end() :] if found else data.removeprefix(b"\xef\xbb\xbf")


class _Scan:
    def __init__(self) -> None:
        self.fault: DrawingFault | None = None
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        handlers: dict[str, Callable[..., None]] = {
            "EntityDeclHandler": self._entity,
            "ProcessingInstructionHandler": self._instruction,
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }
        for name, handler in handlers.items():
            setattr(self.parser, name, handler)
        self._style: list[str] | None = None

    def _refuse(self, message: str, hint: str) -> None:
        self.fault = DrawingFault(self.parser.CurrentLineNumber, message, hint)
        raise _Found

    def _entity(self, name: str, *_: object) -> None:
        self._refuse(f"The drawing declares the entity “{_shown(name)}”.", _PLAIN)

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("The drawing takes its styles from another file.", _PLAIN)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = _local(qualified)
        if name == "script":
            self._refuse("The drawing holds a script, which kiosks never run.", _PLAIN)
        if name == "foreignobject":
            message = "The drawing holds a piece of a web page (foreignObject)."
            self._refuse(message, _PATHS)
        if name == "style":
            self._style = []
        for key, value in attributes.items():
            self._judge(name, _local(key), value)

    def _judge(self, element: str, attribute: str, value: str) -> None:
        if attribute.startswith("on"):
            self._refuse("The drawing holds a script, which kiosks never run.", _PLAIN)
        if attribute in ("href", "src") and element not in _NEVER_OPENED:
            self._reference(value)
        self._style_text(value)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, qualified: str) -> None:
        if self._style is not None and _local(qualified) == "style":
            style, self._style = "".join(self._style), None
            if "@import" in _plain_css(style).lower():
                self._refuse("The drawing takes its styles from another file.", _PLAIN)
            self._style_text(style)

    def _style_text(self, text: str) -> None:
        for address in _URL.findall(_plain_css(text)):
            self._reference(address)

    def _reference(self, address: str) -> None:
        """References stay inside the drawing: to a part of it, or to a picture written into it."""
        address = address.strip()
        if not address or address.startswith("#"):
            return
        if address[:5].lower() != "data:":
            message = f"The drawing needs another file or address, “{_shown(address)}”."
            self._refuse(message, f"{_EMBED}as PNG.")
        if not _is_picture(address):
            message = "Something other than a picture is embedded in the drawing."
            self._refuse(message, _PATHS)


def _local(name: str) -> str:
    return name.rpartition(" ")[2].rpartition(":")[2].lower()


def _plain_css(text: str) -> str:
    """Style rules without comments and escapes, which could hide a word."""
    if "\\" not in text and "/*" not in text:
        return text
    return _ESCAPE.sub(_unescaped, _COMMENT.sub("", text))


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    number = int(found[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"


def _is_picture(address: str) -> bool:
    """Whether a data address holds a JPEG, PNG or WebP, judged by its first bytes."""
    found = _EMBEDDED.match(address)
    if found is None:
        return False
    start = re.sub(r"\s|%0[AaDd9]|%20", "", address[found.end() : found.end() + 200])
    try:
        head = base64.b64decode(start[:16], validate=True)
    except (binascii.Error, ValueError):
        return False
    return head.startswith(_PICTURE_HEADS)


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text[:60])
