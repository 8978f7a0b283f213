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


def topic(ad: Ad, reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor of the subject, [K]: linear in the voter's own concern; None for an ad about nothing in particular.

    It looks at what people really care about, never at what the campaign guessed.
    """
    if ad.concern < 0:
        return None
    out: Floats = reached.concern(ad.concern) * np.float32(p.topic_slope)
    out += np.float32(p.topic_floor)
    return out


def mistaken(ad: Ad, reached: Reached, p: Parameters) -> Bools | None:
    """Return for whom the guess is wrong, [K]: they care less than ``wrong_below``; None where nothing was guessed."""
    if ad.guess is None or ad.guess < 0:
        return None
    wrong: Bools = reached.concern(ad.guess) < reached.population.low[ad.guess]
    return wrong


def aimed(ad: Ad, pull: Floats, wrong: Bools, reached: Reached, gain: float, p: Parameters) -> Floats:
    """Return the stance moved by an ad to a guessed concern, [K].

    ``pull`` is what the same ad would move without the guess: times ``match_gain``. Who was guessed wrongly moves away
    from the sender by the share ``wrong_loss`` of an ad's usual pull.
    """
    usual = usual_pull(p.ad_stance, p.listening)
    against: Floats = reached.open * reached.fresh
    against *= np.float32(-SIGN[ad.side] * gain * p.wrong_loss * usual)
    out: Floats = np.where(wrong, against, pull * np.float32(p.match_gain))
    return out
