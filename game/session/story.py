"""A run told in full, truth included: what the debrief reads. Nothing here is shown during play."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import Guess, file_of, guess, holding, members, usable
from game.campaign.state import Booking, Night, State
from game.electorate.ballot import Ballots
from game.electorate.data.holding import Holding
from game.electorate.population import Mind, Population
from game.feed.commands import BallotChoice
from game.feed.state import EveningRecord, FeedState
from game.scenario.model import Scenario
from game.session.codec import Command
from game.session.setup import Setup


@dataclass(frozen=True)
class Entry:
    """One accepted command: in which act, on which day (or evening), and at which post of the feed it was given."""

    act: Literal["campaign", "feed"]
    day: int
    command: Command
    at: int = 0


@dataclass(frozen=True, eq=False)
class Story:
    """A whole run. ``before[i]`` is the campaign's state before the i-th command of act I (states share their arrays)."""

    scenario: Scenario
    setup: Setup
    entries: tuple[Entry, ...]
    before: tuple[State, ...] = field(repr=False)
    campaign: State = field(repr=False)
    feed: FeedState | None = field(repr=False)

    @property
    def ground(self) -> Ground:
        """Town, luck and constants."""
        return self.campaign.ground

    @property
    def population(self) -> Population:
        """Who lives in the town."""
        return self.ground.population

    @property
    def nights(self) -> tuple[Night, ...]:
        """The nights of act I: plan, bookings, minds before and after, delivery, log. The last few were provisional."""
        return self.campaign.nights

    @property
    def evenings(self) -> tuple[EveningRecord, ...]:
        """The nights of act II as they were lived; these are the ones that count."""
        return () if self.feed is None else self.feed.evenings

    @property
    def voter(self) -> int | None:
        """Index of the persona in the electorate."""
        return self.feed.voter if self.feed is not None and self.feed.persona is not None else None

    @property
    def mind(self) -> Mind:
        """Everybody's mind at the end so far."""
        return self.campaign.mind if self.feed is None or not self.feed.evenings else self.feed.mind

    @property
    def start(self) -> Mind:
        """Everybody's mind on the first morning."""
        return self.ground.start

    @property
    def ballots(self) -> Ballots | None:
        """The count; None before the vote."""
        return None if self.feed is None else self.feed.ballots

    @property
    def choice(self) -> BallotChoice | None:
        """What the player did with the ballot."""
        return None if self.feed is None else self.feed.ballot

    def booking(self, ad: str) -> Booking:
        """What was booked, by either side, by ad id: audience, files, message, day.

        Raises:
            KeyError: no such ad ran.
        """
        for night in reversed(self.nights):
            for booking in night.bookings:
                if booking.id == ad:
                    return booking
        raise KeyError(ad)

    def file(self, source: str) -> Holding:
        """What one data source says of everybody, owned or not."""
        return file_of(self.ground, self.ground.sources[source])

    def held(self, files: tuple[str, ...]) -> Holding:
        """Several files merged on each person."""
        return holding(self.ground, files)

    def usable(self, files: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``files`` that the law in force lets a campaign use."""
        return usable(self.ground, files)

    def guess(self, files: tuple[str, ...], criterion: Criterion) -> Guess:
        """The profiler's scorecard for a guessed criterion with these files, and its verdict on everybody."""
        return guess(self.ground, files, criterion)

    def segment(self, files: tuple[str, ...], criteria: tuple[Criterion, ...]) -> npt.NDArray[np.bool_]:
        """Who fits an audience sentence as the campaign believes: bool [N]."""
        return members(self.ground, files, criteria)

    def impressions(self) -> tuple[tuple[int, str], ...]:
        """Every impression that the persona's feed could show: (night, impression id), in order."""
        voter = self.voter
        if voter is None:
            return ()
        return tuple(
            (record.night, record.delivery.id(int(row)))
            for record in self.evenings
            for row in record.delivery.of(voter)
        )
