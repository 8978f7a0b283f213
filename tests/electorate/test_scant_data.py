"""Files, surveys and towns at their limits: nothing on file, all of it, one voter, one district."""

from __future__ import annotations

import math
from time import process_time

import numpy as np
import pytest

from game.electorate import (
    Holding,
    Parameters,
    Population,
    Scorecard,
    Streams,
    Survey,
    Target,
    ask,
    auc,
    choose,
    collect,
    fit,
    found,
    merge,
    privacy,
    score,
    truth,
)
from game.electorate.data.broker import real_accuracy, right_entries
from game.electorate.data.faces import looks_tense
from game.electorate.data.places import passed
from game.electorate.data.quiz import circle
from game.electorate.data.scorecard import precision
from game.electorate.social_score import scoring
from tests.electorate.sample_town import make_town

TARGETS = (
    Target("concern", 2),
    Target("leaning"),
    Target("persuadable"),
    Target("stays-home"),
    Target("lookalike", side=1),
)


def sane(population: Population, holding: Holding, survey: Survey, target: Target) -> Scorecard:
    """Fit, score and choose, and see that every number is one."""
    mind = population.start()
    card = fit(population, mind, holding, survey, target)
    scores = score(population, holding, card)
    fits = truth(population, mind, target)
    assert scores.shape == (population.n,)
    assert scores.dtype == np.int32
    for share in (card.claimed, card.base, auc(scores, fits), precision(choose(card, scores), fits)):
        assert 0.0 <= share <= 1.0
    assert 0.0 <= privacy(holding) <= 100.0
    made = scoring(population, holding, card, Parameters())
    assert not np.any(made.shut & ~made.scored)
    return card


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.kind)
@pytest.mark.parametrize("voters", [1, 2, 7, 300])
@pytest.mark.parametrize("districts", [1, 3])
def test_any_town_and_any_file_give_a_sane_card(voters: int, districts: int, target: Target) -> None:
    """Coverage and reliability at nothing and at all, surveys of nobody and of everybody."""
    streams = Streams(5)
    town = found(make_town(districts=districts), (), voters, streams, Parameters())
    for coverage in (0.0, 1.0):
        for reliability in (0.0, 1.0):
            held = collect(town, range(6), coverage, reliability, False, streams, "f")
            assert 0.0 <= right_entries(town, held) <= 1.0
            for asked in (0, 1, 9, voters):
                sane(town, held, ask(town, town.start(), asked, streams, "s"), target)
    sane(town, merge(town, []), ask(town, town.start(), 5, streams, "s"), target)


@pytest.mark.parametrize("lean", [-1.0, 1.0])
def test_where_all_or_none_fit_the_card_knows_it(population: Population, streams: Streams, lean: float) -> None:
    """A town of one mind: the claim is the base rate, nobody is better than a coin, nothing divides by zero."""
    mind = population.start()
    mind.x[:] = lean
    held = collect(population, range(6), 0.5, 0.8, False, streams, "f")
    survey = ask(population, mind, 300, streams, "s")
    card = fit(population, mind, held, survey, Target("leaning"))
    scores = score(population, held, card)
    assert card.base == (1.0 if lean > 0 else 0.0)
    assert auc(scores, truth(population, mind, Target("leaning"))) == 0.5
    assert math.isfinite(card.claimed)
    assert card.claimed == card.base


def test_a_file_of_nobody_and_a_file_of_everybody(population: Population, streams: Streams) -> None:
    """Coverage 0 knows nobody, coverage 1 everybody; reliability 1 is the truth, reliability 0 keeps only the rates."""
    none = collect(population, range(6), 0.0, 1.0, False, streams, "f")
    every = collect(population, range(6), 1.0, 1.0, False, streams, "f")
    noise = collect(population, range(6), 1.0, 0.0, False, streams, "f")
    assert not none.known.any()
    assert privacy(none) == 100.0
    assert np.array_equal(every.value, population.traces)
    assert privacy(every) == 0.0
    for s in range(6):
        assert noise.value[s].mean() == pytest.approx(population.traces[s].mean(), abs=0.03)
        assert abs(np.corrcoef(noise.value[s], population.traces[s])[0, 1]) < 0.05


def test_a_broker_s_accuracy_never_leaves_its_limits() -> None:
    """Whatever is promised, a chance comes out; consent makes a promise honest, not perfect."""
    p = Parameters()
    for promised in (0.0, 0.5, 1.0):
        assert 0.0 <= real_accuracy(promised, False, p) <= real_accuracy(promised, True, p) <= promised
    assert real_accuracy(1.0, True, p) == p.own_accuracy


def test_one_voter_is_on_the_way_home_too(streams: Streams) -> None:
    """Places, faces and quizzes work for a single voter."""
    town = found(make_town(districts=1), (), 1, streams, Parameters())
    assert passed(town, 0, 1, streams, Parameters()).shape == (1,)
    assert looks_tense(town, town.start(), 0.7, 1, streams, Parameters()).shape == (1,)
    assert circle(town, 1.0, streams, "q", Parameters()).inside.tolist() == [True]


def test_a_new_file_is_worked_in_within_ten_milliseconds(streams: Streams) -> None:
    """Learn, score and choose at 20,000 voters; the best of several tries, so that a busy machine does not count."""
    town = found(make_town(), (), 20_000, streams, Parameters())
    mind = town.start()
    survey = ask(town, mind, 640, streams, "s")
    held = collect(town, range(6), 0.5, 0.7, False, streams, "f")
    times = []
    for _ in range(7):
        start = process_time()
        card = fit(town, mind, held, survey, Target("concern", 0))
        choose(card, score(town, held, card))
        times.append(process_time() - start)
    assert min(times) < 0.010
