"""``persuadable schema [FILE]``: the JSON Schema of the scenario format, for editors."""

from __future__ import annotations

import argparse
import json
import sys


def run(arguments: argparse.Namespace) -> int:
    """Print the schema of all five files by name, or of one file alone."""
    from game.cli import refuse
    from game.scenario.schema import schema

    found = schema()
    if arguments.file is not None and arguments.file not in found:
        return refuse(f"no scenario file is called '{arguments.file}'; choose from {', '.join(found)}")
    shown = found if arguments.file is None else found[arguments.file]
    sys.stdout.write(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")
    return 0
