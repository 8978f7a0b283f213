"""What is kept of a run between two evenings, and what the title says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game import settings


@dataclass(frozen=True)
class Saved:
    """What the title says of a run that can be continued."""

    scenario: str
    phase: str
    day: int
    days: int


def run_place() -> Path:
    """Where the one saved run of this player lies."""
    return settings.data_folder() / "run.jsonl"


def saved_at(file: Path | None) -> Saved | None:
    """What the run on disk says of itself; None when there is none to continue. Never raises."""
    from game.session.glance import glance

    seen = None if file is None else glance(file)
    if seen is None or seen.over:
        return None
    if not seen.whole:
        return Saved("", "damaged", 0, 0)
    phase = "feed" if seen.ended_days >= seen.days else "campaign"
    return Saved(seen.scenario, phase, min(seen.ended_days + 1, seen.days), seen.days)
