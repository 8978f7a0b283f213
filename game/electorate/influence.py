"""What an ad does to a mind.

One listening rule serves friends, media, ads and doors (``listening``). One ad moves a voter by
``ad_gain * wording * credibility * subject * (1 - c) * B(side - x) / (1 + s/ad_wear)``, times what each mechanism of
``game.electorate.ads`` adds. Where the guess was wrong, the ad works against its sender.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

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

_T = TypeVar("_T", bound=np.generic)
__all__ = ["Exposure", "Judged", "Moved", "advertise", "exposure", "judge", "listen"]


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
class Moved:
    """What each impression of a night moved, [R]: ``dx`` stance, ``dh`` turnout, f32; ``wrong`` the guess was wrong, bool."""

    dx: Floats
    dh: Floats
    wrong: Bools


@dataclass(frozen=True, eq=False)
class _Effects:
    """Like :class:`Exposure`, for impressions in the order of ads; None where nothing happens to anybody."""

    dx: Floats | None
    dh: Floats
    dtrust: Floats | None
    wear: Floats | None
    da: Floats | None
    wrong: Bools | None


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
    order, reached = _together(population, mind, ads, ad, voter, earlier, strength, p)
    done = _effects(reached, [quality(streams, item, p) for item in ads], p)
    return Exposure(
        dx=_back(done.dx, order, np.float32),
        dh=_back(done.dh, order, np.float32),
        dtrust=_back(done.dtrust, order, np.float32),
        wear=_back(done.wear, order, np.float32),
        da=_back(done.da, order, np.float32),
        wrong=_back(done.wrong, order, np.bool_),
    )


def _together(
    population: Population,
    mind: Mind,
    ads: tuple[Ad, ...],
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    earlier: Floats,
    strength: Floats,
    p: Parameters,
) -> tuple[npt.NDArray[np.intp], Reached]:
    """Return the order in which impressions of one ad stand together, and whom they reached in that order."""
    parts = [(ad == k).nonzero()[0] for k in range(len(ads))]
    order = np.concatenate([*parts, np.zeros(0, np.intp)])
    sizes = [part.size for part in parts]
    who = voter.take(order).astype(np.intp)
    return order, Reached(population, mind, ads, sizes, who, strength.take(order), earlier.take(order), p)


def _back(values: npt.NDArray[_T] | None, order: npt.NDArray[np.intp], kind: type[_T]) -> npt.NDArray[_T]:
    """Return values in the order of the night's impressions again; zeros for None."""
    out = np.zeros(order.size, kind)
    if values is not None:
        out[order] = values
    return out


def _effects(reached: Reached, wordings: list[float], p: Parameters) -> _Effects:
    """Work out what each impression does."""
    wrong = segments.mistaken(reached)
    dh = reached.each([stayhome.lift(ad, p) for ad in reached.ads])
    dh *= reached.swayable
    dh *= reached.fresh
    return _Effects(
        dx=_persuasion(reached, wordings, wrong, p),
        dh=dh,
        dtrust=_trust(reached, wrong, p),
        wear=_wear(reached, p),
        da=emotion.arousal(reached, p),
        wrong=wrong,
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


@dataclass(frozen=True, eq=False)
class Judged:
    """Tonight's impressions, judged from the minds before tonight and not yet applied; parts are in the order of ads."""

    order: npt.NDArray[np.intp]
    reached: Reached
    effects: _Effects | None

    @property
    def moved(self) -> Moved:
        """What each impression moves, in the order of the delivery."""
        order, done = self.order, self.effects
        if done is None:
            return Moved(np.zeros(0, np.float32), np.zeros(0, np.float32), np.zeros(0, np.bool_))
        return Moved(
            _back(done.dx, order, np.float32), _back(done.dh, order, np.float32), _back(done.wrong, order, np.bool_)
        )


def judge(
    population: Population, mind: Mind, delivery: Delivery, strength: Floats, streams: Streams, p: Parameters
) -> Judged:
    """Work out what tonight's impressions do to the minds as they are now, before anything else happens; apply nothing."""
    earlier = np.minimum(delivery.rank, np.int8(PASSED_ON)).astype(np.float32)
    ads = delivery.ads
    order, reached = _together(population, mind, ads, delivery.ad, delivery.voter, earlier, strength, p)
    if not order.size:
        return Judged(order, reached, None)
    effects = _effects(reached, [quality(streams, ad, p) for ad in ads], p)
    # These are asked for when the effects are applied; by then minds will have changed.
    _ = reached.town, reached.heard
    return Judged(order, reached, effects)


def advertise(mind: Mind, judged: Judged, p: Parameters) -> None:
    """Apply tonight's impressions to ``mind``.

    What reaches one voter is added up ad after ad, so that the result depends neither on the machine nor on other voters.
    """
    reached, done = judged.reached, judged.effects
    if done is None:
        return
    who = reached.who
    if done.dx is not None:
        np.add.at(mind.x, who, done.dx)
    np.add.at(mind.s, who, reached.attention)
    stayhome.turn(mind, reached, done.dh, p)
    if done.wear is not None:
        np.subtract.at(mind.T, who, reached.town * done.wear)
    if done.da is not None:
        np.add.at(mind.a, who, done.da)
    if done.dtrust is not None:
        for number, ad in enumerate(reached.ads):
            part = reached.rows(number)
            np.add.at(mind.trust[ad.side], who[part], done.dtrust[part])
    falsehood.remember(mind, reached)
