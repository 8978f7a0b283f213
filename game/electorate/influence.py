"""What an ad does to a mind.

One listening rule serves friends, media, ads and doors (``listening``). One ad moves a voter by
``ad_gain * wording * credibility * subject * (1 - c) * B(side - x) / (1 + s/ad_wear)``, times what each mechanism of
``game.electorate.ads`` adds. Where the guess was wrong, the ad works against its sender.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate import town_trust
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
    rows = Reached(population, mind, ads, ad.astype(np.intp), voter.astype(np.intp), strength, earlier, p)
    return _effects(rows, [quality(streams, item, p) for item in ads], p)


def _effects(reached: Reached, wordings: list[float], p: Parameters) -> Exposure:
    """Work out what each impression does."""
    none = np.zeros(reached.who.size, np.float32)
    if not reached.who.size:
        return Exposure(none, none, none, none, none, np.zeros(0, np.bool_))
    wrong = segments.mistaken(reached)
    dh = reached.each([stayhome.lift(ad, p) for ad in reached.ads])
    dh *= reached.swayable
    dh *= reached.fresh
    dx, dtrust, wear = _persuasion(reached, wordings, wrong, p), _trust(reached, wrong, p), _wear(reached, p)
    da = emotion.arousal(reached, p)
    return Exposure(
        dx=none if dx is None else dx,
        dh=dh,
        dtrust=none if dtrust is None else dtrust,
        wear=none if wear is None else wear,
        da=none if da is None else da,
        wrong=np.zeros(reached.who.size, np.bool_) if wrong is None else wrong,
    )


def _gain(ad: Ad, wording: float, p: Parameters) -> float:
    """Return the size of one ad: its wording, what it is for, and how it travels."""
    purpose = {"persuade": 1.0, "mobilise": p.mobilise_persuades, "demobilise": 0.0}[ad.kind]
    channel = p.hashtag_factor if ad.channel == "hashtag" else 1.0
    return p.ad_gain * wording * purpose * channel * (p.fit_gain if ad.fit else 1.0)


def _persuasion(reached: Reached, wordings: list[float], wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return how far stances move, [R]: the model's product, one factor per mechanism."""
    gains = [_gain(ad, wording, p) for ad, wording in zip(reached.ads, wordings, strict=True)]
    if not any(gains):
        return None
    distance = reached.each([SIGN[ad.side] * p.ad_stance for ad in reached.ads])
    distance -= reached.stance
    pull = listen(distance, p.listening)
    pull *= reached.open
    pull *= reached.fresh
    pull *= reached.each(gains)
    for factor in (
        sponsor.credibility(reached, p),
        segments.topic(reached, p),
        emotion.susceptibility(reached, p),
        moments.relevance(reached, p),
        falsehood.belief(reached, p),
        town_trust.belief(reached.population, reached.mind, reached.who, p),
    ):
        if factor is not None:
            pull *= factor
    return pull if wrong is None else segments.aimed(pull, wrong, reached, gains, p)


def _trust(reached: Reached, wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return what campaigns lose in trust, [R]: for baits, for wrong guesses, with those who feel watched."""
    baits, watched = [headline.cost(ad, p) for ad in reached.ads], moments.watched(reached, p)
    if wrong is None and watched is None and not any(baits):
        return None
    cost = reached.each(baits)
    if wrong is not None:
        cost += wrong * np.float32(p.wrong_trust)
    if watched is not None:
        cost += watched
    cost *= reached.attention
    return np.negative(cost, out=cost)


def _wear(reached: Reached, p: Parameters) -> Floats | None:
    """Return the share of trust in the town that is lost, [R]: to untrue, generated and unsigned ads."""
    wears = [falsehood.wear(ad, p) + sponsor.wear(ad, p) for ad in reached.ads]
    if not any(wears):
        return None
    out = reached.each(wears)
    out *= reached.attention
    return out


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

    What reaches one voter is added up in the order of ranks, row after row, so that the result depends neither on the machine nor on other voters.
    """
    earlier = np.minimum(delivery.rank, np.int8(PASSED_ON)).astype(np.float32)
    ads, ad, who = delivery.ads, delivery.ad.astype(np.intp), delivery.voter.astype(np.intp)
    reached = Reached(population, before, ads, ad, who, strength, earlier, p)
    done = _effects(reached, [quality(streams, item, p) for item in ads], p)
    if who.size:
        _apply(mind, before, reached, done, p)
    return done


def _apply(mind: Mind, before: Mind, reached: Reached, done: Exposure, p: Parameters) -> None:
    """Change the minds of those whom tonight's ads reached."""
    who = reached.who
    if done.dx.any():
        np.add.at(mind.x, who, done.dx)
    np.add.at(mind.s, who, reached.attention)
    if done.dh.any():
        stayhome.turn(mind, reached, done.dh, p)
    if done.wear.any():
        np.subtract.at(mind.T, who, before.T.take(who) * done.wear)
    if done.da.any():
        np.add.at(mind.a, who, done.da)
    if done.dtrust.any():
        sides = sorted({ad.side for ad in reached.ads})
        for side in sides:
            own = reached.each([float(ad.side == side) for ad in reached.ads]) if len(sides) > 1 else np.float32(1.0)
            np.add.at(mind.trust[side], who, done.dtrust * own)
    falsehood.remember(mind, reached)
