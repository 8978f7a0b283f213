"""The right moment: where somebody has just been (M5), and how their face looked (M6).

Both narrow tonight's delivery and add next to nothing to persuasion: for sizes there is no literature, and one face cannot
be read as one emotion (Barrett et al. 2019). Whoever never goes to that place feels watched.
"""

from __future__ import annotations

import numpy as np

from game.electorate.ads.reached import Reached
from game.electorate.chance import Streams
from game.electorate.data.faces import looks_tense, tense
from game.electorate.data.places import passed
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Bools, Floats, Mind, Population


def there(
    population: Population, mind: Mind, ad: Ad, eligible: Bools, night: int, streams: Streams, p: Parameters
) -> Bools:
    """Return whom of ``eligible`` the ad can meet tonight, bool [N]: those who passed its place and look tense."""
    if ad.place is not None:
        eligible = eligible & passed(population, ad.place, night, streams, p)
    if ad.mood is not None:
        eligible = eligible & looks_tense(population, mind, ad.mood, night, streams, p)
    return eligible


def relevance(reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor on persuasion, [R]: ``place_gain`` for those who go there, ``mood_gain`` for those really tense."""
    if all(ad.place is None and ad.mood is None for ad in reached.ads):
        return None
    out = np.ones(reached.who.size, np.float32)
    nervous = tense(reached.mind, p)
    for k, ad in enumerate(reached.ads):
        rows = reached.rows(k)
        who = reached.who[rows]
        if ad.place is not None:
            out[rows] *= np.where(reached.population.traces[ad.place].take(who), p.place_gain, 1.0).astype(np.float32)
        if ad.mood is not None:
            out[rows] *= np.where(nervous.take(who), p.mood_gain, 1.0).astype(np.float32)
    return out


def watched(reached: Reached, p: Parameters) -> Floats | None:
    """Return the trust in its campaign that an ad about a place costs with those who never go there, [R]."""
    if all(ad.place is None for ad in reached.ads):
        return None
    out = np.zeros(reached.who.size, np.float32)
    for k, ad in enumerate(reached.ads):
        if ad.place is not None:
            rows = reached.rows(k)
            goes = reached.population.traces[ad.place].take(reached.who[rows])
            out[rows] = np.where(goes, 0.0, p.watched_trust).astype(np.float32)
    return out
