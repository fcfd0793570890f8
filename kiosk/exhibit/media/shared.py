"""Files beside exhibit.yaml that hold keys and values, and media/media.yaml among them."""

from __future__ import annotations

from typing import Final

from kiosk.exhibit.files import ContentFolder, FileError
from kiosk.exhibit.media.reading import SHARED_FOLDER, MediaReader
from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import error
from kiosk.exhibit.yamlfile.sources import MediumDescription
from kiosk.exhibit.yamlfile.tree import MAX_BYTES, MOST_FAULTS, TOO_MANY, Mapping, parse_yaml
from kiosk.exhibit.yamlfile.validation import validate

SHARED_NAME: Final = "media.yaml"


def read_mapping(folder: ContentFolder, path: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The keys and values in the file at `path`; its faults cost no more than the file."""
    above, _, name = path.rpartition("/")
    try:
        folder.find(name, (above,))
        data = folder.read(path, MAX_BYTES + 1)
    except FileError as fault:
        found = error(path, (0, 0), fault.code, fault.message, fault.hint, Scope.MEDIUM)
        return None, (found,)
    node, problems = parse_yaml(data, path, Scope.MEDIUM)
    if node is None or isinstance(node, Mapping):
        return node, problems
    message = "The file does not consist of keys and values."
    hint = "Write “key: value” on each line."
    return None, (*problems, error(path, node, "wrong-type", message, hint, Scope.MEDIUM))


def read_shared(folder: ContentFolder, media: MediaReader) -> tuple[Problem, ...]:
    """Give `media` the descriptions of shared files in media/media.yaml, if there is one."""
    path = f"{SHARED_FOLDER}/{SHARED_NAME}"
    try:
        if SHARED_NAME not in folder.entries(SHARED_FOLDER):
            return ()
    except FileError as fault:
        return (error(SHARED_FOLDER, (0, 0), fault.code, fault.message, fault.hint, Scope.MEDIUM),)
    node, faults = read_mapping(folder, path)
    problems = list(faults)
    for key, value in node.entries if node is not None else ():
        source, rest, faults = validate(MediumDescription, value, path, Scope.MEDIUM)
        problems.extend(faults)
        if len(problems) + len(media.problems) > MOST_FAULTS:
            problems.append(error(path, key, "too-many-faults", *TOO_MANY, Scope.MEDIUM))
            break
        found = media.find(key.value, Spot(path, key, (SHARED_FOLDER,)), used=False)
        if source is not None and found is not None:
            media.shared[found] = media.describe(source, Spot(path, rest, (SHARED_FOLDER,)))
    return tuple(problems)
