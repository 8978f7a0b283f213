"""The page of a voter's rights: keys, words, and what stands there where the law gives nothing."""

from __future__ import annotations

import pytest

from game.scenario.model import RuleSet
from game.ui import Scroll
from tests.screens.act_two import Table, table

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have


def opened(rules: RuleSet = "2026", *, scale: float = 1.0, evening: int = 1) -> Table:
    """The page, reached by its key from the phone."""
    run = table(evening=evening, scale=scale, advertise=True, rules=rules)
    run.pilot.press("Y")
    assert run.place == "RightsPage"
    return run


def to_ad(run: Table) -> None:
    """Back to the phone, to the next ad, and here again; puts the phone down where an evening has none."""
    run.pilot.press("Esc")
    while run.post.kind != "campaign":
        run.pilot.press("Space")
        assert run.feed.at < len(run.feed.posts), "no ad tonight"
    run.pilot.press("Y")


def test_key_and_mouse_open_it_and_esc_goes_back() -> None:
    """Y and a click on the pill open the page; Esc shows the phone; nothing is spent by looking."""
    run = opened()
    left = run.feed.attention
    assert run.pilot.sees("Your rights")
    assert run.pilot.focused_id() == "back"
    run.pilot.press("Esc")
    assert run.place == "FeedScreen"
    run.pilot.click(id="rights")
    assert run.place == "RightsPage"
    assert run.feed.attention == left


def test_a_campaign_answers_the_next_evening() -> None:
    """2 asks and is paid; the page says when the answer comes; next evening 2 opens the paper, which names nobody."""
    run = opened()
    left = run.feed.attention
    run.pilot.press("2")
    assert left - run.feed.attention == run.feed.costs["access"]
    assert run.pilot.sees("Camp for: Asked. The answer comes tomorrow evening.")
    for key in ("Esc", "Esc", "Enter", "Enter", "Y"):
        run.pilot.press(key)
    assert run.feed.evening == 2
    run.pilot.press("2")
    assert run.pilot.sees("What Camp for holds on you")
    assert run.pilot.sees("Voter 1")
    assert not run.pilot.sees("Ines")
    run.pilot.press("Esc")
    assert run.place == "RightsPage"


def test_both_campaigns_can_be_told_to_forget() -> None:
    """4 and 5 ask for erasure; asked of both it is said once; a second time is not possible."""
    run = opened()
    run.pilot.press("4")
    run.pilot.press("5")
    assert [one.kind for one in run.feed.rights.requests] == ["erasure", "erasure"]
    assert run.pilot.sees("Both: Asked. It is gone tomorrow.")
    before = run.feed
    run.pilot.press("4")
    assert run.feed == before


def test_another_order_comes_tomorrow() -> None:
    """8 has the feed sorted in another way from the next evening on, and the page says what comes first then."""
    run = opened()
    assert run.pilot.sees("Now: What stirs")
    run.pilot.press("8")
    assert run.feed.rights.ranking_next == "bridging"
    assert run.pilot.sees("Both sides, from tomorrow evening on.")


def test_on_the_last_evening_another_order_is_too_late() -> None:
    """There is no other evening before the vote: the buttons say so and cost nothing."""
    run = opened(evening=3)
    before = run.feed
    run.pilot.press("7")
    assert run.feed == before
    assert run.pilot.sees("It would start tomorrow evening. Tomorrow is the vote.")


def test_the_register_names_the_payer() -> None:
    """1 opens the register at an ad: payer, euros, other ads; a second look is free, and a friend's post has no entry."""
    run = opened()
    to_ad(run)
    left = run.feed.attention
    run.pilot.press("1")
    assert run.pilot.sees("The public register of ads")
    assert run.pilot.sees("Paid for by")
    assert run.feed.attention == left - run.feed.costs["register"]
    run.pilot.press("Esc")
    run.pilot.press("1")
    assert run.pilot.sees("The public register of ads")
    assert run.feed.attention == left - run.feed.costs["register"]
    run.pilot.press("Esc")
    run.pilot.press("Esc")
    while run.post.kind == "campaign":
        run.pilot.press("Space")
    run.pilot.press("Y")
    assert run.pilot.sees("Nobody paid for this post.")


def test_what_the_register_said_stands_in_the_check() -> None:
    """Who is behind it? also shows what was looked up."""
    run = opened()
    to_ad(run)
    for key in ("1", "Esc", "Esc", "C", "1"):
        run.pilot.press(key)
    assert run.place == "LateralReading"
    assert run.pilot.sees("Public register: paid for by")


@pytest.mark.parametrize(("rules", "missing"), [("none", 4), ("2016", 3), ("2026", 0)])
def test_a_right_that_the_law_does_not_give_is_there_with_the_reason(rules: RuleSet, missing: int) -> None:
    """Its row stays, its button is off, and one sentence says why and since when it exists."""
    run = opened(rules)
    words = run.pilot.text()
    assert words.count("Not here") == missing
    for line in ("Who paid?", "What do they hold on me?", "Forget me", "Another order"):
        assert run.pilot.sees(line)
    if rules == "2016":
        assert run.pilot.sees("2016 rules: nobody has to tell you who pays.")
        assert run.pilot.sees("since October 2025")
        before = run.feed
        run.pilot.click(id="no-erasure")
        assert run.feed == before


def test_with_an_empty_battery_nothing_can_be_asked() -> None:
    """A pill says its price and what is left; pressing it changes nothing."""
    run = opened()
    run.pilot.press("Esc")
    run.tire(2)
    run.pilot.press("Y")
    before = run.feed
    for key in "2458":
        run.pilot.press(key)
    assert run.feed == before
    assert run.pilot.sees("Costs 4, you have")


@pytest.mark.parametrize("rules", ["none", "2016", "2026"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_fits_and_no_key_means_two_things(rules: RuleSet, scale: float) -> None:
    """At 100 and 150 % nothing of the panel has to be scrolled, whatever has been asked for."""
    run = opened(rules, scale=scale)
    for key in "23458":
        run.pilot.press(key)
    assert run.pilot.app.conflicts() == []
    assert scrolls(run) == 0.0


def scrolls(run: Table) -> float:
    """How far the panel of the rights could be scrolled, in design units."""
    (panel,) = [each for each in run.pilot.app.root.walk() if isinstance(each, Scroll) and each.id == "rights"]
    return panel.overflow
