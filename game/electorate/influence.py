"""What an ad, a talk at the door or a scandal does to a mind.

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
from game.electorate.plan import Ad, Contact, NightPlan, Shock
from game.electorate.population import AGAINST, FOR, SIGN, Bools, Floats, Mind, Population

AD_STANCE = 0.9
"""Where an ad of a side stands on the axis: a modelling choice; it sets who still listens."""
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
class AdTable:
    """Properties of tonight's ads as columns, so that impressions can look them up; all [A]."""

    sign: Floats
    side: npt.NDArray[np.int64]
    concern: npt.NDArray[np.int64]
    guess: npt.NDArray[np.int64]
    gain: Floats
    turnout: Floats
    untrue: Floats
    stirring: Floats
    bait: Floats
    hidden: Floats


def table(ads: tuple[Ad, ...], streams: Streams, p: Parameters) -> AdTable:
    """Return the columns of ``ads``."""

    def column(values: list[float]) -> Floats:
        return np.asarray(values, dtype=np.float32)

    turnout = {"persuade": p.persuade_turnout, "mobilise": p.mobilise, "demobilise": -p.demobilise}
    return AdTable(
        sign=column([SIGN[ad.side] for ad in ads]),
        side=np.asarray([ad.side for ad in ads], dtype=np.int64),
        concern=np.asarray([ad.concern for ad in ads], dtype=np.int64),
        guess=np.asarray([-1 if ad.guess is None else ad.guess for ad in ads], dtype=np.int64),
        gain=column(
            [
                p.ad_gain
                * quality(streams, ad, p)
                * _PERSUASION[ad.kind]
                * (p.fit_gain if ad.fit else 1.0)
                * (p.hashtag_factor if ad.channel == "hashtag" else 1.0)
                for ad in ads
            ]
        ),
        turnout=column([turnout[ad.kind] for ad in ads]),
        untrue=column([_UNTRUE[ad.truth] for ad in ads]),
        stirring=column([_STIRRING[ad.tone] for ad in ads]),
        bait=column([0.0 if ad.headline == "plain" else 1.0 for ad in ads]),
        hidden=column([0.0 if ad.signed else 1.0 for ad in ads]),
    )


@dataclass(frozen=True, eq=False)
class Exposure:
    """What each impression does, float32 [R].

    ``dx`` stance, ``dh`` turnout, ``dtrust`` trust in the sender's campaign, ``keep`` factor on trust in the town, ``da``
    arousal; ``wrong`` bool: the segment's guess was wrong.
    """

    dx: Floats
    dh: Floats
    dtrust: Floats
    keep: Floats
    da: Floats
    wrong: Bools


def exposure(
    population: Population,
    mind: Mind,
    columns: AdTable,
    ad: npt.NDArray[np.int16],
    voter: npt.NDArray[np.int32],
    earlier: Floats,
    strength: Floats,
    p: Parameters,
) -> Exposure:
    """Return the effects of impressions, without applying them.

    Args:
        population: the town.
        mind: minds before tonight.
        columns: tonight's ads.
        ad: index of the ad, [R].
        voter: whom it reached, [R].
        earlier: ads that this voter has already seen tonight, [R].
        strength: 1 for an ordinary impression, less for one passed on or resisted, negative where it backfires, [R].
        p: the constants.
    """
    sign = columns.sign[ad]
    x = mind.x[voter]
    open_mind = np.float32(1.0) - mind.c[voter]
    concern = columns.concern[ad]
    cares = population.concerns[np.maximum(concern, 0), voter]
    topic = np.where(concern >= 0, cares * np.float32(p.topic_slope) + np.float32(p.topic_floor), np.float32(1.0))
    anxious = (population.anxiety[voter] - np.float32(0.5)) * columns.stirring[ad]
    credible = mind.trust[columns.side[ad], voter]
    # A hidden sponsor spends no credibility of its own: people judge the post as a stranger's.
    credible = np.where(columns.hidden[ad] > 0, np.float32(0.5), credible) * np.float32(0.8) + np.float32(0.6)
    worn = (mind.s[voter] + earlier) * np.float32(1.0 / p.ad_wear) + np.float32(1.0)
    reach = strength / worn
    gain = columns.gain[ad] * open_mind
    gain *= reach
    dx = listen(sign * np.float32(AD_STANCE) - x, p.listening)
    dx *= gain
    dx *= credible
    dx *= topic
    dx *= anxious * np.float32(0.2) + np.float32(1.0)
    guess = columns.guess[ad]
    threshold = population.low[np.maximum(guess, 0)]
    wrong = (guess >= 0) & (population.concerns[np.maximum(guess, 0), voter] < threshold)
    against = gain * sign * np.float32(-p.wrong_loss * 0.45)
    dx = np.where(wrong, against, dx)
    base = population.p0[voter]
    dh = columns.turnout[ad] * np.float32(4.0) * base * (np.float32(1.0) - base) * reach
    soft = np.maximum(strength, np.float32(0.0))
    cost = wrong * np.float32(p.wrong_trust) + columns.bait[ad] * np.float32(p.bait_trust)
    dtrust = cost * -soft
    wear = columns.untrue[ad] * np.float32(p.untrue_trust) + columns.hidden[ad] * np.float32(p.hidden_trust)
    return Exposure(
        dx=dx,
        dh=dh,
        dtrust=dtrust,
        keep=np.float32(1.0) - wear * soft,
        da=columns.stirring[ad] * population.anxiety[voter] * np.float32(2.0 * p.ad_arousal) * soft,
        wrong=wrong,
    )


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

    A voter's impressions are applied one rank after the other, so no voter stands twice in one scatter.
    """
    columns = table(delivery.ads, streams, p)
    earlier = np.minimum(delivery.rank, PASSED_ON).astype(np.float32)
    done = exposure(population, before, columns, delivery.ad, delivery.voter, earlier, strength, p)
    side = columns.side[delivery.ad]
    for rank in range(int(delivery.rank.max(initial=-1)) + 1):
        rows = np.flatnonzero(delivery.rank == rank)
        who = delivery.voter[rows]
        mind.x[who] += done.dx[rows]
        mind.T[who] *= done.keep[rows]
        mind.a[who] += done.da[rows]
        mind.s[who] += np.maximum(strength[rows], np.float32(0.0))
        mind.trust[side[rows], who] += done.dtrust[rows]
        shift = done.dh[rows]
        now = mind.h[who]
        # Messages to stay at home have a floor; a vote already lost further down is left where it is.
        floor = np.minimum(now, np.float32(-p.demobilise_floor))
        mind.h[who] = np.where(shift < 0, np.maximum(now + shift, floor), now + shift)
    return done


def meet(
    population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters
) -> npt.NDArray[np.int32]:
    """Carry out one piece of street work on ``mind`` and return whom it reached, i32, ascending.

    Doors move turnout and a little opinion; hall, school and answers move trust and accountability, not votes.
    """
    who = _met(population, mind, contact, night, streams, p)
    if contact.kind == "doors":
        _at_the_door(population, mind, contact, who, p)
        return who
    lift, turnout = {
        "hall": (p.hall_trust, 0.0),
        "school": (p.school_trust, p.school_turnout),
        "concert": (p.concert_trust, p.concert_turnout),
        "answers": (p.answer_trust, 0.0),
    }[contact.kind]
    _trust(mind, contact.side, who, lift)
    if turnout:
        base = population.p0[who]
        mind.h[who] += np.float32(4.0 * turnout) * base * (np.float32(1.0) - base)
    return who


def _met(
    population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters
) -> npt.NDArray[np.int32]:
    """Return who answers the door, comes, or reads the answer: a lane per voter against the chance of being there."""
    wanted = max(0.0, contact.people) / population.weight
    here = np.ones(population.n, np.float32)
    if contact.district is not None:
        here *= population.district == contact.district
    if contact.kind == "doors":
        wanted *= p.door_rate
    elif contact.kind == "hall":
        here *= mind.c + np.float32(0.3)
    elif contact.kind in ("school", "concert"):
        here *= np.where(population.band == 0, np.float32(1.0), np.float32(0.0 if contact.kind == "school" else 0.25))
    else:
        here *= population.use
    total = exact_mean(here) * population.n
    if total <= 0.0 or wanted <= 0.0:
        return np.zeros(0, dtype=np.int32)
    lanes = streams.lanes("street", night, contact.id, n=population.n)
    return np.flatnonzero(lanes < here * np.float32(wanted / total * LANE_LEVELS)).astype(np.int32)


def _at_the_door(
    population: Population, mind: Mind, contact: Contact, who: npt.NDArray[np.int32], p: Parameters
) -> None:
    sign = np.float32(SIGN[contact.side])
    pull = listen(sign * np.float32(AD_STANCE) - mind.x[who], p.listening)
    pull *= np.float32(p.door_gain)
    pull *= np.float32(1.0) - mind.c[who]
    mind.x[who] += pull
    base = population.p0[who]
    mind.h[who] += np.float32(4.0 * p.door_turnout) * base * (np.float32(1.0) - base)
    _trust(mind, contact.side, who, p.door_trust)


def _trust(mind: Mind, side: int, who: npt.NDArray[np.int32], lift: float) -> None:
    """Lift trust in the town and in one campaign; half as much in the town as in those who came."""
    mind.T[who] += np.float32(0.5 * lift) * (np.float32(1.0) - mind.T[who])
    mind.trust[side, who] += np.float32(lift)


def scandal(side: int, parameters: Parameters, cause: str = "press") -> Shock:
    """Return the standard scandal of a campaign that is found out. A game parameter: there is no literature."""
    p = parameters
    return Shock(
        side=side,
        stance=p.scandal_stance,
        town_trust=-p.scandal_town,
        campaign_trust=-p.scandal_campaign,
        turnout=-p.scandal_turnout,
        arousal=0.02,
        cause=cause,
    )


def strike(mind: Mind, shock: Shock) -> None:
    """Apply news that hits everybody, in place; half of a move of stance or of a loss of trust in the town stays."""
    town = np.float32(shock.town_trust / 100.0)
    mind.T += town
    mind.T0 += np.float32(0.5) * town
    mind.a += np.float32(shock.arousal)
    if shock.side in (FOR, AGAINST):
        sign = SIGN[shock.side]
        mind.trust[shock.side] += np.float32(shock.campaign_trust / 100.0)
        own = mind.x * np.float32(sign) > 0
        mind.h += own * np.float32(shock.turnout / 100.0)
        move = (np.float32(1.0) - mind.c) * np.float32(-sign * shock.stance)
        mind.x += move
        mind.x0 += np.float32(0.5) * move
    contain(mind)


def contain(mind: Mind) -> None:
    """Clip every property to its range, in place."""
    for values in (mind.x, mind.x0, mind.m, mind.P):
        np.clip(values, -1.0, 1.0, out=values)
    for values in (mind.c, mind.T, mind.T0, mind.a, mind.trust):
        np.clip(values, 0.0, 1.0, out=values)
    np.clip(mind.h, -0.3, 0.3, out=mind.h)


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
    columns = table((ad,), streams, p)
    none = np.zeros(size, np.float32)
    first = np.zeros(size, np.int16)
    done = exposure(population, mind, columns, first, voters, none, none + np.float32(1.0), p)
    # Liking follows the pull of the message: 0.7 points of vote go with about one point of trust in the sender.
    warmth = done.dx * columns.sign[0] * np.float32(100.0) + done.dtrust * np.float32(100.0)
    noise = streams.normals("trial-answer", night, ad.id, n=population.n)[voters] * np.float32(3.0)
    return Trial(size, clicks, exact_mean(warmth + noise), 3.0)


def shock_all(mind: Mind, plan: NightPlan) -> None:
    """Apply the night's shocks in their order."""
    for shock in plan.shocks:
        strike(mind, shock)
