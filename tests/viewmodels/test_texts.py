"""The interface has all its words in every language we ship, and no word too many."""

import re
from pathlib import Path

import pytest
import yaml

import kiosk
from kiosk.resources import assets_folder
from kiosk.viewmodels.texts import interface_texts, language_name

CODE = Path(kiosk.__file__).parent
STRINGS = assets_folder() / "strings"
LANGUAGES = sorted(file.stem for file in STRINGS.glob("*.yaml"))
QML = "\n".join(file.read_text(encoding="utf-8") for file in (CODE / "qml").rglob("*.qml"))
PYTHON = "\n".join(file.read_text(encoding="utf-8") for file in CODE.rglob("*.py"))
NAMED = set(re.findall(r"\btexts\??\.([a-z_]+)", QML)) | set(
    re.findall(r'\btexts\["([a-z_]+)"\]', QML + PYTHON)
)
QUOTED = set(re.findall(r'"([a-z_]+)"', QML + PYTHON))
PREFIXES = tuple(re.findall(r"texts\[`([a-z_]+)\$\{", QML))


def shipped(language: str) -> dict[str, str]:
    return yaml.safe_load((STRINGS / f"{language}.yaml").read_text(encoding="utf-8"))


def test_there_are_both_languages():
    assert {"en", "lt"} <= set(LANGUAGES)
    assert len(NAMED) > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_in_use_exists(language):
    """A text that QML or Python asks for is there in each language."""
    assert NAMED - set(shipped(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_exists_is_in_use(language):
    """Nothing is translated that nobody will ever read."""
    idle = {
        key
        for key in shipped(language)
        if key not in NAMED | QUOTED and not key.startswith(PREFIXES)
    }
    assert idle == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_keys_and_placeholders(language):
    """A translation has the same keys, and takes the same numbers into each text."""
    english, other = shipped("en"), shipped(language)
    assert list(other) == list(english)
    for key, text in other.items():
        assert isinstance(text, str)
        assert text.strip() == text != ""
        assert sorted(re.findall(r"%\d", text)) == sorted(re.findall(r"%\d", english[key])), key


def test_own_wording_comes_first():
    """An exhibit may say it differently; what it leaves out is ours, then English."""
    assert interface_texts("lt", {"close": "Baigti"})["close"] == "Baigti"
    assert interface_texts("lt", {})["close"] == shipped("lt")["close"]
    assert interface_texts("pl", {"play": "Graj"}) == {**shipped("en"), "play": "Graj"}


@pytest.mark.parametrize(
    ("code", "name"),
    [("lt", "Lietuvių"), ("en", "English"), ("pt-BR", "Português (brasil)"), ("xx", "Xx")],
)
def test_languages_name_themselves(code, name):
    assert language_name(code) == name
