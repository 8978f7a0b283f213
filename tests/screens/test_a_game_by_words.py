"""A whole short game, played by what the pages say: every step presses something by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.settings import Settings
from tests.monkey.player import Player, same_every_time

Press = Callable[[str], object]
STEPS = 250
"""More than a short game needs."""
WAYS_ON = (
    "Phone down", "Go home", "Pick up the phone", "Fold it. Into the box.", "Be Inès", "To the morning",
    "To the voters", "Go on",
    "End the day",
)  # fmt: skip
"""What leads on, wherever it is offered; the first of them that a page has is pressed."""


@pytest.mark.gate
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_game_is_played_by_words_alone(tmp_path: Path, touch: bool) -> None:
    """From the title to the front page and the last chapter, with nothing but visible words to go by."""
    with same_every_time(tmp_path, 3):
        player = Player(Settings(seen_tutorial=True, motion="none"))
        press = player.tap_text if touch else player.click_text
        for words in ("New campaign", "3 days", "Clairport Moves: For the free trams", "Start the day"):
            press(words)
        _compose(player, press)
        pages = _to_the_vote(player, press)
        assert {"Overnight", "PersonaChoice", "FeedScreen", "EveningBreak", "BallotScreen"} <= set(pages)
        assert player.sees("The result")
        for chapter in ("Why you saw this", "Two feeds", "What if?", "Techniques", "Talk"):
            press(chapter)
            assert player.screen.title() == chapter


def _compose(player: Player, press: Press) -> None:
    """Buy, write, send and plan, each by its name."""
    press("Supermarket loyalty file")
    press("Buy for")
    assert player.sees("You have it") or player.sees("Not enough")
    for words in ("Message", "Hope", "Send A", "Amplify"):
        press(words)
    assert player.sees("Wide or deep?")


def _to_the_vote(player: Player, press: Press) -> list[str]:
    """Whatever leads on is pressed until there is a result; gives the pages that were passed."""
    pages: list[str] = []
    for _step in range(STEPS):
        pages.append(type(player.screen).__name__)
        if pages[-1] == "Result":
            return pages
        names = [
            node.name for node in player.tree().walk() if "press" in node.actions and "disabled" not in node.states
        ]
        if "Yes" in names and not player.sees("Fold it"):
            press("Yes")
            continue
        on = next((words for words in WAYS_ON if words in names), None)
        assert on is not None, f"nothing leads on from {pages[-1]}:\n{player.text()}"
        press(on)
        player.advance(10.0)
    raise AssertionError(f"no result after {STEPS} steps: {pages[-6:]}\n{player.text()}")
