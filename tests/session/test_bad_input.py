"""Settings that no run can have are refused in words; every run that is begun comes to an end with figures that make sense."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, fields
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.debrief.outcome import ballot_dots, health, outcome
from game.electorate import Mind
from game.parameters import PARAMETERS
from game.players import STRATEGIES, Strategy, play
from game.players.sweep import FIGURES, Job, figures
from game.players.worker import play_one
from game.scenario.model import RivalPlan, RuleSet, Scenario
from game.session.session import Session
from game.session.setup import usual
from tests.sample_scenario import sample, tree

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

FEWEST = 200
WHOLE_DAYS = "days is a whole number from 1 to 7"
WHOLE_VOTERS = "voters is a whole number from 200 to 10000000"
WHOLE_SEED = "seed is a whole number"


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("days", (0, 8, -1, 2.5, True, "3", math.nan), WHOLE_DAYS),
        ("voters", (0, 1, 199, 10_000_001, 300.5, True, "x", math.nan, math.inf), WHOLE_VOTERS),
        ("seed", (1.5, "x", math.nan, True), WHOLE_SEED),
        ("side", ("", "x", 3), "side is one of for, against"),
        ("rules", ("", "x", 3, ["2016"]), "rules is one of none, 2016, 2026"),
        ("length", ("", "x", 3), "length is one of full, short"),
        ("drawn", (1, "no", None), "drawn is true or false"),
    ],
)
def test_an_impossible_setting_is_refused_by_name_and_range(name: str, values: tuple[Any, ...], said: str) -> None:
    """The message says which setting, what would do, and what came instead; nothing falls back on a default."""
    for value in values:
        wrong: dict[str, Any] = {name: value}
        with pytest.raises(ValueError, match=said) as refused:
            usual(sample(), **wrong)
        assert str(refused.value).endswith(f"not {value!r}")


def test_a_setting_that_is_left_out_is_the_scenario_s() -> None:
    """None is no value."""
    run = usual(sample(), days=None, voters=None, rules=None)
    assert (run.days, run.voters, run.rules) == (5, 20_000, "2016")


def sane(session: Session) -> None:
    """A finished run: every mind in range, every figure finite, all of it fit for JSON, and everybody counted once."""
    assert session.phase == "debrief"
    story = session.story()
    minds = [story.start, *(record.before for record in session.campaign.nights), story.mind]
    for mind in minds:
        assert all(np.isfinite(getattr(mind, item.name)).all() for item in fields(Mind))
        assert np.abs(mind.x).max() <= 1.0
        assert mind.trust.min() >= 0.0
        assert mind.trust.max() <= 1.0
    for record in session.campaign.nights:
        for ad, spent in zip(record.log.delivery.ads, record.log.delivery.spent, strict=True):
            assert 0.0 <= spent <= ad.budget
    end = outcome(session)
    json.dumps(asdict(end), allow_nan=False)
    assert abs(end.margin) <= 100.0
    assert sum(end.counts.values()) == session.scenario.town.voters
    assert 0.0 <= end.turnout <= 1.0
    assert sum(end.predicted.values()) == pytest.approx(1.0)
    for measure in health(session):
        assert 0.0 <= measure.before <= 100.0
        assert 0.0 <= measure.after <= 100.0
    assert ballot_dots(session)[0].max() <= 3


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("rules", ["none", "2016", "2026"])
def test_the_smallest_town_is_played_to_its_end(strategy: Strategy, rules: RuleSet) -> None:
    """200 voters, whoever plays and whatever the law; both seats, to the vote."""
    session = Session(sample(), usual(sample(), voters=FEWEST, rules=rules, seed=7, days=3))
    sane(play(session, strategy))


@pytest.mark.parametrize("end", ["low", "high"])
def test_a_run_with_all_constants_at_one_end(end: str) -> None:
    """All at their lowest, all at their highest: the sweep's figures are finite and travel as JSON."""
    held = {name: getattr(item, end) for name, item in PARAMETERS.items()}
    setup = usual(sample(), voters=FEWEST, days=2, fixed=held)
    runs = [play_one(Job(sample(), setup, strategy), 4) for strategy in ("dirty", "honest")]
    said = json.loads(json.dumps({name: asdict(figure) for name, figure in figures(runs).items()}, allow_nan=False))
    assert list(said) == list(FIGURES)
    assert all(figure["low"] <= figure["median"] <= figure["high"] for figure in said.values())
    sane(play(Session(sample(), setup), "dirty"))


ENDS = st.sampled_from([0.0, 0.5, 1.0])


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """The sample with every share anywhere, samples larger than the town, and rivals that come too late or never."""
    files = tree(draw(st.sampled_from(["none", "2016", "2026"])))
    town, campaign = files["town"], files["campaign"]
    town["turnout"], town["trust"], town["voters"] = draw(ENDS), draw(ENDS), draw(st.sampled_from([200, 10_000_000]))
    for district in town["districts"]:
        district["voters"], district["young"] = draw(st.sampled_from([0.0, 1.0])), draw(ENDS)
        district["lean"] = draw(st.sampled_from([-1.0, 0.0, 1.0]))
    for concern in town["concerns"]:
        concern["mean"] = draw(ENDS)
    for signal in town["signals"]:
        signal["rate"] = draw(ENDS)
    for source in campaign["sources"]:
        source["coverage"], source["reliability"] = draw(ENDS), draw(ENDS)
        source["price"] = draw(st.sampled_from([0, 100]))
    for action in campaign["amplify"] + campaign["street"]:
        action["price"], action["people"] = draw(st.sampled_from([0, 500])), draw(st.sampled_from([0, 100_000]))
    for event in campaign["events"]:
        event["chance"] = draw(st.sampled_from([0.0, 1.0]))
    size = draw(st.sampled_from([100, 5000]))
    campaign["survey_size"] = campaign["poll_size"] = campaign["test_size"] = size
    for persona in files["feed"]["personas"]:
        del persona["concerns"][draw(st.sampled_from(["safety", "climate", "money"]))]
        for name in ("certainty", "trust", "turnout", "anxiety"):
            persona[name] = draw(ENDS)
    for plan in campaign["rivals"]:
        late = [{**move, "day": 7} for move in plan["moves"]]
        plan["moves"] = draw(st.sampled_from([plan["moves"], late, late[:1]]))
    head = files["head"]
    head["budget"] = draw(st.sampled_from([0, 1, 12_000, 1_000_000]))
    return Scenario.model_validate(files)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    scenarios(),
    st.sampled_from(["dirty", "mixed", "greedy"]),
    st.integers(0, 2**32),
    st.integers(1, 4),
    st.sampled_from([FEWEST, 333]),
)
@example(sample(), "random", 1, 7, FEWEST)
def test_whatever_an_author_may_write_can_be_played(
    scenario: Scenario, strategy: Strategy, seed: int, days: int, voters: int
) -> None:
    """Shares of 0 and 1, no money and endless money, a rival after the vote, polls larger than the town: never NaN."""
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        sane(play(Session(scenario, usual(scenario, seed=seed, days=days, voters=voters)), strategy))


def test_a_rival_who_does_nothing_is_no_trouble() -> None:
    """The format asks for one move; the rules do not need any. Nor does a player have to do anything."""
    silent = tuple(RivalPlan.model_construct(side=plan.side, moves=()) for plan in sample().campaign.rivals)
    quiet = sample().model_copy(update={"campaign": sample().campaign.model_copy(update={"rivals": silent})})
    for strategy in ("honest", "dirty"):
        session = play(Session(quiet, usual(quiet, voters=FEWEST, days=3)), strategy)
        sane(session)
        sides = {ad.side for record in session.campaign.nights for ad in record.log.delivery.ads}
        assert sides == {session.ground.own}
