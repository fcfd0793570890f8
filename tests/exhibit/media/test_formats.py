from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.media.formats import (
    FORMATS,
    M4A,
    MP4,
    Format,
    fitting,
    kind_from_name,
    refusal,
    sniff,
    suffix_of,
)
from kiosk.exhibit.model import MediumKind


def iso(brand: bytes) -> bytes:
    """The beginning of an ISO base media file."""
    return b"\0\0\0\x20ftyp" + brand + b"\0\0\2\0"


def ogg(stream: bytes) -> bytes:
    """The first page of an Ogg file."""
    return b"OggS\0\x02" + b"\0" * 20 + bytes([1, len(stream)]) + stream


def zipped(name: str, text: str = "x") -> bytes:
    """A ZIP archive of one file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writing:
        writing.writestr(name, text)
    return archive.getvalue()


def tarred(name: str) -> bytes:
    """A TAR archive of one empty file."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as writing:
        writing.addfile(tarfile.TarInfo(name))
    return archive.getvalue()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b"RIFF\x10\0\0\0WAVEfmt \x10\0\0\0\1\0", "WAV"),
        (b"RIFF\x10\0\0\0WAVEJUNK", "WAV"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "WebM"),
        (iso(b"isom"), "MP4"),
        (iso(b"mp42"), "MP4"),
        (iso(b"M4A "), "M4A"),
        (ogg(b"\x01vorbis\0\0"), "Ogg"),
        (ogg(b"OpusHead\1"), "Ogg"),
        (b"ID3\x04\0\0", "MP3"),
        (b"\xff\xfb\x90\x64", "MP3"),
        (b"fLaC\0\0\0\x22", "FLAC"),
        (b"%PDF-1.7\n", "PDF"),
        (b'<?xml version="1.0"?>\n<!-- <a> -->\n<svg xmlns="x">', "SVG"),
        (b'\xef\xbb\xbf<!DOCTYPE svg PUBLIC "x" [<!ENTITY a "b">', "SVG"),
        (b"<svg:svg xmlns:svg='x'/>", "SVG"),
    ],
)
def test_known_formats_are_told_by_their_first_bytes(head: bytes, name: str) -> None:
    """Every format of the list is recognised, whatever the file is called."""
    found = sniff(head)
    assert found is not None
    assert found.name == name
    assert found in FORMATS


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"", "empty"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "list of other files"),
        (b"#EXTM3U\nhttp://x/y.ts\n", "list of other files"),
        (b"[playlist]\nFile1=x\n", "list of other files"),
        (b"<!DOCTYPE html><html><body>404", "web page"),
        (b"GIF89a\1\0", "GIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (iso(b"heic"), "HEIC"),
        (iso(b"avif"), "AVIF"),
        (iso(b"qt  "), "QuickTime"),
        (b"\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska", "Matroska"),
        (ogg(b"\x80theora\3"), "neither Vorbis nor Opus"),
        (b"RIFF\x10\0\0\0AVI LIST", "AVI"),
        (b"RIFF\x10\0\0\0WAVEfmt \x32\0\0\0\2\0", "compressed"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"PK\x05\x06" + bytes(18), "an empty ZIP archive"),
        (zipped("word/document.xml"), "a Word file"),
        (zipped("[Content_Types].xml"), "an Office file"),
        (zipped("mimetype", "application/epub+zip"), "an e-book"),
        (zipped("mimetype", "application/vnd.oasis.opendocument.text"), "a LibreOffice file"),
        (zipped("tower.jpg"), "a ZIP archive"),
        (tarred("tower.jpg"), "a TAR archive"),
        (gzip.compress(b"<svg/>"), "compressed drawing"),
        (gzip.compress(tarred("tower.jpg")), "a GZIP archive"),
        (bz2.compress(b"tower"), "a BZIP2 archive"),
        (lzma.compress(b"tower"), "an XZ archive"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "a 7-Zip archive"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
        (bytes(0x8000) + b"\1CD001\1", "image of a disc"),
        (b"MZ\x90\0\3", "a Windows program"),
        (b"\x7fELF\2\1\1", "a Linux program"),
        (b"#!/bin/sh\nrm -rf /\n", "a script"),
        (b"just some words", "only text"),
        (b"\x01\x02\x03\x00\xfe", "no format"),
    ],
    ids=lambda part: part if isinstance(part, str) else "bytes",
)
def test_other_files_are_refused_with_what_they_are(head: bytes, word: str) -> None:
    """The refusal says what the file is and what to give instead."""
    assert sniff(head) is None
    message, hint = refusal(head)
    assert word in message
    assert hint


def test_byte_order_marks_are_no_sound() -> None:
    """UTF-16 text begins like an MPEG frame, but is none."""
    assert sniff("text".encode("utf-16")) is None


@given(st.binary(max_size=64))
def test_any_bytes_are_either_known_or_refused(head: bytes) -> None:
    """Neither sniffing nor refusing ever raises."""
    assert sniff(head) is not None or all(refusal(head))


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_suffixes_name_the_kind(known: Format) -> None:
    """Each suffix belongs to one kind only."""
    assert {kind_from_name(f"x{suffix.upper()}") for suffix in known.suffixes} == {known.kind}


def test_an_mp4_called_m4a_is_a_sound() -> None:
    """Many programs write the general brand into sound files."""
    assert fitting(MP4, "voice.m4a") is M4A
    assert fitting(MP4, "film.mp4") is MP4
    assert M4A.kind is MediumKind.AUDIO


def test_unknown_suffixes_claim_nothing() -> None:
    """Neither a strange suffix nor none is a kind."""
    assert kind_from_name("x.doc") is None
    assert kind_from_name("x") is None
    assert suffix_of("a.b/C.JPG") == ".jpg"
