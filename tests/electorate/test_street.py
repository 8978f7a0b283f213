"""Street work reaches whom it says, and moves what studies found it to move."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from game.electorate import PARAMETERS, Contact, NightPlan, Parameters, Population, Streams, night, turnout_chance
from game.electorate.parameters import fixed
from game.electorate.plan import Meeting
from game.electorate.street import MEETINGS, gifts, meet
from game.parameters.street import StreetParameters

KINDS: tuple[Meeting, ...] = get_args(Meeting)


def test_doors_move_turnout_and_halls_move_trust(population: Population, streams: Streams, steady: Parameters) -> None:
    """A contact at the door: +0.8 points of turnout, about +1 of opinion; a hall: trust, no votes."""
    start, door, hall = population.start(), population.start(), population.start()
    who = meet(population, door, Contact("d", "doors", 0, 60_000.0), 1, streams, steady).who
    gain = turnout_chance(population, door, steady)[who] - turnout_chance(population, start, steady)[who]
    assert 0.5 < 100 * float(gain.mean()) < 1.3
    assert 0.005 < float((door.x - start.x)[who].mean()) < 0.03
    came = meet(population, hall, Contact("h", "hall", 0, 2_000.0), 1, streams, steady).who
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


def test_school_is_for_the_young_and_concerts_are_mostly(population: Population, streams: Streams) -> None:
    """Nobody over 30 visits the council with a class; few of them come to the concert, none where that share is nought."""
    for older, p in ((True, Parameters()), (False, fixed({"concert_older": 0.0}))):
        pupils = meet(population, population.start(), Contact("s", "school", 0, 900.0), 1, streams, p).who
        guests = meet(population, population.start(), Contact("c", "concert", 0, 900.0), 1, streams, p).who
        assert pupils.size > 0
        assert np.all(population.band[pupils] == 0)
        assert bool((population.band[guests] > 0).any()) == older


def test_gifts_come_from_supporters_and_are_bounded(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Only a few supporters give, more where more give or give more, never more than an evening may bring."""
    mind, asked = population.start(), Contact("g", "donations", 0, 20_000.0)
    who = meet(population, population.start(), asked, 1, streams, steady).who
    central = gifts(population, mind, asked, who, 1, streams, steady)
    assert 0 < central.givers < 0.05 * 20_000
    assert 0 < central.euros <= steady.gift_limit
    assert central == gifts(population, mind, asked, who, 1, streams, steady)
    keen = gifts(population, mind, asked, who, 1, streams, replace(steady, donation_share=0.05))
    assert keen.givers > central.givers
    assert gifts(population, mind, asked, who, 1, streams, replace(steady, gift_limit=500.0)).euros == 500
    others = who[mind.x[who] <= 0]
    assert gifts(population, mind, asked, others, 1, streams, steady).euros == 0
    doors = gifts(population, mind, Contact("d", "doors", 0, 900.0), who, 1, streams, steady)
    assert (doors.givers, doors.euros) == (0, 0)


def test_who_lost_trust_in_a_campaign_gives_it_less(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Half the trust, fewer gifts, with the same luck."""
    asked, mind = Contact("g", "donations", 0, 20_000.0), population.start()
    who = meet(population, population.start(), asked, 1, streams, steady).who
    before = gifts(population, mind, asked, who, 1, streams, steady)
    mind.trust[0] *= np.float32(0.5)
    assert 0 < gifts(population, mind, asked, who, 1, streams, steady).givers < before.givers


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("people", [-5.0, 0.0, 1.0, 1e6])
@pytest.mark.parametrize("end", ["low", "high"])
def test_no_meeting_breaks_at_the_ends_of_its_ranges(
    population: Population, streams: Streams, kind: Meeting, people: float, end: str
) -> None:
    """Nobody asked, far more asked than live here, every constant of the street at its end: nobody is met twice, no NaN."""
    p = fixed({name: getattr(PARAMETERS[name], end) for name in StreetParameters.__dataclass_fields__})
    mind = population.start()
    contact = Contact("x", kind, 1, people)
    who = meet(population, mind, contact, 1, streams, p).who
    assert np.unique(who).size == who.size <= population.n
    assert (who.size == 0) or people > 0
    assert all(np.isfinite(values).all() for values in (mind.x, mind.h, mind.T, mind.trust))
    given = gifts(population, mind, contact, who, 1, streams, p)
    assert 0 <= given.euros <= p.gift_limit


def test_a_district_where_nobody_lives_is_met_by_nobody(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """No door, no seat, no guest, for every kind of meeting."""
    for kind in MEETINGS:
        mind = population.start()
        assert meet(population, mind, Contact("x", kind, 0, 500.0, district=99), 1, streams, parameters).who.size == 0
        assert np.array_equal(mind.T, population.T0)
