"""The whole benchmark: one fresh process per size, and what their figures say together."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from game.benchmarks import memory
from game.benchmarks.agreement import Agreement, has_mesa
from game.benchmarks.one_size import Room, Size, agreement, compiled_room, measure
from game.benchmarks.paths import has_compiled
from game.benchmarks.whole_night import Nights
from game.benchmarks.whole_night import measure as measure_nights
from game.electorate.core import COMPILED_FROM

SIZES = (1_000, 10_000, 20_000, 100_000, 1_000_000, 10_000_000)
ROUNDS = 7
COMPARED = 2_000
"""Voters in the town that is compared with Mesa's after 20 days."""
SCALES_FROM = 10_000
"""Below this, calling numpy costs more than its work: no part of the scaling exponent."""
COMPILED_ROOM_UP_TO = 1_000_000
"""Above this, founding a second town only to weigh the compiled path would take longer than all days measured in it."""
_USUAL_ROOM = 400.0
"""Bytes per voter to reckon with as long as no smaller town has been measured."""
_SPARE = 1.15
_COPY = 400_000_000
_T = TypeVar("_T")


@dataclass(frozen=True)
class Skipped:
    """A size that was not measured: it ``needs`` more megabytes than are ``free``, or its process ``died`` all the same."""

    voters: int
    needs: int
    free: int | None
    died: bool = False


def sizes(wanted: Iterable[int], rounds: int = ROUNDS) -> Iterator[Size | Skipped]:
    """Measure each size in a fresh process, the smallest first."""
    room = _USUAL_ROOM
    for voters in sorted(set(wanted)):
        needs, free = voters * room * _SPARE + _COPY, memory.free()
        if free is not None and needs > free:
            yield Skipped(voters, round(needs / 1e6), round(free / 1e6))
            continue
        try:
            with_compiled = has_compiled()
            apart = with_compiled and COMPILED_FROM <= voters <= COMPILED_ROOM_UP_TO
            compiled: Room | None = _apart(compiled_room, voters) if apart else None
            size: Size = _apart(measure, voters, rounds, with_compiled, compiled)
        except (BrokenProcessPool, MemoryError):
            yield Skipped(voters, round(needs / 1e6), None if free is None else round(free / 1e6), died=True)
            continue
        if voters >= SCALES_FROM:
            room = size.numpy.bytes_per_voter or room
        yield size


def agreement_with_mesa() -> Agreement | None:
    """Compare a town with Mesa's after 20 days; None without Mesa."""
    return agreement(COMPARED) if has_mesa() else None


def nights() -> Nights:
    """Measure whole nights with both campaigns, in a fresh process."""
    return _apart(measure_nights)


def scaling_exponent(days: Iterable[tuple[int, float]]) -> float | None:
    """Return the slope of log time over log voters (least squares), from 10,000 voters up; None for fewer than two sizes.

    Args:
        days: voters and the time of a day, in any unit.
    """
    points = [(math.log(voters), math.log(took)) for voters, took in days if voters >= SCALES_FROM]
    if len({x for x, _y in points}) < 2:
        return None
    mean_x = math.fsum(x for x, _y in points) / len(points)
    mean_y = math.fsum(y for _x, y in points) / len(points)
    across = math.fsum((x - mean_x) ** 2 for x, _y in points)
    return math.fsum((x - mean_x) * (y - mean_y) for x, y in points) / across


def machine() -> dict[str, str | int | None]:
    """Return what it was measured on: processor, cores, system, versions (None: not installed)."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: _version(name) for name in ("numpy", "mesa", "numba")},
    }


def _apart(work: Callable[..., _T], *arguments: Any) -> _T:
    """Do ``work`` in a new process: its peak of memory is its own, and if the system ends it, only it dies."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(work, *arguments).result()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
