"""Who changed because of one thing, and why: two stories of the same town, voter by voter and cause by cause.

Both stories have the same luck, so whatever differs comes from the one thing that was changed. A cause's share of a
voter's stance at the end is what the nights' logs say it moved, times what the return to one's own stance has left of it
(``1 - anchor`` a night; a part of a scandal stays for good). What remains is what friends, the feed and the crowd made of
it; it is counted, and named as such.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.campaign.dots import street_of
from game.debrief.causes import Account, Cause, accounts
from game.debrief.outcome import NotOverError, people
from game.electorate.ballot import Ballots, turnout_chance
from game.electorate.measures import trust_campaign, trust_town
from game.electorate.population import Mind
from game.session.replay import Replayed, Skipped
from game.session.story import Story

Vote = Literal["against", "for", "blank", "home"]
STEPS = 50.0
"""Stance from -1 to 1 as steps from 0 (surely against) to 100 (surely for)."""
SMALLEST = 0.005
"""Causes of fewer steps and points are left out of a voter's list and counted with the rest."""


@dataclass(frozen=True)
class Person:
    """One voter in both stories: name on the campaign's files, vote, stance in steps of 100, chance of voting in points.

    ``persona`` is the id of a persona, None for everybody else, who is known by number, age, district and street (index
    into the district's streets) as on the files. ``causes`` are the largest first; ``rest`` and ``rest_turnout`` are what
    no cause accounts for: friends, the feed, the crowd.
    """

    voter: int
    persona: str | None
    age: int
    district: str
    street: int
    was: Vote
    now: Vote
    stance: tuple[float, float]
    turnout: tuple[float, float]
    causes: tuple[Cause, ...]
    rest: float
    rest_turnout: float

    @property
    def changed(self) -> bool:
        """Is the ballot another one?"""
        return self.was != self.now


@dataclass(frozen=True, eq=False)
class Difference:
    """Two stories compared. Counts are real people; margins are points for the player's side; trust is of 100.

    ``changed`` are the voters with another ballot, those whom it moved most first. ``flows[was][now]`` counts ballots by
    ``CHOICES``. ``shift`` is the town's mean move in steps of 100. ``untouched`` are the same bit for bit.
    """

    before: Story
    after: Story
    skipped: tuple[Skipped, ...]
    changed: npt.NDArray[np.int32]
    flows: npt.NDArray[np.int64]
    margin: tuple[float, float]
    winner: tuple[int | None, int | None]
    votes: tuple[tuple[int, ...], tuple[int, ...]]
    trust_town: tuple[float, float]
    trust_campaign: tuple[float, float]
    shift: float
    untouched: int

    @property
    def flips(self) -> bool:
        """Does another side win?"""
        return self.winner[0] != self.winner[1]

    @property
    def changed_people(self) -> int:
        """Real people whose ballot differs."""
        return round(int(self.changed.size) * self.before.population.weight)

    def people(self, most: int) -> tuple[Person, ...]:
        """The persona, then those whose ballot changed, other personas first and then those whom it moved most."""
        first = [] if self.before.voter is None else [self.before.voter]
        others = [voter for voter in self.changed.tolist() if voter not in first]
        others.sort(key=lambda voter: voter >= len(self.before.scenario.feed.personas))
        chosen = np.asarray([*first, *others[: max(0, most - len(first))]], dtype=np.int32)
        told = accounts(self.before, self.after, chosen)
        return tuple(self._person(int(voter), account) for voter, account in zip(chosen, told, strict=True))

    def person(self, voter: int) -> Person:
        """One voter in both stories, changed or not."""
        return self._person(voter, accounts(self.before, self.after, np.asarray([voter], dtype=np.int32))[0])

    @cached_property
    def _chances(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Chance of voting in both stories, f32 [N]."""
        before, after = self.before, self.after
        return (
            turnout_chance(before.population, before.mind, before.ground.parameters),
            turnout_chance(after.population, after.mind, after.ground.parameters),
        )

    def _person(self, voter: int, account: Account) -> Person:
        before, after = self.before, self.after
        personas, population = before.scenario.feed.personas, before.population
        was, now = _counted(before), _counted(after)
        stance = (_steps(before.mind, voter), _steps(after.mind, voter))
        chance = (100.0 * float(self._chances[0][voter]), 100.0 * float(self._chances[1][voter]))
        causes = tuple(one for one in account if max(abs(one.stance), abs(one.turnout)) >= SMALLEST)
        return Person(
            voter=voter,
            persona=personas[voter].id if voter < len(personas) else None,
            age=int(population.age[voter]),
            district=before.scenario.town.districts[int(population.district[voter])].id,
            street=street_of(before.ground, voter),
            was=_vote(was, voter),
            now=_vote(now, voter),
            stance=stance,
            turnout=chance,
            causes=causes,
            rest=stance[1] - stance[0] - sum(one.stance for one in causes),
            rest_turnout=chance[1] - chance[0] - sum(one.turnout for one in causes),
        )


def difference(story: Story, other: Replayed) -> Difference:
    """Compare a finished story with the one that another command made of it.

    Raises:
        NotOverError: one of them has not come to the vote.
    """
    before, after = story, other.story
    was, now = _counted(before), _counted(after)
    own, weight = before.ground.own, before.population.weight
    flows = np.bincount(was.choice.astype(np.int64) * 4 + now.choice, minlength=16).reshape(4, 4)
    moved = np.abs(after.mind.x - before.mind.x)
    changed = np.flatnonzero(was.choice != now.choice)
    changed = changed[np.argsort(-moved[changed], kind="stable")]
    shift = (after.mind.x.sum(dtype=np.float64) - before.mind.x.sum(dtype=np.float64)) / before.population.n
    return Difference(
        before=before,
        after=after,
        skipped=other.skipped,
        changed=changed.astype(np.int32),
        flows=np.rint(flows * weight).astype(np.int64),
        margin=(was.margin(own), now.margin(own)),
        winner=(was.winner, now.winner),
        votes=(people(was, weight), people(now, weight)),
        trust_town=(trust_town(before.mind), trust_town(after.mind)),
        trust_campaign=(trust_campaign(before.mind, own), trust_campaign(after.mind, own)),
        shift=STEPS * float(shift),
        untouched=round(int(np.count_nonzero(same_minds(before.mind, after.mind))) * weight),
    )


def same_minds(one: Mind, other: Mind) -> npt.NDArray[np.bool_]:
    """Voters whose every trait of mind is the same bit for bit: bool [N]."""
    same = np.ones(one.x.shape, dtype=np.bool_)
    for trait in fields(Mind):
        alike = getattr(one, trait.name) == getattr(other, trait.name)
        same &= alike if alike.ndim == 1 else alike.all(axis=0)
    return same


def _counted(story: Story) -> Ballots:
    if story.ballots is None:
        raise NotOverError("a difference follows the vote")
    return story.ballots


def _steps(mind: Mind, voter: int) -> float:
    return STEPS * (1.0 + float(mind.x[voter]))


def _vote(ballots: Ballots, voter: int) -> Vote:
    names: tuple[Vote, ...] = ("against", "for", "blank", "home")
    return names[int(ballots.choice[voter])]
