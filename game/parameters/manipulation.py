"""What fear, falsehood, hidden senders, bait, crowds and calls to stay at home do and cost."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class ManipulationParameters:
    """What fear, falsehood, hidden senders, bait, crowds and calls to stay at home do and cost."""

    untrue_trust: float = choice(
        0.0015, 0.0, 0.004, N_("share of trust"), N_("one untrue ad wears trust in the town down")
    )
    bait_trust: float = choice(0.002, 0.0, 0.006, N_("trust"), N_("one baiting headline costs trust in its campaign"))
    hidden_trust: float = choice(
        0.0004, 0.0, 0.002, N_("share of trust"), N_("one unsigned ad wears trust in the town down")
    )
    ad_arousal: float = choice(0.03, 0.0, 0.06, N_("arousal"), N_("one fearful or angry ad"))
    hashtag_factor: float = choice(0.5, 0.2, 0.8, N_("factor"), N_("effect of a hashtag post against an ad"))
    demobilise: float = evidence(
        0.004, 0.0, 0.008, N_("turnout"), N_("one 'stay home' message takes"), source="kim-2026", certainty="low"
    )
    demobilise_floor: float = evidence(
        0.019,
        0.0,
        0.02,
        N_("turnout"),
        N_("all 'stay home' messages together take at most"),
        source="kim-2026",
        certainty="low",
    )
