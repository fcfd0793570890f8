"""The small exhibit that a curator begins with."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.curator.schema import SCHEMAS, json_schema
from kiosk.curator.translation import interface_file
from kiosk.curator.visitor_texts import translated_places
from kiosk.curator.yaml_edits import YamlEdits
from kiosk.exhibit.yamlfile.tree import Mapping, find, parse_yaml
from kiosk.resources import assets_folder

_LANGUAGES: Final = ("lt", "en")
"""Those that the template is written in."""

_SOURCE: Final = "en"
"""The one that other languages are translated from."""

_ARTICLE: Final = re.compile(r"article\.(\w+)\.md")
_EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}


def new_exhibit(languages: Sequence[str], title: str | None = None) -> dict[str, bytes]:
    """Its files by their path in the content folder, in `languages`, the first of them leading.

    In a language that the template is not written in each text is the English one, marked with
    the language: “[de] The fire”. `title` is the same in every language.
    """
    root = assets_folder() / "template"
    files: dict[str, bytes] = {}
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root).as_posix()
        article = _ARTICLE.fullmatch(file.name)
        if file.is_dir() or (article and article[1] != _SOURCE):
            continue
        if article:
            for language in languages:
                name = f"{path.removesuffix(file.name)}article.{language}.md"
                files[name] = _article(file, language).encode()
        elif file.suffix == ".yaml":
            files[path] = _yaml(path, file.read_text("utf-8"), languages, title).encode()
        else:
            files[path] = file.read_bytes()
    for language in languages:
        if (texts := interface_file(language)) is not None:
            files[f"strings/{language}.yaml"] = texts.encode()
    return {**files, **editor_files(languages)}


def editor_files(languages: Sequence[str]) -> dict[str, bytes]:
    """What lets an editor complete and check the files without a network."""
    made: dict[str, object] = {f".schema/{of}.json": json_schema(of, languages) for of in SCHEMAS}
    made[".vscode/extensions.json"] = _EXTENSIONS
    return {
        path: f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
        for path, content in made.items()
    }


def editor_line(path: str) -> str:
    """The first line of the YAML file at `path`, which leads editors to its schema."""
    above = "../" * path.count("/")
    of = Path(path).stem
    return f"# yaml-language-server: $schema={above}.schema/{of}.json\n"


def _article(english: Path, language: str) -> str:
    own = english.with_name(f"article.{language}.md")
    if language in _LANGUAGES:
        return own.read_text("utf-8")
    return f"[{language}] {english.read_text('utf-8')}"


def _yaml(path: str, text: str, languages: Sequence[str], title: str | None) -> str:
    node, _ = parse_yaml(text, path)
    assert node is not None
    edits = YamlEdits(text)
    if path == "exhibit.yaml":
        edits.set_value("languages", value=languages)
    for steps in translated_places(path, node):
        texts = find(node, *steps)
        if path == "exhibit.yaml" and steps == ("title",) and title is not None:
            edits.set_value("title", value=title)
        elif isinstance(texts, Mapping):
            written = {key.value: getattr(value, "value", "") for key, value in texts.entries}
            for language in languages:
                if language not in written:
                    value = f"[{language}] {written[_SOURCE]}"
                    edits.add_key(*steps, key=language, value=value)
            for language in written:
                if language not in languages:
                    edits.remove_key(*steps, language)
    return editor_line(path) + edits.text()
