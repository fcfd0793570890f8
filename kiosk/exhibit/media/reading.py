"""Pictures, films, sounds and documents: from names in YAML to media that can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import PurePosixPath
from typing import Final

from kiosk.exhibit.encoding import decode
from kiosk.exhibit.files import LONGEST_TEXT_FILE, ContentFolder, FileError
from kiosk.exhibit.media.captions import Cue, parse_captions
from kiosk.exhibit.media.description import Description
from kiosk.exhibit.media.exploring import comparison, hotspots, picture_key, zoom_story
from kiosk.exhibit.media.formats import (
    HEAD_BYTES,
    REFUSED_BYTES,
    Format,
    fitting,
    kind_from_name,
    refusal,
    sniff,
    suffix_of,
)
from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.model import ANY_LANGUAGE, Medium, MediumKind, Text
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.texts import read_languages, read_text
from kiosk.exhibit.wording import clip, error, warning
from kiosk.exhibit.yamlfile.sources import MediumDescription, MediumSource

SHARED_FOLDER: Final = "media"

_COMPANIONS = {
    MediumKind.IMAGE: "a picture",
    MediumKind.VIDEO: "a film",
    MediumKind.AUDIO: "a sound",
}


class MediaReader:
    """Reads media of one content folder; gathers `problems`, and `files` that are used.

    `named` are the files that were meant, usable or not. A fault of a file is named once for each
    YAML file or article that names it. `shared` holds the descriptions in
    media/media.yaml by path.
    """

    def __init__(self, folder: ContentFolder, languages: Sequence[str]) -> None:
        self.problems: list[Problem] = []
        self.files: set[str] = set()
        self.named: set[str] = set()
        self.shared: dict[str, Description] = {}
        self._folder = folder
        self._languages = languages
        self._formats: dict[str, Format] = {}
        self._gaps: dict[str, MediumKind] = {}
        self._refused: set[tuple[str, str]] = set()

    def medium(self, source: MediumSource, spot: Spot, *, told: bool = True) -> Medium | None:
        """The medium that `source` describes, or None if its names are no names of media.

        A medium whose file is missing or unusable stays, so that its alt text can be shown; the
        file is then not among `files`.
        """
        if source.file is None:
            self._warn(
                spot,
                "file-to-fetch",
                f"This medium has no file yet; it comes from “{clip(source.source)}”.",
                "Save the file in the event's folder and write “file: ” and its name here.",
            )
            return None
        described = self.describe(source, spot)
        names, problems = read_languages(
            source.file,
            spot.at("file").node,
            spot.path,
            self._languages,
            Scope.MEDIUM,
        )
        self.problems.extend(problems)
        paths: dict[str, str] = {}
        for language, name in names.items():
            own = spot.at("file", language) if language else spot.at("file")
            found = self.file(name, own) or self._gap(name, own)
            if found is not None:
                paths[language] = found
        return self._made(paths, described, spot, told=told)

    def _gap(self, name: str, spot: Spot) -> str | None:
        """The path at which a placeholder says what is missing; None if `name` is no name."""
        kind = kind_from_name(name)
        if kind is None or PurePosixPath(name).name != name or "\\" in name:
            return None
        path = f"{spot.folders[0]}/{name}".lstrip("/")
        self._gaps[path] = kind
        return path

    def unlisted(self, path: str, spot: Spot, alt: Text, *, judged: bool = True) -> Medium | None:
        """The medium at `path`, of which nothing is known but `alt` and media/media.yaml.

        With `judged` what is not said about it is a problem.
        """
        if self.kind(path, spot) is None:
            return None
        return self._made({ANY_LANGUAGE: path}, Description(alt=alt), spot, judged=judged)

    def describe(self, source: MediumDescription, spot: Spot) -> Description:
        """What `source` says, with its texts in the exhibit's languages and its files read."""
        return Description(
            alt=self._text(source.alt, spot.at("alt")),
            caption=self._text(source.caption, spot.at("caption")),
            credit=self._text(source.credit, spot.at("credit")),
            rights=source.rights,
            source=source.source,
            poster=self._companion(source.poster, spot.at("poster"), MediumKind.IMAGE),
            captions=self._cues(source.captions, spot.at("captions")),
            transcript=self._cues(source.transcript, spot.at("transcript")),
            sign_language=self._companion(
                source.sign_language, spot.at("sign_language"), MediumKind.VIDEO
            ),
            audio_description=self._sounds(source.audio_description, spot.at("audio_description")),
            loop=source.loop,
            hotspots=tuple(hotspots(source, spot.at("hotspots"), self._text)),
            zoom_story=tuple(zoom_story(source, spot.at("zoom_story"), self._text, self._warn)),
            compare=comparison(source, spot.at("compare"), self._text, self._companion),
        )

    def find(self, name: str, spot: Spot, *, used: bool = True) -> str | None:
        """The path of the file called `name`, or None and a problem; `used` if it will be shown."""
        try:
            found = self._folder.find(name, spot.folders)
        except FileError as fault:
            if (name, spot.path) not in self._refused:
                self._refused.add((name, spot.path))
                self._fault(spot, fault)
            if fault.near is not None:
                self.named.add(fault.near)
            return None
        if used:
            self.named.add(found.path)
        if found.respelt:
            self._warn(
                spot,
                "name-spelling",
                f"“{clip(name)}” and the file's own name write their accents differently.",
                "Rename the file on this computer and type its name anew.",
            )
        return found.path

    def file(self, name: str, spot: Spot) -> str | None:
        """The path of the medium file called `name`, if it is of a kind that kiosks play."""
        path = self.find(name, spot)
        return path if path is not None and self.kind(path, spot) is not None else None

    def kind(self, path: str, spot: Spot) -> MediumKind | None:
        """What the file at `path` is, judged by its bytes; None and a problem if unusable."""
        form = self._formats.get(path)
        if form is None:
            try:
                head = self._folder.read(path, HEAD_BYTES)
            except FileError as fault:
                self._fault(spot, fault)
                return None
            form = sniff(head)
            if form is None:
                self._refuse(path, spot)
                return None
            form = fitting(form, path)
            self._formats[path] = form
        if suffix_of(path) not in form.suffixes and not self._judge_suffix(path, form, spot):
            return None
        self.files.add(path)
        return form.kind

    def _refuse(self, path: str, spot: Spot) -> None:
        if (path, spot.path) in self._refused:
            return
        self._refused.add((path, spot.path))
        try:
            head = self._folder.read(path, REFUSED_BYTES)
        except FileError as fault:
            self._fault(spot, fault)
            return
        message, hint = refusal(head)
        code = "unplayable-file" if head else "empty-file"
        self._error(spot, code, f"“{clip(path)}”: {message}", hint)

    def _judge_suffix(self, path: str, form: Format, spot: Spot) -> bool:
        better = PurePosixPath(path).with_suffix(form.suffixes[0]).name
        message = f"“{clip(path)}” is a {form.name} file by its content, but not by its name."
        hint = f"Rename it to “{clip(better)}”."
        usable = kind_from_name(path) in (None, form.kind)
        if (path, spot.path) not in self._refused:
            self._refused.add((path, spot.path))
            say = self._warn if usable else self._error
            say(spot, "wrong-suffix", message, hint)
        return usable

    def _text(self, given: str | dict[str, str] | None, spot: Spot) -> Text:
        text, problems = read_text(given, spot.node, spot.path, self._languages, Scope.MEDIUM)
        self.problems.extend(problems)
        return text

    def _companion(self, name: str | None, spot: Spot, wanted: MediumKind) -> str | None:
        """A file that belongs to a medium and has to be of the kind `wanted`."""
        path = self.find(name, spot) if name else None
        kind = self.kind(path, spot) if path else None
        if kind is None:
            return None
        if kind is not wanted:
            what = _COMPANIONS[wanted]
            self._error(
                spot,
                "wrong-kind",
                f"“{clip(name or '')}” is not {what}.",
                f"Name {what} here, or delete the key.",
            )
            return None
        return path

    def _sounds(self, given: str | dict[str, str] | None, spot: Spot) -> dict[str, str]:
        """The sound of each language that can be used; a single file serves every language."""
        names, problems = read_languages(given, spot.node, spot.path, self._languages, Scope.MEDIUM)
        self.problems.extend(problems)
        found = {}
        for language, name in names.items():
            own = spot.at(language) if language else spot
            path = self._companion(name, own, MediumKind.AUDIO)
            if path is not None:
                found[language] = path
        return found

    def _cues(self, given: str | dict[str, str] | None, spot: Spot) -> dict[str, tuple[Cue, ...]]:
        """The cues of each language's file; a single file serves every language."""
        names, problems = read_languages(given, spot.node, spot.path, self._languages, Scope.MEDIUM)
        self.problems.extend(problems)
        found = {}
        for language, name in names.items():
            own = spot.at(language) if language else spot
            cues = self._cue_file(name, own)
            if cues is not None:
                found[language] = cues
        if ANY_LANGUAGE in found:
            return dict.fromkeys(self._languages, found[ANY_LANGUAGE])
        return found

    def _cue_file(self, name: str, spot: Spot) -> tuple[Cue, ...] | None:
        path = self.find(name, spot)
        if path is None:
            return None
        try:
            data = self._folder.read(path, LONGEST_TEXT_FILE + 1)
        except FileError as fault:
            self._fault(spot, fault)
            return None
        if len(data) > LONGEST_TEXT_FILE:
            message = f"“{clip(path)}” has more than {LONGEST_TEXT_FILE // 10**6} MB."
            self._error(spot, "too-large", message, "Divide the film, or see what the file is.")
            return None
        text, problems = decode(data, path, Scope.MEDIUM)
        self.problems.extend(problems)
        if text is None:
            return None
        cues, faults = parse_captions(text)
        self.problems.extend(
            warning(path, (fault.line, 1), "bad-captions", fault.message, fault.hint, Scope.MEDIUM)
            for fault in faults
        )
        self.files.add(path)
        return cues

    def _made(
        self,
        paths: dict[str, str],
        described: Description,
        spot: Spot,
        *,
        told: bool = True,
        judged: bool = True,
    ) -> Medium | None:
        kinds = {
            self._formats[path].kind if path in self._formats else self._gaps[path]
            for path in paths.values()
        }
        if len(kinds) > 1:
            self._error(
                spot.at("file"),
                "mixed-kinds",
                "The files of the languages are of different kinds.",
                "Give each language the same kind of file.",
            )
        if len(kinds) != 1:
            return None
        for path in paths.values():
            if path in self.shared:
                described = described.over(self.shared[path])
        said = {field.name: getattr(described, field.name) for field in fields(described)}
        medium = Medium(kind=kinds.pop(), file=Text(paths), **said)
        if medium.kind is not MediumKind.IMAGE and (key := picture_key(medium)):
            self._warn(
                spot.at(key),
                "only-for-pictures",
                f"“{key}” has an effect on pictures only.",
                "Delete it here, or write it below a picture.",
            )
        if judged and all(path in self._formats for path in paths.values()):
            self._warn_missing(medium, spot, told=told)
        return medium

    def _warn_missing(self, medium: Medium, spot: Spot, *, told: bool) -> None:
        """Warn of what is not said; media that only decorate (`told` false) need but a credit."""
        shown = clip(PurePosixPath(next(iter(medium.file.root.values()))).name)
        if told and not medium.alt.root:
            self._warn(
                spot,
                "missing-alt",
                f"“{shown}” has no alt text for visitors who cannot see or hear it.",
                "Add “alt: …”: one sentence that says what is to be seen or heard.",
            )
        if not medium.credit.root:
            self._warn(
                spot,
                "missing-credit",
                f"It is not said who made “{shown}”.",
                "Add “credit: …” with the author and the collection.",
            )
        if not medium.rights:
            self._warn(
                spot,
                "missing-rights",
                f"It is not said by what right “{shown}” is shown.",
                "Add “rights: …”, such as CC-BY-4.0 or “with permission of …”.",
            )
        if medium.kind is MediumKind.VIDEO and told and not medium.captions and not medium.loop:
            self._warn(
                spot,
                "missing-captions",
                f"The film “{shown}” has no captions.",
                "Add “captions: {language: file.vtt}”. A silent film that only loops needs none: "
                "write “loop: true”.",
            )
        if medium.kind is MediumKind.AUDIO and not medium.transcript:
            self._warn(
                spot,
                "missing-transcript",
                f"The sound “{shown}” has no transcript.",
                "Add “transcript: {language: file.vtt}” with what is said.",
            )

    def _fault(self, spot: Spot, fault: FileError) -> None:
        self._error(spot, fault.code, fault.message, fault.hint)

    def _error(self, spot: Spot, code: str, message: str, hint: str) -> None:
        self.problems.append(error(spot.path, spot.node, code, message, hint, Scope.MEDIUM))

    def _warn(self, spot: Spot, code: str, message: str, hint: str) -> None:
        self.problems.append(warning(spot.path, spot.node, code, message, hint, Scope.MEDIUM))
