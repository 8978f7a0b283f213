"""Two players at one keyboard: whose turn it is. A matter of what is shown; the rules and the journal know nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _

if TYPE_CHECKING:
    from game.screens.playing import Playing

AWAY = ("Overnight", "PersonaChoice", "BallotScreen", "EveningBreak")
"""Pages on which nobody's turn is: what happens by itself, what both decide, and what is secret."""


def pairs() -> tuple[tuple[str, str], ...]:
    """The names that two players can have: nobody is asked for their own."""
    return (
        (_("Player 1"), _("Player 2")),
        (_("Owl"), _("Fox")),
        (_("Otter"), _("Heron")),
        (_("Badger"), _("Magpie")),
    )


def turn(playing: Playing, page: str) -> int | None:
    """Whose turn it is, 0 or 1: by day in act I, by post in act II; None where it is nobody's."""
    if page in AWAY:
        return None
    if playing.session.phase == "campaign":
        return (playing.campaign.day - 1) % 2
    if playing.session.phase == "feed" and playing.feed.stage == "evening":
        return (playing.feed.evening - 1 + playing.feed.at) % 2
    return None
