"""Segments (M7): what an appeal to a guessed concern gains where the guess is right, and loses where it is wrong.

Choosing the ad by one personal attribute can persuade more; further attributes add nothing (Tappin et al. 2023). Voters
seldom like an appeal to their group better than a general one, and those who get somebody else's appeal punish the sender
enough to cancel the gain (Hersh & Schaffner 2013).
"""

from __future__ import annotations

from game.electorate.ads.reached import FLAT, Reached
from game.electorate.listening import usual_pull
from game.electorate.parameters import Parameters
from game.electorate.population import SIGN, Bools, Floats


def topic(reached: Reached, p: Parameters) -> Floats | None:
    """Return the factor of the subject, [R]: linear in the voter's own concern; 1 for an ad about nothing in particular.

    It looks at what people really care about, never at what the campaign guessed.
    """
    cares = (p.topic_floor, p.topic_slope)
    lines = [cares if ad.concern >= 0 else FLAT for ad in reached.ads]
    return reached.line(lines, lambda: reached.concern(tuple(max(0, ad.concern) for ad in reached.ads)))


def mistaken(reached: Reached) -> Bools | None:
    """Return for whom the guess is wrong, [R]: the concern lies in the town's lowest fifth; None where nothing was guessed."""
    guesses = [-1 if ad.guess is None else ad.guess for ad in reached.ads]
    if max(guesses) < 0:
        return None
    low = reached.population.low
    limit = reached.each([float(low[guess]) if guess >= 0 else -1.0 for guess in guesses])
    wrong: Bools = reached.concern(tuple(max(0, guess) for guess in guesses)) < limit
    return wrong


def aimed(pull: Floats, wrong: Bools, reached: Reached, gains: list[float], p: Parameters) -> Floats:
    """Return the stance moved by ads to a guessed concern, [R].

    ``pull`` is what the same ads would move without the guess: times ``match_gain``. Who was guessed wrongly moves away
    from the sender by the share ``wrong_loss`` of an ad's usual pull. ``gains`` are the sizes of the ads.
    """
    pull *= reached.each([1.0 if ad.guess is None or ad.guess < 0 else p.match_gain for ad in reached.ads])
    rows = wrong.nonzero()[0]
    loss = -p.wrong_loss * usual_pull(p.ad_stance, p.listening)
    sizes = [loss * gain * SIGN[ad.side] for gain, ad in zip(gains, reached.ads, strict=True)]
    pull[rows] = reached.each(sizes).take(rows) * reached.open.take(rows) * reached.fresh.take(rows)
    return pull
