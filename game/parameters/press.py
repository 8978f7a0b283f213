"""The law in force, the press, and what a scandal takes. Hardly any literature: mostly modelling choices."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice


@dataclass(frozen=True)
class PressParameters:
    """The law in force, the press, and what a scandal takes. Hardly any literature: mostly modelling choices."""

    scandal_stance: float = choice(
        0.04, 0.02, 0.08, N_("stance"), N_("a scandal moves the town away from the side that is found out")
    )
    scandal_town: float = choice(
        4.0, 1.0, 8.0, N_("points"), N_("what a scandal takes from trust in each other and the vote")
    )
    scandal_campaign: float = choice(
        12.0, 5.0, 20.0, N_("points"), N_("what a scandal takes from trust in the campaign")
    )
    scandal_turnout: float = choice(
        1.0, 0.0, 2.0, N_("points"), N_("what a scandal takes from the turnout of its own supporters")
    )
    scandal_arousal: float = choice(0.02, 0.0, 0.05, N_("arousal"), N_("a scandal stirs everybody up"))
    shock_stays: float = choice(
        0.5, 0.2, 0.8, N_("share"), N_("of what a scandal or other public news moves, this much stays for good")
    )
    press_pace: float = choice(
        1.0,
        0.5,
        1.5,
        N_("factor"),
        N_("how keen the press is: the chance that a deed comes out, against the chance that the author wrote"),
    )
    dark_exposure: float = choice(
        0.8,
        0.5,
        1.0,
        N_("factor"),
        N_("chance that an ad without a sender comes out where no register lists it: few people ever see it"),
    )
    register_exposure: float = choice(
        1.25,
        1.0,
        1.6,
        N_("factor"),
        N_("chance that an ad comes out where a public register lists it: everybody can look"),
    )
