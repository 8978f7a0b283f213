"""What an ordinary ad does."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class AdParameters:
    """What an ordinary ad does."""

    ad_gain: float = evidence(
        0.042,
        0.0,
        0.09,
        N_("stance"),
        N_("one ad: +0.7 points of vote choice at once"),
        source="coppock-2020",
        certainty="high",
    )
    ad_stance: float = choice(
        0.9, 0.75, 1.0, N_("stance"), N_("where an ad of a side stands: it decides who still listens")
    )
    ad_spread: float = choice(
        0.6, 0.2, 1.0, N_("share of the effect"), N_("ads differ a little in effect (sd)"), source="hewitt-2024"
    )
    answer_noise: float = choice(
        3.0, 2.0, 5.0, N_("points"), N_("how far answers in a test stray from what people think (sd)")
    )
    ad_wear: float = choice(2.0, 1.0, 4.0, N_("ads"), N_("seen ads that halve the effect of the next"))
    ad_memory: float = choice(0.93, 0.85, 0.98, N_("per day"), N_("share of the wear that lasts to the next day"))
    topic_floor: float = choice(0.5, 0.3, 0.8, N_("factor"), N_("effect of an ad on somebody without the concern"))
    topic_slope: float = evidence(
        1.15,
        0.6,
        1.6,
        N_("factor"),
        N_("how much more an ad does, the more somebody has the concern (one matched trait: about ×1.3)"),
        source="tappin-2023",
        certainty="medium",
    )
    match_gain: float = choice(
        1.2,
        1.0,
        1.4,
        N_("factor"),
        N_("an appeal made for a guessed concern, where the guess is not wrong"),
        source="tappin-2023",
    )
    fit_gain: float = choice(1.05, 0.9, 1.3, N_("factor"), N_("personality-matched wording"), source="matz-2017")
    wrong_loss: float = evidence(
        0.25,
        0.0,
        1.0,
        N_("share of an ad"),
        N_("a wrong guess works against the sender"),
        source="hersh-schaffner-2013",
        certainty="medium",
    )
    wrong_trust: float = choice(
        0.02, 0.0, 0.05, N_("trust"), N_("a wrong guess costs trust in that campaign"), source="hersh-schaffner-2013"
    )
    mobilise: float = evidence(
        0.004, 0.001, 0.006, N_("turnout"), N_("one 'go and vote' message"), source="bond-2012", certainty="medium"
    )
    mobilise_persuades: float = choice(
        0.3, 0.0, 0.6, N_("share of an ad"), N_("how far a 'go and vote' message also persuades")
    )
    place_gain: float = choice(1.1, 1.0, 1.3, N_("factor"), N_("an ad about a place where somebody has just been"))
    mood_gain: float = choice(
        1.03, 1.0, 1.1, N_("factor"), N_("an ad shown to somebody who really is tense"), source="barrett-2019"
    )
    persuade_turnout: float = evidence(
        0.0003,
        -0.001,
        0.001,
        N_("turnout"),
        N_("turnout effect of one persuasion ad"),
        source="aggarwal-2023",
        certainty="high",
    )
