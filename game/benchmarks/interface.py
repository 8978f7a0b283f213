"""The whole benchmark of the interface: every part in processes of its own, and what the issue asks of each."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.benchmarks import fresh
from game.benchmarks.frame_work import KINDS, Frames
from game.benchmarks.stopwatch import times_slower

SIZES = ("1280x720", "1920x1080")
ROUNDS, SECONDS, VISITS = 9, 10.0, 6
FIRST_FRAME_MOST = 2.5
"""Times as long as a bare window."""
IDLE_MOST = 3.0
"""Per cent of a core."""
MEDIAN_MOST = {"1280x720": 8.0, "1920x1080": 16.0}
"""Milliseconds of a frame while something moves."""
P99_MOST = {"1280x720": 16.0}
ANSWER_MOST = 100.0
"""Milliseconds, in the middle, from a key or a turned page to what it does: up to there it seems to be there at once."""
MEMORY_MOST = 250.0
"""Megabytes (of a million bytes) at the larger size."""
_BARE = str(Path(__file__).with_name("bare_window.py"))
_WORK = "game.benchmarks.frame_work"


@dataclass(frozen=True)
class Effort:
    """How much is measured: ``rounds`` of fresh processes, ``seconds`` of waiting, ``visits`` to each place of a run.

    ``voters`` and ``days`` of that run are the usual ones where they are None.
    """

    rounds: int = ROUNDS
    seconds: float = SECONDS
    visits: int = VISITS
    sizes: tuple[str, ...] = SIZES
    voters: int | None = None
    days: int | None = None

    @property
    def run(self) -> tuple[str, ...]:
        """The town and the days as a child process is told them."""
        if self.voters is None:
            return ()
        return (str(self.voters),) if self.days is None else (str(self.voters), str(self.days))


@dataclass(frozen=True)
class FirstFrame:
    """From the start of a process to the title in its window. Ratios are medians over the rounds, times too."""

    ratio: float
    processor_ratio: float
    game_ms: float
    bare_ms: float
    rounds: int


@dataclass(frozen=True)
class Idle:
    """Waiting on the title: per cent of a core, and what draws the window."""

    percent: float
    seconds: float
    driver: str


@dataclass(frozen=True)
class Work:
    """Milliseconds of frames: the middle one, and what 99 in 100 stay under. Both None where there was no frame."""

    median_ms: float | None
    p99_ms: float | None
    frames: int


@dataclass(frozen=True)
class Size:
    """Frames at one size of the window: of all places by kind, and of each place by kind."""

    name: str
    kinds: dict[str, Work]
    places: dict[str, dict[str, Work]] = field(repr=False)

    def most(self, kind: str) -> tuple[float | None, float | None]:
        """What the median, and what 99 in 100 frames of this kind may take; None where nothing is asked."""
        if kind == "moving":
            return MEDIAN_MOST.get(self.name), P99_MOST.get(self.name)
        return ANSWER_MOST, None

    def holds(self, kind: str) -> bool:
        """Does every bound of this size hold for frames of this kind?"""
        work = self.kinds[kind]
        pairs = zip((work.median_ms, work.p99_ms), self.most(kind), strict=True)
        return all(told is None or most is None or told <= most for told, most in pairs)


def first_frame(title: Sequence[str], env: dict[str, str], rounds: int) -> FirstFrame:
    """Start the game and the bare window in turn, after one start of each that is not counted."""
    bare, game = fresh.python(_BARE), list(title)
    for command in (bare, game):
        fresh.started(command, env)
    pairs = [(fresh.started(game, env), fresh.started(bare, env)) for _round in range(rounds)]
    games, bares = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return FirstFrame(
        ratio=times_slower([one.seconds for one in games], [one.seconds for one in bares]),
        processor_ratio=times_slower([one.processor for one in games], [one.processor for one in bares]),
        game_ms=statistics.median(one.seconds for one in games) * 1000,
        bare_ms=statistics.median(one.seconds for one in bares) * 1000,
        rounds=rounds,
    )


def idle(title: Sequence[str], env: dict[str, str], seconds: float) -> Idle:
    """Let the title wait."""
    found = fresh.told([*title, str(seconds)], env)
    return Idle(found["share"] * 100, seconds, found["driver"])


def frames(size: str, env: dict[str, str], effort: Effort) -> Size:
    """Walk through the game at one size."""
    found: Frames = fresh.told(fresh.python("-m", _WORK, size, str(effort.visits), *effort.run), env)
    return summed(size, found)


def summed(size: str, found: Frames) -> Size:
    """What all those milliseconds come to."""
    places = {place: {kind: _work(kinds[kind]) for kind in KINDS} for place, kinds in found.items()}
    kinds = {kind: _work([ms for kinds in found.values() for ms in kinds[kind]]) for kind in KINDS}
    return Size(size, kinds, places)


def most_memory(size: str, env: dict[str, str], effort: Effort) -> float | None:
    """Megabytes that a whole game at this size holds at most; None where the system does not say."""
    most: int | None = fresh.told(fresh.python("-m", _WORK, size, "0", *effort.run), env)
    return None if most is None else most / 1e6


def _work(found: Iterable[float]) -> Work:
    values = sorted(found)
    if not values:
        return Work(None, None, 0)
    return Work(statistics.median(values), values[min(len(values) - 1, int(len(values) * 0.99))], len(values))
