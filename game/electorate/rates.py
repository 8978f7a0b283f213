"""Tonight's constants as the daily core wants them: few numbers, already multiplied, each a float32.

Both forms of the core, numpy and compiled, read these and nothing else, so that they round alike. Distances are measured
in units of the listening radius: then the listening rule is ``d * (1 - min(d*d, 1))``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.ranking import (
    BOTS_AGAINST,
    BOTS_FOR,
    CLICKBAIT,
    FRIENDS,
    NEWS,
    OUTRAGE_AGAINST,
    OUTRAGE_FOR,
    arousals,
    weighing,
)


class Rates(NamedTuple):
    """One night's constants; the comment behind each says what it multiplies."""

    per_radius: np.float32  # stance, to measure it in radii
    third_radius: np.float32  # the sum of three friends' distances, to get their mean
    lean: np.float32  # where partisan posts stand
    lean_radii: np.float32  # the same, in radii
    friends_base: np.float32  # weights of the classes, see ranking.Weighing
    friends_slope: np.float32
    camp_base: np.float32
    camp_slope: np.float32
    bots_for_base: np.float32
    bots_for_slope: np.float32
    bots_against_base: np.float32
    bots_against_slope: np.float32
    others: np.float32  # the weight of news and clickbait, the same for everybody
    stir_friends: np.float32  # arousal of friends' posts, as a multiple of that of outrage
    stir_bots: np.float32
    stir_others: np.float32
    react_floor: np.float32  # pace of arousal times how far somebody is stirred
    react_anxiety: np.float32
    calm: np.float32  # share of arousal that lasts
    click_keen: np.float32  # clicks per share of partisan posts, times learning
    click_agree: np.float32
    climate: np.float32  # pace of the perceived majority
    conform: np.float32  # pull of the crowd
    outrage: np.float32  # pull of partisan posts, per share and radius
    friend: np.float32  # pull of one friend, per radius
    anchor: np.float32
    drift: np.float32  # 1 - anchor
    push: np.float32  # certainty per agreeable share
    sure: np.float32  # certainty: return and what lasts
    unsure: np.float32
    mend: np.float32  # trust: return, what lasts, wear by clickbait and bots
    lasting: np.float32
    wear_bait: np.float32
    wear_bots: np.float32
    memory: np.float32  # ads remembered until tomorrow


class _Memory:
    """The constants worked out last: most nights of a run share them."""

    last: tuple[Parameters, tuple[object, ...], Rates] | None = None


def rates(plan: NightPlan, parameters: Parameters) -> Rates:
    """Return the constants of a night under ``plan``."""
    asked = (plan.ranking, plan.bots, plan.clickbait)
    last = _Memory.last
    if last is not None and last[0] is parameters and last[1] == asked:
        return last[2]
    worked_out = _rates(plan, parameters)
    _Memory.last = (parameters, asked, worked_out)
    return worked_out


def _rates(plan: NightPlan, parameters: Parameters) -> Rates:
    p, w = parameters, weighing(plan, parameters)
    stir = arousals(p)
    camp = max(stir[OUTRAGE_FOR], 1e-6)
    click = p.base_click * p.slots * p.profile_learning
    values = {
        "per_radius": 1.0 / p.listening,
        "third_radius": p.listening / 3.0,
        "lean": p.outrage_lean,
        "lean_radii": p.outrage_lean / p.listening,
        "friends_base": w.base[FRIENDS],
        "friends_slope": w.slope[FRIENDS],
        "camp_base": w.base[OUTRAGE_FOR],
        "camp_slope": w.slope[OUTRAGE_FOR],
        "bots_for_base": w.base[BOTS_FOR],
        "bots_for_slope": w.slope[BOTS_FOR],
        "bots_against_base": w.base[BOTS_AGAINST],
        "bots_against_slope": w.slope[BOTS_AGAINST],
        "others": w.fixed(NEWS) + w.fixed(CLICKBAIT),
        "stir_friends": stir[FRIENDS] / camp,
        "stir_bots": stir[BOTS_FOR] / camp,
        "stir_others": (stir[NEWS] * w.fixed(NEWS) + stir[CLICKBAIT] * w.fixed(CLICKBAIT)) / camp,
        "react_floor": p.arousal_pace * camp * p.reactivity_floor,
        "react_anxiety": p.arousal_pace * camp * p.reactivity_anxiety,
        "calm": 1.0 - p.arousal_pace,
        "click_keen": click * (1.0 + p.click_arousal * stir[OUTRAGE_AGAINST]),
        "click_agree": click * p.click_match * p.outrage_lean,
        "climate": p.climate_pace,
        "conform": p.conformity,
        "outrage": p.outrage_pull * p.slots * p.listening,
        "friend": p.friends_pull * p.listening / 3.0,
        "anchor": p.anchor,
        "drift": 1.0 - p.anchor,
        "push": p.certainty_push,
        "sure": p.certainty_return,
        "unsure": 1.0 - p.certainty_return,
        "mend": p.trust_return,
        "lasting": 1.0 - p.trust_return,
        "wear_bait": p.trust_clickbait * p.slots * w.fixed(CLICKBAIT),
        "wear_bots": p.trust_bot * p.slots,
        "memory": p.ad_memory,
    }
    return Rates(**{name: np.float32(value) for name, value in values.items()})
