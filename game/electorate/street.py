"""People who meet: at the door, in a hall, at a school, at a concert, in answers to questions, over a small gift.

The same listening rule as for ads (``influence.listen``). Doors move turnout and a little opinion; halls and answers move
trust and accountability, not votes (a null for debates: Le Pennec and Pons 2023; trust after meetings: Minozzi et al.
2015); schools and concerts may bring people to the vote; gifts bring money.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams, exact_mean
from game.electorate.listening import listen
from game.electorate.parameters import Parameters
from game.electorate.plan import Contact, Meeting
from game.electorate.population import SIGN, Floats, Mind, Population

Voters = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Evening:
    """One meeting of one night: the town, the minds that it changes in place, what was arranged, and the luck."""

    population: Population
    mind: Mind
    contact: Contact
    night: int
    streams: Streams
    p: Parameters


class Met(NamedTuple):
    """Whom a meeting reached, i32 [K], ascending, and what it moved in their stance and in their chance of voting, f32 [K]."""

    who: Voters
    stance: Floats
    turnout: Floats


def meet(population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters) -> Met:
    """Carry out one piece of street work on ``mind`` and return whom it reached and what it moved."""
    evening = Evening(population, mind, contact, night, streams, p)
    who = _come(evening, KEEN[contact.kind](evening), p.door_rate if contact.kind == "doors" else 1.0)
    stance, turnout = mind.x[who], mind.h[who]
    MEETINGS[contact.kind](evening, who)
    return Met(who, mind.x[who] - stance, mind.h[who] - turnout)


def doors(evening: Evening, who: Voters) -> None:
    """Knock at doors: a talk moves turnout, a little opinion and a little trust."""
    mind, p, side = evening.mind, evening.p, evening.contact.side
    pull = listen(np.float32(SIGN[side] * p.ad_stance) - mind.x[who], p.listening)
    pull *= np.float32(p.door_gain)
    pull *= np.float32(1.0) - mind.c[who]
    mind.x[who] += pull
    _mobilise(evening, who, p.door_turnout)
    _trust(evening, who, p.door_trust)


def hall(evening: Evening, who: Voters) -> None:
    """Open the town hall: trust grows, no vote moves."""
    _trust(evening, who, evening.p.hall_trust)


def school(evening: Evening, who: Voters) -> None:
    """Visit a school class: trust, and perhaps a first vote."""
    _trust(evening, who, evening.p.school_trust)
    _mobilise(evening, who, evening.p.school_turnout)


def concert(evening: Evening, who: Voters) -> None:
    """Play a concert: trust, perhaps a vote, and coins in the hat (see ``gifts``)."""
    _trust(evening, who, evening.p.concert_trust)
    _mobilise(evening, who, evening.p.concert_turnout)


def answers(evening: Evening, who: Voters) -> None:
    """Answer questions online: whoever reads it trusts a little more."""
    _trust(evening, who, evening.p.answer_trust)


def donations(evening: Evening, who: Voters) -> None:
    """Ask for small gifts online: being asked for a little builds a little trust; what comes in is ``gifts``."""
    _trust(evening, who, evening.p.donation_trust)


MEETINGS: Mapping[Meeting, Callable[[Evening, Voters], None]] = MappingProxyType(
    {"doors": doors, "hall": hall, "school": school, "concert": concert, "answers": answers, "donations": donations}
)
"""What each kind of meeting does to those who are met."""


def _on_the_phone(evening: Evening) -> Floats:
    return evening.population.use


def _young(evening: Evening, older: float) -> Floats:
    return np.where(evening.population.band == 0, np.float32(1.0), np.float32(older))


KEEN: Mapping[Meeting, Callable[[Evening], Floats]] = MappingProxyType(
    {
        "doors": lambda evening: np.ones(evening.population.n, np.float32),
        "hall": lambda evening: evening.mind.c + np.float32(evening.p.hall_unsure),
        "school": lambda evening: _young(evening, 0.0),
        "concert": lambda evening: _young(evening, evening.p.concert_older),
        "answers": _on_the_phone,
        "donations": _on_the_phone,
    }
)
"""How likely each voter is to be met, compared with the others, [N]: anybody at the door, the sure in the hall, only the
young at school and mostly they at a concert, online whoever is much on the phone."""


@dataclass(frozen=True)
class Gifts:
    """What one evening brought in: people who gave, and whole euros."""

    givers: int = 0
    euros: int = 0


def gifts(
    population: Population, mind: Mind, contact: Contact, who: Voters, night: int, streams: Streams, p: Parameters
) -> Gifts:
    """Return what those who were met gave, ``mind`` being everybody's before the meeting; nothing changes.

    At a concert everybody leaves a coin. Of those who are asked for a gift, only supporters give, likelier the more they
    trust the campaign: ``chance = share * 2 * trust``. An evening brings in ``gift_limit`` at most.
    """
    if contact.kind == "concert":
        givers = round(int(who.size) * population.weight) if p.concert_gift > 0.0 else 0
        each = p.concert_gift
    elif contact.kind == "donations":
        keen = mind.trust[contact.side, who] * np.float32(2.0 * p.donation_share * LANE_LEVELS)
        keen *= mind.x[who] * np.float32(SIGN[contact.side]) > 0
        lanes = streams.lanes("gifts", night, contact.id, n=population.n)[who]
        givers = round(int(np.count_nonzero(lanes < keen)) * population.weight)
        each = p.donation_gift
    else:
        return Gifts()
    return Gifts(givers, int(min(givers * each, p.gift_limit)))


def _come(evening: Evening, keen: Floats, rate: float = 1.0) -> Voters:
    """Return who answers the door, comes, or reads: a lane per voter against the chance of being there.

    ``keen`` [N] is how likely each is compared with the others, ``rate`` the share of ``people`` who are met at all. Never
    more come than there are.
    """
    population, contact = evening.population, evening.contact
    wanted = max(0.0, contact.people) / population.weight * rate
    if contact.district is not None:
        keen = keen * (population.district == contact.district)
    total = exact_mean(keen) * population.n
    if total <= 0.0 or wanted <= 0.0:
        return np.zeros(0, dtype=np.int32)
    lanes = evening.streams.lanes("street", evening.night, contact.id, n=population.n)
    return np.flatnonzero(lanes < keen * np.float32(wanted / total * LANE_LEVELS)).astype(np.int32)


def _mobilise(evening: Evening, who: Voters, lift: float) -> None:
    """Make a vote likelier: most for those who are in two minds about going, by ``4 * lift * p0 * (1 - p0)``."""
    base = evening.population.p0[who]
    evening.mind.h[who] += np.float32(4.0 * lift) * base * (np.float32(1.0) - base)


def _trust(evening: Evening, who: Voters, lift: float) -> None:
    """Lift trust in the campaign that came and, in part, trust in the town."""
    mind = evening.mind
    mind.T[who] += np.float32(evening.p.town_part * lift) * (np.float32(1.0) - mind.T[who])
    mind.trust[evening.contact.side, who] += np.float32(lift)
