"""kiosk schema: tell editors what may stand in the YAML files."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kiosk.commands.parsing import GOOD, Parser, UsageError

_EPILOG = """\
A folder made by “kiosk new” has the schemas already. For another one, write them into a hidden
folder beside exhibit.yaml, and let the first line of each file name its schema:
  # yaml-language-server: $schema=.schema/exhibit.json          in exhibit.yaml
  # yaml-language-server: $schema=../../.schema/event.json      in events/…/event.yaml"""


def parser() -> Parser:
    parser = Parser(
        "kiosk schema", "Print the JSON Schema of a YAML file, for editors that know it.", _EPILOG
    )
    parser.add_argument("file", metavar="exhibit|event|media", help="which file")
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    from kiosk.curator.schema import SCHEMAS, json_schema
    from kiosk.exhibit.wording import did_you_mean, listed

    if found.file not in SCHEMAS:
        hint = did_you_mean(found.file, SCHEMAS, f"There are: {listed(SCHEMAS)}.")
        raise UsageError(f"There is no schema “{found.file}”. {hint}")
    print(json.dumps(json_schema(found.file), ensure_ascii=False, indent=2))
    return GOOD
