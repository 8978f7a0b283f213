"""What reading a scenario folder gave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.scenario.model import Scenario
from game.scenario.problems import Problem


@dataclass(frozen=True)
class Loaded:
    """What reading a folder gave: a scenario if nothing was wrong with it, and all problems, sorted by place."""

    folder: Path
    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The folder's name, which is the id that the scenario has or ought to have."""
        return self.folder.name

    @property
    def locales(self) -> Path | None:
        """The folder of the scenario's own translations, if it brings any."""
        own = self.folder / "locales"
        return own if own.is_dir() and not own.is_symlink() else None
