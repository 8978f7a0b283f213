"""What if? One deed is left out or done otherwise: the page says what changed, for whom, and why."""

from __future__ import annotations

import re

import pytest

from game.campaign.commands import BuySource, ComposeMessage, EndDay, SaveSegment
from game.screens import whatif_words
from game.screens.debrief_story import told
from game.screens.whatif import WhatIf
from tests.screens.debrief_fixtures import Table, table

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have


def page(run: Table) -> WhatIf:
    """The chapter that is shown."""
    screen = run.pilot.screen
    assert isinstance(screen, WhatIf)
    return screen


def at(run: Table, kind: type, nth: int = 0) -> int:
    """Place of the nth deed of a kind; the chapter is turned to it by keys."""
    deeds = told(run.playing).deeds
    wanted = [index for index, entry in enumerate(deeds) if isinstance(entry.command, kind)][nth]
    while page(run).at < wanted:
        run.pilot.press("Down")
    return wanted


def answered(run: Table, key: str) -> Table:
    """Press a digit and wait for the answer."""
    run.pilot.press(key)
    page(run).settle()
    run.pilot.app.ensure()
    return run


def test_every_deed_is_listed_by_day_in_words() -> None:
    """All commands of act I but the ends of days, each as a sentence below its day."""
    run = table("whatif")
    facts = told(run.playing)
    assert not any(isinstance(entry.command, EndDay) for entry in facts.deeds)
    assert run.pilot.sees("day 1")
    assert run.pilot.sees("You bought:")
    assert run.pilot.sees("You wrote version A")
    items = [node for node in run.pilot.tree().walk() if node.id.startswith("deed-")]
    assert len(items) == len(facts.deeds)
    assert all(node.name for node in items)


def test_keys_choose_a_deed_and_try_an_option() -> None:
    """Down goes to the next deed, 1 leaves it out; the answer tells figures, people and what became impossible."""
    run = table("whatif")
    at(run, ComposeMessage)
    assert run.pilot.sees("played again with the same people and the same luck")
    answered(run, "1")
    for words in ("Your margin", "was ", "Trust in you", "Stance is told in steps", "No longer possible", "Ines"):
        assert run.pilot.sees(words), words
    assert run.pilot.app.conflicts() == []


def test_the_figures_are_those_of_the_replay() -> None:
    """What the page says is what the difference says: how many, who first, and by which causes."""
    run = table("whatif")
    index = at(run, ComposeMessage)
    answered(run, "1")
    found = told(run.playing).known_difference(index, None)
    assert found is not None
    assert found.changed_people > 0
    assert run.pilot.sees(f"{found.changed_people:,} ")
    for person in found.people(9)[1:4]:
        if person.persona is None:
            assert run.pilot.sees(f"Voter {person.voter:,}, {person.age}")


def test_the_sizes_told_add_up_and_the_feed_gets_no_more_than_its_share() -> None:
    """What a line tells, smaller things and the rest included, is the whole move; the rest is the model's own rest."""
    run = table("whatif")
    index = at(run, BuySource)
    answered(run, "1")
    found = told(run.playing).known_difference(index, None)
    assert found is not None
    for person in found.people(20):
        line = whatif_words.why_line(person, found, run.playing.texts)
        sizes = [float(size.replace("−", "-")) for size in re.findall(r": ([+−]?\d+\.\d)", line)]
        moved = person.turnout if whatif_words.about_coming(person) else person.stance
        assert abs(sum(sizes) - (moved[1] - moved[0])) < 0.1 * (len(sizes) + 1), line
        rest = person.rest_turnout if whatif_words.about_coming(person) else person.rest
        assert ("friends and the feed" in line) == (abs(rest) >= whatif_words.SMALL)


def test_another_message_instead_is_offered_and_told() -> None:
    """The second option of an unsigned message is to sign it; nothing became impossible by that."""
    run = table("whatif")
    at(run, ComposeMessage)
    option = next(node for node in run.pilot.tree().walk() if node.id == "option-1")
    assert option.name == "Instead: signed"
    assert run.pilot.shows("signed")
    answered(run, "2")
    assert run.pilot.sees("Your margin")
    assert not run.pilot.sees("sending the message")


def test_nobody_is_a_result_too() -> None:
    """The same audience saved once more is left out: the page says so plainly, and that the vote is the same."""
    run = table("whatif")
    at(run, SaveSegment, 2)
    answered(run, "1")
    assert run.pilot.sees("Nobody. That is a result too.")
    assert run.pilot.sees("The result is the same to the last vote.")
    assert run.pilot.sees("are the same to the last bit")


def test_a_file_that_was_not_bought_is_a_question_of_its_own() -> None:
    """Leaving out the purchase works like every other deed; Enter on a deed leads to its options."""
    run = table("whatif")
    at(run, BuySource)
    run.pilot.press("Enter")
    assert run.pilot.focused_id() == "option-0"
    run.pilot.press("Enter")
    page(run).settle()
    assert run.pilot.sees("Your margin")


def test_the_page_says_that_it_is_busy_only_when_it_takes_its_time() -> None:
    """Within half a second nothing is said; after that the page says what it does, until the answer is there."""
    run = table("whatif")
    at(run, ComposeMessage)
    screen = page(run)

    class Slow:
        since = run.pilot.time
        over = False

    screen.attempt(2)
    assert screen.work is not None
    screen.work.result()
    told(run.playing)._differences.clear()
    screen.work = Slow()  # type: ignore[assignment]  # because it only has to look unfinished
    run.pilot.advance(0.3)
    assert not run.pilot.sees("Playing the week again")
    run.pilot.advance(0.4)
    assert run.pilot.sees("Playing the week again")
    screen.attempt(2)
    screen.settle()
    assert not run.pilot.sees("Playing the week again")
    assert run.pilot.sees("Your margin")


def test_a_second_look_is_at_once() -> None:
    """An option that was tried before needs no second replay, also after other chapters."""
    run = table("whatif")
    at(run, ComposeMessage)
    answered(run, "1")
    run.pilot.press("Left", "Right")
    assert run.pilot.sees("Your margin")
    assert page(run).work is None


def test_a_campaign_that_did_nothing_has_nothing_to_leave_out() -> None:
    """An honest page instead of an empty list."""
    run = table("whatif", style="quiet")
    assert run.pilot.sees("There is nothing to leave out")
    assert run.pilot.app.conflicts() == []


def test_large_text_shows_the_deeds_first_and_the_answer_on_its_own() -> None:
    """At 150 % Enter opens a deed, Backspace comes back to the list."""
    run = table("whatif", scale=1.5)
    at(run, ComposeMessage)
    run.pilot.press("Enter")
    answered(run, "1")
    assert run.pilot.sees("Your margin")
    assert not any(node.id.startswith("deed-") for node in run.pilot.tree().walk())
    run.pilot.press("Backspace")
    assert run.pilot.sees("What if you had done one thing differently?")
    assert run.pilot.focused_id().startswith("deed-")


def test_mouse_and_touch_do_the_same() -> None:
    """A click on a deed and a tap on an option."""
    run = table("whatif")
    run.pilot.click(id="deed-1")
    assert page(run).at == 1
    run.pilot.tap_text("Leave it out")
    page(run).settle()
    assert run.pilot.sees("Your margin")


def test_before_anything_is_tried_the_week_stands_as_it_was() -> None:
    """Margin, votes and trust of the week that happened, and nothing to compare them with."""
    run = table("whatif")
    counts = told(run.playing).outcome.counts
    assert run.pilot.sees(f"For: {counts['for']:,}")
    assert not run.pilot.sees("was ")
