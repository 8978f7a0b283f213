"""Replaying: the same again, and the same but for one thing."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.commands import BuySource, Criterion, EndDay, PlanAction, SaveSegment
from game.feed.commands import ChoosePersona
from game.session import changes
from game.session.replay import CannotReplayError, replay, replay_with
from game.session.session import Session
from game.session.setup import Setup
from game.session.story import Story
from tests.runs import FEARFUL, NEIGHBOURLY, evenings, session, setup
from tests.sample_scenario import sample


def finished(seed: int = 3) -> Story:
    """The story of a fearful campaign and its evenings."""
    return evenings(session(FEARFUL, seed=seed)).story()


def test_the_same_commands_make_the_same_run() -> None:
    """Seed and commands decide everything, to the bit."""
    one = evenings(session(FEARFUL))
    two = replay(sample(), setup(3), one.commands)
    assert two.commands == one.commands
    for name in ("x", "c", "T", "a", "m", "P", "s", "h", "trust"):
        assert np.array_equal(getattr(one.story().mind, name), getattr(two.story().mind, name)), name
    ballots = one.story().ballots, two.story().ballots
    assert ballots[0] is not None
    assert ballots[1] is not None
    assert np.array_equal(ballots[0].choice, ballots[1].choice)
    assert not np.array_equal(one.story().mind.x, evenings(session(FEARFUL, seed=4)).story().mind.x)


def test_a_refused_command_stops_a_replay() -> None:
    """A journal of other rules is not bent to fit."""
    with pytest.raises(CannotReplayError) as caught:
        replay(sample(), setup(3), (BuySource("basket"), BuySource("basket")))
    assert caught.value.index == 1


def test_acts_take_their_own_commands() -> None:
    """The voter cannot buy and the strategist cannot vote."""
    assert getattr(session().submit(ChoosePersona("ines")), "code", None) == "not-now"
    assert getattr(session(FEARFUL).submit(EndDay()), "code", None) == "not-now"


def test_no_change_is_no_change() -> None:
    """A replay in which nothing differs is the same story."""
    story = finished()
    other = replay_with(story, changes.Change("nothing"))
    assert other.skipped == ()
    assert np.array_equal(story.mind.x, other.story.mind.x)
    assert [post.id for record in story.evenings for post in record.posts] == [
        post.id for record in other.story.evenings for post in record.posts
    ]


def test_without_bots_no_crowd_and_the_plans_are_skipped() -> None:
    """Both networks are gone, the player's commands are listed, the rest of the campaign goes on."""
    other = replay_with(finished(), changes.without_bots())
    assert all(night.plan.bots == (0.0, 0.0) for night in other.story.nights)
    assert [type(one.entry.command).__name__ for one in other.skipped if one.entry.act == "campaign"].count(
        "PlanAction"
    ) >= 2
    assert not any(post.view.kind == "bot" for record in other.story.evenings for post in record.posts)


def test_without_a_source_its_words_fall_out() -> None:
    """The file is not there, the money is, and a sentence keeps only what can still be said."""
    words = (Criterion("signal", "vegan"), Criterion("age", "under-30"))
    run = session((BuySource("basket"), SaveSegment(words), *FEARFUL[2:]))
    other = replay_with(run.story(), changes.without_source("basket"))
    assert "basket" not in other.story.campaign.owned
    assert other.story.campaign.segments == ((Criterion("age", "under-30"),),)
    assert other.story.campaign.money == run.campaign.money + 1800


def test_without_a_criterion_more_people_are_reached() -> None:
    """A word less in the sentence: the ad's segment grows."""
    story = finished()
    other = replay_with(story, changes.without_criterion(Criterion("concern", "safety")))
    before, after = (one.nights[0].plan.ads[0].members for one in (story, other.story))
    assert np.all(after[before])
    assert int(after.sum()) > int(before.sum())


def test_signing_and_telling_the_truth_work_for_both_sides() -> None:
    """A cut may turn a post of the rival as well; the luck of the others stays."""
    story = finished()
    signed = replay_with(story, changes.signed("against-d2-ads-2")).story
    ads = {ad.id: ad for ad in signed.nights[1].plan.ads}
    assert ads["against-d2-ads-2"].signed
    assert not ads["for-d1-ads-1"].signed
    true = replay_with(story, changes.truthfully(story.scenario)).story
    assert {ad.truth for night in true.nights for ad in night.plan.ads} == {"true"}
    assert not any(struck.event == "fact-check" for struck in true.campaign.struck)


def test_by_time_every_feed_is_in_order_of_time() -> None:
    """The ranking of every night is by time, and the ads are the same."""
    story = finished()
    other = replay_with(story, changes.by_time()).story
    assert {night.plan.ranking for night in other.nights} == {"chronological"}
    assert [ad.id for ad in other.nights[0].plan.ads] == [ad.id for ad in story.nights[0].plan.ads]


def test_voters_whom_a_cut_does_not_reach_stay_bit_identical() -> None:
    """Signing one late post leaves everybody as they were who saw neither it nor somebody who did."""
    story = finished()
    other = replay_with(story, changes.signed("for-d5-ads-1")).story
    changed = story.mind.x != other.mind.x
    last = story.evenings[-1]
    reached = np.zeros(story.population.n, dtype=np.bool_)
    for record in (last, other.evenings[-1]):
        reached[record.delivery.voter] = True
    assert not np.any(changed & ~reached & (np.arange(story.population.n) != 0))


def test_what_is_done_with_a_post_follows_the_post() -> None:
    """Commands for posts that are gone are skipped and listed; posts that stay keep what was done with them."""
    run = session(FEARFUL, seed=3)
    run.submit(ChoosePersona("ines"))
    from game.feed.commands import Pass, PutPhoneDown, React

    while run.feed_view().stage == "evening":
        view = run.feed_view()
        if view.at < len(view.posts):
            run.submit(React(view.posts[view.at].id))
            run.submit(Pass(view.posts[view.at].id))
        else:
            run.submit(PutPhoneDown())
    other = replay_with(run.story(), changes.by_time())
    liked = {p.id for r in run.story().evenings for p, s in zip(r.posts, r.states, strict=True) if s.reacted}
    still = {p.id for r in other.story.evenings for p, s in zip(r.posts, r.states, strict=True) if s.reacted}
    there = {p.id for r in other.story.evenings for p in r.posts}
    assert still == liked & there


@pytest.mark.parametrize("bad", [{"days": 0}, {"days": 9}, {"voters": 10}, {"side": "up"}, {"rules": "1999"}])
def test_settings_out_of_range_are_refused(bad: dict[str, object]) -> None:
    """No run begins with them."""
    good = {
        "scenario_id": "sample",
        "side": "for",
        "seed": 1,
        "days": 5,
        "voters": 600,
        "rules": "2016",
        "length": "full",
    }
    with pytest.raises(ValueError, match=f"{next(iter(bad))} is "):
        Setup(**{**good, **bad})  # type: ignore[arg-type]  # because wrong values are the point
    with pytest.raises(ValueError, match="setup is for"):
        Session(sample(), Setup(**{**good, "scenario_id": "other"}))  # type: ignore[arg-type]  # because of the dict


def test_the_story_tells_who_booked_what() -> None:
    """Every ad of either side can be traced to its booking, its files and its segment."""
    story = evenings(session(NEIGHBOURLY)).story()
    for night in story.nights:
        for ad in night.plan.ads:
            booking = story.booking(ad.id)
            assert booking.draft is not None
            assert booking.draft.claim == ad.claim
            assert np.array_equal(story.segment(booking.files, booking.audience), ad.members)
    assert story.voter == 0
    assert story.choice == "for"
    with pytest.raises(KeyError):
        story.booking("nothing")
    assert PlanAction("hall") in [entry.command for entry in story.entries]
