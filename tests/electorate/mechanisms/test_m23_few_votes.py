"""M23: a race of 49.9 to 50.1 is turned by almost anything, one of 45 to 55 by nothing that a campaign can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.electorate import (
    Contact,
    Mind,
    NightPlan,
    Parameters,
    Population,
    Streams,
    ballot,
    found,
    margins,
    night,
    redrawn,
    scandal,
)
from game.electorate.ballot import FOR_VOTE, HOME, chances
from game.parameters import MECHANISMS
from tests.electorate.sample_town import make_ad, make_town

M23 = MECHANISMS["M23"]
STREAMS = Streams(11)
STEADY = Parameters(ad_spread=0.0, town_mood=0.0)
NIGHTS = 5
Lever = Callable[[Population, int], NightPlan]


def _ads(**changes: object) -> Lever:
    return lambda town, k: NightPlan(ads=(make_ad(town, f"a{k}", 0, **{"budget": 1200.0, **changes}),))


def _calls(town: Population, k: int) -> NightPlan:
    return NightPlan(ads=(make_ad(town, f"a{k}", 0, budget=1200.0, kind="mobilise", members=town.x0 > 0),))


def _stay_home(town: Population, k: int) -> NightPlan:
    ad = make_ad(town, f"a{k}", 0, budget=1200.0, kind="demobilise", signed=False, members=town.x0 < 0)
    return NightPlan(ads=(ad,))


LEVERS: dict[str, Lever] = {
    "ads": _ads(),
    "influencer": _ads(channel="influencer", people=3000.0, budget=0.0),
    "doors": lambda _town, k: NightPlan(street=(Contact(f"d{k}", "doors", 0, 1500.0),)),
    "calls to vote": _calls,
    "calls to stay at home": _stay_home,
    "a scandal of the others": lambda _town, k: NightPlan(shocks=(scandal(1, STEADY),) if k == 3 else ()),
}
"""What a whole campaign can do with most of its money, or what can happen to the other one."""


def last_evening(town: Population, lever: Lever) -> Mind:
    """Return everybody's mind after five nights."""
    mind = town.start()
    for k in range(1, NIGHTS + 1):
        night(town, mind, lever(town, k), k, STREAMS, STEADY)
    return mind


def share(town: Population, lever: Lever) -> float:
    """Return the expected share of the valid votes, in points."""
    up, down, _, _ = chances(town, last_evening(town, lever), STEADY)
    return 100.0 * float(up.sum()) / float(up.sum() + down.sum())


def quiet(_town: Population, _night: int) -> NightPlan:
    """Nobody does anything."""
    return NightPlan()


@cache
def race(goal: float) -> Population:
    """Return a town that ends at ``goal`` points of the votes if nobody does anything: stances are shifted until it does."""
    base = found(make_town(), (), 3000, STREAMS, STEADY)
    low, high, town = -0.5, 0.5, base
    for _ in range(12):
        middle = (low + high) / 2.0
        town = replace(base, x0=np.clip(base.x0 + np.float32(middle), -1.0, 1.0))
        low, high = (middle, high) if share(town, quiet) < goal else (low, middle)
    return town


@pytest.mark.parametrize(("goal", "effect"), [(49.9, "close-flips"), (45.0, "clear-flips")])
def test_close_races_are_flipped_and_clear_ones_are_not(goal: float, effect: str) -> None:
    """Each lever alone, with the same luck, in a race that is lost by a hair and in one that is lost."""
    town = race(goal)
    assert share(town, quiet) == pytest.approx(goal, abs=0.08)
    flipped = sum(share(town, lever) > 50.0 for lever in LEVERS.values())
    assert M23.effect(effect).holds(100.0 * flipped / len(LEVERS))


@pytest.mark.parametrize(("goal", "effect"), [(49.9, "close-stands"), (45.0, "clear-stands")])
def test_a_close_result_hangs_on_the_luck_of_the_booth(goal: float, effect: str) -> None:
    """Held again with other luck and the same minds, a close vote may end either way and a clear one does not."""
    town = race(goal)
    mind = last_evening(town, quiet)
    leads = redrawn(town, mind, STREAMS, STEADY)
    expected = float(np.mean(leads < 0))
    assert M23.effect(effect).holds(100.0 * expected)
    held = margins(town, mind, ballot(town, mind, STREAMS, STEADY), STREAMS, STEADY)
    assert 0.0 <= held.stands <= 1.0
    if goal < 49.0:
        assert held.stands == expected


def test_the_redraws_are_the_vote_held_again(population: Population, streams: Streams, parameters: Parameters) -> None:
    """Their mean is the expected lead, their spread about what the vote itself has, and they repeat."""
    mind = population.start()
    leads = redrawn(population, mind, streams, parameters)
    up, down, blank, home = chances(population, mind, parameters)
    assert np.allclose(up + down + blank + home, 1.0)
    votes = [ballot(population, mind, Streams(seed), parameters).counts for seed in range(40)]
    real = np.asarray([int(count[1] - count[0]) for count in votes])
    assert abs(float(leads.mean()) - float(up.sum() - down.sum())) < 4.0 * float(leads.std()) / np.sqrt(leads.size)
    assert abs(float(real.mean()) - float(leads.mean())) < 4.0 * float(real.std()) / np.sqrt(real.size)
    assert 0.6 < float(leads.std() / real.std()) < 1.6
    assert np.array_equal(leads, redrawn(population, mind, streams, parameters))


def test_the_votes_that_decided_are_those_that_would_have_turned_it(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """One voter fewer than said changes nothing; as many as said, or so many from home, make another result."""
    mind = population.start()
    held = ballot(population, mind, streams, parameters)
    close = margins(population, mind, held, streams, parameters)
    own = np.flatnonzero(held.choice == (FOR_VOTE if held.winner == 0 else 0))
    other = 0 if held.winner == 0 else FOR_VOTE
    for count, turned in ((close.changed - 1, False), (close.changed, True)):
        forced = dict.fromkeys(own[:count].tolist(), other)
        again = ballot(population, mind, streams, parameters, forced)
        assert (again.winner != held.winner) is turned
    at_home = np.flatnonzero(held.choice == HOME)
    if at_home.size >= close.newcomers:
        forced = dict.fromkeys(at_home[: close.newcomers].tolist(), other)
        assert ballot(population, mind, streams, parameters, forced).winner != held.winner
    assert close.share == pytest.approx(close.changed / int(held.counts[:2].sum()))


def test_a_single_voter_decides_alone(streams: Streams, parameters: Parameters) -> None:
    """A town of one: whoever comes decides; a forced ballot stands in every redraw."""
    alone = found(make_town(districts=1), (), 1, streams, parameters)
    mind = alone.start()
    for choice, lead in ((FOR_VOTE, 1), (0, -1), (HOME, 0)):
        held = ballot(alone, mind, streams, parameters, {0: choice})
        close = margins(alone, mind, held, streams, parameters, {0: choice})
        assert (close.lead, close.changed, close.stands) == (abs(lead), 1, 1.0)
        assert set(redrawn(alone, mind, streams, parameters, forced={0: choice}).tolist()) == {lead}
