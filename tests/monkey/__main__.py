"""Play a wandering again: ``python -m tests.monkey PLACE SEED INPUTS [--shorter]``, as a failed test says it.

``--shorter`` looks for the fewest inputs that end in the same way, and prints them.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from tests.monkey.wandering import go, shorter


def main(place: str, seed: str, inputs: str, *wishes: str) -> int:
    """Play it and say what was wrong; 1 if something was."""
    what = go(place, int(seed), int(inputs))
    if what.wrong and "--shorter" in wishes:
        what = shorter(what)
        sys.stdout.write("".join(f"  {step}\n" for step in what.steps))
    sys.stdout.write(f"{what.wrong or 'nothing was wrong'}\n")
    return int(bool(what.wrong))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
