"""The campaign that is left when the vote is over: what was done on the phone is erased, what was planned is not.

So it can be met again, as another voter, the way somebody else's campaign is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


def kept(lobby: Lobby) -> bool:
    """Is there a campaign on the disk whose vote is over, and no run in memory? Never raises."""
    from game.session.glance import glance

    file = lobby.run_file
    seen = None if file is None or lobby.live is not None else glance(file)
    return seen is not None and seen.over and seen.whole


def meet_again(lobby: Lobby) -> None:
    """Begin act II once more, in the feed of the last campaign; what is wrong with its file is said."""
    file = lobby.run_file
    refused = lobby.open_campaign(file) if file is not None else None
    if refused:
        lobby.app.announce(refused)
