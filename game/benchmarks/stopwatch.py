"""Timing several things in turn, A B A B, so that whatever else the machine does slows all of them alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from time import perf_counter

LEAST = 0.02
"""Seconds that one reading lasts at least: shorter ones are repeated within the reading."""
_REPEATS = 400


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Return ``rounds`` readings of each of ``works`` in seconds per call, taken in turn after one call to warm up."""
    repeats = {name: _repeats(work) for name, work in works.items()}
    readings: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            began = perf_counter()
            for _repeat in range(repeats[name]):
                work()
            readings[name].append((perf_counter() - began) / repeats[name])
    return readings


def times_slower(slow: list[float], fast: list[float]) -> float:
    """Return the median over the rounds of how many times longer the slow one took in the same round."""
    return statistics.median(one / other for one, other in zip(slow, fast, strict=True))


def _repeats(work: Callable[[], object]) -> int:
    """Warm up, then see how often ``work`` fits into a reading; what lasts long enough the first time is not tried again."""
    took = _timed(work)
    if took < LEAST:
        took = _timed(work)
    return max(1, min(_REPEATS, int(LEAST / max(took, 1e-9))))


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
