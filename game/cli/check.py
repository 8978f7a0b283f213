"""``persuadable check PATH…``: every problem in scenario folders at once."""

from __future__ import annotations

import argparse
import sys


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; 0 when there is no error, 1 when there is, 2 when a path does not exist."""
    from game.cli import refuse
    from game.scenario import library
    from game.scenario.problems import errors, render

    missing = next((path for path in arguments.paths if not path.exists()), None)
    if missing is not None:
        return refuse(f"no such file or folder: {missing}")
    found = library.check(arguments.paths)
    sys.stdout.write(render(found, arguments.output))
    return 1 if errors(found) else 0
