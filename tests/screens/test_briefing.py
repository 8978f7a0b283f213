"""The morning briefing: the headline from the poll, the news, and events that wait for an answer."""

from __future__ import annotations

import pytest

from game.campaign.commands import BuySource, ComposeMessage, PlanAction, SendMessage
from game.campaign.view import Interval, Poll
from game.scenario.model import Effect
from game.screens.answering import Answering, cost_of
from game.screens.headline import headline, verdict
from game.screens.poll_chart import explained
from tests.screens.act_one import Table, table

DIRTY = (
    BuySource("loyalty-file"),
    ComposeMessage("a", "harbour-toll-plan", "fear", "outrage", signed=False),
    SendMessage("a"),
    PlanAction("ads"),
    PlanAction("bot-farm"),
)


def poll(gap: float, margin: float) -> Poll:
    """A poll with this gap, for minus against, and its margin."""
    share = Interval(0.4, 0.04)
    return Poll(1, 600, {"for": Interval(0.4 + gap, 0.04), "against": share, "undecided": share}, Interval(gap, margin))


def asked() -> Table:
    """A morning on which somebody waits for an answer."""
    for seed in range(1, 40):
        run = table(seed=seed, before=DIRTY, nights=3)
        if run.view.pending:
            return run
    raise AssertionError("nobody ever asks anything")


@pytest.mark.parametrize(
    ("gap", "margin", "said"),
    [
        (-0.03, 0.07, ("Three points behind.", "Or four ahead.")),
        (0.01, 0.07, ("One point ahead.", "Or six behind.")),
        (0.0, 0.07, ("Level.", "Give or take seven points.")),
        (-0.09, 0.07, ("Nine points behind.", "At best, two behind.")),
        (0.09, 0.07, ("Nine points ahead.", "At worst, two ahead.")),
        (-0.07, 0.07, ("Seven points behind.", "At best, level.")),
        (0.15, 0.02, ("15 points ahead.", "At worst, 13 ahead.")),
    ],
)
def test_the_headline_says_the_gap_and_its_margin(gap: float, margin: float, said: tuple[str, ...]) -> None:
    """The best guess comes first, then the other end of the margin, in words up to twelve."""
    assert headline(poll(gap, margin), "for") == said


def test_the_other_side_reads_the_same_poll_the_other_way_round() -> None:
    """What is behind for one side is ahead for the other."""
    assert headline(poll(-0.03, 0.07), "against") == ("Three points ahead.", "Or four behind.")


def test_the_verdict_knows_when_the_poll_cannot_tell() -> None:
    """Inside the margin both are possible; outside it the sentence stands."""
    assert verdict(poll(-0.03, 0.07), "for") == "The margin of error allows both."
    assert verdict(poll(-0.09, 0.07), "for") == "Even with the margin of error."


def test_the_headline_is_what_the_printed_shares_make() -> None:
    """Whoever takes 35 from 40 reads five, even where the shares before rounding are nearer to six points apart."""
    shares = {"for": Interval(0.403, 0.04), "against": Interval(0.346, 0.04), "undecided": Interval(0.251, 0.03)}
    assert headline(Poll(1, 600, shares, Interval(0.057, 0.07)), "against")[0] == "Five points behind."


def test_nobody_is_told_that_either_could_lead_under_a_headline_that_denies_it() -> None:
    """The shaded band is there as long as the margin of the gap allows both, not while two ranges merely touch."""
    assert "shaded band" in explained(poll(-0.06, 0.07))
    assert "shaded band" not in explained(poll(-0.075, 0.07))


def test_the_first_morning_says_what_the_vote_is_about() -> None:
    """Before anything happened the question and true reasons stand where the news will be."""
    run = table()
    assert run.pilot.sees("What it is about")
    assert run.pilot.sees(run.playing.texts.head.question)
    assert not run.pilot.sees("While you slept")


def test_the_night_is_told_in_the_morning() -> None:
    """After a night the rival's move and the own reach are in the news."""
    run = table(nights=1)
    text = run.pilot.text()
    assert "While you slept" in text
    assert "The other side rented 40 bus shelters" in text
    assert "Nothing of yours ran last night" in text


def test_enter_starts_the_day_at_the_data_desk() -> None:
    """The one big button leads to the first desk."""
    run = table()
    run.pilot.press("Enter")
    assert run.place == "DataDesk"


def test_an_event_is_answered_in_its_dialog() -> None:
    """Enter opens who waits, a digit answers, what came of it is told, and nobody waits any more."""
    run = asked()
    event = run.view.pending[0]
    authored = next(each for each in run.playing.texts.campaign.events if each.id == event)
    run.pilot.press("Enter")
    assert run.pilot.sees(authored.choices[0].label)
    run.pilot.press("1")
    assert run.pilot.sees(authored.choices[0].result)
    run.pilot.press("Enter")
    assert event not in run.view.pending
    assert run.pilot.sees("Answer first" if run.view.pending else "Start the day")


def test_an_event_can_be_left_for_later_and_is_asked_about_in_the_evening() -> None:
    """Esc leaves the question open; ending the day reminds of it, and silence is an answer."""
    run = asked()
    run.pilot.press("Enter", "Esc")
    assert run.view.pending
    run.pilot.press("N")
    assert run.pilot.sees("Somebody is still waiting for your answer.")
    run.pilot.press("Enter")
    assert run.place == "Briefing"
    run.pilot.press("Esc", "N", "N")
    assert run.place == "Overnight"


def test_the_polls_figures_are_said_with_their_margins() -> None:
    """The chart's name has the three shares, each with its margin."""
    text = table().pilot.text()
    assert text.count("give or take") == 3


def test_everything_stays_reachable_in_large_text() -> None:
    """At 150 % the button stands below the text that scrolls."""
    run = table(scale=1.5)
    assert run.pilot.focused_id() == "start"
    run.pilot.press("Enter")
    assert run.place == "DataDesk"


def test_who_brings_a_letter_has_not_written_it() -> None:
    """The name of the bearer stands before the words, as their bearer, and not below them as a signature."""
    run = asked()
    event = next(each for each in run.playing.texts.campaign.events if each.id == run.view.pending[0])
    Answering(run.pilot.app.screen, event.id).open()  # type: ignore[arg-type]  # because the briefing is a page of the war room
    person = next(each for each in run.playing.texts.head.people if each.id == event.person)
    text = run.pilot.text()
    assert text.index(f"{person.name} brings you this:") < text.index(event.text)


@pytest.mark.parametrize(
    ("said", "cost"),
    [("Pay the fine, €900", ""), ("Pay", "−€900"), ("Pay €2,900", "−€900"), ("Payer 900\u00a0€", "−€900")],
)
def test_a_sum_that_an_answer_names_is_not_printed_a_second_time(said: str, cost: str) -> None:
    """Beside “the fine, €900” there is no “−€900”; another sum in the answer does not count."""
    assert cost_of(Effect(money=-900), said) == cost
