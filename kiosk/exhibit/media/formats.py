"""File formats told apart by their first bytes; a name's suffix is only a claim.

The list is fixed: what stands here plays on every kiosk, and nothing else is opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from kiosk.exhibit.media.drawings import is_drawing
from kiosk.exhibit.model import MediumKind

HEAD_BYTES: Final = 4096
"""How much of a file `sniff` wants to see."""

REFUSED_BYTES: Final = 0x9000
"""How much of a file `refusal` wants to see: a disc's image says what it is only here."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that every kiosk plays. `suffixes` are lower case, with the dot, usual one first."""

    name: str
    kind: MediumKind
    suffixes: tuple[str, ...]


class Refusal(NamedTuple):
    """Why a file is not played, and what to give instead."""

    message: str
    hint: str


JPEG: Final = Format("JPEG", MediumKind.IMAGE, (".jpg", ".jpeg"))
PNG: Final = Format("PNG", MediumKind.IMAGE, (".png",))
WEBP: Final = Format("WebP", MediumKind.IMAGE, (".webp",))
SVG: Final = Format("SVG", MediumKind.IMAGE, (".svg",))
WEBM: Final = Format("WebM", MediumKind.VIDEO, (".webm",))
MP4: Final = Format("MP4", MediumKind.VIDEO, (".mp4", ".m4v"))
M4A: Final = Format("M4A", MediumKind.AUDIO, (".m4a",))
OGG: Final = Format("Ogg", MediumKind.AUDIO, (".ogg", ".oga", ".opus"))
MP3: Final = Format("MP3", MediumKind.AUDIO, (".mp3",))
WAV: Final = Format("WAV", MediumKind.AUDIO, (".wav",))
FLAC: Final = Format("FLAC", MediumKind.AUDIO, (".flac",))
PDF: Final = Format("PDF", MediumKind.DOCUMENT, (".pdf",))

FORMATS: Final = (JPEG, PNG, WEBP, SVG, WEBM, MP4, OGG, MP3, WAV, M4A, FLAC, PDF)

_MP4_BRANDS: Final = (b"isom", b"iso", b"mp4", b"avc1", b"M4V", b"MSNV", b"dash", b"f4v")
_PICTURE_HINT: Final = "Save it as JPEG, PNG, WebP or SVG."
_FILM_HINT: Final = "Convert it to WebM (VP9) or to MP4 (H.264 with AAC sound)."
_SOUND_HINT: Final = "Convert it to Ogg, MP3, WAV, M4A or FLAC."
_DOCUMENT_HINT: Final = "Save it as PDF."
_UNPACK_HINT: Final = "Unpack it, put the file you need into the event's folder, and name that one."
_PROGRAM_HINT: Final = "Delete it; kiosks never run programs."
_ANY_HINT: Final = (
    "Use JPEG, PNG, WebP or SVG pictures, WebM or MP4 films, Ogg, MP3, WAV, M4A or FLAC sounds, "
    "or PDF."
)

_SIGNATURES: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"fLaC", FLAC),
    (b"ID3", MP3),
    (b"%PDF-", PDF),
)

_FOREIGN: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"GIF8", "a GIF", "Save a picture as PNG, or convert a moving one to WebM."),
    (b"II*\0", "a TIFF picture", _PICTURE_HINT),
    (b"MM\0*", "a TIFF picture", _PICTURE_HINT),
    (b"BM", "a BMP picture", _PICTURE_HINT),
    (b"8BPS", "a Photoshop file", _PICTURE_HINT),
    (b"FLV", "a Flash film", _FILM_HINT),
    (b"0&\xb2u\x8ef\xcf\x11", "a Windows Media file", _FILM_HINT),
    (b"\0\0\x01\xba", "an MPEG film", _FILM_HINT),
    (b"\0\0\x01\xb3", "an MPEG film", _FILM_HINT),
    (b"FORM", "an AIFF sound", _SOUND_HINT),
    (b"#!AMR", "an AMR sound", _SOUND_HINT),
    (b"\xd0\xcf\x11\xe0", "an old Office file", _DOCUMENT_HINT),
    (b"{\\rtf", "an RTF text", _DOCUMENT_HINT),
    (b"PK\x05\x06", "an empty ZIP archive", _ANY_HINT),
    (b"\x1f\x8b", "a GZIP archive or a compressed drawing", _UNPACK_HINT),
    (b"BZh", "a BZIP2 archive", _UNPACK_HINT),
    (b"\xfd7zXZ\0", "an XZ archive", _UNPACK_HINT),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK_HINT),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK_HINT),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK_HINT),
    (b"MSCF", "a cabinet archive", _UNPACK_HINT),
    (b"!<arch>", "an archive", _UNPACK_HINT),
    (b"MZ", "a Windows program", _PROGRAM_HINT),
    (b"\x7fELF", "a Linux program", _PROGRAM_HINT),
    (b"\xcf\xfa\xed\xfe", "a Mac program", _PROGRAM_HINT),
    (b"\xca\xfe\xba\xbe", "a Mac or Java program", _PROGRAM_HINT),
    (b"#!", "a script", _PROGRAM_HINT),
)

_LATER: Final[tuple[tuple[int, bytes, str, str], ...]] = (
    (257, b"ustar", "a TAR archive", _UNPACK_HINT),
    (0x8001, b"CD001", "the image of a disc", _UNPACK_HINT),
    (0x8001, b"NSR0", "the image of a disc", _UNPACK_HINT),
    (0x8001, b"BEA01", "the image of a disc", _UNPACK_HINT),
)
"""Signatures that do not stand at the beginning, with their places."""

_ZIPPED: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)", _DOCUMENT_HINT),
    (b"mimetypeapplication/vnd.oasis.opendocument", "a LibreOffice file", _DOCUMENT_HINT),
    (b"word/", "a Word file", _DOCUMENT_HINT),
    (b"xl/", "an Excel file", _DOCUMENT_HINT),
    (b"ppt/", "a PowerPoint file", _DOCUMENT_HINT),
    (b"[Content_Types].xml", "an Office file", _DOCUMENT_HINT),
)
"""What is said of a ZIP archive by the names of its first files."""

_PLAYLIST: Final = re.compile(
    r"\s*(ffconcat\s|#EXTM3U|\[playlist\]|\[Reference\]|<\?wpl|<asx|<smil|<MPD|v=0\r?\no=)",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(r"<(!doctype\s+html|html|head|body|script|iframe)\b", re.IGNORECASE)


def sniff(head: bytes) -> Format | None:
    """The format of a file that begins with `head`, or None if kiosks do not play it."""
    for signature, found in _SIGNATURES:
        if head.startswith(signature):
            return found
    if head[:4] == b"RIFF":
        if head[8:12] == b"WAVE":
            return WAV if _wave_is_plain(head) else None
        return WEBP if head[8:12] == b"WEBP" else None
    if head[4:8] == b"ftyp":
        return _iso_media(head[8:12])
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"webm" in head[:64] else None
    if head.startswith(b"OggS"):
        return OGG if _ogg_stream(head).startswith((b"\x01vorbis", b"OpusHead")) else None
    if _mp3_frame(head):
        return MP3
    return SVG if is_drawing(head) else None


def fitting(found: Format, name: str) -> Format:
    """`found`, or what it is called under this suffix: an MP4 named .m4a holds only sound."""
    return M4A if found is MP4 and suffix_of(name) == ".m4a" else found


def suffix_of(name: str) -> str:
    """The suffix of a file name in lower case, with its dot."""
    return PurePosixPath(name).suffix.lower()


def kind_from_name(name: str) -> MediumKind | None:
    """What a file claims to be by its suffix."""
    suffix = suffix_of(name)
    return next((known.kind for known in FORMATS if suffix in known.suffixes), None)


def refusal(head: bytes) -> Refusal:
    """Why a file that `sniff` does not know is not played."""
    if not head:
        return Refusal(
            "The file is empty.", "Copy it again; the copying may have been interrupted."
        )
    for signature, what, hint in _FOREIGN:
        if head.startswith(signature):
            return _foreign(what, hint)
    for place, signature, what, hint in _LATER:
        if head.startswith(signature, place):
            return _foreign(what, hint)
    if head.startswith(b"PK\x03\x04"):
        return _refused_zip(head)
    if head[4:8] == b"ftyp":
        return _refused_iso_media(head[8:12])
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return _foreign("a Matroska film", _FILM_HINT)
    if head.startswith(b"OggS"):
        return _foreign("an Ogg file with neither Vorbis nor Opus sound", _SOUND_HINT)
    if head[:4] == b"RIFF":
        if head[8:12] == b"WAVE":
            return _foreign("a WAV sound with compressed contents", _SOUND_HINT)
        return _foreign("an AVI film" if head[8:12] == b"AVI " else "a RIFF file", _FILM_HINT)
    return _refused_text(head) or Refusal("The file is in no format that kiosks play.", _ANY_HINT)


def _foreign(what: str, hint: str) -> Refusal:
    return Refusal(f"The file is {what}, which kiosks do not play.", hint)


def _iso_media(brand: bytes) -> Format | None:
    if brand in (b"M4A ", b"M4B "):
        return M4A
    return MP4 if brand.startswith(_MP4_BRANDS) else None


def _refused_zip(head: bytes) -> Refusal:
    for name, what, hint in _ZIPPED:
        if name in head[:HEAD_BYTES]:
            return _foreign(what, hint)
    return _foreign("a ZIP archive", _UNPACK_HINT)


def _refused_iso_media(brand: bytes) -> Refusal:
    if brand.startswith(b"qt"):
        return _foreign("a QuickTime film", _FILM_HINT)
    if brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1"):
        return _foreign("a HEIC picture", _PICTURE_HINT)
    if brand in (b"avif", b"avis"):
        return _foreign("an AVIF picture", _PICTURE_HINT)
    return _foreign("an unknown kind of MP4", _FILM_HINT)


def _wave_is_plain(head: bytes) -> bool:
    """Whether the first chunk says that the samples are whole or real numbers, uncompressed."""
    coding = int.from_bytes(head[20:22], "little")
    return head[12:16] != b"fmt " or coding in (0, 1, 3, 0xFFFE)


def _ogg_stream(head: bytes) -> bytes:
    """What follows the header of the first Ogg page, whose 27th byte counts its segments."""
    return head[27 + head[26] :] if len(head) > 27 else b""


def _mp3_frame(head: bytes) -> bool:
    """Whether an MPEG audio layer III frame header (ISO 11172-3, 2.4.2.3) stands at the start."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return False
    return head[2] >> 4 not in (0x0, 0xF) and head[2] & 0x0C != 0x0C


def _refused_text(head: bytes) -> Refusal | None:
    text = head.decode("utf-8", "ignore").lstrip("\ufeff")
    if _PLAYLIST.match(text):
        return Refusal(
            "The file is not a film or sound itself but a list of other files.",
            "Give the film or sound file itself.",
        )
    if _MARKUP.search(text):
        return Refusal(
            "The file is a web page, perhaps an error page saved instead of the file.",
            "Download or copy the real file again.",
        )
    if b"\0" not in head and head.isascii():
        return Refusal("The file holds only text.", _ANY_HINT)
    return None
