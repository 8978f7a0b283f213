"""What traces say and how far files can be believed."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice


@dataclass(frozen=True)
class DataParameters:
    """What traces say and how far files can be believed."""

    trace_loading: float = choice(
        0.36, 0.25, 0.45, N_("sd per weight"), N_("how much one step of a signal's weight says"), source="kosinski-2013"
    )
