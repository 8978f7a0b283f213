"""Random: any legal command, with the weights of a curious player."""

from __future__ import annotations

from game.campaign.commands import EndDay, SaveSegment
from game.feed.commands import Pass, PutPhoneDown
from game.players.policy import Table

TRIES = 10
"""Commands tried in a day, and at most three with a post."""


class Anything:
    """Presses buttons."""

    def day(self, table: Table) -> None:
        """Up to ten random legal commands; verbs are drawn first, so that long lists of words do not crowd out the rest."""
        for attempt in range(TRIES):
            by_verb: dict[str, list[int]] = {}
            legal = table.session.legal()
            for index, command in enumerate(legal):
                if not isinstance(command, EndDay):
                    by_verb.setdefault(type(command).__name__, []).append(index)
            if not by_verb:
                return
            key = (table.session.campaign.day, attempt)
            verbs = sorted(by_verb)
            verb = verbs[int(table.chance("verb", *key) * len(verbs))]
            chosen = by_verb[verb]
            command = legal[chosen[int(table.chance("which", *key) * len(chosen))]]
            if isinstance(command, SaveSegment) and table.chance("everyone", *key) < 0.3:
                command = SaveSegment(())
            table.do(command)
            drafts = table.session.drafts()
            if verb == "ComposeMessage":
                table.do(drafts[int(table.chance("draft", *key) * len(drafts))])

    def post(self, table: Table) -> None:
        """Up to three random things with the post on screen."""
        view = table.session.feed_view()
        for attempt in range(int(table.chance("how-much", view.evening, view.at) * 4)):
            legal = [command for command in table.session.legal() if not isinstance(command, Pass | PutPhoneDown)]
            if legal:
                table.do(legal[int(table.chance("thumb", view.evening, view.at, attempt) * len(legal))])
