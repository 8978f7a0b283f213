"""Homes of tests: folders of their own for settings, runs and caches."""

from __future__ import annotations

import shutil
from pathlib import Path


def lend(here: Path, there: Path) -> None:
    """Copy the compiled catalogues that are not there yet; their names tell their content."""
    for file in here.glob("*.mo"):
        if not (there / file.name).exists():
            there.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, there / file.name)
