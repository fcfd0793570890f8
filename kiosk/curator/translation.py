"""One more language: the places for its texts, and what has still to be translated.

The place for a text is an empty one under the language's code, beside the others. It counts as
not written, so visitors see the text in another language, marked as such, until it is filled; a
marked copy of the source would be shown as if it were the translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kiosk.curator.visitor_texts import EXHIBIT_FILE, translated_places
from kiosk.curator.yaml_edits import EditError, YamlEdits
from kiosk.exhibit.interface import COMPLETE, shipped_strings
from kiosk.exhibit.strings import missing_strings
from kiosk.exhibit.yamlfile import tree
from kiosk.exhibit.yamlfile.tree import Node, Scalar, find, parse_yaml
from kiosk.exhibit.yamlfile.values import Translated

_HEAD: Final = """\
# The kiosk's own words in the language “{language}”. Write each between the quotation marks; the
# line above has it in English. %1 stands for a number or a name. What is empty is shown in English.
"""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What is missing in one file: so many texts, together so many `words` in another language.

    A ``file`` has its own words, such as captions or a map; `source` is the file to begin with.
    """

    path: str
    kind: Literal["texts", "article", "file"]
    count: int = 1
    words: int = 0
    source: str = ""


def with_language_listed(text: str, language: str) -> str:
    """exhibit.yaml, given as `text`, with `language` at the end of its languages."""
    if language in listed_languages(text):
        return text
    edits = YamlEdits(text)
    edits.add_item("languages", value=language)
    return edits.text()


def listed_languages(text: str) -> tuple[str, ...]:
    """The languages in exhibit.yaml; EditError if they cannot be read."""
    node = _tree(EXHIBIT_FILE, text)
    found = find(node, "languages")
    if not isinstance(found, tree.Sequence) or not found.items:
        raise EditError("has no list of languages, such as “languages: [lt, en]”")
    return tuple(item.value for item in found.items if isinstance(item, Scalar))


def with_places(path: str, text: str, language: str, only: str | None) -> str:
    """The YAML file at `path` with a place for `language` beside each text.

    `only` is the language of texts that are written once, if it was the only one so far; with
    None they are the same in every language and stay as they are. Raises EditError.
    """
    node = _tree(path, text)
    edits = YamlEdits(text)
    for steps in translated_places(path, node):
        found = find(node, *steps)
        if isinstance(found, tree.Mapping) and found.get(language) is None:
            edits.add_key(*steps, key=language, value="")
        elif isinstance(found, Scalar) and found.value and only is not None:
            edits.split(*steps, first=only, second=language, value="")
    return edits.text()


def interface_file(language: str) -> str | None:
    """strings/<language>.yaml with a place for every text; None where we ship the language."""
    missing = missing_strings(language, {})
    return _HEAD.format(language=language) + _interface_places(missing) if missing else None


def with_interface_places(path: str, text: str, language: str) -> str:
    """strings/<language>.yaml with a place for each text that it has none for. Raises EditError."""
    there = _strings(path, text)
    missing = [key for key in missing_strings(language, {}) if key not in there]
    return f"{text.rstrip()}\n{_interface_places(missing)}" if missing else text


def _interface_places(keys: Iterable[str]) -> str:
    english = shipped_strings(COMPLETE)
    return "".join(f'\n# {english[key]}\n{key}: ""\n' for key in keys)


def untranslated_in(path: str, text: str, language: str) -> Iterator[Untranslated]:
    """What the YAML file at `path` lacks in `language`. Raises EditError."""
    node = _tree(path, text)
    sources = [
        source
        for steps in translated_places(path, node)
        if (source := _source(find(node, *steps), language))
    ]
    if sources:
        yield Untranslated(path, "texts", len(sources), sum(len(s.split()) for s in sources))
    for steps in translated_places(path, node, Translated.FILE):
        if source := _source(find(node, *steps), language):
            yield Untranslated(path, "file", source=source)


def untranslated_strings(path: str, language: str, text: str) -> Iterator[Untranslated]:
    """What the file strings/<language>.yaml lacks of the kiosk's own texts. Raises EditError."""
    english = shipped_strings(COMPLETE)
    missing = missing_strings(language, _strings(path, text))
    if missing:
        words = sum(len(english[key].split()) for key in missing)
        yield Untranslated(path, "texts", len(missing), words)


def _strings(path: str, text: str) -> dict[str, str]:
    node = _tree(path, text)
    if not isinstance(node, tree.Mapping):
        raise EditError("does not consist of keys and texts")
    return {key.value: value.value for key, value in node.entries if isinstance(value, Scalar)}


def _source(node: Node, language: str) -> str:
    """What is written in another language and not in `language`; otherwise empty."""
    if not isinstance(node, tree.Mapping):
        return ""
    written = {k.value: v.value for k, v in node.entries if isinstance(v, Scalar)}
    return "" if written.get(language) else next(filter(None, written.values()), "")


def _tree(path: str, text: str) -> Node:
    node, problems = parse_yaml(text, path)
    if problems:
        raise EditError(f"has a mistake on line {problems[0].line}: {problems[0].message}")
    if node is None:
        raise EditError("is empty")
    return node
