"""The town is what its author wrote."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Parameters, Population, Streams, found
from game.electorate.founding import LOT
from game.scenario.model import Town
from tests.electorate.sample_town import make_persona, make_town


def test_rates_of_signals_are_the_authors(population: Population, town: Town) -> None:
    """Each signal is left by as many voters as written, but for the persona."""
    rates = population.traces.mean(axis=1)
    assert rates == pytest.approx([signal.rate for signal in town.signals], abs=0.001)


def test_means_of_concerns_turnout_and_trust_are_the_authors(population: Population, town: Town) -> None:
    """Means are settled, not left to luck."""
    assert population.concerns.mean(axis=1) == pytest.approx([c.mean for c in town.concerns], abs=0.001)
    assert float(population.p0.mean()) == pytest.approx(town.turnout, abs=0.001)
    assert float(population.T0.mean()) == pytest.approx(town.trust, abs=0.001)


def test_districts_have_their_size_lean_and_youth(population: Population, town: Town) -> None:
    """A district's voters are as many, as inclined and as young as written."""
    total = sum(d.voters for d in town.districts)
    for k, district in enumerate(town.districts):
        here = population.district == k
        assert here.mean() == pytest.approx(district.voters / total, abs=0.001)
        assert float(population.x0[here].mean()) == pytest.approx(district.lean, abs=0.07)
        assert (population.band[here] == 0).mean() == pytest.approx(district.young, abs=0.04)


def test_a_persona_is_a_voter_with_the_authored_values(population: Population, town: Town) -> None:
    """Voter 0 is the persona, down to every trace."""
    noa = make_persona()
    assert (population.age[0], population.band[0], population.district[0]) == (18, 0, 1)
    values = [population.x0[0], population.c0[0], population.T0[0], population.p0[0], population.anxiety[0]]
    assert values == pytest.approx([noa.stance, noa.certainty, noa.trust, noa.turnout, noa.anxiety])
    assert population.concerns[:, 0] == pytest.approx([0.8, 0.3, 0.6])
    assert [s.id for s, left in zip(town.signals, population.traces[:, 0], strict=True) if left] == ["tea", "quiz"]


def test_friends_think_alike(population: Population) -> None:
    """Homophily lies where it is in real networks; nobody is their own friend."""
    alike = [float(np.corrcoef(population.x0, population.x0[row])[0, 1]) for row in population.ties]
    assert 0.3 < sum(alike) / 12 < 0.5
    assert not np.any(population.ties == np.arange(population.n))


def test_a_signal_says_something_about_its_concern_and_nothing_about_others(population: Population) -> None:
    """Who buys tea is more often worried; tea says nothing about money."""
    tea = population.traces[0]
    gap = population.concerns[:, tea].mean(axis=1) - population.concerns[:, ~tea].mean(axis=1)
    assert gap[0] > 0.05
    assert abs(gap[1]) < 0.03


def test_everything_stays_in_its_range_in_towns_of_odd_sizes() -> None:
    """One voter, one district, fewer voters than districts: no gaps, no NaN."""
    for size, districts in ((1, 1), (2, 4), (7, 3), (13, 1)):
        people = found(make_town(districts=districts), (), size, Streams(3), Parameters())
        assert people.n == size
        assert people.ties.min() >= 0
        assert people.ties.max() < size
        for values in (people.x0, people.c0, people.T0, people.p0, people.concerns, people.a0, people.trust0):
            assert np.all(np.isfinite(values))
            assert np.all(np.abs(values) <= 1)


def test_a_symmetric_town_has_no_lean_of_its_own() -> None:
    """Over seeds, a town without lean is as often for as against."""
    parameters = Parameters()
    means = [float(found(make_town(districts=1), (), 1500, Streams(s), parameters).x0.mean()) for s in range(30)]
    assert abs(sum(means) / len(means)) < 0.015


def test_a_town_of_several_lots_keeps_its_people_together(streams: Streams, parameters: Parameters) -> None:
    """In a large town friends have numbers near each other; personas stay first, and shares and likeness stay."""
    persona = make_persona()
    people = found(make_town(), (persona,), 2 * LOT + 7, streams, parameters)
    small = found(make_town(), (persona,), 6000, streams, parameters)
    far = np.abs(people.ties - np.arange(people.n, dtype=np.int32)) > 2 * LOT // 3
    apart = np.abs(small.ties - np.arange(small.n, dtype=np.int32)) > small.n // 3
    assert float(people.x0[0]) == np.float32(persona.stance)
    assert far.mean() < 0.6 * apart.mean()
    alike = [float(np.corrcoef(each.x0, each.x0[each.ties[0]])[0, 1]) for each in (people, small)]
    assert abs(alike[0] - alike[1]) < 0.05
    counts = [np.bincount(each.district, minlength=each.districts) / each.n for each in (people, small)]
    assert np.allclose(counts[0], counts[1], atol=0.001)
