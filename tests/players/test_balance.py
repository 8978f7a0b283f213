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


def test_either_way_can_win_and_lose() -> None:
    """In a few runs each, on both sides, honest and dirty campaigns both win some and lose some; races are close."""
    for strategy in ("honest", "dirty"):
        ends = [*runs(strategy, "for", 10, 2000), *runs(strategy, "against", 10, 2000)]
        won = sum(one.won for one in ends)
        assert 0 < won < len(ends), strategy
        assert abs(spread([one.margin for one in ends]).median) < 5


def test_dirt_costs_the_town_its_trust() -> None:
    """With the same seeds a dirty campaign leaves less trust in each other than an honest one, nearly every time."""
    pairs = zip(runs("honest", "for", 12, 2000), runs("dirty", "for", 12, 2000), strict=True)
    poorer = sum(dirty.trust_change < honest.trust_change for honest, dirty in pairs)
    assert poorer >= 11


@pytest.mark.slow
@pytest.mark.parametrize("strategy", ["honest", "dirty", "mixed", "greedy"])
@pytest.mark.parametrize("side", ["for", "against"])
def test_win_rates_lie_between_forty_and_sixty_percent(strategy: Strategy, side: SideId) -> None:
    """Over 300 seeds at full size no strategy dominates on either side (three standard errors of tolerance)."""
    ends = runs(strategy, side, 300, 20_000)
    rate = sum(one.won for one in ends) / len(ends)
    assert 0.40 - 0.087 <= rate <= 0.60 + 0.087
