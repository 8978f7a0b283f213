"""The game's day and the same day written for Mesa are the same day: the ratio of their speeds compares like with like."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.benchmarks.agreement import WITHIN, Agreement, compare, has_mesa
from game.electorate import Mind, NightPlan, Parameters, Population, Streams, found
from game.parameters import PARAMETERS
from tests.electorate.sample_town import make_persona, make_town

CORE = (
    "slots",
    "base_click",
    "supply_friends",
    "supply_news",
    "supply_outrage",
    "supply_clickbait",
    "supply_bot",
    "rank_arousal",
    "rank_match",
    "arousal_friends",
    "arousal_news",
    "arousal_outrage",
    "arousal_clickbait",
    "arousal_bots",
    "outrage_lean",
    "click_arousal",
    "click_match",
    "profile_learning",
    "listening",
    "friends_pull",
    "outrage_pull",
    "conformity",
    "silence",
    "climate_pace",
    "arousal_pace",
    "reactivity_floor",
    "reactivity_anxiety",
    "certainty_push",
    "certainty_return",
    "anchor",
    "trust_return",
    "trust_clickbait",
    "trust_bot",
    "ad_memory",
)
"""Constants of the daily core under a feed ranked by engagement, with bots."""
PLANS = {
    "quiet": NightPlan(),
    "bots on both sides": NightPlan(bots=(1.0, 0.5)),
    "bots and click sites": NightPlan(bots=(0.0, 2.0), clickbait=2.0),
    "by time": NightPlan(ranking="chronological", bots=(0.5, 0.0)),
    "bridging": NightPlan(ranking="bridging", bots=(0.5, 1.0)),
}


@pytest.fixture(scope="module", autouse=True)
def mesa() -> None:
    """Without Mesa there is nothing to compare with."""
    if not has_mesa():
        pytest.skip("Mesa is not installed: pip install -e '.[benchmark]'")


@pytest.fixture(scope="module")
def people() -> Population:
    """Return three hundred voters."""
    return found(make_town(), (make_persona(),), 300, Streams(3), Parameters())


def stirred(people: Population) -> Mind:
    """Return minds in the middle of a campaign: ads remembered, trust and certainty moved, some at the very edge."""
    mind, luck = people.start(), Streams(5)
    mind.s[:] = luck.uniforms("s", n=people.n) * np.float32(4.0)
    mind.x[:] = np.clip(luck.normals("x", n=people.n), -1.0, 1.0)
    mind.T[:] = luck.uniforms("T", n=people.n)
    mind.c[:] = luck.uniforms("c", n=people.n)
    mind.P[:] = luck.uniforms("P", n=people.n) * np.float32(2.0) - np.float32(1.0)
    mind.m[:] = luck.uniforms("m", n=people.n) * np.float32(2.0) - np.float32(1.0)
    return mind


@pytest.mark.parametrize("name", PLANS)
def test_after_twenty_days_every_voter_is_the_same_in_both(people: Population, name: str) -> None:
    """300 voters, the same luck, 20 days: no property of any voter differs by more than 1e-5."""
    outcome = compare(people, PLANS[name], Streams(3), Parameters())
    assert outcome.days == 20
    assert outcome.voters == 300
    assert outcome.holds, outcome.largest


@pytest.mark.parametrize("seed", [1, 2])
def test_it_holds_for_any_constants_within_their_ranges(people: Population, seed: int) -> None:
    """Constants drawn anywhere in their ranges, and minds stirred up: still the same town in both."""
    luck = Streams(seed)
    drawn = {name: PARAMETERS[name].low + luck.chance(name) * _span(name) for name in CORE}
    outcome = compare(people, NightPlan(bots=(1.0, 0.5)), luck, Parameters(**drawn), mind=stirred(people))
    assert outcome.holds, outcome.largest


@pytest.mark.gate
@pytest.mark.parametrize("name", CORE)
def test_a_broken_equation_would_show(people: Population, name: str) -> None:
    """If one side alone had another value of any constant of the daily core, the comparison would fail."""
    constant = PARAMETERS[name]
    other = constant.high if constant.high != constant.value else constant.low
    outcome = compare(
        people,
        NightPlan(bots=(1.0, 0.5)),
        Streams(3),
        Parameters(),
        theirs=replace(Parameters(), **{name: other}),
        mind=stirred(people),
        days=5,
    )
    assert not outcome.holds


def test_a_town_that_went_astray_is_not_the_same() -> None:
    """A difference above 1e-5 in one property fails, and so does a value that is no number."""
    assert Agreement(1, 1, {"x": WITHIN, "c": 0.0}).holds
    assert not Agreement(1, 1, {"x": 2 * WITHIN, "c": 0.0}).holds
    assert not Agreement(1, 1, {"x": float("nan"), "c": 0.0}).holds


def _span(name: str) -> float:
    return PARAMETERS[name].high - PARAMETERS[name].low
