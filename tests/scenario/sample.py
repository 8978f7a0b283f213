"""The smallest scenario that passes every check, for tests of any room: as a folder to change, and as loaded."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from game.scenario.model import Scenario
from game.scenario.reader import load

FOLDER = Path(__file__).parent / "sample-vote"
"""Read it, never write it: ``write`` gives a copy."""


def write(into: Path) -> Path:
    """A copy of the sample's folder inside ``into``."""
    return Path(shutil.copytree(FOLDER, into / FOLDER.name))


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one passage of a file; it must stand there exactly once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@cache
def scenario() -> Scenario:
    """The sample, loaded. Frozen, so tests may share it."""
    loaded = load(FOLDER)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario
