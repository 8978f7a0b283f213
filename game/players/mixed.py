"""Mixed: starts decently, reaches for the shortcuts when the poll says it is behind. Scrolls like most people."""

from __future__ import annotations

from game.feed.commands import React, Verify
from game.players import policy
from game.players.dirty import Dirty
from game.players.honest import Honest
from game.players.policy import Table


class Mixed:
    """Has principles, up to a point."""

    def __init__(self) -> None:
        self.honest, self.dirty = Honest(), Dirty()

    def day(self, table: Table) -> None:
        """Honest while ahead, dirty from the second half on when behind."""
        state = table.session.campaign
        last = state.polls[-1]
        gap = (last.counts[0] - last.counts[2]) * (1 if state.ground.side == "for" else -1)
        if gap < 0 and state.day > state.ground.days // 2:
            self.dirty.day(table)
        else:
            policy.buy(table, ("broker",))
            self.honest.day(table)

    def post(self, table: Table) -> None:
        """Like some posts, check a few."""
        view = table.session.feed_view()
        post = view.posts[view.at]
        luck = table.chance("mixed", view.evening, view.at)
        if luck < 0.3:
            table.do(React(post.id))
        elif luck > 0.85:
            table.do(Verify(post.id, "others"))
