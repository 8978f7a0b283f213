"""The chain behind a post, and the scissors."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from game.campaign.commands import Criterion, EndDay
from game.debrief.trace import CausalTrace, Evidence, Inference
from game.feed.commands import AskForData, CastBallot, ChoosePersona, PutPhoneDown
from game.scenario.model import RuleSet
from game.screens import why_words
from game.screens.debrief_story import Told, keep, told
from game.screens.why import Why
from game.screens.why_chain import PER_ROW, ROWS, parted, people_per_mark
from game.screens.why_cuts import placed
from game.screens.why_notes import pencilled
from game.session.session import Accepted, Session
from game.session.setup import usual
from game.ui import markup
from tests.screens.act_two import illustrated
from tests.screens.debrief_fixtures import Table, table


def on_the_table(run: Table) -> CausalTrace:
    """The trace that the page shows."""
    trace = run.pilot.screen.trace  # type: ignore[attr-defined]  # because the screen is Why
    assert isinstance(trace, CausalTrace)
    return trace


def settle(run: Table) -> None:
    """Wait until the campaign has been played again."""
    assert isinstance(run.pilot.screen, Why)
    run.pilot.screen.settle()
    run.pilot.advance(0.2)


def aimed(persona: str = "ines") -> Table:
    """The chapter, turned to the first post that a guess chose."""
    run = table("why", persona=persona)
    wanted = next(at for at, trace in enumerate(told(run.playing).traces) if trace.inferences)
    run.playing.memory["debrief.post"] = wanted
    run.playing.go("why")
    run.pilot.app.ensure()
    return run


def test_the_chain_names_who_did_what() -> None:
    """Guess with its claimed certainty, sentence, post, and the hand behind each of them."""
    run = aimed()
    trace = on_the_table(run)
    assert run.pilot.sees(f"{round(trace.inferences[0].claimed * 100)}% sure")
    assert run.pilot.sees("A model guessed")
    assert run.pilot.sees("You chose the words" if trace.own else "The other side chose the words")
    assert run.pilot.sees("didn’t sign it") != trace.post.signed


def test_a_wrong_guess_is_struck_with_the_true_story() -> None:
    """Wrong: what the trace meant in this life. Right: said in one word. A mistaken file is called mistaken."""
    run = table("why")
    persona = run.playing.texts.feed.personas[0]
    tea = Evidence("tea", "basket", 2, mistaken=False)
    guess = Inference(Criterion("concern", "safety"), 0.7, False, (tea,))
    assert why_words.verdict(guess, persona) == "Wrong. It was for grandmother."
    assert why_words.verdict(dataclasses.replace(guess, right=True), persona) == "Right."
    error = dataclasses.replace(guess, evidence=(dataclasses.replace(tea, mistaken=True),))
    assert "file itself is mistaken" in why_words.verdict(error, persona)


def test_up_and_down_go_through_the_posts_and_stop() -> None:
    """Down shows the next post, Up the one before; left and right stay with the chapters."""
    run = table("why")
    count = len(told(run.playing).traces)
    assert count > 1
    for _post in range(count + 2):
        run.pilot.press("Down")
    assert run.pilot.sees(f"Post {count} of {count}")
    run.pilot.press("Up")
    assert run.pilot.sees(f"Post {count - 1} of {count}")
    assert run.place == "Why"


def test_a_cut_is_announced_played_and_told() -> None:
    """First the page says that it plays again, then it tells post, reach, margin and voters; a second time at once."""
    run = aimed()
    run.pilot.press("1")
    assert run.pilot.sees("Playing the campaign again")
    settle(run)
    assert not run.pilot.sees("Playing the campaign again")
    for words in ("this post", "people", "Your margin", "vote differently"):
        assert run.pilot.sees(words), words
    run.pilot.press("Down", "Up", "1")
    assert run.pilot.sees("Your margin")


def test_the_scissors_can_be_clicked_and_tapped() -> None:
    """Mouse and touch cut as the keys do."""
    for act in ("click", "tap"):
        run = aimed()
        x, y, w, h = next(node for node in run.pilot.tree().walk() if node.id == "cut-1").bounds
        getattr(run.pilot, act)(x + w / 2, y + h - 24)
        settle(run)
        assert run.pilot.sees("Your margin")


def test_the_card_tells_the_replay_and_nothing_else() -> None:
    """The figures on the card are those of the counterfactual."""
    run = aimed()
    facts = told(run.playing)
    trace = on_the_table(run)
    cut = facts.cuts(trace)[0]
    result = facts.replay(trace, cut)
    story = why_words.cut_story(result, trace, run.playing.texts, run.playing.texts.feed.personas[0])
    assert f"{result.reach_after:,}" in story
    assert f"{result.changed_votes:,}" in story
    flipped = dataclasses.replace(result, winner_after="against" if result.winner_before == "for" else "for")
    assert "other way" in why_words.cut_story(flipped, trace, run.playing.texts, run.playing.texts.feed.personas[0])
    assert "other way" not in story or result.flips


def test_nobody_reached_is_an_honest_page() -> None:
    """Without a campaign post there is no chain, no scissors and no false drama; Enter goes on."""

    class Unreached(Told):
        traces = ()

    run = table("result")
    keep(run.playing, Unreached(run.playing.session))
    run.playing.go("why")
    assert run.pilot.sees("No campaign reached Ines.")
    assert not run.pilot.sees("Cut")
    run.pilot.press("Enter")
    assert run.place == "TwoFeedsScreen"


@pytest.mark.gate
def test_every_post_of_every_persona_can_be_drawn() -> None:
    """Ads, crowds and invitations, own and of the other side: each has a chain, at 100 % and at 150 %."""
    for persona in ("ines", "malo"):
        for scale in (1.0, 1.5):
            run = table("why", persona=persona, scale=scale)
            for _post in told(run.playing).traces:
                run.pilot.press("Down")
            assert run.pilot.app.conflicts() == []


@pytest.mark.parametrize(("size", "each"), [(0, 1), (1, 1), (186, 1), (187, 2), (1860, 10), (1861, 20), (20000, 200)])
def test_marks_stand_for_round_numbers_and_fit(size: int, each: int) -> None:
    """A mark is 1, 2, 5, 10 … people, as few as fit on three rows."""
    assert people_per_mark(size) == each
    assert size / each <= PER_ROW * ROWS


def test_scissors_read_from_left_to_right() -> None:
    """The numbers of the cuts grow along the chain, whatever cuts there are."""
    run = table("why")
    facts = told(run.playing)
    for trace in facts.traces:
        places = [(x, y) for _cut, x, y in placed(facts.cuts(trace))]
        assert len(set(places)) == len(places)
        for (x1, y1), (x2, y2) in pairwise(places):
            assert x2 > x1 or y2 > y1


def asking(rules: RuleSet, evening: int) -> Session:
    """A quiet run whose voter asks both campaigns for their files on the given evening."""
    scenario = illustrated()
    session = Session(scenario, usual(scenario, seed=7, voters=600, rules=rules))
    while session.phase == "campaign":
        session.submit(EndDay())
    session.submit(ChoosePersona("ines"))
    while session.feed_view().stage == "evening":
        if session.feed_view().evening == evening:
            assert isinstance(session.submit(AskForData("for")), Accepted)
            assert isinstance(session.submit(AskForData("against")), Accepted)
        session.submit(PutPhoneDown())
    session.submit(CastBallot("for"))
    return session


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_answers_that_came_after_the_vote_lie_here(scale: float) -> None:
    """The law of 2016 lets a campaign answer late: P opens both files, with the evening on which they were asked for."""
    run = table("why", session=asking("2016", 1), scale=scale)
    assert run.pilot.sees("2 late answers")
    run.pilot.press("P")
    assert run.pilot.sees("What came by post")
    assert run.pilot.text().count("Asked on evening 1, answered after the vote.") == 2
    run.pilot.press("Esc")
    assert run.place == "Why"
    assert run.pilot.app.conflicts() == []


def test_answers_that_came_in_time_are_not_laid_out_again() -> None:
    """Under the law of 2026 what was asked on the first evening was read on the second; nothing is late."""
    assert not table("why", session=asking("2026", 1)).pilot.sees("late answer")


def test_nobody_asked_and_nothing_came() -> None:
    """Without a request there is no paper and no button for it."""
    run = table("why", style="quiet")
    assert not run.pilot.sees("late answer")
    run.pilot.press("P")
    assert not run.pilot.sees("What came by post")


def test_the_red_pencil_marks_the_figure_and_the_cross_and_nothing_else() -> None:
    """The words stay as they are; only those for whom the guess was wrong, and their sign, are red."""
    line = "Fitted **900** people. For **52** of them × it was wrong."
    spans = pencilled(markup(line), "52")
    assert "".join(span.text for span in spans) == line.replace("**", "")
    assert [span.text for span in spans if span.color == "red"] == ["52", "×"]


def test_the_same_key_makes_the_link_whole_again() -> None:
    """Cut, read, and cut once more: the page asks again where to cut, and tells the audience as before."""
    run = aimed()
    run.pilot.press("1")
    settle(run)
    assert not run.pilot.sees("Where would you cut?")
    run.pilot.press("1")
    assert run.pilot.sees("Where would you cut?")


def test_a_line_of_a_receipt_is_thing_and_amount() -> None:
    """What was bought stands on the left and how often on the right; a line without an amount stays whole."""
    assert parted("Soup for one × 4") == ("Soup for one", "×\u00a04")
    assert parted("Tisane\u00a0× 6") == ("Tisane", "×\u00a06")
    assert parted("Last tram on Friday") == ("Last tram on Friday", "")
