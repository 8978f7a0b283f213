"""Headlines that withhold or enrage (M11): a few more clicks, less trust in the sender, no change of belief.

One more negative word means 2.3 % more clicks (Robertson et al. 2023, one site); clickbait changes neither hostility nor
trust in media nor what is remembered (Munger et al. 2020). That its sender loses a little trust is a modelling choice.
"""

from __future__ import annotations

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad


def draw(ad: Ad, p: Parameters) -> float:
    """Return the factor on predicted clicks: 1 for a plain headline."""
    return {"plain": 1.0, "curiosity": p.curiosity_click, "outrage": p.outrage_click}[ad.headline]


def cost(ad: Ad, p: Parameters) -> float:
    """Return the trust in its campaign that one impression takes, 0…1."""
    return 0.0 if ad.headline == "plain" else p.bait_trust
