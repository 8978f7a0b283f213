"""What an evening does to stance, certainty, mood and trust, without any campaign."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class MindParameters:
    """What an evening does to stance, certainty, mood and trust, without any campaign."""

    listening: float = choice(1.2, 0.9, 1.5, N_("stance"), N_("distance at which nobody listens any more"))
    friends_pull: float = choice(0.04, 0.02, 0.06, N_("per day"), N_("pull of three friends' posts"))
    outrage_pull: float = choice(
        0.002, 0.0, 0.004, N_("per post"), N_("pull of one partisan post"), source="nyhan-2023"
    )
    conformity: float = choice(
        0.001, 0.0, 0.004, N_("per day"), N_("pull of the perceived majority"), source="rothschild-malhotra-2014"
    )
    silence: float = choice(4.0, 2.0, 6.0, N_("gain"), N_("who feels in a minority posts more mildly"))
    climate_pace: float = choice(0.25, 0.1, 0.4, N_("per day"), N_("how fast the perceived majority follows the feed"))
    arousal_pace: float = choice(0.3, 0.2, 0.5, N_("per day"), N_("how fast arousal follows the feed"))
    reactivity_floor: float = choice(0.4, 0.2, 0.6, N_("factor"), N_("how much a calm person is stirred by the feed"))
    reactivity_anxiety: float = choice(1.2, 0.8, 1.6, N_("factor"), N_("how much more an anxious person is stirred"))
    certainty_push: float = choice(0.02, 0.0, 0.04, N_("per share"), N_("agreeable posts make surer"))
    certainty_return: float = choice(0.05, 0.02, 0.1, N_("per day"), N_("certainty returns to its start"))
    anchor: float = evidence(
        0.12,
        0.09,
        0.2,
        N_("per day"),
        N_("return to the own stance: ads are gone within days"),
        source="gerber-2011",
        certainty="medium",
    )
    trust_return: float = choice(0.03, 0.01, 0.06, N_("per day"), N_("trust in the town returns to its start"))
    trust_clickbait: float = choice(
        0.0012, 0.0, 0.003, N_("per post"), N_("clickbait wears trust down; null for belief"), source="munger-2020"
    )
    trust_bot: float = choice(0.0012, 0.0, 0.003, N_("per post"), N_("bots wear trust down"))
    experiment_arousal: float = choice(
        0.001,
        0.0,
        0.003,
        N_("arousal"),
        N_("a mood test with sadder posts stirs this much; the published effect was tiny"),
        source="kramer-2014",
    )
    score_silence: float = choice(1.5, 1.0, 3.0, N_("factor"), N_("who has a social score posts more mildly"))
    score_trust: float = choice(
        0.03, 0.0, 0.08, N_("share of trust"), N_("a door shut by a social score costs trust in the town")
    )
