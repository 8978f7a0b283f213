"""The chooser with no town, two, three and six: posters in sight, keys, and the terms of the game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.reader import Loaded
from game.screens.chooser import Chooser
from game.screens.lobby import Lobby
from game.settings import Settings
from game.ui import Prefs
from game.ui.pilot import Pilot
from tests.sample_scenario import sample
from tests.screens.act_one import Blank
from tests.ui.audit import faults

TOWNS = ("Clairport", "Brume", "Valserre", "Mirefont", "Ostwick", "Specchia")
POSTERS = ("tram-vote", "lights-out", "class-president", "canteen", "first-vote", "city-of-mirrors")


def towns(count: int) -> tuple[Loaded, ...]:
    """As many towns, each with a poster of its own."""
    found = []
    for name, poster in list(zip(TOWNS, POSTERS, strict=True))[:count]:
        head = sample().head.model_copy(update={"town": name, "poster": f"posters/{poster}"})
        found.append(Loaded(Path(name.lower()), sample().model_copy(update={"id": name.lower(), "head": head})))
    return tuple(found)


def chooser(count: int, scale: float = 1.0, size: tuple[int, int] = (1280, 720)) -> Pilot:
    """The chooser with so many towns, and nothing else behind it."""
    lobby = Lobby(Settings(), ephemeral=True)
    lobby._shelved = towns(count)
    pilot = Pilot(Blank(), prefs=Prefs(text_scale=scale, motion="none"), size=size)
    lobby.app = pilot.app
    pilot.app.show(Chooser(lobby))
    pilot.app.ensure()
    return pilot


def in_sight(pilot: Pilot) -> list[str]:
    """The towns whose posters are shown, from left to right."""
    shown = [node for node in pilot.tree().walk() if node.id.startswith("town-")]
    return [node.name.split(":")[0] for node in sorted(shown, key=lambda node: node.bounds[0])]


@pytest.mark.parametrize(("count", "words"), [(2, "Two towns. Two votes."), (6, "Six towns. Six votes.")])
def test_the_headline_counts_the_towns_in_words(count: int, words: str) -> None:
    """Small numbers are written out."""
    assert chooser(count).sees(words)


def test_three_posters_stand_side_by_side_and_the_chosen_one_is_larger() -> None:
    """The arrows choose; the poster that is chosen grows, the others stay on the same ground."""
    pilot = chooser(3)
    assert in_sight(pilot) == list(TOWNS[:3])
    pilot.press("Right")
    sizes = {node.name.split(":")[0]: node.bounds for node in pilot.tree().walk() if node.id.startswith("town-")}
    assert sizes["Brume"][3] > sizes["Clairport"][3] == sizes["Valserre"][3]
    feet = {round(bounds[1] + bounds[3]) for bounds in sizes.values()}
    assert len(feet) == 1
    assert pilot.sees("On the ballot in Brume")


def test_of_six_towns_three_are_in_sight_and_every_one_can_be_chosen() -> None:
    """The window follows the choice, a number key reaches a town whose poster is not shown, and the page says where."""
    pilot = chooser(6)
    assert in_sight(pilot) == list(TOWNS[:3])
    assert pilot.sees("1 of 6")
    pilot.press("5")
    assert in_sight(pilot) == list(TOWNS[3:])
    assert pilot.sees("On the ballot in Ostwick")
    pilot.press("Right", "Right")
    assert pilot.sees("On the ballot in Clairport")
    pilot.click_text("Previous town")
    assert pilot.sees("On the ballot in Specchia")
    assert pilot.focused_id() == "town-5"


def test_length_and_law_are_settled_by_their_keys_also_beside_several_posters() -> None:
    """L and W go on to the next value and say it; the last is followed by the first."""
    pilot = chooser(3)
    days = sample().head
    pilot.press("L", "W", "W")
    assert pilot.app.announcements[-3:] == [f"{days.short_days} days", "Law: as in 2026", "Law: none"]
    pilot.press("L", "W")
    assert pilot.app.announcements[-2:] == [f"{days.days} days", "Law: as in 2016"]


def test_without_any_town_the_page_says_so() -> None:
    """No poster, no campaign to be hired by, and Esc leads back."""
    pilot = chooser(0)
    assert pilot.sees("No town to choose")
    assert pilot.sees("every scenario has problems")
    assert not in_sight(pilot)
    pilot.press("Esc")
    assert type(pilot.screen).__name__ == "Title"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 6])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 720)), (1.5, (1280, 720)), (1.0, (1920, 1080))])
def test_no_number_of_towns_cuts_a_text(count: int, scale: float, size: tuple[int, int]) -> None:
    """Nothing clipped, overlapping or broken inside a word."""
    assert not faults(chooser(count, scale, size).app)
