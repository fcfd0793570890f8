"""A listener that must never be spoken to, and a content folder full of its address."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.exhibit.conftest import OGG, WEBM, png_of

LURES = "1990-lures"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Listener:
    """Accepts on 127.0.0.1, remembers the first line of what is said to it, and knows nothing."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.heard: list[str] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # Closing alone would not wake a thread that waits in accept.
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(timeout=5)

    def _listen(self) -> None:
        while True:
            try:
                speaker, _ = self._socket.accept()
            except OSError:
                return
            with speaker:
                speaker.settimeout(2)
                try:
                    said = speaker.recv(200).decode("latin-1")
                except OSError:
                    said = ""
                self.heard.append(said.partition("\r\n")[0] or "a connection")
                # Without an answer Qt may take back what it was about to ask for next.
                with suppress(OSError):
                    speaker.sendall(NOT_FOUND)


def lure(folder: Path, address: str) -> None:
    """Write an exhibit with `address` in every place that a program might open.

    Its one event is shown all the same, with its article and a picture and a drawing that is safe.
    """
    web = f"http://{address}"
    for path, text in _texts(web).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    home = folder / "events" / LURES
    (home / "picture.png").write_bytes(png_of(1300, 900))
    (home / "film.webm").write_bytes(WEBM + web.encode())
    (home / "sound.ogg").write_bytes(OGG + web.encode())
    tag = b"ID3\x04\0\0\0\0\0\x14" + bytes(20)
    (home / "tagged.mp3").write_bytes(tag + _m3u8(web).encode())
    (home / "concat.mp3").write_bytes(tag + f"ffconcat version 1.0\nfile {web}/f\n".encode())
    (home / "reference.mp4").write_bytes(_film_elsewhere(web))
    (folder / "fonts").mkdir()
    (folder / "fonts" / "web.ttf").write_text(f"@font-face {{ src: url({web}/f) }}")
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / "link.png").symlink_to(f"{web}/link")


def _m3u8(web: str) -> str:
    return (
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n"
        f'#EXT-X-KEY:METHOD=AES-128,URI="{web}/key"\n#EXT-X-MAP:URI="{web}/map"\n'
        f"#EXTINF:9,\n{web}/segment.ts\n#EXT-X-ENDLIST\n"
    )


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def _film_elsewhere(web: str) -> bytes:
    """An MP4 (ISO 14496-12, 8.7.2) that says its samples are at another address."""
    place = _box(b"url ", bytes(4), web.encode() + b"/samples\0")
    media = _box(b"minf", _box(b"dinf", _box(b"dref", struct.pack(">II", 0, 1), place)))
    return _box(b"ftyp", b"isom", bytes(4), b"isom") + _box(
        b"moov", _box(b"trak", _box(b"mdia", media))
    )


def _texts(web: str) -> dict[str, str]:
    image = f'<img src="{web}/text.png">![]({web}/text.png)'
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    events = f"events/{LURES}"
    media = [
        "picture.png",
        "safe.svg",
        "film.webm",
        "sound.ogg",
        "tagged.mp3",
        "concat.mp3",
        "reference.mp4",
        "image.svg",
        "use.svg",
        "style.svg",
        "import.svg",
        "sheet.svg",
        "entity.svg",
        "disguised.png",
        "list.mp4",
        "list.webm",
        "list.ogg",
        "page.jpg",
        "manifest.mp4",
        "session.mp4",
        "link.png",
        f"{web}/media.png",
        f"//{web[7:]}/media.png",
    ]
    said = f"alt: '{image}', caption: '{image}', credit: '{image}', rights: '{image}'"
    lines = "".join(f"  - {{file: '{name}', {said}, source: {web}/s}}\n" for name in media)
    more = (
        f"poster: {web}/p.png",
        f"captions: {web}/c.vtt",
        f"transcript: {{en: {web}/t.vtt}}",
        f"sign_language: {web}/s.webm",
        f"audio_description: {web}/d.ogg",
        "captions: styled.vtt",
        "transcript: styled.vtt",
    )
    lines += "".join(f"  - {{file: film.webm, {said}, {key}}}\n" for key in more)
    return {
        "exhibit.yaml": (
            f"title: 'Lures {image}'\nsubtitle: '{image}'\nlanguages: [en]\n"
            f"attract: {{media: ['{web}/a.png', picture.png], prompt: '{image}'}}\n"
            f"themes: [{{id: t, title: '{image}', icon: '{web}/icon.png'}}]\n"
            f"eras: [{{id: e, start: 1980, end: 1999, title: '{image}', summary: '{image}'}}]\n"
            f"appearance: {{heading_font: '{web}/f.ttf', body_font: web.ttf}}\n"
            f"take_away: {{url: '{web}/e/{{id}}?lang={{language}}'}}\n"
        ),
        "strings/en.yaml": f"open: '{image}'\nclose: '{image}'\n",
        "media/media.yaml": f"picture.png: {{alt: '{image}', poster: '{web}/p.png'}}\n",
        f"{events}/event.yaml": (
            f"date: 1990\ndate_text: '1990 {image}'\ntitle: 'Lure {image}'\nsummary: '{image}'\n"
            f"themes: [t]\nplace: {{name: '{image}'}}\nhero: picture.png\n"
            f"sources: [{{text: '{image}', url: {web}/source}}]\nmedia:\n{lines}"
        ),
        f"{events}/article.en.md": (
            f"# Heading {image}\n\n![]({web}/a.png) ![x](<{web}/b.png>) ![y][ref]\n"
            f"\n{web} <{web}/auto>\n"
            f"\n[link]({web}/link) [local](file:///etc/passwd) [run](javascript:alert(1)) "
            f"[data](data:text/html,x)\n\n<iframe src='{web}/f'></iframe>\n\n"
            f"<style>@import url({web}/s.css);</style>\n\n"
            f"![](//{web[7:]}/c.png) ![](../../x.png)\n\n"
            f"> quote <img src={web}/q.png>\n\n- item ![]({web}/i.png)\n\nnote[^1]\n\n"
            f"[^1]: ![]({web}/n.png)\n\n[ref]: {web}/ref.png\n"
        ),
        f"{events}/styled.vtt": (
            f"WEBVTT\n\nSTYLE\n::cue {{ background: url({web}/cue.png) }}\n\n"
            f"REGION\nid:{web}\n\n00:00.000 --> 00:09.000\n<c.url({web}/c)>words</c> {image}\n"
        ),
        f"{events}/safe.svg": f'<svg {space} viewBox="0 0 9 6"><rect width="9" height="6"/></svg>',
        f"{events}/image.svg": f'<svg {space}><image width="9" height="9" href="{web}/i"/></svg>',
        f"{events}/use.svg": f'<svg {space}><use xlink:href="{web}/u.svg#a"/></svg>',
        f"{events}/style.svg": f'<svg {space}><rect style="fill:url({web}/p#a)"/></svg>',
        f"{events}/import.svg": f"<svg {space}><style>@import '{web}/s.css';</style></svg>",
        f"{events}/sheet.svg": f"<?xml-stylesheet href='{web}/s.css'?><svg {space}/>",
        f"{events}/entity.svg": (
            f'<!DOCTYPE svg SYSTEM "{web}/d.dtd" [<!ENTITY a SYSTEM "{web}/e">]>'
            f"<svg {space}><text>&a;</text></svg>"
        ),
        f"{events}/disguised.png": f'<svg {space}><image href="{web}/d"/></svg>',
        f"{events}/list.mp4": f"ffconcat version 1.0\nfile {web}/f.mp4\n",
        f"{events}/list.webm": _m3u8(web),
        f"{events}/list.ogg": f"[playlist]\nFile1={web}/f.ogg\nNumberOfEntries=1\n",
        f"{events}/page.jpg": f"<!DOCTYPE html><html><img src='{web}/page.png'></html>",
        f"{events}/manifest.mp4": f"<?xml version='1.0'?><MPD><BaseURL>{web}/</BaseURL></MPD>",
        f"{events}/session.mp4": f"v=0\no=- 0 0 IN IP4 127.0.0.1\nu={web}/\nm=video 9 RTP/AVP 0\n",
    }
