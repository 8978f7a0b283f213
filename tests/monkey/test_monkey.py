"""A monkey at the table: whatever is pressed, wherever, the game goes on, and the title can be reached by keys.

When one of these fails it says how to see it again: ``python -m tests.monkey PLACE SEED INPUTS``, with ``--shorter`` for
the fewest inputs that end in the same way.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from random import Random

import pytest

from game.screens.playing import PLACES, screen_class
from game.settings import Settings
from game.ui.pilot import Pilot
from tests.monkey.checks import faults, way_to_the_title, word_faults
from tests.monkey.player import Player, same_every_time
from tests.monkey.routes import ROUTES
from tests.monkey.steps import take, wander
from tests.monkey.wandering import go, shorter
from tests.screens.every_place import STOPS, a_third

INPUTS = 325
"""From each of the thirty places: 10,000 together in the gate, and with a hundred seeds a million."""


def test_the_monkey_comes_to_every_place() -> None:
    """Every place of the game has a way there by keys; so do the two pages that the feed opens over itself."""
    classes = {name.split(":")[1] for name in PLACES.values()}
    assert set(ROUTES) == classes | {"EveningBreak", "DebatePage"}
    assert len(ROUTES) * INPUTS >= 10_000


@pytest.mark.gate
@pytest.mark.parametrize("place", ROUTES)
def test_no_input_breaks_the_game(place: str) -> None:
    """Keys, clicks, drags, sizes, settings, languages: nothing raises, focus and keys are clear, the title is found."""
    _wander(place, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 102))
def test_a_million_inputs_do_not_break_it_either(seed: int) -> None:
    """The same from a hundred other seeds."""
    for place in ROUTES:
        _wander(place, seed)


def _wander(place: str, seed: int) -> None:
    what = go(place, seed, INPUTS)
    assert not what.wrong, str(what)
    assert what.inputs >= INPUTS


def test_a_wandering_is_the_same_every_time() -> None:
    """The same place and seed give the same steps and pages: what failed once can be seen again."""
    first, again = go("FeedScreen", 3, 40), go("FeedScreen", 3, 40)
    assert not first.wrong, str(first)
    assert (first.steps, first.seen) == (again.steps, again.seen)


def test_a_fault_is_told_with_the_fewest_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks the game is found, and all the inputs that had no part in it are left out."""
    monkeypatch.setattr("game.screens.card_library.CardLibrary.title", _broken)
    idle = [("key", "Tab"), ("hover", 9, 9), ("key", "F12")]
    found = go("Title", 1, 99, [*idle, ("key", "C"), *idle])
    least = shorter(found)
    assert "nobody wrote this" in least.wrong
    assert least.steps == [("key", "C")]
    assert "python -m tests.monkey Title" in str(found)


def _broken(page: object) -> str:
    raise RuntimeError("nobody wrote this")


@pytest.mark.parametrize("place", a_third(0))
def test_from_every_place_and_dialog_keys_lead_to_the_title(place: str) -> None:
    """No dead end: Esc, or the key that the page names, leads out of every place and dialog within twelve presses."""
    stop = STOPS[place]()
    app = stop.see("en", 100)
    assert faults(app) + word_faults(app) == []
    if len(app.screens) == 1 and app.screen.title() != "Persuadable":
        app.screens.insert(0, screen_class("title")(stop.lobby))  # where the game opens some pages: over the title
        app.screens[0].app = app
    pilot = Pilot(app.screen, app=lambda *_, **__: app)
    assert way_to_the_title(pilot)[-1] == "Title"


@pytest.mark.gate
def test_memory_does_not_grow(tmp_path: Path) -> None:
    """One window, the same round through every place again and again: once the caches are full, nothing is left behind."""
    with same_every_time(tmp_path, 1):
        player = Player(Settings())
        counts = [_after_a_round(player) for _ in range(4)]
    objects, blocks = zip(*counts, strict=True)
    assert objects[3] / max(objects[1:3]) < 1.005, objects
    assert blocks[3] / max(blocks[1:3]) < 1.005, blocks


def _after_a_round(player: Player) -> tuple[int, int]:
    """Objects and blocks of memory in use when the title is shown again after all places."""
    for place, (start, keys) in ROUTES.items():
        player.begin(start)
        player.press(*keys.split())
        steps = wander(Random(place), player)  # noqa: S311  because a monkey keeps no secrets
        for _ in range(5):
            take(player, next(steps))
        way_to_the_title(player)
    gc.unfreeze()  # else what the game declared to stay is neither collected nor counted
    gc.collect()
    return len(gc.get_objects()), sys.getallocatedblocks()
