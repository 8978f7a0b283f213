"""The profiler guesses better than chance, worse than it claims, and counts instead of computing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from game.electorate import (
    Holding,
    Population,
    Streams,
    Survey,
    Target,
    ask,
    auc,
    choose,
    collect,
    fit,
    merge,
    privacy,
    score,
    truth,
)
from game.electorate.data.points import points


@pytest.fixture(scope="module")
def survey(population: Population, streams: Streams) -> Survey:
    """Return 800 opt-in answers."""
    return ask(population, population.start(), 800, streams, "s")


def held(
    population: Population, streams: Streams, coverage: float, reliability: float, consent: bool = False
) -> Holding:
    """Return a file of all signals."""
    return collect(population, range(6), coverage, reliability, consent, streams, f"{coverage}-{reliability}")


def test_points_are_the_rounded_log_odds_ratio() -> None:
    """The lookup agrees with 10 ln(OR), plus-one counts, for any counts, and is capped."""
    for a, n, b, m in ((30, 100, 10, 100), (5, 50, 60, 200), (0, 10, 10, 10), (7, 7, 7, 7), (200, 400, 199, 400)):
        ratio = (a + 1) * (m - b + 1) / ((b + 1) * (n - a + 1))
        assert points(a, n, b, m) == max(-40, min(40, round(10 * math.log(ratio))))
    assert points(0, 0, 0, 0) == 0
    assert points(10**6, 10**6, 0, 10**6) == 40


@pytest.mark.parametrize("target", [Target("concern", 0), Target("leaning"), Target("lookalike", side=0)])
def test_guesses_from_everyday_traces_are_better_than_chance_and_far_from_sure(
    population: Population, streams: Streams, survey: Survey, target: Target
) -> None:
    """AUC between .55 and .75: in the band of what innocent traces can tell."""
    mind = population.start()
    holding = held(population, streams, 0.8, 0.85)
    card = fit(population, mind, holding, survey, target)
    assert 0.55 < auc(score(population, holding, card), truth(population, mind, target)) < 0.75


def test_worse_files_give_worse_guesses_while_the_claim_stays_the_same(
    population: Population, streams: Streams, survey: Survey
) -> None:
    """The survey's respondents told the truth about themselves; bought rows do not: the claim is optimistic."""
    mind, target = population.start(), Target("concern", 0)
    fits = truth(population, mind, target)
    quality, real, claims = [], [], []
    for coverage, reliability in ((1.0, 1.0), (0.6, 0.7), (0.3, 0.4)):
        holding = held(population, streams, coverage, reliability)
        card = fit(population, mind, holding, survey, target)
        scores = score(population, holding, card)
        quality.append(auc(scores, fits))
        real.append(float(fits[choose(card, scores)].mean()))
        claims.append(card.claimed)
    assert quality[0] > quality[1] > quality[2] > 0.5
    assert claims[0] == claims[1] == claims[2]
    assert real[2] < claims[2] - 0.03
    assert claims[0] > 1 / 3


def test_the_strongest_clue_is_the_signal_that_carries_the_concern(
    population: Population, streams: Streams, survey: Survey
) -> None:
    """Points follow the author's weights; an unrelated trace is worth next to nothing."""
    card = fit(population, population.start(), held(population, streams, 1.0, 1.0), survey, Target("concern", 0))
    assert card.points[0] > 3
    assert card.points[3] > 3
    assert abs(int(card.points[5])) <= 3


def test_without_any_file_only_age_and_district_count(population: Population, streams: Streams, survey: Survey) -> None:
    """The electoral roll alone makes a scorecard, too."""
    empty = merge(population, [])
    card = fit(population, population.start(), empty, survey, Target("stays-home"))
    assert card.signals == ()
    scores = score(population, empty, card)
    assert np.unique(scores).size <= 4 * population.districts
    assert auc(scores, truth(population, population.start(), Target("stays-home"))) > 0.55


def test_an_empty_survey_makes_a_card_that_knows_nothing(population: Population, streams: Streams) -> None:
    """No answers, no points: nobody is better or worse than anybody."""
    nobody = ask(population, population.start(), 0, streams, "none")
    card = fit(population, population.start(), held(population, streams, 1.0, 1.0), nobody, Target("leaning"))
    assert np.all(card.points == 0)
    assert card.claimed == 0.0


def test_a_file_covers_and_errs_as_its_seller_says(population: Population, streams: Streams) -> None:
    """Coverage is a share of voters; wrong rows show somebody else's trace, so rates survive."""
    holding = held(population, streams, 0.5, 0.7)
    assert holding.known[0].mean() == pytest.approx(0.5, abs=0.03)
    assert not np.any(holding.value & ~holding.known)
    known = holding.known[2]
    assert holding.value[2][known].mean() == pytest.approx(population.traces[2].mean(), abs=0.03)
    right = (holding.value[2] == population.traces[2])[known].mean()
    assert 0.8 < right < 0.92


def test_the_more_reliable_file_is_believed(population: Population, streams: Streams) -> None:
    """Merging keeps everything known and prefers the better source."""
    good, bad = held(population, streams, 0.5, 1.0, consent=True), held(population, streams, 0.9, 0.3)
    both = merge(population, [bad, good])
    assert np.array_equal(both.known, good.known | bad.known)
    assert np.array_equal(both.value[good.known], population.traces[good.known])
    assert privacy(good) == 100.0
    assert privacy(bad) == pytest.approx(10.0, abs=3.0)
    assert privacy(both) == privacy(bad)
    assert privacy(None) == 100.0


def test_auc_of_a_perfect_and_a_useless_score() -> None:
    """The measure itself is right at its ends."""
    fits = np.asarray([True, True, False, False])
    assert auc(np.asarray([3, 2, 1, 0], np.int32), fits) == 1.0
    assert auc(np.asarray([1, 1, 1, 1], np.int32), fits) == 0.5
    assert auc(np.asarray([1, 1, 1, 1], np.int32), np.ones(4, np.bool_)) == 0.5
