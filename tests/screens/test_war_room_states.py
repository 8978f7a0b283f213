"""The desks when something is missing or has run out, and with real campaigns of all six days: words, reasons and room."""

from __future__ import annotations

from itertools import product

import pytest

from game import i18n
from game.campaign.commands import ComposeMessage, PlanAction, SendMessage
from game.players.play import Strategy
from game.scenario.model import SideId
from game.ui.scrolling import Scroll
from game.ui.semantics import Node
from tests.screens.act_one import Table, table, tram_vote
from tests.screens.bot_runs import DAYS, at, campaign

ADS = (
    ComposeMessage("a", "timetable", "hope", "plain", signed=True),
    SendMessage("a"),
    PlanAction("ads"),
)


def node(run: Table, wanted: str) -> Node:
    """The widget with this id as those hear it who listen."""
    return next(each for each in run.pilot.tree().walk() if each.id == wanted)


def look_at(run: Table, source: str) -> None:
    """The data desk with another source in focus."""
    run.playing.memory["source"] = source
    run.playing.go("data")
    run.pilot.app.ensure()


def overfull(run: Table) -> list[str]:
    """The parts of the page that have to scroll."""
    run.pilot.app.ensure()
    scrolls = [each for each in run.pilot.app.root.walk() if isinstance(each, Scroll)]
    return [each.id for each in scrolls if each.overflow > 0.5]


# ---------------------------------------------------------------------------------------------------- run out


def test_without_moves_every_card_that_is_not_planned_is_shut_and_says_why() -> None:
    """The reason is part of the card, Enter says it again and nothing changes."""
    run = at(campaign("honest", 2, evening=True), "actions")
    assert run.view.moves_left == 0
    shut = [seen for seen in run.view.actions if not seen.planned]
    assert shut
    for seen in shut:
        assert (
            node(run, f"action-{seen.id}").description.endswith("No moves left today.")
            or "disabled" in node(run, f"action-{seen.id}").states
        )
    before = run.view
    run.pilot.app.focus(f"action-{shut[0].id}")
    run.pilot.press("Enter")
    assert run.pilot.app.announcements[-1] == "No moves left today."
    assert run.view.actions == before.actions


def test_without_money_a_source_cannot_be_bought() -> None:
    """The button keeps its price, is disabled and gives the reason; the free opinion of the lawyer stays."""
    run = at(campaign("dirty", 6), "data")
    dear = next(seen.id for seen in run.view.sources if not seen.owned and not seen.affordable)
    look_at(run, dear)
    button = node(run, "buy")
    assert "disabled" in button.states
    assert "Not enough money left." in run.pilot.text()
    run.pilot.press("B")
    assert run.pilot.app.announcements[-1] == "Not enough money left."
    assert "disabled" not in node(run, "lawyer").states


def test_without_money_there_is_no_test() -> None:
    """The hint is disabled with its reason; S says it and the money stays."""
    run = at(campaign("greedy", 6, evening=True), "message")
    money = run.view.money
    assert money < tram_vote().campaign.test_price
    hint = next(each for each in run.pilot.tree().walk() if each.role == "hint" and "S" in each.keys)
    assert "disabled" in hint.states
    run.pilot.press("S")
    assert run.pilot.app.announcements[-1] == "Not enough money left."
    assert run.view.money == money


def test_what_runs_on_wears_a_pill_with_its_nights() -> None:
    """Ads for three nights go on by themselves on the next two days, and the card says how long."""
    for day, words in ((2, "Still runs: 2 more nights."), (3, "Still runs: tonight.")):
        run = table("actions", before=ADS, nights=day - 1)
        assert words in node(run, "action-ads").description


# ------------------------------------------------------------------------------------------------ not yet there


def test_nothing_is_written_bought_or_planned_on_the_first_morning() -> None:
    """Every desk says what is missing instead of leaving a hole."""
    assert table("message").pilot.sees("Two guesses, so far.")
    assert not table("message").pilot.sees("goes out")
    assert table("actions").pilot.sees("Nothing planned for tonight.")
    assert table("data").pilot.sees("What such a file holds: a sample")
    assert table("briefing").pilot.sees("What it is about")
    assert table("polls").pilot.sees("One poll is a photograph.")


def test_a_voter_without_traces_has_an_empty_receipt() -> None:
    """A bought file says plainly that it holds nothing on this person, and guesses all the same."""
    run = at(campaign("dirty", 5), "data")
    look_at(run, "loyalty-file")
    found = run.pilot.sees("No trace of this voter.")
    for _ in range(12):
        run.pilot.press("Enter")
        found = found or run.pilot.sees("No trace of this voter.")
    assert found
    assert run.pilot.sees("% sure")


# ------------------------------------------------------------------------------------------------ room for all


WEEKS = {("honest", "for", "fr"), ("dirty", "against", "en"), ("greedy", "for", "fr")}
"""Of all weeks, those that the gate plays."""


def pages(strategy: Strategy, side: SideId, day: int) -> list[str]:
    """Parts of the desks that have to scroll on a morning and an evening, in the language in force."""
    faults: list[str] = []
    for evening in (False, True):
        session = campaign(strategy, day, side=side, evening=evening)
        news = at(session, "briefing")
        crowded = len(news.view.news) + len(news.view.pending) > 3
        faults += [f"briefing: {part}" for part in overfull(news) if not crowded]
        for place in ("message", "actions"):
            faults += [f"{place}: {part}" for part in overfull(at(session, place)) if "phone" not in part]
        desk = at(session, "data")
        for source in tram_vote().campaign.sources:
            look_at(desk, source.id)
            faults += [f"data, {source.id}: {part}" for part in overfull(desk)]
    return faults


@pytest.mark.gate
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_day_of_a_real_campaign_fits_without_scrolling(language: str) -> None:
    """At 100 % in both languages no desk scrolls, whatever is bought, written and planned; only a crowded morning may."""
    i18n.set_language(language)
    assert not pages("dirty", "for", 3)


@pytest.mark.parametrize(
    ("strategy", "side", "language"),
    [
        pytest.param(*case, marks=pytest.mark.gate if case in WEEKS else pytest.mark.slow)
        for case in product(("honest", "dirty", "greedy"), ("for", "against"), ("en", "fr"))
    ],
)
def test_every_day_of_real_campaigns_fits_without_scrolling(strategy: Strategy, side: SideId, language: str) -> None:
    """The same for whole weeks of both sides."""
    i18n.set_language(language)
    found = [f"day {day}: {fault}" for day in range(1, DAYS + 1) for fault in pages(strategy, side, day)]
    assert not found, "\n".join(found)
