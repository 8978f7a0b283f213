"""Who comes to vote, now and next time, and what is done in the booth."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class BallotParameters:
    """Who comes to vote, now and next time, and what is done in the booth."""

    vote_noise: float = choice(0.05, 0.0, 0.1, N_("stance"), N_("second thoughts in the booth (sd)"))
    blank: float = choice(0.06, 0.0, 0.1, N_("probability"), N_("an undecided voter leaves the paper blank"))
    turnout_trust: float = choice(0.1, 0.0, 0.3, N_("turnout per trust"), N_("who lost trust stays at home"))
    turnout_arousal: float = choice(0.01, 0.0, 0.05, N_("turnout per arousal"), N_("who is stirred up goes"))
    habit: float = evidence(
        0.05,
        0.0,
        0.12,
        N_("turnout"),
        N_("a first vote cast makes the next likelier"),
        source="dinas-2023",
        certainty="low",
    )
