"""Everything about one size of town, measured in a process of its own: speed, room, and the ratio to Mesa.

These functions are the work of a child process: arguments and results are plain values.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.benchmarks import memory
from game.benchmarks.agreement import Agreement, compare, has_mesa
from game.benchmarks.paths import Arrays, Compiled
from game.benchmarks.stopwatch import in_turn, times_slower
from game.electorate import NightPlan, Parameters, Population, Streams, found
from game.scenario.library import find
from game.scenario.model import Scenario

SCENARIO = "tram-vote"
TOUCHED = 105
"""Bytes that a voter's day cannot do without: x c T a m P s read and written 56, their anchors and anxiety 16, use and
luck 4, on the phone or not 1, the shown stance 4, three ties 12 and three friends' stances 12."""
MESA_UP_TO = 100_000
"""Above this, a day of Mesa takes ten seconds and more: no ratio."""
_COPIED = 32 * 2**20
"""Numbers (float32) that are copied to see what the memory can do: far more than any cache holds."""
_SEED = 7
_MB = 1e6


@dataclass(frozen=True)
class Figures:
    """What was measured of one way to live a day.

    ``ratio_to_mesa`` how many times faster than Mesa, in the same rounds. ``bytes_per_voter`` peak of founding the town
    and living in it, ``peak_mb`` the same in megabytes with the interpreter, ``day_bytes_per_voter`` peak once the town
    stands. ``bandwidth_share`` 1 = as fast as copying the bytes that must be touched. None: not measured.
    """

    ms_per_day: float
    voter_days_per_second: float
    ratio_to_mesa: float | None
    bandwidth_share: float
    bytes_per_voter: float | None
    day_bytes_per_voter: float | None
    peak_mb: float | None


@dataclass(frozen=True)
class Room:
    """Memory: see :class:`Figures`."""

    bytes_per_voter: float | None
    day_bytes_per_voter: float | None
    peak_mb: float | None


@dataclass(frozen=True)
class Size:
    """One size: the game's numpy, the optional compiled path where numba is installed, Mesa and a plain copy."""

    voters: int
    numpy: Figures
    compiled: Figures | None
    mesa_ms_per_day: float | None
    copy_gb_per_second: float


def measure(voters: int, rounds: int, with_compiled: bool, compiled_room: Room | None) -> Size:
    """Found a town of ``voters`` and live ``rounds`` measured days in every way there is, in turn.

    Args:
        voters: how many.
        rounds: readings of each way; the medians are told.
        with_compiled: also the compiled path, which needs numba.
        compiled_room: what the compiled path takes, measured in a process of its own.
    """
    room, population, streams = settle(voters, Arrays)
    parameters, plan = Parameters(), NightPlan()
    source = np.ones(_COPIED, dtype=np.float32)
    target = np.empty_like(source)
    works: dict[str, Callable[[], object]] = {}
    works["numpy"] = Arrays(population, population.start(), plan, streams, parameters).step
    if with_compiled:
        works["compiled"] = Compiled(population, population.start(), plan, streams, parameters).step
        works["compiled"]()  # so that the compiler's time is no part of the warming up
    if voters <= MESA_UP_TO and has_mesa():
        from game.benchmarks.mesa_town import MesaTown, luck_of

        works["mesa"] = MesaTown(population, population.start(), plan, luck_of(population, streams), parameters).step
    works["copy"] = lambda: np.copyto(target, source)
    readings = in_turn(works, rounds)
    gigabytes = 2 * source.nbytes / statistics.median(readings["copy"]) / 1e9

    def figures(name: str, held: Room | None) -> Figures:
        day = statistics.median(readings[name])
        return Figures(
            ms_per_day=day * 1000,
            voter_days_per_second=population.n / day,
            ratio_to_mesa=times_slower(readings["mesa"], readings[name]) if "mesa" in readings else None,
            bandwidth_share=TOUCHED * population.n / day / 1e9 / gigabytes,
            bytes_per_voter=held.bytes_per_voter if held else None,
            day_bytes_per_voter=held.day_bytes_per_voter if held else None,
            peak_mb=held.peak_mb if held else None,
        )

    return Size(
        voters=population.n,
        numpy=figures("numpy", room),
        compiled=figures("compiled", compiled_room) if "compiled" in readings else None,
        mesa_ms_per_day=statistics.median(readings["mesa"]) * 1000 if "mesa" in readings else None,
        copy_gb_per_second=gigabytes,
    )


def compiled_room(voters: int) -> Room:
    """Return the room that a town of ``voters`` takes on the compiled path; its compiler is not counted."""
    return settle(voters, Compiled)[0]


def agreement(voters: int) -> Agreement:
    """Compare game and Mesa after 20 days with bots on both sides."""
    scenario, streams, parameters = _scenario(), Streams(_SEED), Parameters()
    population = found(scenario.town, scenario.feed.personas, voters, streams, parameters)
    mind = population.start()
    mind.s += np.float32(2.0)  # two ads remembered, so that forgetting them is compared as well
    return compare(population, NightPlan(bots=(1.0, 0.5)), streams, parameters, mind=mind)


def settle(voters: int, path: type[Arrays]) -> tuple[Room, Population, Streams]:
    """Found a town and live two days in it; return the room that it took beyond what the imports hold."""
    scenario, streams, parameters = _scenario(), Streams(_SEED), Parameters()
    small = found(scenario.town, scenario.feed.personas, 200, Streams(0), parameters)
    path(small, small.start(), NightPlan(), streams, parameters).step()
    before = memory.held()
    population = found(scenario.town, scenario.feed.personas, voters, streams, parameters)
    most = memory.peak()
    fresh = memory.forget_peak()
    lived = path(population, population.start(), NightPlan(), streams, parameters)
    lived.step()
    lived.step()
    day = memory.peak()
    if most is None or day is None or before is None:
        return Room(None, None, None), population, streams
    room = Room(
        bytes_per_voter=(max(most, day) - before) / population.n,
        day_bytes_per_voter=(day - before) / population.n if fresh else None,
        peak_mb=max(most, day) / _MB,
    )
    return room, population, streams


def _scenario() -> Scenario:
    loaded = find(SCENARIO)
    if loaded is None or loaded.scenario is None:
        raise LookupError(f"the shipped scenario {SCENARIO} cannot be read")
    return loaded.scenario
