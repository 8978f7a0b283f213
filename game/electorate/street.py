"""People who meet: at the door, in a hall, at a school, at a concert, in answers to questions.

The same listening rule as for ads (``influence.listen``). Doors move turnout and a little opinion; halls and answers move
trust and accountability, not votes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams, exact_mean
from game.electorate.influence import AD_STANCE, listen
from game.electorate.parameters import Parameters
from game.electorate.plan import Contact
from game.electorate.population import SIGN, Mind, Population


def meet(
    population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters
) -> npt.NDArray[np.int32]:
    """Carry out one piece of street work on ``mind`` and return whom it reached, i32, ascending.

    Doors move turnout and a little opinion; hall, school and answers move trust and accountability, not votes.
    """
    who = _met(population, mind, contact, night, streams, p)
    if contact.kind == "doors":
        _at_the_door(population, mind, contact, who, p)
        return who
    lift, turnout = {
        "hall": (p.hall_trust, 0.0),
        "school": (p.school_trust, p.school_turnout),
        "concert": (p.concert_trust, p.concert_turnout),
        "answers": (p.answer_trust, 0.0),
    }[contact.kind]
    _trust(mind, contact.side, who, lift)
    if turnout:
        base = population.p0[who]
        mind.h[who] += np.float32(4.0 * turnout) * base * (np.float32(1.0) - base)
    return who


def _met(
    population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters
) -> npt.NDArray[np.int32]:
    """Return who answers the door, comes, or reads the answer: a lane per voter against the chance of being there."""
    wanted = max(0.0, contact.people) / population.weight
    here = np.ones(population.n, np.float32)
    if contact.district is not None:
        here *= population.district == contact.district
    if contact.kind == "doors":
        wanted *= p.door_rate
    elif contact.kind == "hall":
        here *= mind.c + np.float32(0.3)
    elif contact.kind in ("school", "concert"):
        here *= np.where(population.band == 0, np.float32(1.0), np.float32(0.0 if contact.kind == "school" else 0.25))
    else:
        here *= population.use
    total = exact_mean(here) * population.n
    if total <= 0.0 or wanted <= 0.0:
        return np.zeros(0, dtype=np.int32)
    lanes = streams.lanes("street", night, contact.id, n=population.n)
    return np.flatnonzero(lanes < here * np.float32(wanted / total * LANE_LEVELS)).astype(np.int32)


def _at_the_door(
    population: Population, mind: Mind, contact: Contact, who: npt.NDArray[np.int32], p: Parameters
) -> None:
    sign = np.float32(SIGN[contact.side])
    pull = listen(sign * np.float32(AD_STANCE) - mind.x[who], p.listening)
    pull *= np.float32(p.door_gain)
    pull *= np.float32(1.0) - mind.c[who]
    mind.x[who] += pull
    base = population.p0[who]
    mind.h[who] += np.float32(4.0 * p.door_turnout) * base * (np.float32(1.0) - base)
    _trust(mind, contact.side, who, p.door_trust)


def _trust(mind: Mind, side: int, who: npt.NDArray[np.int32], lift: float) -> None:
    """Lift trust in the town and in one campaign; half as much in the town as in those who came."""
    mind.T[who] += np.float32(0.5 * lift) * (np.float32(1.0) - mind.T[who])
    mind.trust[side, who] += np.float32(lift)
