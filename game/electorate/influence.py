"""What an ad does to a mind.

One listening rule serves friends, media, ads and doors (``listening``). One ad moves a voter by
``ad_gain * wording * credibility * subject * (1 - c) * B(side - x) / (1 + s/ad_wear)``, times what each mechanism of
``game.electorate.ads`` adds. Where the guess was wrong, the ad works against its sender.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.ads import emotion, falsehood, headline, moments, segments, sponsor, stayhome
from game.electorate.ads.reached import Reached
from game.electorate.ads.rows import PASSED_ON
from game.electorate.ads.wording import quality
from game.electorate.chance import Streams
from game.electorate.delivery import Delivery
from game.electorate.listening import listen
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Bools, Floats, Mind, Population

__all__ = ["Exposure", "advertise", "exposure", "listen"]

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Exposure:
    """What each impression does, [R].

    ``dx`` stance, ``dh`` turnout, ``dtrust`` trust in the sender's campaign, ``wear`` share of trust in the town that is
    lost, ``da`` arousal, all float32; ``wrong`` bool: the segment's guess was wrong for this voter.
    """

    dx: Floats
    dh: Floats
    dtrust: Floats
    wear: Floats
    da: Floats
    wrong: Bools


@dataclass(frozen=True, eq=False)
class _Effect:
    """What one ad does to those whom it reached, [K]; None where it does nothing of that kind."""

    dx: Floats | None
    dh: Floats
    dtrust: Floats | None
    wear: Floats | None
    da: Floats | None
    wrong: Bools | None


def _effect(ad: Ad, reached: Reached, wording: float, p: Parameters) -> _Effect:
    """Work out one ad."""
    wrong = segments.mistaken(ad, reached, p)
    wear = falsehood.wear(ad, p) + sponsor.wear(ad, p)
    return _Effect(
        dx=_persuasion(ad, reached, wording, wrong, p),
        dh=reached.swayable * reached.fresh * np.float32(stayhome.lift(ad, p)),
        dtrust=_trust(ad, reached, wrong, p),
        wear=reached.attention * np.float32(wear) if wear else None,
        da=emotion.arousal(ad, reached, p),
        wrong=wrong,
    )


def _persuasion(ad: Ad, reached: Reached, wording: float, wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return how far stances move: the model's product, one factor per mechanism."""
    gain = p.ad_gain * wording * {"persuade": 1.0, "mobilise": p.mobilise_persuades, "demobilise": 0.0}[ad.kind]
    gain *= (p.fit_gain if ad.fit else 1.0) * (p.hashtag_factor if ad.channel == "hashtag" else 1.0)
    if not gain:
        return None
    pull = listen(np.float32(SIGN[ad.side] * p.ad_stance) - reached.stance, p.listening)
    pull *= reached.open
    pull *= reached.fresh
    pull *= np.float32(gain)
    for factor in (
        sponsor.credibility(ad, reached, p),
        segments.topic(ad, reached, p),
        emotion.susceptibility(ad, reached, p),
        moments.relevance(ad, reached, p),
        falsehood.belief(ad, reached.told, p),
    ):
        if factor is not None:
            pull *= factor
    return pull if wrong is None else segments.aimed(ad, pull, wrong, reached, gain, p)


def _trust(ad: Ad, reached: Reached, wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return what the sender's campaign loses in trust: for baits, for wrong guesses, with those who feel watched."""
    bait, watched = headline.cost(ad, p), moments.watched(ad, reached, p)
    if wrong is None and watched is None and not bait:
        return None
    cost = np.full(reached.who.size, bait, dtype=np.float32)
    if wrong is not None:
        cost += wrong * np.float32(p.wrong_trust)
    if watched is not None:
        cost += watched
    cost *= reached.attention
    return np.negative(cost, out=cost)


def exposure(
    population: Population,
    mind: Mind,
    ads: tuple[Ad, ...],
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    earlier: Floats,
    strength: Floats,
    streams: Streams,
    p: Parameters,
) -> Exposure:
    """Return the effects of impressions, without applying them.

    Args:
        population: the town.
        mind: minds before tonight.
        ads: tonight's ads.
        ad: index of the ad, [R].
        voter: whom it reached, [R].
        earlier: ads that this voter has already seen tonight, [R].
        strength: 1 for an ordinary impression, less for one passed on or resisted, negative where it backfires, [R].
        streams: the run's luck; wordings are keyed by it.
        p: the constants.
    """
    return _exposed(population, mind, None, ads, ad, voter, earlier, strength, streams, p)


def _exposed(
    population: Population,
    before: Mind,
    mind: Mind | None,
    ads: tuple[Ad, ...],
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    earlier: Floats,
    strength: Floats,
    streams: Streams,
    p: Parameters,
) -> Exposure:
    """Work out all ads in their order, and apply them where there is a mind to change."""
    size = voter.size
    none = [np.zeros(size, np.float32) for _ in range(5)]
    out = Exposure(none[0], none[1], none[2], none[3], none[4], np.zeros(size, np.bool_))
    index = voter.astype(np.intp)
    for k, item in enumerate(ads):
        rows = np.flatnonzero(ad == k)
        if not rows.size:
            continue
        who = index.take(rows)
        reached = Reached(population, before, item, who, strength.take(rows), earlier.take(rows), p)
        effect = _effect(item, reached, quality(streams, item, p), p)
        _note(out, rows, effect)
        if mind is not None:
            _apply(mind, before, item, reached, effect, p)
    return out


def _note(out: Exposure, rows: Places, effect: _Effect) -> None:
    """Write one ad's effects into the log of the night."""
    out.dh[rows] = effect.dh
    if effect.dx is not None:
        out.dx[rows] = effect.dx
    if effect.dtrust is not None:
        out.dtrust[rows] = effect.dtrust
    if effect.wear is not None:
        out.wear[rows] = effect.wear
    if effect.da is not None:
        out.da[rows] = effect.da
    if effect.wrong is not None:
        out.wrong[rows] = effect.wrong


def _apply(mind: Mind, before: Mind, ad: Ad, reached: Reached, effect: _Effect, p: Parameters) -> None:
    """Change the minds of those whom one ad reached; it reached each of them once."""
    who = reached.who
    if effect.dx is not None:
        mind.x[who] += effect.dx
    mind.h[who] = stayhome.moved(mind.h.take(who), effect.dh, p)
    mind.s[who] += reached.attention
    mind.told[who] = falsehood.remembered(ad, mind.told.take(who), reached)
    if effect.wear is not None:
        mind.T[who] -= before.T.take(who) * effect.wear
    if effect.da is not None:
        mind.a[who] += effect.da
    if effect.dtrust is not None:
        mind.trust[ad.side, who] += effect.dtrust


def advertise(
    population: Population,
    mind: Mind,
    before: Mind,
    delivery: Delivery,
    strength: Floats,
    streams: Streams,
    p: Parameters,
) -> Exposure:
    """Apply tonight's impressions to ``mind``, judged from the minds ``before`` tonight; return what each did.

    Ads are applied in the order of the plan, each to people of whom none is named twice: the result depends neither on
    the machine nor on other voters.
    """
    earlier = np.minimum(delivery.rank, PASSED_ON).astype(np.float32)
    return _exposed(population, before, mind, delivery.ads, delivery.ad, delivery.voter, earlier, strength, streams, p)
