"""What a frame costs on every place of the game, at one size of the window: a child process of the interface benchmark.

``python -m game.benchmarks.frame_work WIDTHxHEIGHT VISITS [VOTERS [DAYS]]`` tells all frames in milliseconds as JSON, of
each place in so many states; with 0 VISITS it looks around in all of them, and tells the most memory that it ever held.

The work is composing the page from the state of the run, laying it out and painting it. What is told is the processor
time of the thread that does it.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial

from game import i18n
from game.benchmarks import memory
from game.benchmarks.tour import VIEWS, Stop, Tour

KINDS = ("first", "key", "moving")
"""A page comes; a key was pressed; something moves."""
_KEYS = 10
_FRAME = 1 / 60
_LONGEST = 400
"""Moving frames of one visit."""
Frames = dict[str, dict[str, list[float]]]


def frames(tour: Tour, most: int) -> Frames:
    """Walk through the game and return the milliseconds of every frame by place and kind, of ``most`` visits each."""
    found: Frames = {}
    visits: Counter[str] = Counter()
    for stop in tour.stops():
        visits[stop.place] += 1
        if visits[stop.place] <= most:
            _measure(tour, stop, found.setdefault(stop.place, {kind: [] for kind in KINDS}))
    return found


def most_memory(tour: Tour) -> int | None:
    """Walk through the whole game, looking around at every stop; return the bytes held at most."""
    for stop in tour.stops():
        stop.go()
        tour.pilot.advance(1.0, 8)
        for key in ("Tab", *VIEWS.get(stop.place, ()), "Tab"):
            tour.pilot.press(key).advance(1.0, 8)
    return memory.peak()


def _measure(tour: Tour, stop: Stop, found: dict[str, list[float]]) -> None:
    pilot = tour.pilot
    gc.collect()

    def arrive() -> None:
        stop.go()
        pilot.advance(0.0, 1)

    found["first"].append(_timed(arrive))
    found["moving"] += _moving(tour)
    for _key in range(_KEYS):
        found["key"].append(_timed(partial(pilot.press, "Tab")))
        _moving(tour)
    for key in VIEWS.get(stop.place, ()):
        found["key"].append(_timed(partial(pilot.press, key)))
        found["moving"] += _moving(tour)


def _moving(tour: Tour) -> list[float]:
    """The frames that come by themselves until nothing moves any more."""
    found: list[float] = []
    while tour.pilot.app.wait() == 0.0 and len(found) < _LONGEST:
        found.append(_timed(partial(tour.pilot.advance, _FRAME, 1)))
    return found


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds that the work takes this thread."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def main(words: list[str]) -> int:
    """Measure and tell."""
    size, visits, *rest = words
    width, height = (int(part) for part in size.split("x"))
    i18n.set_language("en")
    tour = Tour((width, height), *(int(part) for part in rest))
    told = frames(tour, int(visits)) if int(visits) else most_memory(tour)
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
