"""What the benchmark makes of its readings."""

from __future__ import annotations

import os

import pytest

from game.benchmarks import electorate, memory, stopwatch
from game.benchmarks.electorate import Skipped, scaling_exponent


def test_the_scaling_exponent_is_the_slope_of_log_time_on_log_voters() -> None:
    """Time that grows as voters to the power of 1.2 is told as 1.2; below 10,000 voters nothing counts."""
    days = [(n, n**1.2) for n in (10_000, 100_000, 1_000_000)]
    assert scaling_exponent([(1_000, 55.0), *days]) == pytest.approx(1.2)


@pytest.mark.parametrize("days", [[], [(10_000, 1.0)], [(1_000, 1.0), (10_000, 2.0)], [(10_000, 1.0), (10_000, 2.0)]])
def test_one_size_has_no_slope(days: list[tuple[int, float]]) -> None:
    """With fewer than two sizes that count there is no exponent, and no crash."""
    assert scaling_exponent(days) is None


def test_a_town_too_big_for_the_memory_is_skipped_with_both_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory does not suffice nothing is founded: needed and free megabytes are told instead."""
    monkeypatch.setattr(memory, "free", lambda: 500_000_000)
    monkeypatch.setattr(electorate, "_apart", lambda *_: pytest.fail("a town was founded all the same"))
    (skipped,) = electorate.sizes([10_000_000])
    assert isinstance(skipped, Skipped)
    assert skipped.needs > 2_000
    assert skipped.free == 500
    assert not skipped.died


def test_a_process_that_the_system_ends_is_a_gap_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that is killed leaves its size unmeasured; the benchmark goes on."""
    apart = electorate._apart
    monkeypatch.setattr(electorate, "_apart", lambda *_: apart(os._exit, 9))
    gaps = list(electorate.sizes([300, 400]))
    assert [gap.voters for gap in gaps] == [300, 400]
    assert all(isinstance(gap, Skipped) and gap.died for gap in gaps)


def test_readings_are_taken_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a call to warm up, each round takes one reading of each thing."""
    order: list[str] = []
    works = {"a": lambda: order.append("a"), "b": lambda: order.append("b")}
    monkeypatch.setattr(stopwatch, "clock", lambda: float(len(order)))  # every call lasts a second
    assert stopwatch.in_turn(works, 3) == {"a": [1.0] * 3, "b": [1.0] * 3}
    assert "".join(order) == "ab" * 4


def test_what_is_over_in_no_time_is_repeated_within_a_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call of 2 ms is made ten times in a reading, and told as 2 ms."""
    calls: list[None] = []
    monkeypatch.setattr(stopwatch, "clock", lambda: len(calls) * 0.002)
    readings = stopwatch.in_turn({"a": lambda: calls.append(None)}, 1)
    assert readings["a"] == [pytest.approx(0.002)]
    assert len(calls) == pytest.approx(2 + stopwatch.LEAST / 0.002, abs=1)


def test_the_ratio_is_taken_round_by_round() -> None:
    """A slow spell that hits one round hits both sides of that round's ratio, so it leaves the median alone."""
    assert stopwatch.times_slower([10.0, 100.0, 10.0], [1.0, 10.0, 1.0]) == 10.0


def test_memory_is_told_in_bytes_or_not_at_all() -> None:
    """The peak is at least what is held (give or take what the system counts late), or both are unknown."""
    held, peak, free = memory.held(), memory.peak(), memory.free()
    assert (held is None) == (peak is None)
    if held is not None and peak is not None:
        assert 1e6 < held <= peak * 1.1
    assert free is None or free > 0
