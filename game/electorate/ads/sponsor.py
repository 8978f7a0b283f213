"""Who signs (M8): a signed ad spends or saves its campaign's credibility, a dark post is judged like a stranger's.

So a campaign that nobody trusts gains by hiding, one that is trusted loses by it. Ads without a sender wear down trust in
the town: for the size there is no literature. That rivals and press see a dark post later is counted where exposure is.
"""

from __future__ import annotations

from game.electorate.ads.reached import FLAT, Reached
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats


def credibility(reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor on persuasion, [R]: linear in trust in the campaign, about 1 at a half; 1 for dark posts."""
    signed = (p.credibility_floor, p.credibility_slope)
    return reached.line([signed if ad.signed else FLAT for ad in reached.ads], lambda: reached.trust)


def wear(ad: Ad, p: Parameters) -> float:
    """Return the share of trust in the town that one impression wears off."""
    return 0.0 if ad.signed else p.hidden_trust
