"""Luck is keyed by what it is for, never by when it is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from game.electorate import Streams
from game.electorate.chance import exact_mean


def test_same_key_gives_same_dice_whatever_was_drawn_before() -> None:
    """A draw does not depend on other draws, nor on the object that makes it."""
    first, second = Streams(5), Streams(5)
    second.words("other", n=100)
    assert np.array_equal(first.lanes("ads", 2, "x", n=50), second.lanes("ads", 2, "x", n=50))


def test_a_longer_draw_starts_with_the_shorter_one() -> None:
    """Voter 3 has the same luck in a draw for 10 and a draw for 1,000."""
    streams = Streams(5)
    assert np.array_equal(streams.lanes("a", n=10), streams.lanes("a", n=1000)[:10])


@pytest.mark.parametrize(
    ("purpose", "keys"), [("ads", (2, "y")), ("ads", (3, "x")), ("adz", (2, "x")), ("ads", ("2", "x")), ("ads", (2,))]
)
def test_any_change_of_the_key_gives_other_dice(purpose: str, keys: tuple[str | int, ...]) -> None:
    """Purpose, every key and its type count."""
    streams = Streams(5)
    assert not np.array_equal(streams.words("ads", 2, "x", n=8), streams.words(purpose, *keys, n=8))


def test_normals_have_mean_zero_and_spread_one() -> None:
    """The sum of four lanes is scaled to a standard deviation of one."""
    values = Streams(1).normals("x", n=40_000)
    assert abs(float(values.mean())) < 0.02
    assert abs(float(values.std()) - 1.0) < 0.02


def test_a_sample_holds_distinct_ascending_numbers() -> None:
    """A poll asks nobody twice, and all of a town that is smaller than the poll."""
    sample = Streams(1).sample("poll", 1, n=100, of=1000)
    assert sample.size == 100
    assert np.all(np.diff(sample) > 0)
    assert Streams(1).sample("poll", n=10, of=4).tolist() == [0, 1, 2, 3]


def test_exact_mean_does_not_depend_on_order() -> None:
    """Whole numbers add up the same in any order."""
    values = Streams(1).normals("x", n=999)
    assert exact_mean(values) == exact_mean(values[::-1].copy())
    assert exact_mean(np.zeros(0, np.float32)) == 0.0
