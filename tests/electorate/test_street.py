"""Street work reaches whom it says, and moves what studies found it to move."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Contact, NightPlan, Parameters, Population, Streams, night, turnout_chance
from game.electorate.street import meet


def test_doors_move_turnout_and_halls_move_trust(population: Population, streams: Streams, steady: Parameters) -> None:
    """A contact at the door: +0.8 points of turnout, about +1 of opinion; a hall: trust, no votes."""
    start, door, hall = population.start(), population.start(), population.start()
    who = meet(population, door, Contact("d", "doors", 0, 60_000.0), 1, streams, steady)
    gain = turnout_chance(population, door, steady)[who] - turnout_chance(population, start, steady)[who]
    assert 0.5 < 100 * float(gain.mean()) < 1.3
    assert 0.005 < float((door.x - start.x)[who].mean()) < 0.03
    came = meet(population, hall, Contact("h", "hall", 0, 2_000.0), 1, streams, steady)
    assert came.size == pytest.approx(2000 / population.weight, rel=0.2)
    assert np.array_equal(hall.x, start.x)
    assert np.array_equal(hall.h, start.h)
    assert float((hall.T - start.T)[came].mean()) > 0.003
    assert float((hall.trust[0] - start.trust[0])[came].mean()) > 0.02


def test_doors_stay_in_their_district(population: Population, streams: Streams, parameters: Parameters) -> None:
    """Who knocks in one district meets nobody of another."""
    mind = population.start()
    log = night(
        population, mind, NightPlan(street=(Contact("d", "doors", 0, 900.0, district=2),)), 1, streams, parameters
    )
    assert log.contact_voter.size > 0
    assert np.all(population.district[log.contact_voter] == 2)
    assert np.all(log.contact_action == 0)
