"""The card library: every technique with its sources, without a run, from the title and from the menu."""

from __future__ import annotations

import pytest

from game.screens.card_library import FAMILIES, family_of
from game.screens.lobby import Lobby
from game.settings import Settings
from tests.screens.act_one import table, tram_vote
from tests.screens.debrief_fixtures import table as finished_table
from tests.screens.test_lobby import pilot_of, place


def names(text: str) -> list[str]:
    """The cards that a page lists, by their names in the scenario."""
    return [card.name for card in tram_vote().debrief.cards if card.name in text]


def test_the_title_leads_to_the_cards() -> None:
    """C opens all cards of all towns; down lays the next one open; Esc goes back."""
    pilot = pilot_of(Lobby(Settings())).press("C")
    assert place(pilot) == "CardLibrary"
    assert len(names(pilot.text())) == len(tram_vote().debrief.cards)
    pilot.press("Down")
    card = tram_vote().debrief.cards[1]
    assert pilot.focused() == card.name
    assert pilot.sees(card.term)
    assert pilot.sees("How to tell")
    pilot.press("Esc")
    assert place(pilot) == "Title"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_shows_its_cards(family: str) -> None:
    """The row of families filters the list; the first card of the family lies open, and the focus follows it."""
    pilot = pilot_of(Lobby(Settings())).press("C")
    pilot.press(*["F"] * (1 + list(FAMILIES).index(family)))
    wanted = [card for card in tram_vote().debrief.cards if family_of(card) == family]
    assert wanted
    listed = [node.id.removeprefix("card-") for node in pilot.tree().walk() if node.id.startswith("card-")]
    assert listed == [card.id for card in wanted]
    assert pilot.focused_id() == f"card-{wanted[0].id}"


def test_every_mechanism_has_a_family() -> None:
    """Twenty-four mechanisms, each in exactly one family."""
    every = [name for members in FAMILIES.values() for name in members]
    assert sorted(every, key=lambda name: int(name[1:])) == [f"M{n}" for n in range(1, 25)]


def test_sources_are_shown_on_demand_and_the_card_can_fill_the_page() -> None:
    """S shows the studies behind the card, Enter enlarges it, with the mouse as well."""
    pilot = pilot_of(Lobby(Settings())).press("C")
    assert not pilot.sees("We read the")
    pilot.press("S")
    assert pilot.sees("We read the") or pilot.sees("We know it from others")
    pilot.press("Enter")
    assert pilot.app.dialogs
    pilot.press("Esc")
    pilot.click(id=f"card-{tram_vote().debrief.cards[2].id}")
    assert pilot.app.dialogs


def test_the_menu_of_a_run_leads_there_and_back() -> None:
    """T in the menu, also during the debrief; Esc comes back to the menu."""
    for run in (table("data"), finished_table("result")):
        run.pilot.press("Esc", "T")
        assert run.place == "CardLibrary"
        run.pilot.press("Esc")
        assert run.place == "Pause"


def test_large_text_shows_the_list_and_enter_the_card() -> None:
    """At 150 % there is room for one of them at a time."""
    pilot = pilot_of(Lobby(Settings().changed(text_scale=150))).press("C")
    assert not pilot.sees("How to tell")
    pilot.press("Enter")
    assert pilot.sees("How to tell")
