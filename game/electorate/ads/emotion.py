"""Fear, anger and hope (M9): they stir and they draw clicks; on votes they work no better than a plain tone.

Attack or praise makes no reliable difference to votes (Coppock et al. 2020), so there is no bonus: a stirring tone works
better on anxious people and as much worse on calm ones. What differs is arousal, which the feed rewards.
"""

from __future__ import annotations

from game.electorate.ads.reached import Reached
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats


def draw(ad: Ad, p: Parameters) -> float:
    """Return the factor on predicted clicks: 1 for a plain tone."""
    return {"policy": 1.0, "hope": p.hope_click, "fear": p.fear_click, "anger": p.anger_click}[ad.tone]


def stirring(ad: Ad, p: Parameters) -> float:
    """Return how stirring a tone is: 0 policy, 1 fear and anger."""
    return {"policy": 0.0, "hope": p.hope_stirs, "fear": 1.0, "anger": 1.0}[ad.tone]


def susceptibility(reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor on persuasion ``1 + nervous_gain * stirring * (anxiety - 1/2)``, [R]; None where it is 1."""
    slopes = [p.nervous_gain * stirring(ad, p) for ad in reached.ads]
    return reached.line([(1.0 - 0.5 * slope, slope) for slope in slopes], lambda: reached.anxiety)


def arousal(reached: Reached, p: Parameters) -> Floats | None:
    """Return the arousal that each impression adds, [R]: ``2 * ad_arousal * stirring * anxiety``; None where nothing."""
    stirs = [2.0 * p.ad_arousal * stirring(ad, p) for ad in reached.ads]
    if not any(stirs):
        return None
    out = reached.each(stirs)
    out *= reached.anxiety
    out *= reached.attention
    return out
