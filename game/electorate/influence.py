"""What an ad does to a mind.

One listening rule serves friends, media, ads and doors (``listening``). One ad moves a voter by
``ad_gain * wording * credibility * subject * (1 - c) * B(side - x) / (1 + s/ad_wear)``, times what each mechanism of
``game.electorate.ads`` adds. Where the guess was wrong, the ad works against its sender.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import numpy.typing as npt

from game.electorate import town_trust
from game.electorate.ads import emotion, falsehood, headline, moments, segments, sponsor, stayhome
from game.electorate.ads.reached import Reached, message
from game.electorate.ads.rows import PASSED_ON
from game.electorate.ads.wording import quality
from game.electorate.chance import Streams
from game.electorate.delivery import Delivery
from game.electorate.listening import listen
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import SIGN, Bools, Floats, Mind, Population

__all__ = ["Exposure", "Moved", "advertise", "exposure", "listen"]


@dataclass(frozen=True, eq=False)
class Moved:
    """What each impression moved, [R]: ``dx`` stance, ``dh`` turnout, float32; ``wrong`` the guess was wrong, bool."""

    dx: Floats
    dh: Floats
    wrong: Bools

    @classmethod
    def none(cls, rows: int) -> Self:
        """Return impressions that did nothing."""
        kinds = {item.name: np.bool_ if item.name == "wrong" else np.float32 for item in fields(cls)}
        return cls(**{name: np.zeros(rows, kind) for name, kind in kinds.items()})


@dataclass(frozen=True, eq=False)
class Exposure(Moved):
    """What each impression does, [R].

    ``dx`` stance, ``dh`` turnout, ``dtrust`` trust in the sender's campaign, ``wear`` share of trust in the town that is
    lost, ``da`` arousal, all float32; ``wrong`` bool: the segment's guess was wrong for this voter.
    """

    dtrust: Floats
    wear: Floats
    da: Floats


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
    out = Exposure.none(voter.size)
    for rows, reached in _reached(population, mind, ads, ad, voter, earlier, strength, p):
        done = _effects(reached, quality(streams, reached.ad, p), p)
        for item in fields(Exposure):
            values = getattr(done, item.name)
            if values is not None:
                getattr(out, item.name)[rows] = values
    return out


def _reached(
    population: Population,
    mind: Mind,
    ads: tuple[Ad, ...],
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    earlier: Floats,
    strength: Floats,
    p: Parameters,
) -> Iterator[tuple[npt.NDArray[np.intp], Reached]]:
    """Yield the rows of each message that reached anybody, and whom it reached: calls to stay at home first.

    Ads that say the same in the same way are one message. Messages stand in the order of what they are, so that one more
    or less changes nothing in the order of the others.
    """
    if not voter.size:
        return
    said = [message(item) for item in ads]
    messages = sorted({(item.kind != "demobilise", text): item for item, text in zip(ads, said, strict=True)}.items())
    place = {text: number for number, ((_last, text), _item) in enumerate(messages)}
    number = np.asarray([place[text] for text in said], np.uint8).take(ad)
    # Sorting numbers of one byte counts them out; the rows of one message keep their order.
    order = np.argsort(number, kind="stable")
    who, strength, earlier = voter.take(order).astype(np.intp), strength.take(order), earlier.take(order)
    first = 0
    for (_key, item), size in zip(messages, np.bincount(number, minlength=len(messages)).tolist(), strict=True):
        part, first = slice(first, first + size), first + size
        if size:
            yield order[part], Reached(population, mind, item, who[part], strength[part], earlier[part], p)


@dataclass(frozen=True, eq=False)
class _Effects:
    """What one message does to those whom it reached, like :class:`Exposure`; None where it does nothing to anybody."""

    dx: Floats | None
    dh: Floats
    dtrust: Floats | None
    wear: Floats | None
    da: Floats | None
    wrong: Bools | None


def _effects(reached: Reached, wording: float, p: Parameters) -> _Effects:
    """Work out what each impression of a message does."""
    wrong = segments.mistaken(reached)
    dh = reached.swayable * reached.fresh
    dh *= np.float32(stayhome.lift(reached.ad, p))
    return _Effects(
        dx=_persuasion(reached, wording, wrong, p),
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


def _persuasion(reached: Reached, wording: float, wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return how far stances move, [R]: the model's product, one factor per mechanism."""
    ad = reached.ad
    gain = _gain(ad, wording, p)
    if not gain:
        return None
    pull = listen(np.float32(SIGN[ad.side] * p.ad_stance) - reached.stance, p.listening)
    pull *= reached.open
    pull *= reached.fresh
    pull *= np.float32(gain if wrong is None else gain * p.match_gain)
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
    return pull if wrong is None else segments.aimed(pull, wrong, reached, gain, p)


def _trust(reached: Reached, wrong: Bools | None, p: Parameters) -> Floats | None:
    """Return what the campaign loses in trust, [R]: for a bait, for wrong guesses, with those who feel watched."""
    bait, watched = headline.cost(reached.ad, p), moments.watched(reached, p)
    if wrong is None and watched is None:
        return reached.attention * np.float32(-bait) if bait else None
    cost: Floats = np.zeros(reached.who.size, np.float32) if wrong is None else wrong * np.float32(-p.wrong_trust)
    cost -= np.float32(bait)
    if watched is not None:
        cost -= watched
    cost *= reached.attention
    return cost


def _wear(reached: Reached, p: Parameters) -> Floats | None:
    """Return the share of trust in the town that is lost, [R]: to untrue, generated and unsigned ads."""
    wear = falsehood.wear(reached.ad, p) + sponsor.wear(reached.ad, p)
    return reached.attention * np.float32(wear) if wear else None


def advertise(
    population: Population,
    mind: Mind,
    before: Mind,
    delivery: Delivery,
    strength: Floats,
    streams: Streams,
    p: Parameters,
) -> Moved:
    """Apply tonight's impressions to ``mind``, judged from the minds ``before`` tonight; return what each moved.

    What reaches one voter is added up message after message, so that the result depends neither on the machine nor on other voters.
    """
    earlier = np.minimum(delivery.rank, np.int8(PASSED_ON)).astype(np.float32)
    moved = Moved.none(delivery.voter.size)
    for rows, reached in _reached(population, before, delivery.ads, delivery.ad, delivery.voter, earlier, strength, p):
        done = _effects(reached, quality(streams, reached.ad, p), p)
        _apply(mind, reached, done, p)
        moved.dh[rows] = done.dh
        if done.dx is not None:
            moved.dx[rows] = done.dx
        if done.wrong is not None:
            moved.wrong[rows] = done.wrong
    return moved


def _apply(mind: Mind, reached: Reached, done: _Effects, p: Parameters) -> None:
    """Change the minds of those whom one of tonight's messages reached."""
    who = reached.who
    if done.dx is not None:
        np.add.at(mind.x, who, done.dx)
    np.add.at(mind.s, who, reached.attention)
    stayhome.turn(mind, reached, done.dh, p)
    if done.wear is not None:
        np.subtract.at(mind.T, who, reached.mind.T.take(who) * done.wear)
    if done.da is not None:
        np.add.at(mind.a, who, done.da)
    if done.dtrust is not None:
        np.add.at(mind.trust[reached.ad.side], who, done.dtrust)
    falsehood.remember(mind, reached)
