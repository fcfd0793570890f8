"""The article files of one event: which there are, what they say, which pictures they place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kiosk.exhibit.articles.article import LARGEST, Article, Block, parse_article
from kiosk.exhibit.encoding import decode
from kiosk.exhibit.files import ContentFolder, Entry, EntryKind, FileError
from kiosk.exhibit.language_names import code_meant
from kiosk.exhibit.media.reading import SHARED_FOLDER, MediaReader
from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.rules import Frame
from kiosk.exhibit.wording import error, listed, warning
from kiosk.exhibit.yamlfile.tree import Scalar

_NAME: Final = re.compile(r"article\.([A-Za-z0-9-]+)\.md")

STANDING_PACE: Final = 180
"""Words a minute that people read who stand."""

_LOST_FIGURES: Final = frozenset({"image-outside", "image-name"})
"""Faults of an article that cost one of its figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A medium placed inside articles: its path, where it is first, its alt text by language."""

    path: str
    spot: Spot
    alt: dict[str, str]


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """Articles by language; the files of their figures are paths in the content folder."""

    articles: dict[str, Article]
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]


def read_articles(
    folder: ContentFolder,
    entry: Entry,
    frame: Frame,
    slugs: Collection[str],
    media: MediaReader,
) -> ArticleReading:
    """Every article in the event's folder `entry`; `slugs` are the events it may link to.

    Empty files count as not written. Faults of figures go to `media`.
    """
    reader = _ArticleFiles(folder, entry, frame, slugs, media)
    articles = reader.read()
    return ArticleReading(articles, tuple(reader.figures.values()), tuple(reader.problems))


class _ArticleFiles:
    def __init__(
        self,
        folder: ContentFolder,
        entry: Entry,
        frame: Frame,
        slugs: Collection[str],
        media: MediaReader,
    ) -> None:
        self.folder = folder
        self.entry = entry
        self.languages = frame.languages
        self.budget = frame.reading_budget
        self.slugs = slugs
        self.media = media
        self.figures: dict[str, Figure] = {}
        self.problems: list[Problem] = []

    def read(self) -> dict[str, Article]:
        found: dict[str, Article] = {}
        astray: list[Entry] = []
        for name, entry in self.folder.entries(self.entry.path).items():
            match = _NAME.fullmatch(name)
            if match is None:
                if name.lower().startswith("article") and entry.kind is EntryKind.FILE:
                    astray.append(entry)
            elif self.languages and match[1] not in self.languages:
                astray.append(entry)
            else:
                article = self._article(entry, match[1])
                if article is not None:
                    found[match[1]] = article
        missing = [language for language in self.languages if language not in found]
        for entry in astray:
            self._astray(entry, missing)
        if found and missing and not astray:
            self._warn(
                f"{self.entry.path}/article.{next(iter(found))}.md",
                "missing-translation",
                f"The article is missing in: {listed(missing)}.",
                f"Write article.{missing[0]}.md; until then visitors see another language.",
            )
        return found

    def _article(self, entry: Entry, language: str) -> Article | None:
        try:
            self.folder.find(entry.name, (self.entry.path,))
            data = self.folder.read(entry.path, LARGEST + 1)
        except FileError as fault:
            self.problems.append(
                error(entry.path, (0, 0), fault.code, fault.message, fault.hint, Scope.EVENT)
            )
            return None
        text, problems = decode(data, entry.path, Scope.EVENT)
        self.problems.extend(problems)
        if text is None or not text.strip():
            return None
        article, faults = parse_article(text, language, self.slugs)
        for line, code, message, hint in faults:
            if code in _LOST_FIGURES:
                found = error(entry.path, (line, 1), code, message, hint, Scope.MEDIUM)
            else:
                found = warning(entry.path, (line, 1), code, message, hint, Scope.EVENT)
            self.problems.append(found)
        self._weigh(entry.path, article)
        if not any(block.kind == "figure" for block in article.blocks):
            return article
        blocks = tuple(
            self._figure(block, entry.path, text, language)
            if block.kind == "figure" and block.medium
            else block
            for block in article.blocks
        )
        return replace(article, blocks=blocks)

    def _weigh(self, path: str, article: Article) -> None:
        """Warn of an article that takes longer to read than the exhibit allows."""
        allowed = int(self.budget * STANDING_PACE)
        if article.words <= allowed:
            return
        minutes = article.words / STANDING_PACE
        excess = article.words - allowed
        self._warn(
            path,
            "long-article",
            f"The article has {article.words} words and takes {minutes:.1f} minutes to read "
            f"standing; the budget is {self.budget:g}.",
            f"Cut {excess} {'word' if excess == 1 else 'words'}, or tell part of it in another "
            "event. The budget is reading_budget in exhibit.yaml.",
        )

    def _figure(self, block: Block, path: str, text: str, language: str) -> Block:
        """The block with the path of its file, which is remembered with its alt text."""
        name = block.medium or ""
        spot = Spot(path, _place_of(name, text), (self.entry.path, SHARED_FOLDER))
        found = self.media.file(name, spot)
        if found is None:
            return block
        words = "".join(span.text for span in block.spans)
        figure = self.figures.setdefault(found, Figure(found, spot, {}))
        if words:
            figure.alt.setdefault(language, words)
        return replace(block, medium=found)

    def _astray(self, entry: Entry, missing: Sequence[str]) -> None:
        """Warn of a file that is no article but was meant for one, perhaps a `missing` one."""
        match = _NAME.fullmatch(entry.name)
        if match is not None:
            near = code_meant(match[1], self.languages)
            guess = f"Did you mean “article.{near}.md”? " if near else ""
            self._warn(
                entry.path,
                "unknown-language",
                f"“{match[1]}” is not one of the exhibit's languages, so nobody can read this.",
                f"{guess}The languages are: {listed(self.languages)}.",
            )
            return
        parts = entry.name.lower().split(".")
        named = next((part for part in parts[1:-1] if part in self.languages), None)
        language = named or next(iter((*missing, *self.languages)), "en")
        plain = "Call it" if parts[-1] == "md" else "Save its text as"
        self._warn(
            entry.path,
            "article-name",
            "This file is not read, because its name is not that of an article.",
            f"{plain} article.{language}.md, with the language of its text.",
        )

    def _warn(self, path: str, code: str, message: str, hint: str) -> None:
        self.problems.append(warning(path, (0, 0), code, message, hint, Scope.EVENT))


def _place_of(name: str, text: str) -> Scalar:
    """Where `name` stands in an article, or else its beginning."""
    starts = [at for mark in (f"]({name}", f"](<{name}") if (at := text.find(mark)) >= 0]
    if not starts:
        return Scalar(name, 1, 1)
    at = text.find(name, min(starts) + 2)
    return Scalar(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
