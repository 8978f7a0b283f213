"""The front page, the town's health, the envelope."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.debrief.closeness import Closeness
from game.screens.close_vote import luck_line, turning_line
from game.screens.debrief_story import Told, keep, told
from game.screens.front_page import BESIDE, Crowd, headline, name_left, radius, seeds, spacing
from game.ui import Rect
from tests.screens.debrief_fixtures import table

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have


def test_the_page_tells_the_count_of_the_session() -> None:
    """Headline, counts and turnout are those of the ballots, and the ringed dot is in the disc of the own vote."""
    run = table("result")
    facts = told(run.playing)
    outcome = facts.outcome
    assert run.pilot.sees(headline(outcome, run.playing.texts))
    for name, label in (("for", "For"), ("against", "Against"), ("home", "Stayed home")):
        assert run.pilot.sees(f"{label}: {outcome.counts[name]:,}")
        assert run.pilot.shows(f"{label} {outcome.counts[name]:,}")
    assert run.pilot.sees("Ines is ringed: For")
    choices, me = facts.dots
    assert choices[me] == 1
    assert len(choices) == np.count_nonzero(choices >= 0)


def test_a_blank_vote_is_told_where_no_dot_is_drawn() -> None:
    """Blank votes have no disc, so the small print names the persona's."""
    run = table("result", ballot="blank")
    assert not run.pilot.sees("is ringed")
    assert run.pilot.sees("One of them is from Ines.")


def test_staying_at_home_is_ringed_among_those_at_home() -> None:
    """The fourth line of the ballot is a choice like the others."""
    assert table("result", ballot="stay-home").pilot.sees("Ines is ringed: Stayed home")


def test_enter_explains_the_number_in_focus_and_esc_closes() -> None:
    """Privacy in a run that bought a file: formula, what moved it, back to the same row."""
    run = table("result")
    assert run.pilot.focused_id() == "measure-privacy"
    run.pilot.press("Enter")
    assert run.pilot.sees("100 minus the share")
    assert run.pilot.sees("You bought basket")
    run.pilot.press("Esc")
    assert run.pilot.focused_id() == "measure-privacy"


def test_turnout_is_told_by_age_and_for_the_next_vote() -> None:
    """All four age bands and the next vote stand in the explanation of turnout."""
    run = table("result")
    run.pilot.press("Up", "Up", "Enter")
    outcome = told(run.playing).outcome
    for words in ("people under 30", "people over 64", "At the next vote"):
        assert run.pilot.sees(words)
    for band, share in outcome.by_band.items():
        assert run.pilot.sees(f"{share:.0%} this time, maybe {outcome.next_by_band[band]:.0%} next time")


def test_a_campaign_that_did_nothing_is_not_blamed() -> None:
    """A quiet run bought nothing; the explanation says so instead of listing deeds."""
    run = table("result", style="quiet")
    run.pilot.press("Enter")
    assert run.pilot.sees("You bought nothing.")
    assert not run.pilot.sees("You left")


def test_the_page_says_how_close_the_vote_was() -> None:
    """The front page has how many people would have turned it; C opens what follows from that, and what does not."""
    run = table("result")
    found = told(run.playing).closeness
    assert run.pilot.sees(f"If {found.turned:,} p")
    assert run.pilot.sees("Held 200 times with other luck")
    assert not run.pilot.sees("One vote was one of")
    run.pilot.press("C")
    assert run.pilot.sees(f"One vote was one of {found.valid:,}.")
    run.pilot.press("Esc")
    assert run.place == "Result"


@pytest.mark.parametrize(("turned", "said"), [(10, "That shows that the vote was close"), (500, "not very close")])
def test_a_small_margin_is_no_proof_of_a_strong_effect(turned: int, said: str) -> None:
    """A close vote is told as close, not as proof; a clear one is told as clear."""
    run = table("result")
    facts = Told(run.playing.session)
    facts.closeness = Closeness(turned, 2 * turned - 1, 10_000, 120)
    keep(run.playing, facts)
    run.pilot.press("C")
    assert run.pilot.sees(said)
    assert run.pilot.sees("120 times")
    assert run.pilot.sees("Luck had a say in it.")


def test_a_tie_has_no_other_side_that_would_have_won() -> None:
    """Nobody won: one more vote decides, and no answer of the ballot is named as the loser."""
    run = table("result")
    facts = Told(run.playing.session)
    facts.outcome = replace(facts.outcome, winner=None, votes=0)
    facts.closeness = Closeness(1, 1, 10_000, 4)
    assert turning_line(facts, run.playing.texts) == "One more vote on either side would have decided it."
    assert "a tie 4 times" in luck_line(facts, run.playing.texts)


@pytest.mark.parametrize("wide", [20.0, 90.0, 300.0])
@pytest.mark.parametrize(("x", "right"), [(75.0, False), (320.0, False), (650.0, True)])
def test_a_name_stays_on_the_paper(wide: float, x: float, right: bool) -> None:
    """However long the name and whichever disc its dot is in, it is not cut at the edge of the page."""
    area = Rect(78.0, 250.0, 592.0, 200.0)
    left = name_left(x, wide, area, right=right)
    assert left >= area.x - BESIDE
    assert left + wide <= area.x + area.w + BESIDE


def test_the_envelope_is_sealed_until_it_is_opened() -> None:
    """The machine's chances appear only after O, and stay on the page afterwards."""
    run = table("result")
    assert not run.pilot.sees("It gave")
    run.pilot.press("O")
    assert run.pilot.sees("What the machine expected of Ines")
    run.pilot.press("Esc")
    assert run.pilot.sees("It gave For")


@pytest.mark.parametrize("tap", [False, True])
def test_mouse_and_touch_open_envelope_and_numbers(tap: bool) -> None:
    """No key is needed for anything on the page."""
    run = table("result")
    act = run.pilot.tap_text if tap else run.pilot.click_text
    act("The machine’s guess about Ines")
    assert run.pilot.sees("Sealed before the first evening")
    act("Back")
    act("Turnout")
    assert run.pilot.sees("Who came")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_number_can_be_reached_at_every_text_size(scale: float) -> None:
    """Tab stops at the four figures and the envelope; no key means two things."""
    run = table("result", scale=scale)
    reached = set()
    for _step in range(14):
        reached.add(run.pilot.focused_id())
        run.pilot.press("Tab")
    assert {"measure-trust-town", "measure-turnout", "measure-polarisation", "measure-privacy", "envelope"} <= reached
    assert run.pilot.app.conflicts() == []


def test_discs_compare_by_area_and_fit() -> None:
    """All dots have one spacing; the discs stand in the width beside each other without touching."""
    discs = [
        Crowd("for", "", 0, 90, False),
        Crowd("against", "", 0, 360, False),
        Crowd("undecided", "", 0, 1000, False),
    ]
    step = spacing(discs, 600, 200)
    assert sum(2 * radius(disc.dots, step) for disc in discs) <= 600
    assert max(2 * radius(disc.dots, step) for disc in discs) <= 200 + 1e-6
    places = np.array(seeds(400, 0, 0, 1.0))
    gaps = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 9 * np.eye(400)
    assert gaps.min() > 0.9
