"""M4: who plays a quiz brings friends along who never played."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.electorate import Parameters, Population, Streams, drawn
from game.electorate.data.quiz import circle
from game.parameters import MECHANISMS

M4 = MECHANISMS["M4"]


def test_most_people_in_the_file_never_played(population: Population) -> None:
    """Whatever a run draws, three quarters of the file at least are friends."""
    for seed in range(20):
        streams = Streams(seed)
        made = circle(population, 0.2, streams, "quiz", drawn(streams))
        assert M4.effect("never-played").holds(100.0 * made.never_played)


def test_without_friends_the_file_holds_its_players(population: Population, streams: Streams) -> None:
    """The same quiz, friends off: only players are in it, and it takes many more of them to fill it."""
    p = Parameters()
    on = circle(population, 0.2, streams, "quiz", p)
    off = circle(population, 0.2, streams, "quiz", replace(p, quiz_friends=0.0))
    assert np.array_equal(off.inside, off.played)
    assert off.never_played == 0.0
    brought = int(on.inside.sum()) / int(on.played.sum())
    assert M4.effect("brought").holds(brought)
    assert int(off.played.sum()) / int(on.played.sum()) == pytest.approx(brought, rel=0.02)
    assert not np.any(on.played & ~off.played)


def test_everybody_in_the_file_played_or_is_a_friend_of_a_player(population: Population, streams: Streams) -> None:
    """Nobody gets in by any other way."""
    made = circle(population, 0.3, streams, "quiz", Parameters())
    friends = np.zeros(population.n, dtype=np.bool_)
    friends[population.ties[:, made.played].ravel()] = True
    assert not np.any(made.inside & ~made.played & ~friends)


@pytest.mark.parametrize("coverage", [0.0, 0.001, 0.22, 1.0])
def test_the_file_is_as_large_as_the_author_says(population: Population, streams: Streams, coverage: float) -> None:
    """Coverage is met; the last player's friends may carry it a little above."""
    size = int(circle(population, coverage, streams, "quiz", Parameters()).inside.sum())
    assert 0 <= size - round(coverage * population.n) <= 12
