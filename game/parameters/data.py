"""What traces say, how far files can be believed, and what is guessed from them."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class DataParameters:
    """What traces say, how far files can be believed, and what is guessed from them."""

    trace_loading: float = choice(
        0.4, 0.25, 0.5, N_("sd per weight"), N_("how much one step of a signal's weight says"), source="kosinski-2013"
    )
    file_accuracy: float = evidence(
        0.66,
        0.36,
        0.9,
        N_("share of the promise"),
        N_(
            "a file taken without consent is right this much of what its seller promises: of what it says of somebody, about 60 % is true"
        ),
        source="venkatadri-2019",
        certainty="medium",
    )
    own_accuracy: float = choice(
        0.95, 0.9, 0.99, N_("probability"), N_("what people say about themselves, freely, is right")
    )
    quiz_friends: float = choice(
        0.45, 0.35, 0.9, N_("share of friends"), N_("friends of a quiz player whom the app can read, too")
    )
    place_habit: float = choice(
        0.6, 0.4, 0.9, N_("probability"), N_("somebody who often passes a place passes it tonight")
    )
    place_chance: float = choice(0.05, 0.01, 0.1, N_("probability"), N_("anybody else passes that place tonight"))
    tense_above: float = choice(0.4, 0.3, 0.5, N_("arousal"), N_("from here on somebody is really tense"))
    face_gain: float = choice(
        0.6,
        0.0,
        1.0,
        N_("share of the promise"),
        N_("a face-reading camera is better than a coin by this much of what its seller promises"),
        source="barrett-2019",
    )
    survey_base: float = choice(0.4, 0.2, 0.6, N_("probability"), N_("somebody without any trust answers a survey"))
    survey_trust: float = choice(
        0.6, 0.2, 0.8, N_("probability per trust"), N_("who trusts others answers a survey more often")
    )
    persuadable_within: float = choice(
        0.3, 0.2, 0.4, N_("stance"), N_("so close to the middle somebody counts as persuadable")
    )
    stays_home_below: float = choice(
        0.5, 0.4, 0.6, N_("turnout"), N_("below this chance of voting somebody counts as staying at home")
    )
    firm_beyond: float = choice(
        0.3, 0.2, 0.4, N_("stance"), N_("beyond this somebody counts as a firm supporter, whom lookalikes resemble")
    )
    score_shut: float = choice(
        0.1, 0.05, 0.2, N_("share"), N_("people with the lowest social score who find a door shut")
    )
    census_weight: float = choice(
        60.0,
        30.0,
        120.0,
        N_("answers"),
        N_("in a campaign’s own estimate, what is known of a district at the start counts like this many answers"),
    )
    older_poll: float = choice(0.5, 0.3, 0.7, N_("factor"), N_("a poll counts this much of the poll one day younger"))
    said_stance: float = choice(
        0.45, 0.35, 0.55, N_("stance"), N_("where a campaign puts somebody who said for or against")
    )
    guess_noise: float = choice(
        0.4, 0.3, 0.5, N_("stance"), N_("how far a campaign spreads people of one district whom it does not know (sd)")
    )
    guess_spread: float = choice(0.7, 0.5, 0.9, N_("factor"), N_("the spread that is left where traces are on file"))
    guess_pull: float = choice(
        0.5, 0.3, 0.7, N_("stance"), N_("how far the strongest traces move somebody on a campaign's map")
    )
