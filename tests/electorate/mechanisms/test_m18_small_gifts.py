"""M18: asking for a little brings a little money and trust, a concert brings people to the vote; neither moves votes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.electorate import Contact, Parameters, Population, Streams, turnout_chance
from game.electorate.street import gifts, meet
from game.parameters import MECHANISMS

M18 = MECHANISMS["M18"]
ASKED = Contact("hat", "donations", 0, 6_000.0)
PLAYED = Contact("gig", "concert", 0, 6_000.0)


def test_small_gifts_bring_money_and_trust(population: Population, streams: Streams, steady: Parameters) -> None:
    """Asked and not asked, with the same luck: euros and trust as declared; where nobody gives there is no money."""
    start, mind = population.start(), population.start()
    who = meet(population, mind, ASKED, 1, streams, steady).who
    given = gifts(population, start, ASKED, who, 1, streams, steady)
    assert M18.effect("gifts").holds(100.0 * given.euros / ASKED.people)
    assert M18.effect("trust").holds(100.0 * float((mind.trust[0] - start.trust[0])[who].mean()))
    assert np.array_equal(mind.trust[1], start.trust[1])
    off = gifts(population, start, ASKED, who[:0], 1, streams, steady)
    assert (off.givers, off.euros) == (0, 0)


def test_a_concert_may_bring_its_guests_to_the_vote(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Turnout of the guests with and without the effect; everybody else stays as they were."""
    start, mind, off = population.start(), population.start(), population.start()
    who = meet(population, mind, PLAYED, 1, streams, steady).who
    same = meet(population, off, PLAYED, 1, streams, replace(steady, concert_turnout=0.0, concert_trust=0.0)).who
    assert np.array_equal(who, same)
    lift = turnout_chance(population, mind, steady) - turnout_chance(population, off, steady)
    assert M18.effect("concert-turnout").holds(100.0 * float(lift[who].mean()))
    assert not np.delete(lift, who).any()
    assert np.array_equal(off.T, start.T)


def test_neither_moves_what_anybody_votes(population: Population, streams: Streams, steady: Parameters) -> None:
    """Stances stay where they were, within the declared nothing."""
    for contact in (ASKED, PLAYED):
        mind = population.start()
        who = meet(population, mind, contact, 1, streams, steady).who
        moved = np.count_nonzero((mind.x > 0) != (population.x0 > 0))
        assert who.size > 0
        assert M18.effect("votes").holds(100.0 * moved / who.size)
