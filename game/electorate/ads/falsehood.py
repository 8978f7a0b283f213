"""False claims and generated pictures (M10): passed on more often, believed more when repeated, paid for in trust.

False stories were shared further than true ones (Vosoughi et al. 2018); at equal size of the cascade the shape is the
same (Juul & Ugander 2021), so all that is left is a higher chance of being passed on. A fabricated video convinces no more
people than the same lie in text (Barari et al. 2021), so a generated picture persuades no better.
Hearing a claim again makes it look truer, most of all the second time (Pennycook et al. 2018); that holds for true claims
as well. What hearing costs the town in trust has no literature.
"""

from __future__ import annotations

import numpy as np

from game.electorate.ads.reached import Reached, slot
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats, Mind

FAMILIAR = (0.0, 1.0, 1.585, 2.0)
"""log2(1 + n) after n earlier evenings, as a table: the logarithm of the literature without a logarithm; 3 stands for more."""


def untruth(ad: Ad, p: Parameters) -> float:
    """Return how untrue a claim is: 0 true, 1 fabricated."""
    return {"true": 0.0, "misleading": p.misleading_share, "fabricated": 1.0}[ad.truth]


def infectious(ad: Ad, p: Parameters) -> float:
    """Return the factor on the chance that a click is passed on: 1 for a true claim with an ordinary picture."""
    return (1.0 + untruth(ad, p) * (p.false_sharing - 1.0)) * (p.synthetic_sharing if ad.synthetic else 1.0)


def wear(ad: Ad, p: Parameters) -> float:
    """Return the share of trust in the town that one impression wears off; generated pictures are found out in part."""
    return untruth(ad, p) * p.untrue_trust + (p.synthetic_trust if ad.synthetic else 0.0)


def belief(reached: Reached, p: Parameters) -> Floats:
    """Return the factor on persuasion from having heard a claim before, [R]: ``1 + repetition * log2(1 + n)``."""
    return np.asarray([1.0 + p.repetition * value for value in FAMILIAR], np.float32).take(reached.heard)


def remember(mind: Mind, reached: Reached) -> None:
    """Count tonight as one more evening on which people heard a claim, in ``mind``; who did not read remembers nothing."""
    shifts = [slot(ad) for ad in reached.ads]
    steps = np.asarray([1 << shift for shift in shifts], np.uint32)
    steps = np.repeat(steps, reached.sizes)
    steps *= (reached.heard < np.uint32(3)) & (reached.strength > 0)
    twice = [shift for shift in sorted(set(shifts)) if shifts.count(shift) > 1]
    for shift in twice:
        # Several ads say the same: the evening counts once, whoever saw more than one of them.
        rows = (steps == np.uint32(1 << shift)).nonzero()[0]
        who = reached.who.take(rows)
        mind.told[who] = mind.told.take(who) + np.uint32(1 << shift)
        steps[rows] = 0
    np.add.at(mind.told, reached.who, steps)
