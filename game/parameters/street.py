"""What meeting people does."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class StreetParameters:
    """What meeting people does."""

    door_rate: float = choice(0.3, 0.2, 0.4, N_("share"), N_("doors that open"), source="pons-2018")
    door_turnout: float = choice(
        0.009, 0.0, 0.033, N_("turnout"), N_("one door contact: +0.8 points in a European town"), source="bhatti-2016"
    )
    door_gain: float = evidence(
        0.056,
        0.0,
        0.16,
        N_("stance"),
        N_("one door contact: +1 point of opinion"),
        source="pons-2018",
        certainty="medium",
    )
    door_trust: float = choice(0.01, 0.0, 0.03, N_("trust"), N_("one door contact, in town and campaign"))
    hall_trust: float = choice(0.03, 0.0, 0.06, N_("trust"), N_("one evening at the town hall"), source="minozzi-2015")
    school_trust: float = choice(
        0.03, 0.0, 0.06, N_("trust"), N_("a school visit to the council"), source="addonizio-2007"
    )
    school_turnout: float = choice(
        0.01, 0.0, 0.03, N_("turnout"), N_("a school visit, first-time voters"), source="addonizio-2007"
    )
    concert_trust: float = choice(0.02, 0.0, 0.04, N_("trust"), N_("a small-donation concert"))
    concert_turnout: float = choice(0.006, 0.0, 0.012, N_("turnout"), N_("a small-donation concert"))
    answer_trust: float = choice(0.02, 0.0, 0.05, N_("trust"), N_("a question answered online"), source="minozzi-2015")
