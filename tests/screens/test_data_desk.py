"""The data desk: looking at sources, buying one, asking the lawyer and why consent matters."""

from __future__ import annotations

from game.campaign.commands import PlanAction
from tests.screens.act_one import Table, table


def owned(run: Table) -> set[str]:
    """Ids of the sources in hand."""
    return {source.id for source in run.view.sources if source.owned}


def test_arrows_choose_a_source_and_the_panel_follows() -> None:
    """Down goes to the next row; the button names that row's price."""
    run = table("data")
    assert run.pilot.sees("Buy for €1,800")
    run.pilot.press("Down")
    assert run.pilot.sees("Buy for €2,400")


def test_b_buys_the_source_in_focus() -> None:
    """B spends money and a move, and the row says that it is yours."""
    run = table("data")
    run.pilot.press("B")
    assert "loyalty-file" in owned(run)
    assert run.view.money == 13_000 - 1_800
    assert run.view.moves_left == 2
    assert run.pilot.sees("Yours")


def test_what_was_paid_for_is_seen_at_once() -> None:
    """After buying, the file that lies open holds a trace; whoever is not in it waits for a turn of the page."""
    run = table("data")
    assert run.pilot.sees("What such a file holds: a sample")
    run.pilot.press("B")
    assert run.pilot.sees("What this file says")
    assert not run.pilot.sees("No trace of this voter.")
    run.pilot.press("2", "1")
    assert not run.pilot.sees("No trace of this voter.")


def test_a_source_is_not_bought_twice() -> None:
    """The button is disabled with its reason once the source is there."""
    run = table("data")
    run.pilot.press("B", "B")
    assert run.view.money == 13_000 - 1_800
    assert "You have this already." in run.pilot.text()


def test_without_moves_the_button_says_why_not() -> None:
    """When the day's moves are spent nothing can be bought, and the reason is said."""
    run = table("data", before=(PlanAction("doors"), PlanAction("hall"), PlanAction("school")))
    run.pilot.press("B")
    assert "loyalty-file" not in owned(run)
    assert "No moves left today." in run.pilot.text()


def test_the_lawyer_is_asked_for_nothing() -> None:
    """L shows the opinion, costs neither money nor move, and is remembered."""
    run = table("data")
    run.pilot.press("L")
    assert "Page 14 of the small print" in run.pilot.text()
    run.pilot.press("Esc")
    assert run.view.money == 13_000
    assert run.view.moves_left == 3
    assert run.pilot.sees("What the lawyer said")


def test_x_says_why_consent_matters() -> None:
    """X opens the explanation of the source in focus."""
    run = table("data")
    source = next(each for each in run.playing.texts.campaign.sources if each.id == "loyalty-file")
    run.pilot.press("X")
    assert run.pilot.sees(source.why_consent)


def test_enter_opens_another_voters_file() -> None:
    """Enter on a row turns to somebody else."""
    run = table("data")
    before = run.pilot.text()
    run.pilot.press("Enter")
    assert run.pilot.text() != before


def test_what_is_not_bought_is_never_shown_of_a_voter() -> None:
    """Before buying the panel shows what such a file holds in general, the same for everybody."""
    run = table("data")

    def receipt() -> list[str]:
        return [line for line in run.pilot.text().splitlines() if "×" in line]

    first = receipt()
    run.pilot.press("Enter")
    assert receipt() == first
    assert first


def test_the_mouse_does_it_as_well() -> None:
    """A click on a row and on the button buys without a key."""
    run = table("data")
    run.pilot.click(id="source-electoral-roll")
    assert "You have this already." in run.pilot.text()
    run.pilot.click(id="source-loyalty-file")
    run.pilot.click(id="buy")
    assert "loyalty-file" in owned(run)
