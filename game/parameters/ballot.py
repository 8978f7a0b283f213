"""Who answers a poll, who comes to vote, now and next time, and what is done in the booth."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice, evidence


@dataclass(frozen=True)
class BallotParameters:
    """Who answers a poll, who comes to vote, now and next time, and what is done in the booth."""

    poll_noise: float = choice(
        0.05, 0.0, 0.1, N_("stance"), N_("people in two minds answer a poll now this way, now that")
    )
    poll_trust: float = choice(
        0.5, 0.0, 1.0, N_("share per trust"), N_("the more trust somebody lost, the less often they answer a poll")
    )
    vote_noise: float = choice(0.05, 0.0, 0.1, N_("stance"), N_("second thoughts in the booth (sd)"))
    blank: float = choice(0.06, 0.0, 0.1, N_("probability"), N_("an undecided voter leaves the paper blank"))
    turnout_trust: float = choice(
        0.1, 0.0, 0.3, N_("turnout per trust"), N_("the more trust somebody lost, the less often they vote")
    )
    turnout_arousal: float = choice(0.01, 0.0, 0.05, N_("turnout per arousal"), N_("who is stirred up goes"))
    turnout_limit: float = choice(
        0.3, 0.2, 0.4, N_("turnout"), N_("the most that a campaign can change anybody’s chance of voting")
    )
    turnout_doubt: float = choice(
        0.01, 0.001, 0.03, N_("probability"), N_("the doubt that is always left, whether to vote or to stay at home")
    )
    belief_trust: float = choice(
        0.5, 0.0, 1.0, N_("share per trust"), N_("who lost trust believes less of everything, true or not")
    )
    habit: float = evidence(
        0.05,
        0.0,
        0.12,
        N_("turnout"),
        N_("a vote cast before 30 may make the next one likelier"),
        source="dinas-2023",
        certainty="low",
    )
    habit_older: float = choice(
        0.02, 0.0, 0.05, N_("turnout"), N_("a vote cast after 30 may make the next one likelier")
    )
    habit_fades: float = choice(
        0.5, 0.0, 1.0, N_("share"), N_("of such a habit is gone by the next vote"), source="jessen-2021"
    )
