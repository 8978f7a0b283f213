"""Homes of tests: folders of their own for settings, runs and caches."""

from __future__ import annotations

import shutil
from pathlib import Path

LENT = ("catalogues/*.mo", "scenarios/*.json")
"""What may be copied from cache to cache: it counts only for the very bytes that it was made from."""


def lend(here: Path, there: Path) -> None:
    """Copy what one cache has made and another one lacks, so that it is not made again for every test."""
    for file in (file for kind in LENT for file in here.glob(kind)):
        copy = there / file.relative_to(here)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
