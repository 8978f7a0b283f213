"""What meeting people does."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class StreetParameters:
    """What meeting people does."""

    door_rate: float = choice(0.3, 0.2, 0.4, N_("share"), N_("doors that open"), source="pons-2018")
    door_turnout: float = choice(
        0.009,
        0.0,
        0.033,
        N_("turnout"),
        N_("one talk at the door makes voting likelier; in some trials it did nothing"),
        source="bhatti-2016",
    )
    door_gain: float = evidence(
        0.056,
        0.0,
        0.16,
        N_("stance"),
        N_("one talk at the door moves opinion a little"),
        source="pons-2018",
        certainty="medium",
    )
    door_trust: float = choice(0.01, 0.0, 0.03, N_("trust"), N_("one talk at the door builds trust"))
    hall_trust: float = choice(0.03, 0.0, 0.06, N_("trust"), N_("one evening at the town hall"), source="minozzi-2015")
    hall_unsure: float = choice(
        0.3, 0.1, 1.0, N_("chance"), N_("people without a firm opinion come to the hall too, but less often")
    )
    school_trust: float = choice(0.03, 0.0, 0.06, N_("trust"), N_("a school visit"), source="addonizio-2007")
    school_turnout: float = choice(
        0.01, 0.0, 0.03, N_("turnout"), N_("a school visit, first-time voters"), source="addonizio-2007"
    )
    concert_trust: float = choice(0.02, 0.0, 0.04, N_("trust"), N_("a small-donation concert"))
    concert_turnout: float = choice(
        0.006, 0.0, 0.012, N_("turnout"), N_("a small-donation concert"), source="addonizio-2007"
    )
    concert_older: float = choice(
        0.25, 0.0, 0.5, N_("chance"), N_("how much rarer people of 30 or more are at the concert than the young")
    )
    concert_gift: float = choice(0.5, 0.0, 1.5, N_("euros"), N_("what one guest leaves in the hat"))
    donation_share: float = choice(0.02, 0.005, 0.05, N_("share"), N_("supporters who give when they are asked"))
    donation_gift: float = choice(15.0, 5.0, 40.0, N_("euros"), N_("one small gift"))
    donation_trust: float = choice(
        0.01, 0.0, 0.03, N_("trust"), N_("being asked for a little builds a little trust in the campaign")
    )
    gift_limit: float = choice(1500.0, 500.0, 3000.0, N_("euros"), N_("gifts of one evening bring this much at most"))
    answer_trust: float = choice(0.02, 0.0, 0.05, N_("trust"), N_("a question answered online"), source="minozzi-2015")
    town_part: float = choice(
        0.5, 0.25, 1.0, N_("share"), N_("of the trust that a meeting builds, this much goes to the whole town")
    )
