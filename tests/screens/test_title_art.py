"""The drawing on the title."""

from __future__ import annotations

import json
import runpy

from game import resources
from game.screens.title_art import head


def test_the_dots_are_those_that_the_script_makes() -> None:
    """Whoever changes the outline or the script runs it, and nobody moves dots by hand."""
    folder = resources.assets() / "art" / "title"
    made = runpy.run_path(str(folder / "make.py"))
    drawing = json.loads((folder / "head.json").read_text(encoding="utf-8"))
    wanted = made["head"](drawing)
    assert head().dots == {key: [(round(x, 6), round(y, 6)) for x, y in points] for key, points in wanted.items()}
    assert sum(len(points) for points in head().dots.values()) > 3_000
