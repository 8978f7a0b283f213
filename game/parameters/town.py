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
    share_30: float = choice(0.27, 0.22, 0.32, N_("share"), N_("of those of 30 or more, how many are under 45"))
    share_45: float = choice(0.37, 0.32, 0.42, N_("share"), N_("of those of 30 or more, how many are 45 to 64"))
    certainty_floor: float = choice(0.3, 0.2, 0.4, N_("0 to 1"), N_("how sure somebody in the middle is"))
    certainty_stance: float = choice(0.4, 0.2, 0.5, N_("per stance"), N_("who stands further from the middle is surer"))
    certainty_spread: float = choice(0.15, 0.1, 0.2, N_("0 to 1"), N_("how much people differ in being sure (sd)"))
    anxiety_spread: float = choice(0.2, 0.15, 0.25, N_("0 to 1"), N_("how much people differ in anxiety (sd)"))
    trust_spread: float = choice(0.15, 0.1, 0.2, N_("0 to 1"), N_("how much people differ in trust (sd)"))
    concern_spread: float = choice(0.16, 0.12, 0.2, N_("0 to 1"), N_("how much people differ in a concern (sd)"))
    concern_link: float = choice(
        0.12, 0.08, 0.16, N_("per weight"), N_("how far age, side and nerves go with a concern")
    )
    turnout_18: float = choice(-0.13, -0.2, -0.06, N_("turnout"), N_("under 30, fewer vote than on average"))
    turnout_30: float = choice(-0.02, -0.06, 0.02, N_("turnout"), N_("from 30 to 44, against the average"))
    turnout_45: float = choice(0.05, 0.0, 0.1, N_("turnout"), N_("from 45 to 64, more vote than on average"))
    turnout_65: float = choice(0.08, 0.03, 0.14, N_("turnout"), N_("from 65 on, more vote than on average"))
    turnout_certainty: float = choice(0.3, 0.1, 0.5, N_("turnout"), N_("who is sure votes more often"))
    turnout_spread: float = choice(0.1, 0.05, 0.15, N_("turnout"), N_("how much people differ in voting (sd)"))
    use_18: float = choice(0.82, 0.7, 0.9, N_("probability"), N_("an evening on the phone, under 30"))
    use_30: float = choice(0.68, 0.55, 0.8, N_("probability"), N_("an evening on the phone, from 30 to 44"))
    use_45: float = choice(0.5, 0.4, 0.65, N_("probability"), N_("an evening on the phone, from 45 to 64"))
    use_65: float = choice(0.32, 0.2, 0.45, N_("probability"), N_("an evening on the phone, from 65 on"))
    use_spread: float = choice(0.12, 0.05, 0.2, N_("probability"), N_("how much people differ in phone use (sd)"))
    profile_known: float = choice(
        0.5, 0.3, 0.7, N_("share"), N_("how much of somebody’s side the platform knows at the start")
    )
    profile_spread: float = choice(0.25, 0.15, 0.35, N_("stance"), N_("how far the platform’s first guess is off (sd)"))
    arousal_start: float = choice(0.5, 0.4, 0.6, N_("0 to 1"), N_("how stirring the feed was before the campaign"))
    campaign_trust: float = choice(0.5, 0.4, 0.6, N_("0 to 1"), N_("trust in a campaign at the start"))
    campaign_trust_side: float = choice(0.2, 0.1, 0.3, N_("per stance"), N_("more trust in the campaign of one’s side"))
    campaign_trust_spread: float = choice(
        0.08, 0.04, 0.12, N_("0 to 1"), N_("how much people differ in trust in a campaign (sd)")
    )
