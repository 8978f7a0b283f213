"""The race is open: neither honesty nor dirt wins by itself, and what differs is what is left of the town."""

from __future__ import annotations

import pytest

from game.players.play import Strategy
from game.players.sweep import Run, spread, sweep
from game.scenario import library
from game.scenario.model import SideId
from game.session.setup import usual


def runs(strategy: Strategy, side: SideId, count: int, voters: int) -> list[Run]:
    """The ends of ``count`` runs of the shipped scenario."""
    loaded = library.find("tram-vote")
    assert loaded is not None
    assert loaded.scenario is not None
    return list(
        sweep(loaded.scenario, usual(loaded.scenario, side=side, voters=voters), strategy, range(500, 500 + count))
    )


@pytest.mark.gate
def test_either_way_can_win_and_lose() -> None:
    """In a few runs each, on both sides, honest and dirty campaigns both win some and lose some; races are close."""
    for strategy in ("honest", "dirty"):
        ends = [*runs(strategy, "for", 8, 1200), *runs(strategy, "against", 8, 1200)]
        won = sum(one.won for one in ends)
        assert 0 < won < len(ends), strategy
        assert abs(spread([one.margin for one in ends]).median) < 5


@pytest.mark.gate
def test_dirt_costs_the_town_its_trust() -> None:
    """With the same seeds a dirty campaign leaves less trust in each other than an honest one, nearly every time."""
    pairs = zip(runs("honest", "for", 8, 1200), runs("dirty", "for", 8, 1200), strict=True)
    poorer = sum(dirty.trust_change < honest.trust_change for honest, dirty in pairs)
    assert poorer >= 7


@pytest.mark.slow
def test_win_rates_lie_between_forty_and_sixty_percent() -> None:
    """Over 1,000 seeds no strategy dominates on either side, and on average they are even (2.6 standard errors)."""
    rates: dict[tuple[Strategy, SideId], float] = {}
    for strategy in ("honest", "dirty", "mixed", "greedy"):
        for side in ("for", "against"):
            ends = runs(strategy, side, 1000, 4000)
            rates[strategy, side] = sum(one.won for one in ends) / len(ends)
    error = (0.25 / 1000) ** 0.5
    assert {key: rate for key, rate in rates.items() if not 0.40 - 2.6 * error <= rate <= 0.60 + 2.6 * error} == {}
    mean = sum(rates.values()) / len(rates)
    assert 0.45 <= mean <= 0.55
