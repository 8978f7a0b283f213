"""Dirty: every file, untrue and unsigned posts in fear and anger, a rented crowd. Shares what makes it angry."""

from __future__ import annotations

from game.campaign.commands import Criterion
from game.feed.commands import React, Share
from game.players import policy
from game.players.policy import Table


class Dirty:
    """Does what works tonight."""

    def day(self, table: Table) -> None:
        """Buy a file while there is time, frighten those whom the profiler calls fearful, rent a network."""
        policy.answer_events(table, policy.boldest)
        state = table.session.campaign
        if state.day <= 2:
            policy.buy(table, ("broker", "quiz", "location", "mood"))
        policy.write(table, ("fabricated", "misleading"), ("fear", "anger"), "outrage", signed=False)
        concern = _sharpest(table)
        policy.aim(table, Criterion("concern", concern), Criterion("persuadable"))
        policy.plan(table, ("ads", "bots", "influencer", "hashtag", "click-site", "score"))

    def post(self, table: Table) -> None:
        """Like and pass on what is loud."""
        view = table.session.feed_view()
        post = view.posts[view.at]
        if post.kind != "authored" and table.chance("dirty", view.evening, view.at) < 0.6:
            table.do(React(post.id))
            table.do(Share(post.id))


def _sharpest(table: Table) -> str:
    """The concern of today's message, else the first of the town."""
    draft = table.session.campaign.draft(table.session.campaign.sent)
    claims = table.session.ground.claims
    return claims[draft.claim].concern if draft is not None else table.session.scenario.town.concerns[0].id
