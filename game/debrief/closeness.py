"""How close the vote was (M23), in real people: what would have turned it, and how often luck alone would have."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.outcome import finished, people
from game.electorate.margins import REDRAWS, margins
from game.session.session import Session

CLOSE = 0.01
"""Up to this share of the valid votes a result counts as close: a lead of two points of 100. A choice."""


@dataclass(frozen=True)
class Closeness:
    """How close a vote was.

    ``turned`` people who, voting the other way, would have made another result; ``newcomers`` people from home who would
    have, voting for the second; ``valid`` people who chose a side; ``same`` of ``times`` redraws of the booth's luck had
    the same result.
    """

    turned: int
    newcomers: int
    valid: int
    same: int
    times: int = REDRAWS

    @property
    def share(self) -> float:
        """What ``turned`` is of the valid votes, 0 to 1."""
        return self.turned / max(self.valid, 1)

    @property
    def close(self) -> bool:
        """Did few votes decide?"""
        return self.share <= CLOSE


def closeness(session: Session) -> Closeness:
    """How close a finished run was: about 12 ms at 20,000 voters, so it is asked once.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story, ballots = finished(session)
    population, ground = story.population, story.ground
    against, in_favour, _blank, _home = people(ballots, population.weight)
    played = {} if story.voter is None else {story.voter: int(ballots.choice[story.voter])}
    found = margins(population, story.mind, ballots, ground.streams, ground.parameters, played)
    lead = abs(in_favour - against)
    return Closeness(
        turned=lead // 2 + 1,
        newcomers=lead + 1,
        valid=in_favour + against,
        same=round(found.stands * REDRAWS),
    )
