"""M19: doors move turnout and a little opinion, halls and schools trust; per contact more than ads, per euro far fewer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.electorate import Contact, Mind, NightPlan, Parameters, Population, Streams, deliver, turnout_chance
from game.electorate.ballot import chances
from game.electorate.influence import exposure
from game.electorate.plan import Meeting
from game.electorate.street import meet
from game.parameters import MECHANISMS
from tests.electorate.sample_town import make_ad

M19 = MECHANISMS["M19"]
DOOR_EUROS = 250.0 / 180.0
"""What one door costs in the scenario that comes with the game."""


def after(
    population: Population, streams: Streams, p: Parameters, kind: Meeting, people: float
) -> tuple[Mind, np.ndarray]:
    """Return everybody's mind after one meeting, and who came."""
    mind = population.start()
    return mind, meet(population, mind, Contact("m", kind, 0, people), 1, streams, p).who


def votes(population: Population, mind: Mind, p: Parameters) -> np.ndarray:
    """Return everybody's chance of voting for rather than against, in points."""
    up, down, _, _ = chances(population, mind, p)
    share: np.ndarray = 100.0 * up / (up + down)
    return share


def test_a_talk_at_the_door_moves_turnout_and_a_little_opinion(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """With and without what doors do, with the same luck; who did not open the door is as before."""
    off = replace(steady, door_turnout=0.0, door_gain=0.0, door_trust=0.0)
    mind, who = after(population, streams, steady, "doors", 30_000.0)
    quiet, same = after(population, streams, off, "doors", 30_000.0)
    assert np.array_equal(who, same)
    lift = 100.0 * (turnout_chance(population, mind, steady) - turnout_chance(population, quiet, steady))
    assert M19.effect("door-turnout").holds(float(lift[who].mean()))
    swing = votes(population, mind, steady) - votes(population, quiet, steady)
    assert M19.effect("door-votes").holds(float(swing[who].mean()))
    assert not np.delete(swing, who).any()


def test_halls_move_trust_and_no_votes(population: Population, streams: Streams, steady: Parameters) -> None:
    """An open debate is no vote machine: trust grows among those who came, their vote does not move."""
    mind, who = after(population, streams, steady, "hall", 6_000.0)
    start = population.start()
    assert M19.effect("hall-trust").holds(100.0 * float((mind.trust[0] - start.trust[0])[who].mean()))
    assert float((mind.T - start.T)[who].mean()) > 0.0
    swing = votes(population, mind, steady) - votes(population, start, steady)
    assert M19.effect("hall-votes").holds(float(swing[who].mean()))


def test_a_school_visit_may_bring_first_votes(population: Population, streams: Streams, steady: Parameters) -> None:
    """Turnout of those who came with their class, with and without the visit."""
    mind, who = after(population, streams, steady, "school", 3_000.0)
    lift = turnout_chance(population, mind, steady) - turnout_chance(population, population.start(), steady)
    assert M19.effect("school-turnout").holds(100.0 * float(lift[who].mean()))


@pytest.mark.parametrize("kind", ["persuade", "mobilise"])
def test_doors_beat_ads_per_contact_and_lose_per_euro(
    population: Population, streams: Streams, steady: Parameters, kind: str
) -> None:
    """More turnout by a talk than by an ad, even one that calls to vote; many more people per euro by the ad."""
    mind, met = after(population, streams, steady, "doors", 30_000.0)
    talk = 100.0 * float((mind.h[met]).mean())
    ad = make_ad(population, "a", kind=kind, budget=1200.0)
    n = population.n
    none = np.zeros(n, np.float32)
    everybody, first = np.arange(n, dtype=np.int32), np.zeros(n, np.int16)
    seen = exposure(population, population.start(), (ad,), first, everybody, none, none + 1, streams, steady)
    assert M19.effect("door-against-ad").holds(talk - 100.0 * float(seen.dh.mean()))
    sold = deliver(population, population.start(), NightPlan(ads=(ad,)), 1, streams, steady)
    by_ad = np.unique(sold.voter).size * population.weight / float(sold.spent[0])
    by_door = steady.door_rate / DOOR_EUROS
    assert M19.effect("ad-against-door").holds(by_ad / by_door)
