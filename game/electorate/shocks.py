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
    town, stays = np.float32(shock.town_trust / 100.0), np.float32(p.shock_stays)
    mind.T += town
    mind.T0 += stays * town
    mind.a += np.float32(shock.arousal)
    if shock.side in (FOR, AGAINST):
        sign = SIGN[shock.side]
        mind.trust[shock.side] += np.float32(shock.campaign_trust / 100.0)
        own = mind.x * np.float32(sign) > 0
        mind.h += own * np.float32(shock.turnout / 100.0)
        move = (np.float32(1.0) - mind.c) * np.float32(-sign * shock.stance)
        mind.x += move
        mind.x0 += stays * move
    contain(mind, p)


def shock_all(mind: Mind, plan: NightPlan, p: Parameters) -> None:
    """Apply the night's shocks in their order."""
    for shock in plan.shocks:
        strike(mind, shock, p)


def contain(mind: Mind, p: Parameters) -> None:
    """Clip every property to its range, in place."""
    for values in (mind.x, mind.x0, mind.m, mind.P):
        np.clip(values, -1.0, 1.0, out=values)
    for values in (mind.c, mind.T, mind.T0, mind.a, mind.trust):
        np.clip(values, 0.0, 1.0, out=values)
    np.clip(mind.h, -p.turnout_limit, p.turnout_limit, out=mind.h)
