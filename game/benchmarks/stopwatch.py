"""Timing several things in turn, A B A B, so that whatever else the machine does slows all of them alike.

What is timed runs in one thread, so its processor time is what it would take on a machine of its own; waiting for other
programs is not counted. Where the system counts processor time too coarsely, ordinary time is taken.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from time import get_clock_info, perf_counter, process_time

clock: Callable[[], float] = process_time if get_clock_info("process_time").resolution <= 1e-6 else perf_counter
"""Seconds of work done, from any beginning."""
LEAST = 0.02
"""Seconds that one reading lasts at least: shorter ones are repeated within the reading."""
_REPEATS = 400


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Return ``rounds`` readings of each of ``works`` in seconds per call, taken in turn after one call to warm up."""
    repeats = {name: _repeats(work) for name, work in works.items()}
    readings: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            began = clock()
            for _repeat in range(repeats[name]):
                work()
            readings[name].append((clock() - began) / repeats[name])
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
    began = clock()
    work()
    return clock() - began
