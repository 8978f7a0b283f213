"""What moved a voter in one story and not in the other: impressions, people met, scandals, one's own evening, trust, mood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.electorate.day import Lived, NightLog
from game.electorate.delivery import Delivery
from game.electorate.plan import NightPlan, Shock
from game.electorate.population import SIGN, Mind
from game.session.story import Story

CauseKind = Literal["ad", "met", "shock", "evening", "trust", "mood"]
Happened = Literal["came", "gone", "changed"]
STEPS = 50.0
"""Steps of 100 for one unit of stance (-1…1)."""


@dataclass(frozen=True)
class Cause:
    """One cause of a difference: ``stance`` in steps of 100, ``turnout`` in points, as they still count on voting day.

    ``about`` is the booking of an ad, the booking of a piece of street work, or the event behind a scandal; ``night`` is
    when, None for what builds up over all nights (trust, mood). ``happened``: it came, it fell away, or it was different.
    """

    kind: CauseKind
    about: str
    night: int | None
    happened: Happened
    stance: float
    turnout: float


Account = tuple[Cause, ...]
"""The causes of one voter's difference, the largest first."""
_Key = tuple[CauseKind, str, int | None]
_Ledger = dict[_Key, tuple[float, float]]


@dataclass(frozen=True, eq=False)
class _Night:
    """A night as it counted: act I's, or act II's in its place."""

    number: int
    plan: NightPlan
    delivery: Delivery
    log: NightLog
    after: Mind
    lived: Lived | None


def accounts(before: Story, after: Story, voters: npt.NDArray[np.int32]) -> tuple[Account, ...]:
    """For each of ``voters``: what moved them differently in ``after``. Both stories have come to the vote."""
    was, now = _ledgers(before, voters), _ledgers(after, voters)
    told = []
    for at, voter in enumerate(voters.tolist()):
        causes = [*_compared(was[at], now[at]), *_lasting(before, after, int(voter))]
        told.append(tuple(sorted(causes, key=lambda one: -(abs(one.stance) + abs(one.turnout)))))
    return tuple(told)


def _compared(was: _Ledger, now: _Ledger) -> Iterator[Cause]:
    """What stands in one ledger and not, or differently, in the other."""
    for key in dict.fromkeys((*was, *now)):
        old, new = was.get(key, (0.0, 0.0)), now.get(key, (0.0, 0.0))
        if old != new:
            happened: Happened = "changed" if key in was and key in now else "came" if key in now else "gone"
            yield Cause(*key, happened, new[0] - old[0], new[1] - old[1])


def _lasting(before: Story, after: Story, voter: int) -> Iterator[Cause]:
    """Turnout through trust in the town and through mood, as ``ballot.turnout_chance`` counts them."""
    population, p = before.population, before.ground.parameters
    base = float(population.p0[voter])
    room = 400.0 * base * (1.0 - base)
    one, other = before.mind, after.mind
    shifts: tuple[tuple[CauseKind, float], ...] = (
        ("trust", p.turnout_trust * (float(other.T[voter]) - float(one.T[voter]))),
        ("mood", p.turnout_arousal * (float(other.a[voter]) - float(one.a[voter]))),
    )
    for kind, shift in shifts:
        if shift:
            yield Cause(kind, "", None, "changed", 0.0, room * shift)


def _nights(story: Story) -> list[_Night]:
    """Every night that counted, in order."""
    feed = story.feed
    lived = {record.night: record for record in story.evenings}
    out = [
        _Night(night.day, night.plan, night.delivery, night.log, night.after, None)
        for night in story.nights
        if night.day not in lived
    ]
    if feed is not None:
        out += [
            _Night(one.night, feed.cast.plans[one.night], one.delivery, one.log, one.after, one.lived)
            for one in story.evenings
        ]
    return out


def _ledgers(story: Story, voters: npt.NDArray[np.int32]) -> list[_Ledger]:
    """What each of ``voters`` was moved by in one story, as it counts on voting day."""
    place = np.full(story.population.n, -1, dtype=np.int64)
    place[voters] = np.arange(voters.size)
    ledgers: list[_Ledger] = [{} for _voter in voters]
    nights, p = _nights(story), story.ground.parameters
    for index, night in enumerate(nights):
        left = (1.0 - p.anchor) ** (len(nights) - 1 - index)
        _advertised(ledgers, place, night, left)
        _met(ledgers, place, night, left)
        _struck(ledgers, voters, night, left + p.shock_stays * (1.0 - left))
        mine = -1 if story.voter is None else int(place[story.voter])
        if mine >= 0 and night.lived is not None:
            _add(ledgers[mine], ("evening", "", night.number), night.lived.dx * left, night.lived.dh)
    return ledgers


def _add(ledger: _Ledger, key: _Key, stance: float, turnout: float) -> None:
    old = ledger.get(key, (0.0, 0.0))
    ledger[key] = (old[0] + STEPS * stance, old[1] + 100.0 * turnout)


def _advertised(ledgers: list[_Ledger], place: npt.NDArray[np.int64], night: _Night, left: float) -> None:
    delivery, log = night.delivery, night.log
    for row in np.flatnonzero(place[delivery.voter] >= 0).tolist():
        ad = delivery.ads[int(delivery.ad[row])].id
        ledger = ledgers[int(place[delivery.voter[row]])]
        _add(ledger, ("ad", ad, night.number), float(log.effects[row]) * left, float(log.turnout[row]))


def _met(ledgers: list[_Ledger], place: npt.NDArray[np.int64], night: _Night, left: float) -> None:
    log = night.log
    for row in np.flatnonzero(place[log.contact_voter] >= 0).tolist():
        contact = night.plan.street[int(log.contact_action[row])].id
        ledger = ledgers[int(place[log.contact_voter[row]])]
        stance, turnout = float(log.contact_stance[row]), float(log.contact_turnout[row])
        _add(ledger, ("met", contact, night.number), stance * left, turnout)


def _struck(ledgers: list[_Ledger], voters: npt.NDArray[np.int32], night: _Night, left: float) -> None:
    for shock in night.plan.shocks:
        for ledger, voter in zip(ledgers, voters.tolist(), strict=True):
            stance, turnout = _shock(shock, night.after, int(voter))
            _add(ledger, ("shock", shock.cause, night.number), stance * left, turnout)


def _shock(shock: Shock, mind: Mind, voter: int) -> tuple[float, float]:
    """What a scandal did to one voter's stance and turnout that night, as ``shocks.strike`` does it."""
    if shock.side is None:
        return 0.0, 0.0
    sign = SIGN[shock.side]
    move = -sign * shock.stance * (1.0 - float(mind.c[voter]))
    leaned = (float(mind.x[voter]) - move) * sign > 0
    return move, shock.turnout / 100.0 if leaned else 0.0
