"""Fixtures of the electorate's tests: one town, founded once."""

from __future__ import annotations

import pytest

from game.electorate import Mind, Parameters, Population, Streams, found
from game.scenario.model import Town
from tests.electorate.sample_town import SIZE, make_persona, make_town


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    """Return the central constants."""
    return Parameters()


@pytest.fixture(scope="session")
def steady() -> Parameters:
    """Return constants under which every wording works equally well."""
    return Parameters(ad_spread=0.0, town_mood=0.0)


@pytest.fixture(scope="session")
def streams() -> Streams:
    """Return the luck of one run."""
    return Streams(11)


@pytest.fixture(scope="session")
def town() -> Town:
    """Return the invented town."""
    return make_town()


@pytest.fixture(scope="session")
def population(town: Town, streams: Streams, parameters: Parameters) -> Population:
    """Return its people; nobody may change them."""
    return found(town, (make_persona(),), SIZE, streams, parameters)


@pytest.fixture
def mind(population: Population) -> Mind:
    """Return fresh minds."""
    return population.start()
