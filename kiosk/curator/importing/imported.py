"""What an import gives, whatever the file was."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.curator.documents.content import Documents
from kiosk.curator.importing.report import Note


@dataclass(frozen=True)
class Imported:
    """The documents that a file asks for, and what there is to say about it.

    `remark` is what has no place in an exhibit, kept as a remark in exhibit.yaml.
    """

    documents: Documents
    notes: tuple[Note, ...] = ()
    remark: str = ""
