"""Places in YAML files at which media are described."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.exhibit.yamlfile.tree import Node, find


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is written: its node in the file `path`, and where its files are."""

    path: str
    node: Node
    folders: tuple[str, ...]

    def at(self, *steps: str | int) -> Spot:
        return replace(self, node=find(self.node, *steps))
