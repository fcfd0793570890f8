from __future__ import annotations

import pytest

from kiosk.exhibit.media.codecs import foreign_codec


@pytest.mark.parametrize(
    ("pictures", "sound", "expected"),
    [
        ("H264", "AAC", None),
        ("VP9", "", None),
        ("", "Vorbis", None),
        ("H265", "AAC", "HEVC (H.265) pictures"),
        ("H264", "AC3", "Dolby Digital (AC-3) sound"),
        ("AV1", "AC3", "AV1 pictures"),
        ("Unspecified", "", "pictures in an uncommon coding"),
    ],
)
def test_codings_outside_the_list_are_named(
    pictures: str, sound: str, expected: str | None
) -> None:
    """What is in the list passes, the rest is said as people say it, pictures first."""
    assert foreign_codec(pictures, sound) == expected
