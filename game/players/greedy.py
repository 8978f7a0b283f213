"""Greedy: reads the price tags. Tests its messages, buys the most reach per euro, reads nothing twice."""

from __future__ import annotations

from game.campaign.commands import ComposeMessage, Criterion, PlanAction, RunTest, SaveSegment, SendMessage
from game.feed.commands import React
from game.players import policy
from game.players.policy import Table


class Greedy:
    """Maximises what the desk says: people times depth per euro."""

    def day(self, table: Table) -> None:
        """Answer what is cheapest, send the version that the test prefers, plan the best bargains."""
        policy.answer_events(table, lambda choice: choice.effect.money + 300.0 * choice.effect.moves)
        self._message(table)
        table.do(SaveSegment((Criterion("persuadable"),)))
        budget = policy.share_of_days(table) * 2
        cards = sorted(
            table.session.campaign_view().actions,
            key=lambda card: (-card.people * card.depth / (card.price + 50), card.id),
        )
        for card in cards:
            if card.refusal is None and card.price <= budget and table.do(PlanAction(card.id)):
                budget -= card.price

    def _message(self, table: Table) -> None:
        """Two versions of one claim, tested against each other; clicks decide."""
        day = table.session.campaign.day
        if day == 1:
            policy.buy(table, ("broker",))
        claims = sorted({draft.claim for draft in table.session.drafts()})
        claim = claims[day % len(claims)]
        table.do(ComposeMessage("a", claim, "hope", "curiosity", True))
        table.do(ComposeMessage("b", claim, "anger", "outrage", True))
        best = "a"
        if table.do(RunTest()):
            test = table.session.campaign.test
            if test is not None and test.clicks["b"].value > test.clicks["a"].value:
                best = "b"
        table.do(SendMessage("b" if best == "b" else "a"))

    def post(self, table: Table) -> None:
        """Likes are free."""
        view = table.session.feed_view()
        table.do(React(view.posts[view.at].id))
