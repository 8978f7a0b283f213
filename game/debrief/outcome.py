"""The result of the vote and the town's health before and after, in real people and in points of 100."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.campaign.dots import sampled
from game.campaign.knowledge import holding
from game.electorate.ballot import Ballots, predicted
from game.electorate.generations import next_vote
from game.electorate.measures import polarisation, privacy, trust_campaign, trust_town, turnout_intention
from game.feed.commands import BallotChoice
from game.scenario.model import AGE_BANDS, SideId
from game.session.session import Session
from game.session.story import Story

MeasureId = Literal["trust-town", "turnout", "polarisation", "privacy", "trust-campaign"]
CHOICES: tuple[str, str, str, str] = ("against", "for", "blank", "home")
"""Names of the four values of a ballot, by number."""


@dataclass(frozen=True)
class Measure:
    """One figure of the town's health, 0 to 100, on the first morning and after the vote."""

    id: MeasureId
    before: float
    after: float


@dataclass(frozen=True)
class Outcome:
    """Who won, by how much, who came.

    ``votes`` is the difference between the sides in people; ``margin`` is the player's side minus the other in points of
    the valid votes; ``counts`` by ``CHOICES`` in people; ``turnout`` and ``by_band`` (by age band) are shares of 1;
    ``next_by_band`` is the turnout that may be expected at the next vote, by age band, if habit is all there is (M20);
    ``predicted`` are the machine's chances for the persona's ballot, sealed before act II.
    """

    own: SideId
    winner: SideId | None
    votes: int
    margin: float
    counts: dict[str, int]
    turnout: float
    by_band: dict[str, float]
    next_by_band: dict[str, float]
    persona: str
    ballot: BallotChoice
    predicted: dict[BallotChoice, float]

    @property
    def won(self) -> bool:
        """Did the player's campaign win?"""
        return self.winner == self.own


class NotOverError(ValueError):
    """The debrief was asked before the vote."""


def finished(session: Session) -> tuple[Story, Ballots]:
    """The story and the count of a run that is over.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story = session.story()
    if story.ballots is None or story.choice is None:
        raise NotOverError("the debrief follows the vote")
    return story, story.ballots


def outcome(session: Session) -> Outcome:
    """The result of a finished run.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story, ballots = finished(session)
    population, ground = story.population, story.ground
    counts = dict(zip(CHOICES, people(ballots, population.weight), strict=True))
    voter, choice, feed = story.voter, story.choice, story.feed
    if voter is None or choice is None or feed is None or feed.persona is None:
        raise NotOverError("the debrief follows the vote")
    chances = predicted(population, feed.cast.before, voter, ground.parameters)
    return Outcome(
        own=ground.side,
        winner=side_of(ballots.winner),
        votes=abs(counts["for"] - counts["against"]),
        margin=ballots.margin(ground.own),
        counts=counts,
        turnout=float(ballots.turnout),
        by_band=_by_band(ballots.by_band),
        next_by_band=_by_band(next_vote(population, ballots, ground.parameters)),
        persona=feed.persona,
        ballot=choice,
        predicted=dict(zip(("for", "against", "blank", "stay-home"), chances, strict=True)),
    )


def _by_band(shares: npt.NDArray[np.float64]) -> dict[str, float]:
    """Shares by the name of the age band."""
    return {band: float(share) for band, share in zip(AGE_BANDS, shares, strict=True)}


def people(ballots: Ballots, weight: float) -> tuple[int, ...]:
    """The four counts in real people, by ``CHOICES``; rounded so that they add up to the town."""
    edges = np.rint(np.cumsum(ballots.counts) * weight).astype(np.int64)
    return tuple(np.diff(edges, prepend=0).tolist())


def side_of(index: int | None) -> SideId | None:
    """The side of an index of the electorate; None for a tie."""
    return None if index is None else "for" if index == 0 else "against"


def health(session: Session) -> tuple[Measure, ...]:
    """Town health before and after: trust in each other, turnout, polarisation, privacy, and trust in the campaign.

    Privacy counts what the player's campaign held at the end, deleted files excepted. Turnout before is the intention on
    the first morning, after is the ballot's.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story, ballots = finished(session)
    ground, population = story.ground, story.population
    start, end = story.start, story.mind
    held = holding(ground, story.campaign.owned)
    return (
        Measure("trust-town", trust_town(start), trust_town(end)),
        Measure("turnout", turnout_intention(population, start, ground.parameters), 100 * float(ballots.turnout)),
        Measure(
            "polarisation",
            polarisation(population, start, ground.streams, ground.parameters),
            polarisation(population, end, ground.streams, ground.parameters),
        ),
        Measure("privacy", 100.0, privacy(held)),
        Measure("trust-campaign", trust_campaign(start, ground.own), trust_campaign(end, ground.own)),
    )


def ballot_dots(session: Session) -> tuple[npt.NDArray[np.int8], int]:
    """What each dot of the living electorate did, by number of ``CHOICES``, and the dot that becomes the persona's.

    The persona takes the place of a dot of its own district, since a sample need not contain it.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story, ballots = finished(session)
    voters, _step = sampled(story.ground)
    choices = ballots.choice[voters].astype(np.int8)
    persona = story.voter or 0
    home = story.population.district[persona]
    place = int(np.flatnonzero(story.population.district[voters] == home)[0])
    choices[place] = ballots.choice[persona]
    return choices, place
