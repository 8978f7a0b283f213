"""Impossible input is refused in words: the thing is named, and what would do instead."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest

from game.electorate import (
    PARAMETERS,
    Contact,
    Lived,
    NightPlan,
    Parameter,
    ParameterError,
    Parameters,
    Population,
    Shock,
    Streams,
    ballot,
    deliver,
    drawn,
    fixed,
)
from tests.electorate.sample_town import make_ad

NAMES = sorted(PARAMETERS)
NO_NUMBERS: tuple[Any, ...] = ("0.5", None, [0.5], {}, True, False, 1j, np.asarray([0.5]))


def beyond(item: Parameter) -> tuple[float, ...]:
    """Return numbers that a constant cannot have: just outside, far outside, endless, none."""
    below, above = math.nextafter(item.low, -math.inf), math.nextafter(item.high, math.inf)
    return (below, above, -1e300, 10**400, -(10**400), math.inf, -math.inf, math.nan)


@pytest.mark.parametrize("name", NAMES)
def test_an_impossible_constant_is_refused_by_name_and_range(name: str) -> None:
    """Out of range, endless, not a number or not even of a kind that could be: the message says what would do."""
    item = PARAMETERS[name]
    for value in (*beyond(item), *NO_NUMBERS):
        for seed in (None, 1):
            with pytest.raises(ParameterError) as refused:
                fixed({name: value}) if seed is None else drawn(Streams(seed), {name: value})
            said = str(refused.value)
            assert said.startswith(f"{name} lies between {item.low:g} and {item.high:g}, not at "), said
            assert len(said) < 200
    shown = item.refusal(math.nextafter(item.high, math.inf)).rpartition(" ")[2]
    assert float(shown) > item.high  # the message does not round the fault away


def test_an_unknown_constant_is_refused_by_name() -> None:
    """A misspelt name fixes nothing, whatever its value."""
    for name in ("ad_gian", "", "__class__", 3):
        wrong: Any = {name: 0.5}
        with pytest.raises(ParameterError, match=f"no parameter is called {name!r}"):
            fixed(wrong)


def test_every_kind_of_number_is_taken_as_a_plain_float() -> None:
    """Whole numbers and numpy's own are numbers too; a run is the same whoever wrote them."""
    for value in (3, 3.0, np.float64(3), np.float32(3), np.int16(3)):
        for made in (fixed({"ad_wear": value}), drawn(Streams(1), {"ad_wear": value})):  # type: ignore[dict-item]  # because numpy's numbers are meant to be taken
            assert (type(made.ad_wear), made.ad_wear) == (float, 3.0)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf, 1e300])
@pytest.mark.parametrize("name", ["budget", "bid", "people", "mood"])
def test_an_ad_has_a_number_where_it_needs_one(population: Population, name: str, figure: float) -> None:
    """Endless budgets and bids that are no number: no auction is held with them."""
    wrong: dict[str, Any] = {name: figure}
    with pytest.raises(ValueError, match=re.escape(f"ad 'a': {name} is a number within 1e+15 of 0, not {figure}")):
        make_ad(population, "a", **wrong)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -1e16])
def test_nights_news_meetings_and_evenings_have_numbers(figure: float) -> None:
    """What would leave a mind without a number is refused before anybody's mind is touched."""
    for name in ("stance", "town_trust", "campaign_trust", "turnout", "arousal"):
        with pytest.raises(ValueError, match=f"news 'press': {name} is a number"):
            Shock(**{"side": 0, "cause": "press", name: figure})  # type: ignore[arg-type]  # because the name is one of them
    with pytest.raises(ValueError, match="street work 'd': people is a number"):
        Contact("d", "doors", 0, figure)
    wrong: tuple[dict[str, Any], ...] = ({"bots": (0.0, figure)}, {"clickbait": figure}, {"experiment": figure})
    for plan in wrong:
        with pytest.raises(ValueError, match=f"tonight: {next(iter(plan))} is a number"):
            NightPlan(**plan)


@pytest.mark.parametrize("figure", [math.nan, math.inf])
def test_an_evening_lived_has_numbers(figure: float) -> None:
    """One player's evening can spoil nobody's mind, not even their own."""
    single = dict.fromkeys(("arousal", "climate", "dx", "dc", "dT", "dh", "shared"), figure)
    many = {"clicks": ((0.5, figure),), "seen": ((figure, 1.0),), "trust": (0.0, figure)}
    for name, value in {**single, **many}.items():
        evening: dict[str, Any] = {name: value}
        with pytest.raises(ValueError, match=f"an evening: {name} is finite"):
            Lived(**evening)
    with pytest.raises(ValueError, match="the factor of n1-a-v0 is finite"):
        Lived(ads={"n1-a-v0": figure})


def test_sides_concerns_and_segments_of_another_town_are_refused(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """There are two sides, and an ad is about something that this town knows; the message says what it knows."""
    for side in (-1, 2):
        with pytest.raises(ValueError, match=rf"ad 'a': side is 0 \(for\) or 1 \(against\), not {side}"):
            make_ad(population, "a", side)
        with pytest.raises(ValueError, match=f"street work 'd': side is 0 .* not {side}"):
            Contact("d", "doors", side, 10.0)
    strange: tuple[tuple[dict[str, Any], str], ...] = (
        ({"concern": 3}, "concern is -1 to 2, not 3"),
        ({"guess": 9}, "guess is -1 to 2, not 9"),
        ({"place": 6}, "place is 0 to 5, not 6"),
        ({"place": -1}, "place is 0 to 5, not -1"),
        ({"members": np.ones(7, np.bool_)}, f"the town has {population.n} voters"),
    )
    for change, said in strange:
        plan = NightPlan(ads=(make_ad(population, "a", **change),))
        with pytest.raises(ValueError, match=f"ad 'a': .*{said}"):
            deliver(population, population.start(), plan, 1, streams, parameters)


@pytest.mark.parametrize("forced", [{0: 4}, {0: -1}, {-1: 0}, {10**6: 1}])
def test_a_ballot_that_cannot_be_is_not_counted(
    population: Population, streams: Streams, parameters: Parameters, forced: dict[int, int]
) -> None:
    """No fifth choice, no voter who does not live here."""
    with pytest.raises(ValueError, match=f"voter is 0 to {population.n - 1} and choice 0 to 3, not"):
        ballot(population, population.start(), streams, parameters, forced)
