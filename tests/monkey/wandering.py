"""A wandering: from one place on, by a seed, so many inputs; and what to do when one ends badly."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from game import settings
from tests.monkey.checks import faults, way_to_the_title, word_faults
from tests.monkey.player import Player, same_every_time
from tests.monkey.routes import ROUTES
from tests.monkey.steps import Step, settings_of, take, wander

LOOKS = 5
"""The words of the page are looked at after every so many inputs."""
LAST = 25
"""Inputs that are shown when something was wrong."""


@dataclass
class Wandering:
    """What happened: every page that was seen, every step, and what was wrong (empty if nothing).

    A step is one or more inputs: a click is two, a drag ten.
    """

    place: str
    seed: int
    wanted: int
    inputs: int = 0
    steps: list[Step] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    wrong: str = ""

    def __str__(self) -> str:
        """How to see it again, the last inputs, and what was wrong."""
        last = "\n".join(f"  {number}: {step}" for number, step in list(enumerate(self.steps, 1))[-LAST:])
        again = f"python -m tests.monkey {self.place} {self.seed} {self.wanted}"
        return f"{self.wrong}\nafter {len(self.steps)} steps, the last of which were\n{last}\nagain: {again}"


def go(place: str, seed: int, inputs: int, steps: Sequence[Step] | None = None) -> Wandering:
    """Wander from a place by a seed, or take the given steps from there; at the end the title must be found by keys."""
    luck = Random(f"{place} {seed}")  # noqa: S311  because a monkey keeps no secrets
    what = Wandering(place, seed, inputs)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, same_every_time(Path(home), seed):
        try:
            _play(what, luck, inputs, steps)
        except Exception:  # noqa: BLE001  because whatever it is, it is what the monkey looks for
            what.wrong = traceback.format_exc()
    return what


def _play(what: Wandering, luck: Random, inputs: int, steps: Sequence[Step] | None) -> None:
    start, keys = ROUTES[what.place]
    chosen = settings_of(luck)
    settings.save(chosen)
    player = Player(chosen)
    player.begin(start)
    player.press(*keys.split())
    _see(what, player)
    assert what.place in what.seen, f"{keys!r} from {start!r} leads to {type(player.screen).__name__}"
    endless = iter(steps) if steps is not None else wander(luck, player)
    enough = player.inputs_given + inputs
    while player.inputs_given < enough:
        step = next(endless, None)
        if step is None:
            break
        what.steps.append(step)
        take(player, step)
        _see(what, player)
    what.inputs = player.inputs_given
    way_to_the_title(player)


def _see(what: Wandering, player: Player) -> None:
    what.seen.add(type(player.screen).__name__)
    found = faults(player.app)
    if len(what.steps) % LOOKS == 0:
        found += word_faults(player.app)
    assert not found, "\n".join(found)


def shorter(what: Wandering) -> Wandering:
    """The same fault with as few steps as can be found by leaving out stretches of them."""
    told = what.wrong.splitlines()[-1]
    best, size = what, max(1, len(what.steps) // 2)
    while True:
        at, before = 0, len(best.steps)
        while at < len(best.steps):
            tried = go(what.place, what.seed, what.wanted, [*best.steps[:at], *best.steps[at + size :]])
            if tried.wrong and tried.wrong.splitlines()[-1] == told and len(tried.steps) < len(best.steps):
                best = tried
            else:
                at += size
        if size == 1 and len(best.steps) == before:
            return best
        size = max(1, size // 2)
