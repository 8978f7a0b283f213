"""Honest: true claims, signed, data with consent only, most of the work in the street. Reads and checks its feed."""

from __future__ import annotations

from game.campaign.commands import Criterion
from game.feed.commands import SIDES, AskForData, AskWhy, AttendDebate, ChooseRanking, LookUpRegister, ReadPost, Verify
from game.players import policy
from game.players.policy import Table

RIGHTS = 0.3
"""Chance that an evening begins with a request to a campaign: few people ever use a right."""


class Honest:
    """Keeps to what it could defend in front of anybody."""

    def day(self, table: Table) -> None:
        """Knock on doors, speak in the hall, advertise what is true to those who may still be won."""
        policy.answer_events(table, policy.kindest)
        policy.write(table, ("true",), ("hope", "policy"), "plain", signed=True)
        policy.aim(table, Criterion("persuadable"))
        state = table.session.campaign
        policy.plan(table, ("doors", "ads") if state.day % 2 else ("ads", "doors"))
        policy.plan(table, ("hall", "school", "answers", "donations", "concert"))

    def post(self, table: Table) -> None:
        """Check what somebody paid for, read the news, go to the debate."""
        view = table.session.feed_view()
        post = view.posts[view.at]
        if view.debate is not None and view.at >= len(view.posts) // 2:
            table.do(AttendDebate(view.debate))
        if view.at == 0 and table.chance("rights", view.evening) < RIGHTS:
            table.do(AskForData(SIDES[view.evening % 2]))
            table.do(ChooseRanking("bridging"))
        if post.kind == "campaign":
            table.do(Verify(post.id, "others"))
            if not post.signed:
                table.do(Verify(post.id, "behind"))
            table.do(AskWhy(post.id))
            table.do(LookUpRegister(post.id))
        elif post.account is not None and _kind(table, post.account) == "outlet":
            table.do(ReadPost(post.id))


def _kind(table: Table, account: str) -> str:
    return next(one.kind for one in table.session.scenario.feed.accounts if one.id == account)
