"""Campaigns to compare: the same town and the same luck, with and without something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from game.campaign.commands import BuySource, ComposeMessage, Criterion, EndDay, PlanAction, SaveSegment, SendMessage
from game.campaign.ground import Ground
from game.electorate.ballot import HOME, ballot
from game.electorate.chance import exact_mean
from game.electorate.day import night
from game.electorate.plan import NightPlan
from game.electorate.population import SIGN, Mind
from game.players.play import Strategy, play
from game.scenario import library
from game.scenario.model import HeadlineStyle, Scenario, SideId, Tone
from game.session.codec import Command
from game.session.session import Session
from game.session.setup import usual

VOTERS = 2000
Day = Callable[[int], Sequence[Command]]
"""What is done on a day, by its number; what the rules refuse is left out."""


@dataclass(frozen=True)
class End:
    """How a town votes after a campaign.

    ``share`` of the player's side in points of the valid votes; ``turnout`` (own, other) of those who leaned to each side
    at the start, in points; ``trust`` (own, other) in each other and the vote among the same people, 0 to 100;
    ``perceived`` mean perceived majority towards the player's side, -100 to 100.
    """

    share: float
    turnout: tuple[float, float]
    trust: tuple[float, float]
    perceived: float


@cache
def clairport() -> Scenario:
    """The shipped scenario."""
    loaded = library.find("tram-vote")
    assert loaded is not None
    assert loaded.scenario is not None
    return loaded.scenario


def ends(day: Day, seeds: Sequence[int], side: SideId = "for") -> list[End]:
    """The end of this campaign for each seed, the rival playing its own plan, every constant drawn anew."""
    return [end(day, seed, side) for seed in seeds]


def end(day: Day, seed: int, side: SideId = "for") -> End:
    """Play act I with what ``day`` says and count the vote."""
    session = Session(clairport(), usual(clairport(), side=side, seed=seed, voters=VOTERS))
    while session.phase == "campaign":
        for command in day(session.campaign.day):
            session.submit(command)
        session.submit(EndDay())
    return counted(session.ground, session.campaign.mind)


def counted(ground: Ground, mind: Mind) -> End:
    """How the town votes as it is."""
    result = ballot(ground.population, mind, ground.streams, ground.parameters)
    sign = np.float32(SIGN[ground.own])
    sides = (ground.population.x0 * sign > 0, ground.population.x0 * sign < 0)
    came = (result.choice != HOME).astype(np.float32)
    return End(
        share=100 * result.share(ground.own),
        turnout=(100 * exact_mean(came[sides[0]]), 100 * exact_mean(came[sides[1]])),
        trust=(100 * exact_mean(mind.T[sides[0]]), 100 * exact_mean(mind.T[sides[1]])),
        perceived=100 * exact_mean(mind.m * sign),
    )


def nothing(_day: int) -> Sequence[Command]:
    """No campaign at all."""
    return ()


def message(claim: str, tone: Tone, headline: HeadlineStyle, *, signed: bool) -> tuple[Command, ...]:
    """Write a message and send it."""
    return (ComposeMessage("a", claim, tone, headline, signed), SendMessage("a"))


def advertise(*criteria: Criterion, file: str | None = None) -> Day:
    """True, signed, plain ads to one audience every third day; ``file`` is bought first."""

    def day(number: int) -> Sequence[Command]:
        bought: tuple[Command, ...] = (BuySource(file),) if file is not None and number == 1 else ()
        return (
            *bought,
            *message("timetable", "hope", "plain", signed=True),
            SaveSegment(criteria),
            PlanAction("ads"),
        )

    return day


def played(strategy: Strategy, seed: int, side: SideId = "for") -> End:
    """The end of act I as a bot plays it, events answered in its own way."""
    session = Session(clairport(), usual(clairport(), side=side, seed=seed, voters=VOTERS))
    play(session, strategy, campaign_only=True)
    return counted(session.ground, session.campaign.mind)


def push(day: Day, seed: int) -> float:
    """How far one of the campaign's own impressions moves a stance towards its side, on average; 0 without any."""
    session = Session(clairport(), usual(clairport(), seed=seed, voters=VOTERS))
    while session.phase == "campaign":
        for command in day(session.campaign.day):
            session.submit(command)
        session.submit(EndDay())
    moved: list[float] = []
    for record in session.campaign.nights:
        own = np.asarray([ad.side == session.ground.own for ad in record.delivery.ads], dtype=np.bool_)
        moved += record.log.effects[own[record.delivery.ad]].tolist()
    return sum(moved) / len(moved) if moved else 0.0


def nights_again(seed: int, change: Callable[[NightPlan], NightPlan]) -> tuple[End, End]:
    """The end of a town with only the rival's campaign, and with every night changed: no scandal or poll in between."""
    session = Session(clairport(), usual(clairport(), seed=seed, voters=VOTERS))
    while session.phase == "campaign":
        session.submit(EndDay())
    found: list[End] = []
    for again in (False, True):
        mind = session.ground.start.copy()
        for record in session.campaign.nights:
            plan = change(record.plan) if again else record.plan
            night(session.ground.population, mind, plan, record.day, session.ground.streams, session.ground.parameters)
        found.append(counted(session.ground, mind))
    return found[0], found[1]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
