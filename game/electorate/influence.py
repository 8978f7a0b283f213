"""What an ad does to a mind.

One listening rule serves friends, media, ads and doors: ``B(d) = d * max(0, 1 - (d/eps)**2)``, the further away somebody
stands, the less one listens (a smooth form of bounded confidence). One ad moves a voter by
``gain * wording * credibility * topic * (1 - c) * B(side - x) / (1 + s/2)``; the topic factor looks at the voter's own
concern, never at what the campaign guessed. Where the guess was wrong, the ad works against its sender.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams, exact_mean
from game.electorate.delivery import PASSED_ON, Delivery, appeal, quality
from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import AGAINST, FOR, SIGN, Bools, Floats, Mind, Population

AD_STANCE = 0.9
"""Where an ad of a side stands on the axis: a modelling choice; it sets who still listens."""
USUAL_PULL = 0.35
"""``B`` between an ad and a voter in the middle: the yardstick for what a wrong guess loses."""
_UNTRUE = {"true": 0.0, "misleading": 0.6, "fabricated": 1.0}
_STIRRING = {"policy": 0.0, "hope": 0.3, "fear": 1.0, "anger": 1.0}
_PERSUASION = {"persuade": 1.0, "mobilise": 0.3, "demobilise": 0.0}


def listen(distance: Floats, radius: float) -> Floats:
    """Return how far a message at ``distance`` pulls, in a new array: ``d * max(0, 1 - (d/radius)**2)``."""
    out: Floats = distance * np.float32(1.0 / radius)
    out *= out
    np.subtract(np.float32(1.0), out, out=out)
    np.maximum(out, np.float32(0.0), out=out)
    out *= distance
    return out


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


class _Audience:
    """How open everybody is tonight, worked out once per side, topic and guess over all voters, [N] each."""

    def __init__(self, population: Population, mind: Mind, p: Parameters) -> None:
        self.population, self.mind, self.p = population, mind, p
        self.open: Floats = np.float32(1.0) - mind.c
        self.swayable: Floats = (np.float32(1.0) - population.p0) * population.p0 * np.float32(4.0)
        self.nervous: Floats = (population.anxiety - np.float32(0.5)) * np.float32(0.2)
        self.worn: Floats = mind.s * np.float32(1.0 / p.ad_wear) + np.float32(1.0)
        self._pulls: dict[tuple[int, bool], Floats] = {}
        self._topics: dict[int, Floats] = {}
        self._misfits: dict[int, Bools] = {}

    def pull(self, side: int, signed: bool) -> Floats:
        """Return ``credibility * (1 - c) * B(side - x)``.

        A hidden sponsor has no credibility of its own to spend: people judge the post like a stranger's.
        """
        if (side, signed) not in self._pulls:
            pull = listen(np.float32(SIGN[side] * AD_STANCE) - self.mind.x, self.p.listening)
            pull *= self.open
            if signed:
                pull *= self.mind.trust[side] * np.float32(0.8) + np.float32(0.6)
            self._pulls[side, signed] = pull
        return self._pulls[side, signed]

    def topic(self, concern: int) -> Floats:
        """Return the factor of a topic: from 0.5 without the concern, linear in it; about 1 on average."""
        if concern not in self._topics:
            cares = self.population.concerns[concern]
            self._topics[concern] = cares * np.float32(self.p.topic_slope) + np.float32(self.p.topic_floor)
        return self._topics[concern]

    def misfit(self, guess: int) -> Bools:
        """Return for whom the guess is wrong: the concern lies in the town's lowest fifth."""
        if guess not in self._misfits:
            self._misfits[guess] = self.population.concerns[guess] < self.population.low[guess]
        return self._misfits[guess]


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
    size = voter.size
    dx, dh, dtrust, wear, da = (np.zeros(size, np.float32) for _ in range(5))
    out = Exposure(dx, dh, dtrust, wear, da, np.zeros(size, np.bool_))
    audience = _Audience(population, mind, p)
    index = voter.astype(np.intp)
    for k, item in enumerate(ads):
        rows = np.flatnonzero(ad == k)
        if rows.size:
            _expose(out, audience, item, rows, index[rows], earlier[rows], strength[rows], quality(streams, item, p))
    return out


def _expose(
    out: Exposure,
    audience: _Audience,
    ad: Ad,
    rows: npt.NDArray[np.intp],
    who: npt.NDArray[np.intp],
    earlier: Floats,
    strength: Floats,
    wording: float,
) -> None:
    """Write one ad's effects into ``out``."""
    p = audience.p
    worn = audience.worn[who]
    worn += earlier * np.float32(1.0 / p.ad_wear)
    reach = strength / worn
    gain = p.ad_gain * wording * _PERSUASION[ad.kind]
    gain *= (p.fit_gain if ad.fit else 1.0) * (p.hashtag_factor if ad.channel == "hashtag" else 1.0)
    soft = np.maximum(strength, np.float32(0.0))
    if gain:
        dx = audience.pull(ad.side, ad.signed)[who]
        dx *= reach
        dx *= np.float32(gain)
        if ad.concern >= 0:
            dx *= audience.topic(ad.concern)[who]
        if _STIRRING[ad.tone]:
            dx *= audience.nervous[who] * np.float32(_STIRRING[ad.tone]) + np.float32(1.0)
        if ad.guess is not None and ad.guess >= 0:
            wrong = audience.misfit(ad.guess)[who]
            against = audience.open[who] * reach
            against *= np.float32(-SIGN[ad.side] * gain * p.wrong_loss * USUAL_PULL)
            dx = np.where(wrong, against, dx * np.float32(p.match_gain))
            out.wrong[rows] = wrong
        out.dx[rows] = dx
    turnout = {"persuade": p.persuade_turnout, "mobilise": p.mobilise, "demobilise": -p.demobilise}[ad.kind]
    out.dh[rows] = audience.swayable[who] * reach * np.float32(turnout)
    cost = out.wrong[rows] * np.float32(p.wrong_trust)
    if ad.headline != "plain":
        cost += np.float32(p.bait_trust)
    out.dtrust[rows] = cost * -soft
    wear = _UNTRUE[ad.truth] * p.untrue_trust + (0.0 if ad.signed else p.hidden_trust)
    out.wear[rows] = soft * np.float32(wear)
    if _STIRRING[ad.tone]:
        stirred = np.float32(2.0 * p.ad_arousal * _STIRRING[ad.tone])
        out.da[rows] = audience.population.anxiety[who] * soft * stirred


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

    What reaches one voter is added up in the order of ranks, in float64 (``bincount`` adds row after row), so that the
    result depends neither on the machine nor on other voters.
    """
    earlier = np.minimum(delivery.rank, PASSED_ON).astype(np.float32)
    done = exposure(population, before, delivery.ads, delivery.ad, delivery.voter, earlier, strength, streams, p)
    if delivery.voter.size == 0:
        return done
    index, n = delivery.voter.astype(np.intp), population.n

    def add(target: Floats, values: Floats) -> None:
        if values.any():
            target += np.bincount(index, weights=values, minlength=n).astype(np.float32)

    add(mind.x, done.dx)
    worn = np.zeros(n, np.float32)
    add(worn, done.wear)
    mind.T -= before.T * worn
    add(mind.s, np.maximum(strength, np.float32(0.0)))
    add(mind.a, done.da)
    if done.dtrust.any():
        sides = np.asarray([ad.side for ad in delivery.ads], dtype=np.int16)[delivery.ad]
        for side in (FOR, AGAINST):
            add(mind.trust[side], np.where(sides == side, done.dtrust, np.float32(0.0)))
    # Messages to stay at home have a floor; a vote already lost further down is left where it is.
    floor = np.minimum(mind.h, np.float32(-p.demobilise_floor))
    add(mind.h, np.minimum(done.dh, np.float32(0.0)))
    np.maximum(mind.h, floor, out=mind.h)
    add(mind.h, np.maximum(done.dh, np.float32(0.0)))
    return done


@dataclass(frozen=True)
class Trial:
    """Result of showing an ad to a sample: how many saw it, clicked, and how trust in the campaign moved (points of 100).

    ``trust_sd`` is the standard deviation of the answers, for a margin: people answer noisily.
    """

    shown: int
    clicks: int
    trust_change: float
    trust_sd: float


def trial(
    population: Population,
    mind: Mind,
    ad: Ad,
    voters: npt.NDArray[np.int32],
    night: int,
    streams: Streams,
    parameters: Parameters,
) -> Trial:
    """Show ``ad`` to ``voters`` on paper: an A/B test. Nobody's mind changes; the answers carry noise of 3 points."""
    p, size = parameters, int(voters.size)
    if size == 0:
        return Trial(0, 0, 0.0, 0.0)
    drawn = appeal(ad, quality(streams, ad, p), (0.0, 0.0))
    match = mind.P[voters] * np.float32(p.delivery_match * SIGN[ad.side]) + np.float32(1.0)
    lanes = streams.lanes("trial", night, ad.id, n=population.n)[voters]
    clicks = int(np.count_nonzero(lanes < match * np.float32(drawn * p.ad_click * LANE_LEVELS)))
    none = np.zeros(size, np.float32)
    first = np.zeros(size, np.int16)
    done = exposure(population, mind, (ad,), first, voters, none, none + np.float32(1.0), streams, p)
    # Liking follows the pull of the message: 0.7 points of vote go with about one point of trust in the sender.
    warmth = done.dx * np.float32(100.0 * SIGN[ad.side]) + done.dtrust * np.float32(100.0)
    noise = streams.normals("trial-answer", night, ad.id, n=population.n)[voters] * np.float32(3.0)
    return Trial(size, clicks, exact_mean(warmth + noise), 3.0)
