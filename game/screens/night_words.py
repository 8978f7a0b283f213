"""A night in words: what happened when, who moved in which hour and where, as the campaign estimates it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.campaign.view import CampaignView, DotsView, NightView
from game.i18n import _, clock, listing, number
from game.screens.playing import Playing
from game.screens.town_map import stance_class

HOURS = 8
"""From 22:00 to 06:00."""
FLIGHT = 0.9 / HOURS
"""What a dot needs to cross over, as a share of the night: 0.9 seconds where an hour lasts one."""


@dataclass(frozen=True)
class Moves:
    """Dots that changed their group: towards for and towards against."""

    toward_for: int
    toward_against: int


@dataclass(frozen=True)
class Hour:
    """An hour of the night: when it begins (0 is 22:00), what happened in it, and who moved."""

    index: int
    happened: tuple[tuple[float, str], ...]
    moves: Moves


def setting_out(night: NightView) -> npt.NDArray[np.float32]:
    """When each dot sets out, as a share of the night, so that the last one arrives at six."""
    return (night.moment * np.float32(1 - FLIGHT)).astype(np.float32)


def crossing(night: NightView) -> npt.NDArray[np.float32]:
    """When each dot is halfway and counts as moved, as a share of the night."""
    return (setting_out(night) + np.float32(FLIGHT / 2)).astype(np.float32)


def ways(night: NightView) -> npt.NDArray[np.int8]:
    """1 for dots that moved towards for by a group or two, -1 towards against, 0 for those that stayed."""
    before, after = stance_class(night.before), stance_class(night.after)
    way: npt.NDArray[np.int8] = np.sign(after.astype(np.int16) - before).astype(np.int8)
    return way


def _moves(way: npt.NDArray[np.int8]) -> Moves:
    return Moves(int((way > 0).sum()), int((way < 0).sum()))


def hours(night: NightView, marks: tuple[tuple[float, str], ...]) -> tuple[Hour, ...]:
    """The night hour by hour; together the hours hold every mark and every mover once."""
    way, when = ways(night), np.minimum((crossing(night) * HOURS).astype(int), HOURS - 1)
    return tuple(
        Hour(index, tuple(mark for mark in marks if int(mark[0] * HOURS) == index), _moves(way[when == index]))
        for index in range(HOURS)
    )


def by_district(night: NightView, dots: DotsView, count: int) -> tuple[Moves, ...]:
    """Who moved in each of the ``count`` districts."""
    way = ways(night)
    return tuple(_moves(way[dots.district == index]) for index in range(count))


def crossings(night: NightView) -> tuple[tuple[int, int, int], ...]:
    """How many dots went from which group to which: (old, new, dots), groups being 1, 0 and -1."""
    before, after = stance_class(night.before), stance_class(night.after)
    pairs = ((old, new) for old in (1, 0, -1) for new in (1, 0, -1) if old != new)
    counted = ((old, new, int(((before == old) & (after == new)).sum())) for old, new in pairs)
    return tuple(each for each in counted if each[2])


def group_name(group: int) -> str:
    """The word for a group of stances."""
    return {1: _("for"), 0: _("undecided"), -1: _("against")}[group]


def crossing_words(old: int, new: int, voters: int) -> str:
    """``120 from undecided to against``."""
    return _("{n} from {old} to {new}").format(n=number(voters), old=group_name(old), new=group_name(new))


def time_of(at: float) -> str:
    """A moment of the night on the clock, to ten minutes."""
    minutes = 22 * 60 + int(at * HOURS * 6 + 1e-6) * 10
    return clock(minutes // 60 % 24, minutes % 60)


def move_words(moves: Moves, per_dot: int) -> str:
    """How many moved which way, as a sentence."""
    parts = []
    if moves.toward_for:
        parts.append(_("{n} towards for").format(n=number(moves.toward_for * per_dot)))
    if moves.toward_against:
        parts.append(_("{n} towards against").format(n=number(moves.toward_against * per_dot)))
    if not parts:
        return _("Nobody changed sides.")
    return _("Moved: {ways}.").format(ways=listing(parts))


def milestones(night: NightView) -> tuple[tuple[float, str], ...]:
    """What ran that night, with a name: moments from 0 (22:00) to 1 (06:00)."""
    names = {
        "street": _("Your people come home from the street"),
        "ads": _("Your posts reach the phones"),
        "bots": _("Your bots post"),
        "rival": _("The other side’s campaign runs"),
        "story": _("Your answer goes round the town"),
        "poll": _("The last answers for the poll come in"),
    }
    return tuple((at, names[what]) for at, what in night.milestones if what in names)


def rival_words(playing: Playing, view: CampaignView) -> tuple[str, ...]:
    """What the other side did, as the morning tells it."""
    plan = next((plan for plan in playing.texts.campaign.rivals if plan.side == playing.rival.id), None)
    moves = [int(item.id) for item in view.news if item.kind == "rival"]
    return tuple(plan.moves[move].news for move in moves) if plan is not None else ()


def claim_words(night: NightView) -> str:
    """Why they moved, as far as the campaign can tell."""
    return _("Friends, rivals and the rain did most of it. Your campaign can claim about {n}.").format(
        n=number(night.claimable)
    )
