"""What the strategist sees: bought, collected or inferred, never the truth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.campaign import dots, views
from game.campaign.commands import (
    BuySource,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.campaign.estimate import estimate, shares_among
from game.campaign.knowledge import quiz_circle
from game.campaign.state import State
from game.scenario.model import RuleSet
from tests.runs import FEARFUL, NEIGHBOURLY, session


def _another_truth(state: State) -> State:
    """The same state in a town where everybody secretly thinks the opposite."""
    mind = state.mind.copy()
    mind.x *= np.float32(-1)
    mind.c[:] = 0.5
    return replace(state, mind=mind)


def test_the_map_does_not_know_the_truth() -> None:
    """Believed stances come from polls, files and doors alone: the minds themselves may be anything."""
    state = session((BuySource("basket"), PlanAction("doors"), EndDay())).campaign
    state.ground.memo.clear()
    seen = dots.dots_view(state)
    state.ground.memo.clear()
    blind = dots.dots_view(_another_truth(state))
    assert np.array_equal(seen.stance, blind.stance)
    assert np.array_equal(seen.standing, blind.standing)
    assert not np.array_equal(seen.stance, state.mind.x[seen.voter])


def test_the_map_shows_the_shares_of_the_polls() -> None:
    """Those who were never asked are spread so that the town agrees with what the polls say, within what was heard since."""
    run = session(NEIGHBOURLY[:5])
    poll = run.campaign_view().poll
    shares = shares_among(estimate(run.campaign).stance)
    for answer, share in poll.shares.items():
        assert shares[answer] == pytest.approx(share.value, abs=share.margin)


def test_dots_are_a_systematic_sample_of_every_district() -> None:
    """At most 2,500 dots, each district with its share, one dot for the same number of voters everywhere."""
    run = session()
    view = run.dots_view()
    assert view.voter.size <= dots.MOST_DOTS
    assert np.array_equal(run.ground.population.district[view.voter], view.district)
    assert np.all(np.diff(view.district) >= 0)
    whole = np.bincount(run.ground.population.district, minlength=3) / run.ground.population.n
    assert np.bincount(view.district, minlength=3) / view.voter.size == pytest.approx(whole, abs=0.01)
    assert view.voters_per_dot * view.voter.size == pytest.approx(20_000, rel=0.05)


def test_standing_says_how_something_is_known() -> None:
    """Who was asked is known; who is in a file is inferred; everybody else is on the roll only."""
    run = session()
    standing = estimate(run.campaign).standing
    for answers in run.campaign.answers:
        assert np.all(standing[answers.voters] == 2)
    unknown = int(np.count_nonzero(standing == 0))
    run.submit(BuySource("basket"))
    assert int(np.count_nonzero(estimate(run.campaign).standing == 0)) < unknown


def test_a_file_on_one_dot_holds_what_is_held() -> None:
    """Receipts appear once the file is bought, guesses only for those in a file, and both are the campaign's belief."""
    run = session()
    empty = [run.dot_file(dot) for dot in range(60)]
    run.submit(BuySource("tickets"))
    full = [run.dot_file(dot) for dot in range(60)]
    assert sum(len(file.signals) for file in full) > sum(len(file.signals) for file in empty)
    assert any(file.guesses for file in full)
    for file in full:
        assert file.standing != "unknown" or (file.signals, file.guesses) == ((), ())
    with pytest.raises(IndexError):
        run.dot_file(10_000)


def test_criteria_per_voter_grow_with_every_file() -> None:
    """Five from the roll at least, more with each large file."""
    run = session()
    counts = [run.campaign_view().criteria_per_voter]
    for source in ("basket", "tickets", "quiz"):
        run.submit(BuySource(source))
        counts.append(run.campaign_view().criteria_per_voter)
    assert counts[0] >= 5
    assert counts == sorted(counts)
    assert counts[0] < counts[1] < counts[2]


def test_a_boast_gives_way_to_what_the_profiler_can_do() -> None:
    """Before the purchase the seller's word stands; after it, the accuracy that the survey shows."""
    run = session()
    boast = {source.id: source.guesses for source in run.campaign_view().sources}["basket"]
    run.submit(BuySource("basket"))
    found = {source.id: source.guesses for source in run.campaign_view().sources}["basket"]
    assert boast == (("safety", 0.8),)
    assert found[0][0] == "safety"
    assert found[0][1] != 0.8


def test_an_empty_sentence_is_everyone_and_words_narrow_it() -> None:
    """Words of one kind widen, kinds narrow, guesses cost misfits, facts do not."""
    run = session((BuySource("basket"),))
    everyone = run.segment_preview(())
    young = run.segment_preview((Criterion("age", "under-30"),))
    younger_half = run.segment_preview((Criterion("age", "under-30"), Criterion("age", "30-to-44")))
    anxious = run.segment_preview((Criterion("age", "under-30"), Criterion("concern", "safety")))
    assert everyone.size == pytest.approx(20_000, rel=0.01)
    assert everyone.sure is None
    assert anxious.size < young.size < younger_half.size < everyone.size
    assert young.misfits == 0
    assert anxious.sure is not None
    assert anxious.misfits == round(anxious.size * (1 - anxious.sure))
    assert anxious.price_per_thousand > 0
    assert sum(everyone.shares.values()) == pytest.approx(1.0)


def test_a_quiz_takes_the_friends_along() -> None:
    """Most people in a quiz file never played it."""
    run = session()
    source = run.ground.sources["quiz"]
    inside = quiz_circle(run.ground, source)
    assert int(inside.sum()) == pytest.approx(source.coverage * run.ground.population.n, rel=0.35)


def test_the_test_shows_two_intervals_from_real_answers() -> None:
    """Both versions come back with margins, the same again for the same commands, and the truth stays untouched."""
    writing = (
        ComposeMessage("a", "f-true", "hope", "plain", True),
        ComposeMessage("b", "f-false", "anger", "outrage", False),
        RunTest(),
    )
    run = session(writing)
    result = run.campaign_view().test
    assert result is not None
    assert result.shown == 100
    assert set(result.clicks) == set(result.trust) == {"a", "b"}
    assert all(interval.margin > 0 for interval in (*result.clicks.values(), *result.trust.values()))
    assert run.campaign_view().test == session(writing).campaign_view().test
    assert run.campaign.mind is session().campaign.mind or np.array_equal(
        run.campaign.mind.x, session().campaign.mind.x
    )
    run.submit(ComposeMessage("b", "f-true", "hope", "plain", True))
    assert run.campaign_view().test is None


def test_the_night_is_told_as_estimated() -> None:
    """Movers are counted on the dots, the campaign claims no more than what moved, and the timeline ends with the poll."""
    run = session((*FEARFUL[:7], EndDay()))
    night = run.campaign_view().night
    assert night is not None
    assert night.before.shape == night.after.shape == night.moment.shape == run.dots_view().voter.shape
    assert np.array_equal(night.after, run.dots_view().stance)
    assert 0 <= night.claimable <= night.toward
    assert night.milestones[-1][1] == "poll"
    assert 0.0 <= float(night.moment.min()) <= float(night.moment.max()) <= 1.0
    assert session().campaign_view().night is None


@pytest.mark.parametrize("rules", ["none", "2016", "2026"])
def test_cards_say_why_they_cannot_be_planned(rules: RuleSet) -> None:
    """The refusal on a card is the code with which the rules refuse."""
    run = session((PlanAction("hall"),), rules=rules)
    refusals = {card.id: card.refusal for card in run.campaign_view().actions}
    assert refusals["ads"] == "no-message"
    assert refusals["hall"] == "already-planned"
    assert refusals["doors"] is None
    for name, refusal in refusals.items():
        answer = run.submit(PlanAction(name))
        assert getattr(answer, "code", None) == refusal
        run.submit(PlanAction("hall"))
        if refusal is None:
            break


def test_counsel_fits_the_day() -> None:
    """The first fitting word is spoken, and the last day has its own."""
    counsel = session().scenario.campaign.counsel
    assert counsel[session().campaign_view().counsel].day == 1
    last = session((SaveSegment(()), *(EndDay(),) * 4))
    assert counsel[last.campaign_view().counsel].when in ("last-day", "behind")


def test_a_segment_of_the_view_is_the_saved_one() -> None:
    """What is saved becomes the audience and keeps its name."""
    words = (Criterion("district", "pines"), Criterion("age", "under-30"))
    view = session((SaveSegment(words), SaveSegment(()), SaveSegment(words[::-1]))).campaign_view()
    assert [segment.id for segment in view.segments] == ["segment-1", "segment-2"]
    assert view.segment is not None
    assert view.segment.id == "segment-1"
    assert view.segment.criteria == (Criterion("age", "under-30"), Criterion("district", "pines"))


def test_nothing_is_sent_before_it_is_chosen() -> None:
    """A message is written, then sent; rewriting it takes it back."""
    writing = ComposeMessage("a", "f-true", "hope", "plain", True)
    assert session((writing,)).campaign_view().sent is None
    assert session((writing, SendMessage("a"))).campaign_view().sent == "a"
    assert session((writing, SendMessage("a"), writing)).campaign_view().sent is None


def test_the_view_is_made_from_the_state_alone() -> None:
    """Asking twice gives the same view; nothing is drawn anew."""
    run = session((BuySource("basket"), EndDay()))
    first, second = views.view(run.campaign), views.view(run.campaign)
    assert (first.poll, first.words, first.sources, first.news) == (
        second.poll,
        second.words,
        second.sources,
        second.news,
    )
