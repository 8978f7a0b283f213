"""News that hits everybody at once, and the limits that no night can push a mind past."""

from __future__ import annotations

import numpy as np

from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan, Shock
from game.electorate.population import AGAINST, FOR, SIGN, Mind


def scandal(side: int, parameters: Parameters, cause: str = "press") -> Shock:
    """Return the standard scandal of a campaign that is found out. A game parameter: there is no literature."""
    p = parameters
    return Shock(
        side=side,
        stance=p.scandal_stance,
        town_trust=-p.scandal_town,
        campaign_trust=-p.scandal_campaign,
        turnout=-p.scandal_turnout,
        arousal=p.scandal_arousal,
        cause=cause,
    )


def strike(mind: Mind, shock: Shock, p: Parameters) -> None:
    """Apply news that hits everybody, in place; a part of the move of stance and of trust in the town stays for good.

    Trust in the town moves in everybody, whichever side the news is about.
    """
    _hit(mind, shock, p)
    contain(mind, p)


def _hit(mind: Mind, shock: Shock, p: Parameters) -> None:
    """Move minds by one shock, for the time being also past their limits."""
    town, stays = np.float32(shock.town_trust / 100.0), np.float32(p.shock_stays)
    mind.T += town
    mind.T0 += stays * town
    mind.a += np.float32(shock.arousal)
    if shock.side in (FOR, AGAINST):
        sign = SIGN[shock.side]
        mind.trust[shock.side] += np.float32(shock.campaign_trust / 100.0)
        own = mind.x * np.float32(sign) > 0
        mind.h += own * np.float32(shock.turnout / 100.0)
        move = np.float32(1.0) - mind.c
        move *= np.float32(-sign * shock.stance)
        mind.x += move
        move *= stays
        mind.x0 += move


def shock_all(mind: Mind, plan: NightPlan, p: Parameters) -> None:
    """Apply the night's shocks in their order; what they push past a limit comes back when the night ends (``contain``)."""
    for shock in plan.shocks:
        _hit(mind, shock, p)


def contain(mind: Mind, p: Parameters, everything: bool = True) -> None:
    """Clip properties to their range, in place: all of them, or only those that ads and street work can move."""
    low, zero, one = np.float32(-1.0), np.float32(0.0), np.float32(1.0)
    for values in (mind.x, mind.x0, mind.m, mind.P) if everything else (mind.x,):
        values.clip(low, one, out=values)
    for values in (mind.c, mind.T, mind.T0, mind.a, mind.trust) if everything else (mind.T, mind.a, mind.trust):
        values.clip(zero, one, out=values)
    mind.h.clip(np.float32(-p.turnout_limit), np.float32(p.turnout_limit), out=mind.h)
