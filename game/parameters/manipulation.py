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
    misleading_share: float = choice(
        0.6, 0.3, 0.9, N_("share"), N_("a misleading claim counts this much of one that is made up")
    )
    false_sharing: float = choice(
        1.4,
        1.0,
        1.7,
        N_("factor"),
        N_("a made-up claim is passed on more often than a true one"),
        source="vosoughi-2018",
    )
    repetition: float = choice(
        0.08,
        0.0,
        0.16,
        N_("gain"),
        N_("a claim heard for the second time works this much better, later times add less"),
        source="pennycook-2018",
    )
    synthetic_sharing: float = choice(
        1.1, 1.0, 1.2, N_("factor"), N_("an ad with a generated picture or voice is passed on more often")
    )
    synthetic_trust: float = choice(
        0.0015,
        0.0005,
        0.004,
        N_("share of trust"),
        N_("a generated picture, found out by some, wears trust in the town down"),
    )
    social_proof: float = choice(
        0.15,
        0.1,
        0.2,
        N_("gain"),
        N_("many fake likes and comments raise clicks on an ad by this much at most"),
        source="avram-2020",
    )
    hope_stirs: float = choice(
        0.3, 0.1, 0.6, N_("share"), N_("a hopeful ad stirs this much of what a fearful or angry one does")
    )
    nervous_gain: float = choice(
        0.2,
        0.0,
        0.4,
        N_("gain"),
        N_("how much better a fearful ad works on the most anxious than on the calmest; on average nothing"),
        source="coppock-2020",
    )
    credibility_floor: float = choice(
        0.6, 0.4, 0.8, N_("factor"), N_("effect of a signed ad on somebody who does not trust its campaign at all")
    )
    credibility_slope: float = choice(
        0.8, 0.4, 1.2, N_("factor per trust"), N_("what full trust in its campaign adds to a signed ad")
    )
    watched_trust: float = choice(
        0.004,
        0.0,
        0.01,
        N_("trust"),
        N_("an ad about a place where somebody never goes costs trust in its campaign"),
    )
    hashtag_factor: float = choice(0.5, 0.2, 0.8, N_("factor"), N_("effect of a hashtag post against an ad"))
    demobilise: float = evidence(
        0.004, 0.0, 0.008, N_("turnout"), N_("one 'stay home' message takes"), source="kim-2026", certainty="low"
    )
    demobilise_floor: float = evidence(
        0.018,
        0.003,
        0.019,
        N_("turnout"),
        N_("all 'stay home' messages together take at most"),
        source="kim-2026",
        certainty="low",
    )
    bot_price: float = choice(
        350.0, 250.0, 500.0, N_("euros"), N_("one night of a network that posts a quarter as much as all friends")
    )
    click_site_price: float = choice(
        200.0, 100.0, 400.0, N_("euros"), N_("one night of a site that makes as much clickbait as there usually is")
    )
