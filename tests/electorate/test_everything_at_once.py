"""Whatever town, constants and amounts there are, all at once: numbers that make sense, never NaN."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.electorate import (
    PARAMETERS,
    Contact,
    Lived,
    Mind,
    NightPlan,
    Parameters,
    Population,
    Shock,
    Streams,
    Target,
    ask,
    ballot,
    choose,
    collect,
    deliver,
    drawn,
    feed_slots,
    fit,
    fixed,
    found,
    margins,
    merge,
    next_turnout,
    night,
    polarisation,
    poll,
    privacy,
    scandal,
    score,
    trial,
    trust_campaign,
    trust_town,
    turnout_intention,
)
from game.electorate.ballot import chances
from game.electorate.exposure import cross_cutting, feed_arousal, town_shares
from game.electorate.plan import LARGEST, Meeting, Ranking, Scoring
from game.electorate.social_score import scoring, wrongly_shut
from game.electorate.street import gifts
from game.scenario.model import Town
from tests.electorate.sample_town import make_ad, make_persona, make_town

NAMES = sorted(PARAMETERS)
TABLE = [(name, PARAMETERS[name]) for name in NAMES]
RANKINGS: tuple[Ranking, ...] = get_args(Ranking)
MEETINGS: tuple[Meeting, ...] = get_args(Meeting)

ENDS = st.sampled_from([0.0, 0.4, 1.0])
SIGNED = st.sampled_from([-1.0, 0.0, 1.0])
STEPS = st.sampled_from([-3, 0, 3])


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """A town as its author may write it, mostly at the limits: every share may be 0 or 1."""
    town = make_town(districts=draw(st.integers(1, 4)))
    share = draw(st.sampled_from(["even", "one", "none"]))
    districts = [
        {
            **dict(one),
            "voters": {"even": 0.3, "one": float(k == 0), "none": 0.0}[share],
            "lean": draw(SIGNED),
            "young": draw(ENDS),
        }
        for k, one in enumerate(town.districts)
    ]
    concerns = [{**dict(one), "mean": draw(ENDS), "lean": draw(SIGNED), "worry": draw(SIGNED)} for one in town.concerns]
    signals = [
        {**dict(one), "rate": draw(ENDS), "lean": draw(STEPS), "young": draw(STEPS), "turnout": draw(STEPS)}
        for one in town.signals
    ]
    voters = draw(st.sampled_from([200, 20_000, 10_000_000]))
    more = {"voters": voters, "turnout": draw(ENDS), "trust": draw(ENDS)}
    made = {**dict(town), **more, "districts": districts, "concerns": concerns, "signals": signals}
    return Town.model_validate({**made, "map": dict(town.map)})


@st.composite
def constants(draw: st.DrawFn) -> Parameters:
    """All constants at once: at their low ends, at their high ends, at random ends, drawn, or drawn but for some."""
    seed = draw(st.integers(0, 2**32))
    how = draw(st.sampled_from(["low", "high", "corner", "drawn", "mixed"]))
    if how == "drawn":
        return drawn(Streams(seed))
    if how in ("low", "high"):
        return fixed({name: getattr(PARAMETERS[name], how) for name in NAMES})
    bits = Streams(seed).lanes("corner", n=2 * len(NAMES)).reshape(2, -1) & 1
    ends = {name: item.high if bit else item.low for (name, item), bit in zip(TABLE, bits[0], strict=True)}
    if how == "mixed":
        return drawn(Streams(seed), {name: end for (name, end), bit in zip(ends.items(), bits[1], strict=True) if bit})
    return fixed(ends)


MONEY = st.sampled_from([-5.0, 0.0, 1e-9, 300.0, 1e7, LARGEST])


@st.composite
def nights(draw: st.DrawFn) -> dict[str, Any]:
    """The figures of a night full of everything."""
    return {
        "budget": draw(MONEY),
        "bid": draw(st.none() | MONEY),
        "crowd": draw(MONEY),
        "bots": (draw(MONEY), draw(MONEY)),
        "clickbait": draw(MONEY),
        "experiment": draw(st.sampled_from([-9.0, -1.0, 0.0, 1.0])),
        "news": draw(st.sampled_from([0.0, -30.0, 1e6])),
        "ranking": draw(st.sampled_from(RANKINGS)),
    }


def segments(people: Population, mind: Mind, streams: Streams, p: Parameters) -> tuple[Any, Any, Scoring]:
    """Buy files, guess, aim and score as campaigns do; everything that comes of it is a share or a whole number."""
    nothing = collect(people, range(6), 0.0, 0.0, False, streams, "nothing")
    everything = collect(people, range(6), 1.0, 1.0, False, streams, "everything")
    some = collect(people, range(3), 0.4, 0.0, True, streams, "some")
    held = merge(people, [nothing, some, everything])
    aimed = []
    for target in (Target("concern", 1), Target("leaning", side=1), Target("persuadable"), Target("lookalike")):
        survey = ask(people, mind, 2 * people.n, streams, target.kind, p)  # more than live here
        assert survey.voters.size <= people.n
        card = fit(people, mind, held, survey, target, p)
        aimed.append(choose(card, score(people, held, card)))
        assert 0.0 <= card.base <= 1.0
        assert 0.0 <= card.claimed <= 1.0
    card = fit(people, mind, held, ask(people, mind, 40, streams, "home", p), Target("stays-home"), p)
    shut = scoring(people, held, card, p)
    assert 0.0 <= wrongly_shut(people, mind, shut, card, p) <= 1.0
    assert 0.0 <= privacy(held) <= 100.0
    return aimed[0], aimed[1], shut


def full(people: Population, mind: Mind, figures: Mapping[str, Any], streams: Streams, p: Parameters) -> NightPlan:
    """A night with every kind of ad, meeting and news for both sides."""
    anxious, theirs, shut = segments(people, mind, streams, p)
    budget, bid, crowd = figures["budget"], figures["bid"], figures["crowd"]
    nobody = np.zeros(people.n, np.bool_)
    ads = (
        make_ad(people, "a", members=anxious, guess=0, tone="fear", headline="curiosity", budget=budget, bid=bid),
        make_ad(people, "b", 1, truth="fabricated", synthetic=True, signed=False, headline="outrage", budget=budget),
        make_ad(people, "c", 1, members=theirs, kind="demobilise", concern=-1, budget=budget, guess=-1),
        make_ad(people, "d", kind="mobilise", place=1, mood=0.8, guess=2, budget=budget, tone="hope"),
        make_ad(people, "e", channel="influencer", people=crowd, truth="misleading"),
        make_ad(people, "f", 1, channel="hashtag", people=crowd, tone="anger", fit=True),
        make_ad(people, "g", members=nobody, budget=budget, place=0),
        make_ad(people, "h", 1, bid=0.0, budget=budget),
        make_ad(people, "i", bid=LARGEST, budget=300.0),
        make_ad(people, "j", 1, members=nobody, channel="influencer", people=crowd),
    )
    street = tuple(
        Contact(f"{kind}-{side}", kind, side, crowd, None if side else people.districts - 1)
        for kind in MEETINGS
        for side in (0, 1)
    )
    news = figures["news"]
    shocks = (scandal(0, p), scandal(1, p), Shock(None, town_trust=news), Shock(0, news, news, news, news, news))
    return NightPlan(
        ads,
        figures["bots"],
        street,
        shocks,
        figures["ranking"],
        figures["clickbait"],
        figures["experiment"],
        shut,
    )


def within(mind: Mind, p: Parameters) -> None:
    """Every property of every mind is a number in its range."""
    for item in fields(Mind):
        assert np.isfinite(getattr(mind, item.name)).all(), item.name
    for name in ("x", "x0", "m", "P"):
        assert np.abs(getattr(mind, name)).max() <= 1.0, name
    for name in ("c", "T", "T0", "a", "trust"):
        values = getattr(mind, name)
        assert values.min() >= 0.0, name
        assert values.max() <= 1.0, name
    assert np.abs(mind.h).max() <= np.float32(p.turnout_limit)
    assert mind.s.min() >= 0.0


def feeds(people: Population, mind: Mind, plan: NightPlan, number: int, streams: Streams, p: Parameters) -> None:
    """Shares of the feed add up under every ranking, and one voter's feed holds what was delivered."""
    log = deliver(people, mind, plan, number, streams, p)
    for ranking in RANKINGS:
        other = replace(plan, ranking=ranking)
        mix = town_shares(people, mind, other, number, p)
        assert min(mix) >= 0.0
        assert sum(mix) == pytest.approx(1.0, abs=1e-5)
        assert 0.0 <= feed_arousal(people, mind, other, number, p) <= 1.0 + 1e-6
        assert 0.0 <= cross_cutting(people, mind, other, number, p) <= 1.0
        slots = feed_slots(people, mind, plan, log, number, 0, streams, p, ranking=ranking)
        assert len(slots) == 12
        assert sum(slot.kind == "ad" for slot in slots) == min(12, log.of(0).size)
        assert all(math.isfinite(slot.likes_factor) and slot.likes_factor >= 1.0 for slot in slots)


def one_night(people: Population, mind: Mind, plan: NightPlan, number: int, streams: Streams, p: Parameters) -> None:
    """Step a night with one voter's evening lived by a player; what it cost and did are numbers, no bill is too high."""
    before = mind.copy()
    lived = Lived(
        clicks=((1.0, 30.0), (-1.0, 0.0)),
        seen=((-1.0, 5.0),),
        arousal=1.0,
        climate=-1.0,
        dx=0.5,
        dc=-2.0,
        dT=2.0,
        dh=-1.0,
        trust=(-3.0, 3.0),
        ads={f"n{number}-b-v0": -1.0, f"n{number}-a-v0": 0.0},
        shared=1.5,
    )
    log = night(people, mind, plan, number, streams, p, lived={0: lived, people.n - 1: Lived()})
    delivery = log.delivery
    assert np.isfinite(delivery.price).all()
    assert np.isfinite(delivery.cpm).all()
    for k, ad in enumerate(plan.ads):
        assert 0.0 <= delivery.spent[k] <= max(0.0, ad.budget)
        assert float(delivery.price[delivery.ad == k].sum(dtype=np.float64)) == pytest.approx(
            delivery.spent[k], rel=1e-4
        )
        if not ad.members.any():
            assert not np.any((delivery.ad == k) & ~delivery.organic)
    for values in (log.effects, log.turnout, log.contact_stance, log.contact_turnout):
        assert np.isfinite(values).all()
    for k, contact in enumerate(plan.street):
        who = log.contact_voter[log.contact_action == k]
        assert who.size <= people.n
        given = gifts(people, before, contact, who, number, streams, p)
        assert 0 <= given.euros <= p.gift_limit
    within(mind, p)


def counted(people: Population, mind: Mind, streams: Streams, p: Parameters) -> None:
    """Polls, the vote and every figure of the town's health add up."""
    assert np.sum(chances(people, mind, p), axis=0) == pytest.approx(np.ones(people.n))
    for asked in (0, 1, 10 * people.n):
        heard = poll(people, mind, streams, 1, asked, p)
        assert sum(heard.counts) == heard.voters.size <= min(asked, people.n)
    votes = ballot(people, mind, streams, p, {0: 2, people.n - 1: 3})
    assert int(votes.counts.sum()) == people.n
    assert 0.0 <= votes.turnout <= 1.0
    assert votes.share(0) + votes.share(1) == pytest.approx(1.0)
    assert votes.margin(0) == -votes.margin(1)
    assert abs(votes.margin(0)) <= 100.0
    close = margins(people, mind, votes, streams, p)
    assert 0.0 <= close.stands <= 1.0
    assert 1 <= close.changed <= people.n // 2 + 1
    for figure in (
        trust_town(mind),
        trust_campaign(mind, 0),
        polarisation(people, mind, streams, p),
        turnout_intention(people, mind, p),
        next_turnout(people, votes, p),
    ):
        assert 0.0 <= figure <= 100.0
    for shown in (heard.voters, heard.voters[:0]):
        tried = trial(people, mind, make_ad(people, "t", tone="anger"), shown, 1, streams, p)
        assert 0 <= tried.clicks <= tried.shown == shown.size
        assert math.isfinite(tried.trust_change)


USUAL_NIGHT: dict[str, Any] = {
    "budget": 300.0,
    "bid": None,
    "crowd": 300.0,
    "bots": (1.0, 2.0),
    "clickbait": 1.0,
    "experiment": -1.0,
    "news": -3.0,
    "ranking": "engagement",
}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 2**32),
    town=towns(),
    size=st.sampled_from([1, 2, 3, 24, 120]),
    with_persona=st.booleans(),
    p=constants(),
    figures=nights(),
    undecided=st.booleans(),
)
@example(1, make_town(), 120, True, fixed({name: PARAMETERS[name].low for name in NAMES}), USUAL_NIGHT, True)
@example(1, make_town(), 120, True, fixed({name: PARAMETERS[name].high for name in NAMES}), USUAL_NIGHT, False)
@pytest.mark.gate
def test_nights_full_of_everything_leave_numbers_that_make_sense(
    seed: int,
    town: Town,
    size: int,
    with_persona: bool,
    p: Parameters,
    figures: dict[str, Any],
    undecided: bool,
) -> None:
    """Any town, all constants anywhere in their ranges, any amounts of everything: shares add up and nothing is NaN.

    The persona's author left one concern out. No step of the arithmetic overflows or divides by zero on the way.
    """
    streams = Streams(seed)
    persona = make_persona().model_copy(update={"concerns": {"safety": 1.0, "air": 0.0}})
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        people = found(town, (persona,) if with_persona else (), size, streams, p)
        mind = people.start()
        within(mind, p)
        if undecided:
            mind.x[:] = 0.0
        for number, plan in enumerate((full(people, mind, figures, streams, p), NightPlan()), start=1):
            feeds(people, mind, plan, number, streams, p)
            one_night(people, mind, plan, number, streams, p)
        counted(people, mind, streams, p)


@pytest.mark.parametrize("ranking", RANKINGS)
def test_a_night_without_any_move_is_an_ordinary_night(ranking: Ranking, parameters: Parameters) -> None:
    """Both sides silent for a week: minds stay in range without the limits that busy nights are held to."""
    for p in (
        parameters,
        fixed({name: item.high for name, item in TABLE}),
        fixed({name: item.low for name, item in TABLE}),
    ):
        people = found(make_town(lean=0.8), (), 200, Streams(3), p)
        mind = people.start()
        for number in range(1, 8):
            night(people, mind, NightPlan(ranking=ranking), number, Streams(3), p)
        within(mind, p)
