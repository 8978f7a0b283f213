"""What the nights bring: what runs how long, what arises from it, and the law."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.commands import (
    AnswerEvent,
    BuySource,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.scenario.model import RuleSet, Scenario
from game.session.session import Session
from tests.runs import FEARFUL, NEIGHBOURLY, session
from tests.sample_scenario import tree


def own_ads(run: Session, day: int) -> list[str]:
    """Ids of the player's ads that ran in one night."""
    return [ad.id for ad in run.campaign.nights[day - 1].plan.ads if ad.side == 0]


def test_an_ad_runs_for_its_nights_with_the_message_of_its_first() -> None:
    """Two nights for the price of one action, half the budget each; a later message does not change it."""
    run = session(
        (
            ComposeMessage("a", "f-true", "hope", "plain", True),
            SendMessage("a"),
            PlanAction("ads"),
            EndDay(),
            ComposeMessage("a", "f-false", "fear", "plain", True),
            SendMessage("a"),
            EndDay(),
            EndDay(),
        )
    )
    assert [own_ads(run, day) for day in (1, 2, 3)] == [["for-d1-ads-1"], ["for-d1-ads-1"], []]
    assert {ad.claim for night in run.campaign.nights for ad in night.plan.ads if ad.side == 0} == {"f-true"}
    assert run.campaign.nights[0].plan.ads[0].budget == 600.0


def test_the_rival_follows_its_plan_and_is_reported() -> None:
    """The other side's moves of the day run and are told the next morning."""
    run = session((EndDay(), EndDay()))
    assert [ad.id for ad in run.campaign.nights[1].plan.ads] == ["against-d1-ads-1", "against-d2-ads-2"]
    assert [item.id for item in run.campaign.news if item.kind == "rival"] == ["1", "2"]


@pytest.mark.parametrize(("rules", "nights"), [("2016", 2), ("2026", 1)])
def test_networks_are_gone_within_a_day_under_the_law_of_2026(rules: RuleSet, nights: int) -> None:
    """A network that was paid for two nights runs two, or one where it is removed."""
    run = session((PlanAction("bots"), EndDay(), EndDay(), EndDay()), rules=rules, scenario=_without_events(rules))
    assert sum(night.plan.bots[0] > 0 for night in run.campaign.nights) == nights


def _without_events(rules: str) -> Scenario:
    changed = tree(rules)
    changed["campaign"]["events"] = []
    return Scenario.model_validate(changed)


def test_events_arise_only_from_what_was_done() -> None:
    """Over many seeds, a campaign that did nothing meets nothing but what meets every campaign."""
    for seed in range(12):
        idle = session((EndDay(),) * 4, seed=seed)
        assert {struck.event for struck in idle.campaign.struck} <= {"rain"}
    bold = [session(FEARFUL[:9], seed=seed) for seed in range(6)]
    assert {"fact-check", "who-pays"} <= {struck.event for run in bold for struck in run.campaign.struck}
    for run in bold:
        for struck in run.campaign.struck:
            assert struck.about in ("", "basket") or struck.about.startswith("for-d")


def test_luck_of_an_event_does_not_depend_on_other_deeds() -> None:
    """The same event strikes on the same night whatever else was done: its luck is keyed by event and night."""
    for seed in range(6):
        alone = session((BuySource("tickets"), EndDay(), EndDay(), EndDay()), seed=seed)
        busy = session(
            (BuySource("tickets"), PlanAction("doors"), EndDay(), PlanAction("doors"), EndDay(), EndDay()), seed=seed
        )
        days = [[s.day for s in run.campaign.struck if s.event == "letter"] for run in (alone, busy)]
        assert days[0] == days[1]


def test_nobody_answers_and_the_default_is_taken() -> None:
    """An event that waits over night gets its default, and the next briefing tells what came of it."""
    run = next(
        run for run in (session(FEARFUL[:7], seed=seed) for seed in range(20)) if "fact-check" in run.campaign.pending
    )
    run.submit(EndDay())
    struck = next(struck for struck in run.campaign.struck if struck.event == "fact-check")
    assert (struck.choice, struck.waits) == ("shrug", False)
    assert ("fact-check", "shrug") in [(item.id, item.choice) for item in run.campaign.news if item.kind == "result"]


def test_a_printed_story_is_a_scandal_of_the_coming_night() -> None:
    """The press costs trust in the campaign, and only once it is printed."""
    story = next(
        run for run in (session(FEARFUL[:7], seed=seed) for seed in range(20)) if "fact-check" in run.campaign.pending
    )
    calm = session(story.commands, seed=story.setup.seed)
    story.submit(AnswerEvent("fact-check", "shrug"))
    calm.submit(AnswerEvent("fact-check", "withdraw"))
    story.submit(EndDay())
    calm.submit(EndDay())
    assert any(shock.stance > 0 for shock in story.campaign.nights[-1].plan.shocks)
    assert story.campaign.polls[-1].trust < calm.campaign.polls[-1].trust - 5
    assert own_ads(story, 2) == ["for-d1-ads-1"]
    assert own_ads(calm, 2) == []


def test_polls_state_their_margins() -> None:
    """The shares add up to everyone asked; the gap's margin is wider than a share's."""
    poll = session((EndDay(),)).campaign_view().poll
    assert sum(share.value for share in poll.shares.values()) == pytest.approx(1.0)
    assert 190 < poll.asked <= 200  # who lost trust may not answer
    assert poll.gap.margin > max(share.margin for share in poll.shares.values())


def test_other_days_other_message_same_town() -> None:
    """The town of a seed is the same for both sides and every campaign; its nights are not."""
    one, other = session(FEARFUL), session(NEIGHBOURLY)
    assert np.array_equal(one.ground.start.x, other.ground.start.x)
    assert not np.array_equal(one.campaign.mind.x, other.campaign.mind.x)


def test_dropped_files_are_no_longer_used_for_running_ads() -> None:
    """After the regulator's letter the ad that was aimed with the deleted file reaches by what is left."""
    run = session(
        (
            BuySource("tickets"),
            SaveSegment((Criterion("signal", "late-tram"),)),
            *(ComposeMessage("a", "f-true", "hope", "plain", True), SendMessage("a"), PlanAction("ads"), EndDay()),
        ),
        seed=next(s for s in range(30) if _letter_on_day_two(s)),
    )
    before = int(run.campaign.nights[0].plan.ads[0].members.sum())
    run.submit(AnswerEvent("letter", "delete"))
    run.submit(EndDay())
    after = next(ad for ad in run.campaign.nights[1].plan.ads if ad.side == 0)
    assert before > 0
    assert int(after.members.sum()) == 0


def _letter_on_day_two(seed: int) -> bool:
    return "letter" in session((BuySource("tickets"), EndDay()), seed=seed).campaign.pending
