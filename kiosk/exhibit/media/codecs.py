"""How the pictures and sound inside a film or recording may be coded; its container is not enough.

The list is fixed, like that of `kiosk.exhibit.media.formats`. Names are those of Qt's
`QMediaFormat`; "" stands for a film without sound or a sound without pictures.
"""

from __future__ import annotations

from typing import Final

PICTURE_CODECS: Final = frozenset({"H264", "VP8", "VP9", "MotionJPEG"})
SOUND_CODECS: Final = frozenset({"AAC", "MP3", "Vorbis", "Opus", "FLAC", "Wave"})

_PLAIN_NAMES: Final = {
    "H265": "HEVC (H.265)",
    "MPEG1": "MPEG-1",
    "MPEG2": "MPEG-2",
    "MPEG4": "MPEG-4 Visual (DivX, Xvid)",
    "WMV": "Windows Media Video",
    "AC3": "Dolby Digital (AC-3)",
    "EAC3": "Dolby Digital Plus (E-AC-3)",
    "ALAC": "Apple Lossless (ALAC)",
    "DolbyTrueHD": "Dolby TrueHD",
    "WMA": "Windows Media Audio",
    "Unspecified": "",
}


def foreign_codec(pictures: str, sound: str) -> str | None:
    """What not every kiosk plays, such as “HEVC (H.265) pictures”; None if both are in the list."""
    for what, name, known in (
        ("pictures", pictures, PICTURE_CODECS),
        ("sound", sound, SOUND_CODECS),
    ):
        if name and name not in known:
            plain = _PLAIN_NAMES.get(name, name)
            return f"{plain} {what}" if plain else f"{what} in an uncommon coding"
    return None
