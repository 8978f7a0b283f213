"""Who lives in the town and who knows whom."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice


@dataclass(frozen=True)
class TownParameters:
    """Who lives in the town and who knows whom."""

    town_mood: float = choice(
        0.02, 0.0, 0.04, N_("stance"), N_("how much a town's mean stance differs between runs (sd)")
    )
    stance_spread: float = choice(0.5, 0.4, 0.6, N_("stance"), N_("spread of stances inside a district (sd)"))
    homophily: float = choice(
        0.68, 0.6, 0.75, N_("correlation"), N_("how well stance predicts the circle one moves in")
    )
    rewired: float = choice(0.15, 0.1, 0.25, N_("share"), N_("ties to anybody instead of the own circle"))
