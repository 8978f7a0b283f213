"""The technique cards."""

from __future__ import annotations

import pytest

from game.scenario.model import DebriefFile
from game.screens.debrief_story import told
from tests.screens.act_two import illustrated
from tests.screens.debrief_fixtures import Table, finished, table


def with_cards(scale: float = 1.0) -> Table:
    """A run in a scenario with four cards, one of which no run can meet."""
    scenario = illustrated()
    card = scenario.debrief.cards[0].model_dump()
    cards = [
        {**card, "id": "score", "mechanisms": ["M17"], "name": "A door that stays shut"},
        {**card, "id": "broker", "mechanisms": ["M2"], "name": "Your basket talks"},
        {**card, "id": "ads", "mechanisms": ["M7"], "name": "A story each"},
        {
            **card,
            "id": "bots",
            "mechanisms": ["M12"],
            "name": "A crowd that is not there",
            "case": {"place": "Somewhere", "year": 2019, "text": "It happened.", "study": "study"},
        },
    ]
    debrief = DebriefFile.model_validate({**scenario.debrief.model_dump(), "cards": cards})
    session = finished(scenario.model_copy(update={"debrief": debrief}))
    return table("techniques", session=session, scale=scale)


def order(run: Table) -> list[str]:
    """Ids of the cards as listed."""
    return [node.id.removeprefix("card-") for node in run.pilot.tree().walk() if node.id.startswith("card-")]


def test_cards_met_in_this_run_come_first() -> None:
    """What the run did or saw is on top, with how it was met; the rest follows and says so."""
    run = with_cards()
    met = {one.card for one in told(run.playing).met}
    assert order(run)[: len(met)] == [name for name in ("score", "broker", "ads", "bots") if name in met]
    assert order(run)[-1] == "score"
    assert run.pilot.sees("Your campaign held it: ")
    assert run.pilot.sees(f"You met {len(met)} of 4 techniques.")


def test_down_lays_the_next_card_open() -> None:
    """The card in focus is the card on the right, with tell, counter-move, honest way and certainty."""
    run = with_cards()
    for _card in range(3):
        run.pilot.press("Down")
    assert run.pilot.sees("Not met this time.")
    for words in ("How to tell", "What to do", "The honest way", "some evidence"):
        assert run.pilot.sees(words)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_sources_are_shown_on_demand(scale: float) -> None:
    """S shows the citation with how it was read, and hides it again; also on the enlarged card."""
    run = with_cards(scale)
    run.pilot.press("Enter")
    assert not run.pilot.sees("A study. (2020)")
    run.pilot.press("S")
    assert run.pilot.sees("A study. (2020)")
    assert run.pilot.sees("We read the summary only.")
    run.pilot.press("S")
    assert not run.pilot.sees("A study. (2020)")
    run.pilot.press("Esc")
    assert run.place == "Techniques"


def test_a_click_enlarges_a_card() -> None:
    """The mouse reads every card whole."""
    run = with_cards()
    run.pilot.click(id="card-bots")
    assert run.pilot.sees("Somewhere, 2019: It happened.")
    assert run.pilot.sees("dialog")
