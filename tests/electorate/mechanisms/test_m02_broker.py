"""M2: a bought file is right less often than its seller promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.electorate import Parameters, Population, Streams, Target, ask, choose, collect, drawn, fit, score, truth
from game.electorate.data.broker import real_accuracy, right_entries
from game.electorate.data.scorecard import precision
from game.parameters import MECHANISMS

M2 = MECHANISMS["M2"]
PROMISED = (0.66, 0.72, 0.8)
"""What sellers in the shipped scenarios promise."""


def right(population: Population, streams: Streams, promised: float, parameters: Parameters, consent: bool) -> float:
    """Share of what a file says of people that is true, in percent."""
    accuracy = real_accuracy(promised, consent, parameters)
    held = collect(population, range(6), 0.5, promised, consent, streams, "sold", accuracy)
    return 100.0 * right_entries(population, held)


def test_two_bought_entries_in_five_are_wrong(population: Population, streams: Streams, parameters: Parameters) -> None:
    """The share of true entries lies where people who checked their own file found it, and far below the promise."""
    kept = replace(parameters, file_accuracy=1.0)
    for promised in PROMISED:
        sold = right(population, streams, promised, parameters, consent=False)
        told = right(population, streams, promised, kept, consent=False)
        assert M2.effect("true-entries").holds(sold)
        assert M2.effect("lost").holds(sold - told)


def test_in_every_run_bought_files_are_as_wrong_as_measured(population: Population) -> None:
    """Whatever a run draws for its brokers, the share of true entries stays between 42 and 80 %, about 60 % on average."""
    seen = []
    for seed in range(24):
        streams = Streams(seed)
        seen.append(right(population, streams, 0.72, drawn(streams), consent=False))
    assert all(M2.effect("true-entries").holds(share) for share in seen)
    assert 54.0 < sum(seen) / len(seen) < 66.0


def test_what_people_told_themselves_is_nearly_always_right(population: Population) -> None:
    """Consent was given: nine entries in ten are right at least, never all of them."""
    for seed in range(24):
        streams = Streams(seed)
        assert 90.0 <= right(population, streams, 0.97, drawn(streams), consent=True) <= 99.5


def test_wrong_rows_make_wrong_guesses(population: Population, parameters: Parameters) -> None:
    """The same segment from a bought file holds more people who do not fit than one from a true file."""
    mind, target = population.start(), Target("concern", 0)
    fits = truth(population, mind, target)
    missed = []
    for seed in range(8):
        streams = Streams(seed)
        survey = ask(population, mind, 800, streams, "s")
        shares = []
        for accuracy in (1.0, real_accuracy(0.72, False, parameters)):
            held = collect(population, range(6), 1.0, 0.72, False, streams, "sold", accuracy)
            card = fit(population, mind, held, survey, target)
            shares.append(precision(choose(card, score(population, held, card)), fits))
        missed.append(100.0 * (shares[0] - shares[1]))
    more = sum(missed) / len(missed)
    assert M2.effect("misses").holds(more)
    assert more > 0


@pytest.mark.parametrize("promised", [0.0, 1.0])
def test_the_ends_of_a_promise_are_sane(population: Population, streams: Streams, promised: float) -> None:
    """A file that promises nothing is noise, one that promises everything is still a bought file."""
    share = right(population, streams, promised, Parameters(), consent=False)
    assert 0.0 < share < 100.0
