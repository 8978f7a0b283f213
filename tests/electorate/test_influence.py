"""Effects are as small as science says, and the costs are there."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import (
    PARAMETERS,
    Ad,
    Mind,
    Parameters,
    Population,
    Streams,
    Target,
    drawn,
    trial,
    truth,
    turnout_chance,
)
from game.electorate.influence import Exposure, exposure
from tests.electorate.sample_town import make_ad


def show(
    population: Population, streams: Streams, parameters: Parameters, ad: Ad, times: int = 1
) -> tuple[Mind, Exposure]:
    """Show one ad to everybody ``times`` times, with nothing else happening."""
    mind, n = population.start(), population.n
    everybody, none = np.arange(n, dtype=np.int32), np.zeros(n, np.float32)
    for _ in range(times):
        done = exposure(population, mind, (ad,), np.zeros(n, np.int16), everybody, none, none + 1, streams, parameters)
        mind.x += done.dx
        mind.h = np.maximum(mind.h + done.dh, np.float32(-parameters.demobilise_floor))
        mind.s += 1
    return mind, done


def leaning(population: Population, mind: Mind, streams: Streams) -> float:
    """Return the share that would vote for, in points, with the booth's noise."""
    noise = streams.normals("test", n=population.n) * np.float32(0.05)
    return 100.0 * float(np.mean(mind.x + noise > 0))


@pytest.mark.parametrize("side", [0, 1])
def test_one_ad_moves_about_seven_tenths_of_a_point(
    population: Population, streams: Streams, steady: Parameters, side: int
) -> None:
    """Coppock et al. 2020: 0.7 points right after one exposure, either way."""
    mind, _ = show(population, streams, steady, make_ad(population, "a", side))
    gain = (leaning(population, mind, streams) - leaning(population, population.start(), streams)) * (1, -1)[side]
    assert 0.35 < gain < 1.1


def test_the_tenth_ad_does_less_than_the_first(population: Population, streams: Streams, steady: Parameters) -> None:
    """Diminishing returns: ten ads move less than five times what one does."""
    start = population.start()
    one, _ = show(population, streams, steady, make_ad(population, "a"))
    ten, _ = show(population, streams, steady, make_ad(population, "a"), 10)
    assert float((ten.x - start.x).mean()) < 5 * float((one.x - start.x).mean())


def test_messages_to_stay_home_stay_within_what_was_observed(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """From -0.3 to -1.9 points among those exposed, however often they are exposed (Kim et al. 2026)."""
    before = turnout_chance(population, population.start(), steady)
    for times in (1, 6, 30):
        mind, _ = show(population, streams, steady, make_ad(population, "a", kind="demobilise"), times)
        change = 100 * float((turnout_chance(population, mind, steady) - before).mean())
        assert -1.9 <= change <= -0.3


def test_a_match_gains_about_a_third_and_a_wrong_guess_works_against_the_sender(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """One matched attribute: about x1.3 (Tappin); where the guess is wrong, stance and trust move away (Hersh)."""
    _, generic = show(population, streams, steady, make_ad(population, "a"))
    _, aimed = show(population, streams, steady, make_ad(population, "a", guess=0))
    fits = truth(population, population.start(), Target("concern", 0))
    assert 1.15 < float(aimed.dx[fits].mean() / generic.dx.mean()) < 1.6
    assert np.array_equal(aimed.wrong, population.concerns[0] < population.low[0])
    assert np.all(aimed.dx[aimed.wrong] <= 0)
    assert float(aimed.dx[aimed.wrong].mean()) < 0
    assert np.all(aimed.dtrust[aimed.wrong] < 0)
    assert np.all(generic.dtrust == 0)


def test_more_matching_criteria_add_nothing(population: Population, streams: Streams, steady: Parameters) -> None:
    """The effect looks at one concern: narrowing a segment further by a trait that plays no part changes nothing."""
    _, aimed = show(population, streams, steady, make_ad(population, "a", guess=0))
    fits = truth(population, population.start(), Target("concern", 0))
    narrow = fits & population.traces[2]
    assert float(aimed.dx[narrow].mean()) == pytest.approx(float(aimed.dx[fits].mean()), rel=0.08)


def test_anger_persuades_no_better_but_stirs_up(population: Population, streams: Streams, steady: Parameters) -> None:
    """Attack and praise work alike on votes (Coppock); arousal is where they differ."""
    _, calm = show(population, streams, steady, make_ad(population, "a"))
    _, angry = show(population, streams, steady, make_ad(population, "a", tone="anger"))
    assert float(angry.dx.mean()) == pytest.approx(float(calm.dx.mean()), rel=0.05)
    assert float(angry.da.mean()) > 0.01
    assert float(calm.da.mean()) == 0.0


def test_untrue_hidden_and_baiting_ads_cost_trust_and_honest_ones_do_not(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Each dirty choice has its price; a plain, true, signed ad has none."""
    _, honest = show(population, streams, steady, make_ad(population, "a"))
    assert float(honest.wear.max()) == 0.0
    for change in ({"truth": "fabricated"}, {"truth": "misleading"}, {"signed": False}):
        assert float(show(population, streams, steady, make_ad(population, "a", **change))[1].wear.min()) > 0.0
    bait = show(population, streams, steady, make_ad(population, "a", headline="curiosity"))[1]
    assert float(bait.dtrust.max()) < 0.0


def test_a_test_on_a_sample_is_repeatable_and_changes_nobody(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """A/B tests are paper: same result again, the town untouched; clicks favour the outraged headline."""
    mind = population.start()
    sample = np.arange(0, population.n, 3, dtype=np.int32)
    calm = trial(population, mind, make_ad(population, "a", claim="c"), sample, 1, streams, parameters)
    loud_ad = make_ad(population, "a", claim="c", tone="anger", headline="outrage")
    loud = trial(population, mind, loud_ad, sample, 1, streams, parameters)
    assert calm == trial(population, mind, make_ad(population, "a", claim="c"), sample, 1, streams, parameters)
    assert loud.clicks > calm.clicks
    assert np.array_equal(mind.x, population.x0)
    assert trial(population, mind, loud_ad, sample[:0], 1, streams, parameters).shown == 0


def test_every_constant_lies_in_its_range_and_evidence_names_its_source(parameters: Parameters) -> None:
    """The table is complete: value within low and high; kind evidence has a source; drawn variants stay inside."""
    for item in PARAMETERS.values():
        assert item.low <= item.value <= item.high, item.name
        assert item.kind == "choice" or item.source, item.name
        assert item.meaning
    run = drawn(Streams(1))
    assert all(item.allows(getattr(run, name)) for name, item in PARAMETERS.items())
    assert run != parameters
