"""Playing a session to its end with one of the strategies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from game.electorate.chance import Streams
from game.players.anything import Anything
from game.players.dirty import Dirty
from game.players.greedy import Greedy
from game.players.honest import Honest
from game.players.mixed import Mixed
from game.players.policy import Player, Table, campaign_through, live
from game.session.session import Session

Strategy = Literal["honest", "dirty", "mixed", "random", "greedy"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
_PLAYERS: dict[Strategy, Callable[[], Player]] = {
    "honest": Honest,
    "dirty": Dirty,
    "mixed": Mixed,
    "random": Anything,
    "greedy": Greedy,
}


def play(session: Session, strategy: Strategy, *, persona: str | None = None, campaign_only: bool = False) -> Session:
    """Play ``session`` on to the debrief (or to the end of act I) and return it.

    The bot's own luck is keyed by the run's seed and the strategy, so the same run is played the same way again.

    Args:
        session: a run in any phase.
        strategy: how to play both acts.
        persona: whom to become; drawn by the bot's luck if left out.
        campaign_only: stop when act II begins.
    """
    player = _PLAYERS[strategy]()
    table = Table(session, Streams(_own_seed(session, strategy)), persona)
    campaign_through(table, player)
    if not campaign_only and session.phase == "feed":
        live(table, player)
    return session


def _own_seed(session: Session, strategy: Strategy) -> int:
    return session.setup.seed * 10 + STRATEGIES.index(strategy)
