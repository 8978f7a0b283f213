"""Segments (M7): what an appeal to a guessed concern gains where the guess is right, and loses where it is wrong.

Choosing the ad by one personal attribute can persuade more; further attributes add nothing (Tappin et al. 2023). Voters
seldom like an appeal to their group better than a general one, and those who get somebody else's appeal punish the sender
enough to cancel the gain (Hersh & Schaffner 2013).
"""

from __future__ import annotations

import numpy as np

from game.electorate.ads.reached import Reached
from game.electorate.listening import usual_pull
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Bools, Floats


def topic(reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor of the subject, [R]: linear in the voter's own concern; None for an ad about nothing in particular.

    It looks at what people really care about, never at what the campaign guessed.
    """
    if reached.ad.concern < 0:
        return None
    out = reached.concern(reached.ad.concern) * np.float32(p.topic_slope)
    out += np.float32(p.topic_floor)
    return out


def guessed(ad: Ad) -> int | None:
    """Return the concern that the ad's segment was guessed to have, None where nothing was guessed."""
    return None if ad.guess is None or ad.guess < 0 else ad.guess


def mistaken(reached: Reached) -> Bools | None:
    """Return for whom the guess is wrong, [R]: the concern lies in the town's lowest fifth; None where nothing was guessed."""
    guess = guessed(reached.ad)
    if guess is None:
        return None
    wrong: Bools = reached.concern(guess) < reached.population.low[guess]
    return wrong


def aimed(pull: Floats, wrong: Bools, reached: Reached, gain: float, p: Parameters) -> Floats:
    """Return the stance moved by an ad to a guessed concern, [R].

    ``pull`` is what the same ad would move without the guess, times ``match_gain``. Who was guessed wrongly moves away
    from the sender by the share ``wrong_loss`` of an ad's usual pull. ``gain`` is the size of the ad.
    """
    rows = wrong.nonzero()[0]
    size = -p.wrong_loss * usual_pull(p.ad_stance, p.listening) * gain * SIGN[reached.ad.side]
    pull[rows] = (reached.open * reached.fresh).take(rows) * np.float32(size)
    return pull
