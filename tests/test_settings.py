from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.resources import assets_folder, example_content
from kiosk.settings import Settings, SettingsError, settings_from


def test_without_flags_the_example_is_shown() -> None:
    """Everything else is left to the kiosk and the exhibit."""
    assert settings_from({}, {}) == Settings(content=example_content())


def test_all_flags_are_read() -> None:
    """Each flag arrives in its own unit."""
    flags = {
        "content": "museum",
        "windowed": "1280x720",
        "language": "pt-BR",
        "idle": "7.5",
        "screen": "2",
        "diagonal": "55",
        "state": "/var/lib/kiosk",
        "probe": "probe.jsonl",
    }
    assert settings_from(flags, {}) == Settings(
        content=Path("museum"),
        windowed=True,
        window_size=(1280, 720),
        language="pt-BR",
        idle=7.5,
        screen=2,
        diagonal=55.0,
        state=Path("/var/lib/kiosk"),
        probe=Path("probe.jsonl"),
    )


def test_the_environment_stands_in_for_flags() -> None:
    """What no flag says is taken from the environment."""
    environment = {
        "KIOSK_CONTENT": "museum",
        "KIOSK_STATE": "state",
        "KIOSK_LANGUAGE": "lt",
        "KIOSK_IDLE": "30",
        "KIOSK_SCREEN": "1",
        "KIOSK_DIAGONAL": "24",
        "KIOSK_RENDERER": "software",
        "KIOSK_FILM_DECODER": "software",
    }
    assert settings_from({}, environment) == Settings(
        content=Path("museum"),
        language="lt",
        idle=30.0,
        screen=1,
        diagonal=24.0,
        state=Path("state"),
        renderer="software",
        film_decoder="software",
    )


def test_a_flag_goes_before_the_environment() -> None:
    """A value of the environment that is not used may even be wrong."""
    found = settings_from({"idle": "5"}, {"KIOSK_IDLE": "soon", "KIOSK_LANGUAGE": ""})
    assert (found.idle, found.language) == (5.0, None)


def test_a_window_may_have_no_size() -> None:
    """An empty size is a window of its own choice."""
    found = settings_from({"windowed": ""}, {})
    assert (found.windowed, found.window_size) == (True, None)
    assert not settings_from({"windowed": None}, {}).windowed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("idle", value) for value in ("soon", "0", "-1", "nan", "inf", "1e9", "9" * 5000)),
        *(("screen", value) for value in ("0", "-1", "1.5", "first", "99999999999", "²")),
        *(("diagonal", value) for value in ("0", "-24", "nan", "1000000", "24 inch")),
        *(("language", value) for value in ("Lithuanian", "../lt", "")),
        *(("windowed", value) for value in ("5x5", "99999x99999", "1920×1080", "x")),
        ("state", ""),
        ("probe", "a\0b"),
        ("content", ""),
        ("content", "~no-such-user-here/x"),
    ],
)
def test_bad_flags_are_one_sentence(name: str, value: str) -> None:
    """The sentence names the flag and fits on a line or two."""
    with pytest.raises(SettingsError) as caught:
        settings_from({name: value}, {})
    sentence = str(caught.value)
    assert name.upper() in sentence if name == "content" else f"--{name}" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


@pytest.mark.parametrize("name", ["IDLE", "SCREEN", "DIAGONAL", "LANGUAGE", "RENDERER"])
def test_bad_values_of_the_environment_name_their_variable(name: str) -> None:
    """The technician is told which variable it was."""
    with pytest.raises(SettingsError, match=f"^KIOSK_{name} needs .*not “!”.$"):
        settings_from({}, {f"KIOSK_{name}": "!"})


@given(st.sampled_from(["idle", "screen", "diagonal", "language", "windowed"]), st.text())
def test_any_text_is_a_setting_or_a_sentence(name: str, value: str) -> None:
    """Nothing but SettingsError is ever raised."""
    with suppress(SettingsError):
        found = settings_from({name: value}, {})
        assert found != Settings(content=found.content)


def test_shipped_folders_are_found_in_a_checkout() -> None:
    """Both stand beside the package."""
    root = Path(__file__).parents[1]
    assert assets_folder() == root / "assets"
    assert example_content() == root / "content"


def test_shipped_folders_are_found_in_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel carries them inside the package."""
    (tmp_path / "kiosk/_data/content").mkdir(parents=True)
    monkeypatch.setattr("kiosk.resources._PACKAGE", tmp_path / "kiosk")
    assert example_content() == tmp_path / "kiosk/_data/content"


@pytest.mark.parametrize(
    ("renderer", "decoder", "chips"),
    [("gpu", "auto", "None"), ("gpu", "software", ","), ("software", "auto", ",")],
)
def test_chips_decode_films_only_where_they_may(renderer: str, decoder: str, chips: str) -> None:
    """Not where it is switched off, and not where frames are painted."""
    said = (
        "import os; from pathlib import Path; from kiosk.app import choose_rendering; "
        "from kiosk.settings import settings_from; "
        "choose_rendering(settings_from({}, os.environ)); "
        "print(os.environ.get('QT_FFMPEG_DECODING_HW_DEVICE_TYPES'))"
    )
    there = {"KIOSK_RENDERER": renderer, "KIOSK_FILM_DECODER": decoder}
    asked = subprocess.run(
        [sys.executable, "-c", said],
        env={**os.environ, **there},
        check=True,
        capture_output=True,
        text=True,
    )
    assert asked.stdout.strip() == chips
