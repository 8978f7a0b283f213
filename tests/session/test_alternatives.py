"""Any command of act I can be left out or changed: the same luck, what became impossible is listed."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign import rules
from game.campaign.commands import (
    BuySource,
    CampaignCommand,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.session.alternatives import MOST, alternatives
from game.session.changes import instead, without
from game.session.replay import replay_with
from game.session.story import Entry, Story
from tests.runs import FEARFUL, NEIGHBOURLY, evenings, session


def finished(commands: tuple[CampaignCommand, ...] = FEARFUL) -> Story:  # type: ignore[assignment]  # because all of them belong to act I
    """The story of a small campaign and its evenings."""
    return evenings(session(commands)).story()


def entry(story: Story, wanted: type, nth: int = 0) -> Entry:
    """The nth accepted command of a kind."""
    return [each for each in story.entries if isinstance(each.command, wanted)][nth]


def test_one_of_several_equal_commands_can_be_left_out() -> None:
    """The third night's ad is left out; the equal commands of other days stay."""
    story = finished()
    third = next(each for each in story.entries if each.command == PlanAction("ads") and each.day == 3)
    other = replay_with(story, without(third))
    acts = [each for each in other.skipped if each.entry.act == "campaign"]
    assert [(each.entry.day, each.code) for each in acts] == [(3, "left-out")]
    kept = [each.day for each in other.story.entries if each.command == PlanAction("ads")]
    assert kept == [1, 2, 4, 5]
    assert other.story.nights[1].delivery.voter.tolist() == story.nights[1].delivery.voter.tolist()


def test_what_needed_the_command_is_skipped_and_listed() -> None:
    """Without the message that was sent nothing can be advertised; every such command is named with its reason."""
    story = finished()
    other = replay_with(story, without(entry(story, ComposeMessage)))
    reasons = {(type(each.entry.command).__name__, each.code) for each in other.skipped}
    assert ("ComposeMessage", "left-out") in reasons
    assert ("SendMessage", "no-message") in reasons
    assert ("PlanAction", "no-message") in reasons
    assert not any(ad.side == story.ground.own for night in other.story.nights for ad in night.plan.ads)
    assert other.story.campaign.over


def test_another_command_takes_the_place() -> None:
    """The same message signed: every ad that carries it is signed, and nothing became impossible."""
    story = finished()
    written = entry(story, ComposeMessage)
    command = written.command
    assert isinstance(command, ComposeMessage)
    other = replay_with(
        story, instead(written, ComposeMessage("a", command.claim, command.tone, command.headline, True))
    )
    assert [each for each in other.skipped if each.entry.act == "campaign"] == []
    own = [ad for night in other.story.nights for ad in night.plan.ads if ad.side == story.ground.own]
    assert own
    assert all(ad.signed for ad in own)
    assert not all(ad.signed for night in story.nights for ad in night.plan.ads if ad.side == story.ground.own)


def test_words_of_a_file_that_was_not_bought_fall_out_of_the_sentence() -> None:
    """Another file instead: a sentence keeps the words that can still be said."""
    story = finished()
    bought = entry(story, BuySource)
    other = replay_with(story, without(bought))
    assert "basket" not in other.story.campaign.owned
    saved = [each for each in other.story.campaign.segments if each]
    assert saved


def test_leaving_out_what_had_no_effect_changes_no_bit() -> None:
    """The sentence that is saved again as it was: the same minds, the same ballots."""
    again = (*FEARFUL[:7], FEARFUL[1], *FEARFUL[7:])
    story = finished(again)  # type: ignore[arg-type]  # because all of them belong to act I
    other = replay_with(story, without(entry(story, SaveSegment, 1)))
    assert np.array_equal(story.mind.x, other.story.mind.x)
    assert story.ballots is not None
    assert other.story.ballots is not None
    assert np.array_equal(story.ballots.choice, other.story.ballots.choice)


def test_days_and_evenings_cannot_be_left_out() -> None:
    """A campaign without one of its nights never comes to the vote; the phone is not act I."""
    story = finished()
    for wrong in (entry(story, EndDay), story.entries[-1]):
        with pytest.raises(ValueError, match="cannot be left out"):
            without(wrong)
    with pytest.raises(ValueError, match="cannot be left out"):
        instead(entry(story, PlanAction), EndDay())


def test_every_alternative_was_possible_then_and_is_another_one() -> None:
    """Short lists without doubles; each is legal in the state of its moment; every one can be replayed to the vote."""
    for commands in (FEARFUL, NEIGHBOURLY):
        story = finished(commands)  # type: ignore[arg-type]  # because all of them belong to act I
        acts = [each for each in story.entries if each.act == "campaign"]
        for index, each in enumerate(acts):
            offered = alternatives(story, each)
            assert len(offered) <= MOST
            assert len(set(offered)) == len(offered)
            for command in offered:
                assert command != each.command
                assert rules.refusal(story.before[index], command) is None
    changed = replay_with(story, instead(acts[3], alternatives(story, acts[3])[0]))
    assert changed.story.ballots is not None


def test_each_kind_of_command_has_its_own_alternatives() -> None:
    """A file: other files. A sentence: everyone. A message: its signature. Doors: another district. A day: none."""
    story = finished()
    assert all(isinstance(each, BuySource) for each in alternatives(story, entry(story, BuySource)))
    assert SaveSegment(()) in alternatives(story, entry(story, SaveSegment))
    assert SaveSegment((Criterion("concern", "safety"),)) in alternatives(story, entry(story, SaveSegment))
    written = entry(story, ComposeMessage)
    assert any(isinstance(each, ComposeMessage) and each.signed for each in alternatives(story, written))
    assert alternatives(story, entry(story, EndDay)) == ()
    assert alternatives(story, story.entries[-1]) == ()
    doors = next(
        each
        for each in finished(NEIGHBOURLY).entries  # type: ignore[arg-type]  # because all of them belong to act I
        if isinstance(each.command, PlanAction) and each.command.district
    )
    assert doors.command == PlanAction("doors", "pines")
    two = (*FEARFUL[:3], ComposeMessage("b", "f-true", "hope", "plain", True), *FEARFUL[3:])
    sent = finished(two)  # type: ignore[arg-type]  # because all of them belong to act I
    assert alternatives(sent, entry(sent, SendMessage)) == (SendMessage("b"),)
