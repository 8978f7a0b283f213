"""Which constants a run is played with: drawn from their ranges, unless the scenario or the caller fixes some."""

from __future__ import annotations

import dataclasses
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.campaign.ground import values_of_run
from game.electorate.chance import Streams
from game.electorate.parameters import ParameterError, drawn
from game.parameters import PARAMETERS, Parameters
from game.scenario.model import Scenario
from game.session import journal, saving
from game.session.fingerprint import fingerprint
from game.session.session import Session
from game.session.setup import Setup, from_json, usual
from tests.runs import setup
from tests.sample_scenario import sample, tree

NAMES = st.sampled_from(sorted(PARAMETERS))


def overriding(**values: float) -> Scenario:
    """The sample with constants of its own."""
    files = tree()
    files["head"]["parameters"] = values
    return Scenario.model_validate(files)


def constants(scenario: Scenario, **more: Any) -> Parameters:
    """What a run of it is played with."""
    return Session(scenario, usual(scenario, voters=200, **more)).ground.parameters


def test_every_constant_is_drawn_from_its_range() -> None:
    """Over many seeds each stays within its range, moves about, and lies on both sides of its centre where it can."""
    runs = [drawn(Streams(seed)) for seed in range(200)]
    for name, item in PARAMETERS.items():
        values = [getattr(run, name) for run in runs]
        assert all(item.allows(value) for value in values), name
        assert (len(set(values)) > 100) == (item.low < item.high), name
        assert (min(values) < item.value) == (item.low < item.value), name
        assert (max(values) > item.value) == (item.value < item.high), name


def test_a_seed_draws_the_same_constants_again() -> None:
    """The seed names the draw, and another seed draws others; the side played and the town's size do not matter."""
    one = constants(sample(), seed=4)
    assert one == constants(sample(), seed=4, side="against", rules="none")
    assert one == Session(sample(), usual(sample(), seed=4, voters=900)).ground.parameters
    assert one == values_of_run(sample(), 4)
    assert one != constants(sample(), seed=5)


def test_a_draw_is_named_by_its_constant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fixing one constant, or having them in another order, changes no other draw."""
    free = dataclasses.asdict(drawn(Streams(8)))
    held = dataclasses.asdict(drawn(Streams(8), {"ad_gain": 0.05}))
    assert {name for name in free if free[name] != held[name]} == {"ad_gain"}
    backwards = dict(reversed(list(PARAMETERS.items())))
    monkeypatch.setattr("game.electorate.parameters.PARAMETERS", backwards)
    assert dataclasses.asdict(drawn(Streams(8))) == free


def test_the_scenario_wins_over_the_draw_and_the_caller_over_the_scenario() -> None:
    """What nobody fixes is drawn as ever, or central where the caller asks for that."""
    town = overriding(ad_gain=0.06, ad_wear=3)
    assert (constants(town).ad_gain, constants(town).ad_wear) == (0.06, 3.0)
    ours = constants(town, fixed={"ad_gain": 0.01})
    assert (ours.ad_gain, ours.ad_wear) == (0.01, 3.0)
    assert ours.ad_memory == constants(sample()).ad_memory
    assert constants(town, drawn=False) == Parameters(ad_gain=0.06, ad_wear=3.0)
    assert constants(sample(), drawn=False) == Parameters()


def test_the_town_is_founded_with_the_constants_of_the_run() -> None:
    """Not only what ads do is drawn, but also who lives there."""
    spread = PARAMETERS["stance_spread"]
    narrow, wide = (
        Session(sample(), usual(sample(), voters=2000, fixed={"stance_spread": value})).ground.start.x
        for value in (spread.low, spread.high)
    )
    assert float(np.std(narrow)) < float(np.std(wide))


def test_a_scenarios_constants_are_part_of_what_it_is() -> None:
    """Two scenarios that differ in a constant are not one: a run of the one is not opened with the other."""
    prints = {fingerprint(sample()), fingerprint(overriding(ad_gain=0.06)), fingerprint(overriding(ad_gain=0.05))}
    assert len(prints) == 3
    assert fingerprint(overriding(ad_gain=0.06, ad_wear=3)) == fingerprint(overriding(ad_wear=3, ad_gain=0.06))


def test_fixed_constants_travel_in_the_journal(tmp_path: Path) -> None:
    """A resumed run is played with the constants that it began with."""
    path = tmp_path / "run.jsonl"
    wanted = usual(sample(), voters=300, drawn=False, fixed={"ad_gain": 0.05, "ad_wear": 3})
    begun = saving.begin(sample(), wanted, path)
    again = saving.resume(path, sample())
    assert again.notices == ()
    assert again.session is not None
    assert again.session.setup == wanted
    assert again.session.ground.parameters == begun.ground.parameters == Parameters(ad_gain=0.05, ad_wear=3.0)


def test_equal_settings_are_equal_in_any_order() -> None:
    """Fixed constants have no order of their own."""
    assert usual(sample(), fixed={"ad_gain": 0.05, "ad_wear": 3}) == usual(
        sample(), fixed={"ad_wear": 3, "ad_gain": 0.05}
    )


def test_a_run_of_the_older_engine_is_kept_aside_and_said(tmp_path: Path) -> None:
    """Its rules are gone, so it is not played on with others; nothing of it is lost."""
    path = tmp_path / "run.jsonl"
    old = {
        "scenario_id": "sample",
        "side": "for",
        "seed": 1,
        "days": 5,
        "voters": 600,
        "rules": "2016",
        "length": "full",
    }
    head = {"scenario": "sample", "fingerprint": "0" * 16, "seed": 1, "settings": old, "engine": "1", "format": 1}
    text, _chain = journal.line("", {**head, "part": "campaign"})
    path.write_text(text, encoding="ascii", newline="\n")
    resumed = saving.resume(path, sample())
    assert resumed.session is None
    assert [notice.code for notice in resumed.notices] == ["other-engine", "kept-aside"]
    assert [file.read_text(encoding="ascii") for file in tmp_path.iterdir()] == [text]


def test_a_run_of_another_engine_with_todays_header_is_refused_as_such(tmp_path: Path) -> None:
    """Another engine reads other things of a scenario, so that is said before its fingerprint is looked at."""
    path = tmp_path / "run.jsonl"
    header = journal.Header("sample", "0" * 16, 3, setup(), engine="999")
    path.write_text(journal.line("", journal.head(header))[0], encoding="ascii", newline="\n")
    resumed = saving.resume(path, sample())
    assert [notice.code for notice in resumed.notices] == ["other-engine", "kept-aside"]


@given(NAMES, st.floats())
@example("ad_gain", math.nan)
@example("ad_gain", math.inf)
@example("ad_gain", -math.inf)
def test_a_value_is_taken_exactly_when_its_range_has_it(name: str, value: float) -> None:
    """Whatever number comes: within the range it is the run's, outside it is refused and nothing begins."""
    item = PARAMETERS[name]
    if item.low <= value <= item.high:
        assert usual(sample(), fixed={name: value}).fixed == ((name, value),)
        assert getattr(values_of_run(sample(), 1, fixed={name: value}), name) == value
    else:
        with pytest.raises(ParameterError, match="lies between"):
            usual(sample(), fixed={name: value})
        with pytest.raises(ParameterError, match="lies between"):
            values_of_run(sample(), 1, fixed={name: value})


@given(st.text().filter(lambda name: name not in PARAMETERS))
def test_an_unknown_constant_is_refused(name: str) -> None:
    """A name that the table does not have fixes nothing."""
    with pytest.raises(ParameterError, match="no parameter is called"):
        usual(sample(), fixed={name: 0.5})


def test_a_constant_is_fixed_once() -> None:
    """Two values for one constant contradict each other, even if they are equal."""
    with pytest.raises(ValueError, match="twice"):
        dataclasses.replace(setup(), fixed=(("ad_gain", 0.05), ("ad_gain", 0.05)))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | NAMES,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=6,
    ),
    st.none() | st.booleans() | st.integers() | st.text(),
)
@example([["ad_gain", 1]], True)
@example([["ad_gain", True]], True)
@example([["ad_gain", 10**400]], True)
@example([["ad_gain", 0.05, 1]], True)
@example([["ad_gain", math.nan]], True)
@example([], 1)
@example("ad", True)
def test_a_header_with_anything_else_is_no_header(fixed: Any, is_drawn: Any) -> None:
    """From a journal come settings that a run can have, or a ValueError; never anything between."""
    whole = {**dataclasses.asdict(setup()), "fixed": fixed, "drawn": is_drawn}
    try:
        read = from_json(json.loads(json.dumps(whole)))
    except ValueError:
        return
    assert isinstance(read, Setup)
    assert type(read.drawn) is bool
    assert all(PARAMETERS[name].allows(value) for name, value in read.fixed)
