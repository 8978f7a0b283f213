"""Who changed because of one thing, and why: the shares add up, unreached people are bit-identical, nobody is a result."""

from __future__ import annotations

import dataclasses
from functools import cache

import numpy as np
import pytest

from game.campaign.commands import BuySource, EndDay, PlanAction, SaveSegment
from game.debrief.difference import Difference, difference
from game.debrief.outcome import NotOverError
from game.session.changes import instead, without
from game.session.codec import Command
from game.session.replay import Replayed, replay, replay_with
from game.session.story import Story
from tests.runs import FEARFUL, NEIGHBOURLY, evenings, session, setup
from tests.sample_scenario import sample


def town(commands: tuple[Command, ...]) -> Story:
    """A campaign and its evenings among enough people for every kind of deed to meet somebody."""
    return evenings(replay(sample(), setup(voters=4000), commands)).story()


@cache
def loud() -> Story:
    """Fear for the young, unsigned, with a crowd."""
    return town(FEARFUL)


@cache
def decent() -> Story:
    """Doors, a hall, a signed post."""
    return town(NEIGHBOURLY)


def ads_left_out(story: Story, day: int = 5) -> Difference:
    """The ads of one day left out."""
    entry = next(each for each in story.entries if each.command == PlanAction("ads") and each.day == day)
    return difference(story, replay_with(story, without(entry)))


def test_the_persona_stands_first_and_every_changed_ballot_is_named() -> None:
    """The persona is told whether changed or not; the others are those with another ballot, personas before strangers."""
    found = ads_left_out(loud())
    people = found.people(1000)
    assert people[0].persona == "ines"
    assert {one.voter for one in people[1:]} == set(found.changed.tolist()) - {loud().voter}
    assert all(one.changed for one in people[1:])
    assert all((one.persona is None) == (one.voter >= len(loud().scenario.feed.personas)) for one in people)


def test_shares_of_the_causes_add_up_to_the_difference() -> None:
    """Causes and the rest together are the difference in stance and in turnout; the rest is small beside what came or went."""
    for story in (loud(), decent()):
        found = ads_left_out(story)
        moved = np.argsort(-np.abs(found.after.mind.x - story.mind.x), kind="stable")[:60]
        explained = rest = 0.0
        for voter in moved.tolist():
            one = found.person(int(voter))
            total = sum(cause.stance for cause in one.causes) + one.rest
            assert total == pytest.approx(one.stance[1] - one.stance[0], abs=1e-9)
            turnout = sum(cause.turnout for cause in one.causes) + one.rest_turnout
            assert turnout == pytest.approx(one.turnout[1] - one.turnout[0], abs=1e-9)
            explained += sum(abs(cause.stance) for cause in one.causes)
            rest += abs(one.rest)
        assert explained > 0
        assert rest < 0.5 * explained


def test_an_ad_that_fell_away_is_named_with_its_night() -> None:
    """Whoever had seen the ad that is gone has it among the causes, with the night and what it had moved."""
    story = loud()
    found = ads_left_out(story, day=5)
    booking = next(each for each in story.campaign.bookings if each.day == 5 and each.action == "ads")
    record = next(one for one in story.evenings if one.night == 5)
    index = [ad.id for ad in record.delivery.ads].index(booking.id)
    strength = np.where(record.delivery.ad == index, np.abs(record.log.effects), 0.0)
    for row in np.argsort(-strength)[:10].tolist():
        one = found.person(int(record.delivery.voter[row]))
        gone = [cause for cause in one.causes if cause.kind == "ad" and cause.about == booking.id]
        assert [(cause.night, cause.happened) for cause in gone] == [(5, "gone")]
        assert gone[0].stance == pytest.approx(-50 * float(record.log.effects[row]), abs=1e-6)


def test_doors_that_were_not_knocked_on_are_named() -> None:
    """Leave the doors of day 4 out: those who had opened lose what the talk moved in stance and turnout."""
    story = decent()
    entry = next(each for each in story.entries if each.command == PlanAction("doors", "station"))
    found = difference(story, replay_with(story, without(entry)))
    record = next(one for one in story.evenings if one.night == 4)
    met = record.log.contact_voter[record.log.contact_turnout > 0]
    assert met.size
    one = found.person(int(met[0]))
    gone = next(cause for cause in one.causes if cause.kind == "met" and cause.happened == "gone")
    assert (gone.night, gone.about) == (4, "for-d4-doors-1")
    assert gone.turnout < 0
    assert one.turnout[1] < one.turnout[0]


def test_a_scandal_is_a_cause_of_its_own() -> None:
    """A printed story moves everybody away from the side; its share is found, and half of it stays."""
    story = loud()
    printed = replay_with(story, without(next(each for each in story.entries if isinstance(each.command, BuySource))))
    night = next(one for one in story.evenings if one.night == 5)
    from game.electorate.shocks import scandal

    shocked = dataclasses.replace(night, log=night.log)
    assert shocked.log is night.log
    plan = dataclasses.replace(story.feed.cast.plans[5], shocks=(scandal(0, story.ground.parameters),))  # type: ignore[union-attr]  # because the run is over
    cast = dataclasses.replace(printed.story.feed.cast, plans={**printed.story.feed.cast.plans, 5: plan})  # type: ignore[union-attr]  # because the run is over
    feed = dataclasses.replace(printed.story.feed, cast=cast)  # type: ignore[type-var]  # because the run is over
    told = difference(story, Replayed(dataclasses.replace(printed.story, feed=feed), ())).person(50)
    assert any(cause.kind == "shock" and cause.about == "press" and cause.stance < 0 for cause in told.causes)


def test_nobody_is_a_result_too() -> None:
    """Leave out what had no effect: nobody changed, everybody is the same bit for bit, the persona has no causes."""
    again = (*FEARFUL[:7], FEARFUL[1], *FEARFUL[7:])
    story = evenings(session(again)).story()
    entry = [each for each in story.entries if isinstance(each.command, SaveSegment)][1]
    found = difference(story, replay_with(story, without(entry)))
    assert found.changed.size == 0
    assert found.changed_people == 0
    assert found.shift == 0.0
    assert found.untouched == story.scenario.town.voters
    assert found.margin[0] == found.margin[1]
    (persona,) = found.people(8)
    assert persona.causes == ()
    assert not persona.changed


def test_unreached_people_stay_the_same_to_the_last_bit() -> None:
    """The last night's ads left out: only those near somebody who had seen them can differ; the count says how many do not."""
    story = loud()
    found = ads_left_out(story, day=5)
    same = np.ones(story.population.n, dtype=np.bool_)
    for name in ("x", "c", "T", "a", "m", "P", "s", "h"):
        same &= getattr(story.mind, name) == getattr(found.after.mind, name)
    assert 0 < found.untouched <= round(int(np.count_nonzero(same)) * story.population.weight)
    for voter in np.flatnonzero(same)[:20].tolist():
        assert found.person(int(voter)).causes == ()


def test_counts_flow_from_one_ballot_to_the_other() -> None:
    """The rows of the flows are the ballots before, the columns those after."""
    found = ads_left_out(loud(), day=1)
    assert found.flows.sum() == pytest.approx(sum(found.votes[0]), abs=8)
    off = found.flows.sum() - np.trace(found.flows)
    assert off == pytest.approx(found.changed_people, abs=8)


def test_an_answer_instead_is_compared_like_a_command_left_out() -> None:
    """Another thing done instead: margins, winners and trust of both stories stand side by side."""
    story = decent()
    entry = next(each for each in story.entries if each.command == PlanAction("hall"))
    found = difference(story, replay_with(story, instead(entry, PlanAction("ads"))))
    assert story.ballots is not None
    assert found.margin[0] == story.ballots.margin(0)
    assert found.trust_town[0] != found.trust_town[1]
    assert found.flips == (found.winner[0] != found.winner[1])


def test_before_the_vote_nothing_is_compared() -> None:
    """The truth waits for the ballot."""
    unfinished = session(FEARFUL[:7]).story()
    assert isinstance(FEARFUL[6], EndDay)
    with pytest.raises(NotOverError):
        difference(unfinished, Replayed(unfinished, ()))
