"""What a strategist may do, and what is refused."""

from __future__ import annotations

import pytest

from game.campaign.commands import (
    AnswerEvent,
    AskLawyer,
    BuySource,
    CampaignCommand,
    CancelAction,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.campaign.rules import decide, legal
from game.electorate.chance import Streams
from game.scenario.model import RuleSet
from game.session.session import Accepted, Rejected
from tests.runs import FEARFUL, session

WRITTEN = (ComposeMessage("a", "f-true", "hope", "plain", True), SendMessage("a"))


def code(before: tuple[CampaignCommand, ...], command: CampaignCommand, rules: RuleSet = "2016") -> str:
    """The code with which a command is refused; the state must stay the same object."""
    run = session(before, rules=rules)
    state, commands = run.campaign, run.commands
    answer = run.submit(command)
    assert isinstance(answer, Rejected), answer
    assert run.campaign is state
    assert run.commands == commands
    return answer.code


@pytest.mark.parametrize(
    ("before", "command", "expected"),
    [
        ((), BuySource("nothing"), "unknown"),
        ((), BuySource("roll"), "already-owned"),
        ((BuySource("basket"), BuySource("quiz"), BuySource("tickets")), BuySource("members"), "no-moves"),
        ((), AskLawyer("nothing"), "unknown"),
        ((AskLawyer("quiz"),), AskLawyer("quiz"), "already-asked"),
        ((), SaveSegment((Criterion("signal", "vegan"),)), "no-data"),
        ((), SaveSegment((Criterion("concern", "gold"),)), "unknown"),
        ((), SaveSegment(tuple(Criterion("district", f"d{n}") for n in range(13))), "too-long"),
        ((), ComposeMessage("a", "nothing", "hope", "plain", True), "unknown"),
        ((), ComposeMessage("a", "a-true", "hope", "plain", True), "wrong-side"),
        ((), RunTest(), "no-message"),
        ((), SendMessage("b"), "no-message"),
        (WRITTEN, SendMessage("a"), "already-sent"),
        ((), PlanAction("nothing"), "unknown"),
        ((), PlanAction("ads"), "no-message"),
        ((), PlanAction("doors", "nowhere"), "unknown"),
        ((), PlanAction("hall", "pines"), "unknown"),
        ((PlanAction("hall"),), PlanAction("hall"), "already-planned"),
        ((PlanAction("hall"), PlanAction("school"), PlanAction("doors")), PlanAction("bots"), "no-moves"),
        ((), CancelAction("hall"), "not-planned"),
        ((PlanAction("hall"), EndDay()), CancelAction("hall"), "not-planned"),
        ((), AnswerEvent("letter", "delete"), "not-pending"),
        (FEARFUL, EndDay(), "not-now"),
        (FEARFUL, BuySource("quiz"), "not-now"),
    ],
)
def test_refusals_have_a_code_and_change_nothing(
    before: tuple[CampaignCommand, ...], command: CampaignCommand, expected: str
) -> None:
    """What cannot be is refused with the reason, and the state stays as it was."""
    assert code(before, command) == expected


def test_money_runs_out() -> None:
    """Nothing is bought, planned or tested on credit."""
    poor = session(
        (
            BuySource("basket"),
            BuySource("tickets"),
            PlanAction("concert"),
            EndDay(),
            BuySource("quiz"),
            PlanAction("concert"),
        )
    )
    poor.submit(EndDay())
    for draft in ("a", "b"):
        poor.submit(ComposeMessage(draft, "f-true", "hope", "plain", True))
    poor.submit(PlanAction("concert"))
    for _ in range(10):
        poor.submit(RunTest())
    assert poor.campaign.money < 600
    assert poor.submit(BuySource("members")) == Rejected("no-money", "members")
    assert poor.submit(PlanAction("bots")) == Rejected("no-money", "bots")
    while poor.campaign.money >= 150:
        poor.submit(RunTest())
    assert poor.submit(RunTest()) == Rejected("no-money", "test")


def test_an_answer_must_be_one_of_the_choices() -> None:
    """A waiting event takes its own answers only, and each once."""
    run = session((BuySource("tickets"), EndDay()), seed=8)
    while "letter" not in run.campaign.pending:
        assert run.campaign.day < 5
        run.submit(EndDay())
    assert run.submit(AnswerEvent("letter", "sing")) == Rejected("unknown", "sing")
    assert isinstance(run.submit(AnswerEvent("letter", "delete")), Accepted)
    assert run.submit(AnswerEvent("letter", "delete")) == Rejected("not-pending", "letter")
    assert "tickets" not in run.campaign.owned


def test_cancelling_gives_move_and_money_back() -> None:
    """On the same day a plan can be taken back as if it had never been."""
    run = session(WRITTEN)
    before = run.campaign
    run.submit(PlanAction("ads"))
    assert (run.campaign.money, run.campaign.moves_left) == (before.money - 1200, 2)
    run.submit(CancelAction("ads"))
    assert (run.campaign.money, run.campaign.moves_left) == (before.money, 3)
    assert run.campaign.bookings == ()


def test_consent_decides_what_the_law_of_2026_lets_a_campaign_use() -> None:
    """A file without given consent may be bought but not aimed with; the same sentence passes under the law of 2016."""
    buying, aiming = (BuySource("tickets"),), SaveSegment((Criterion("signal", "late-tram"),))
    assert code(buying, aiming, "2026") == "not-allowed"
    assert isinstance(session(buying).submit(aiming), Accepted)
    assert isinstance(
        session((BuySource("members"),), rules="2026").submit(SaveSegment((Criterion("signal", "bike"),))), Accepted
    )


def test_unsigned_messages_are_not_allowed_in_2026() -> None:
    """Hiding the sponsor is refused by law, and no draft on offer hides it."""
    assert code((), ComposeMessage("a", "f-true", "fear", "plain", False), "2026") == "not-allowed"
    assert all(draft.signed for draft in session(rules="2026").drafts())
    assert any(not draft.signed for draft in session().drafts())


@pytest.mark.parametrize(("rules", "seed"), [("none", 1), ("2016", 2), ("2026", 3)])
def test_everything_legal_is_accepted(rules: RuleSet, seed: int) -> None:
    """Along a random run, every command that is offered can be carried out, and offering changes nothing."""
    run, luck = session(seed=seed, rules=rules), Streams(seed)
    step = 0
    while run.phase == "campaign":
        offered = legal(run.campaign)
        assert EndDay() in offered
        for command in offered:
            if not isinstance(command, EndDay):
                assert not isinstance(decide(run.campaign, command), Rejected | type(None)), command
                assert type(decide(run.campaign, command)) is tuple, command
        step += 1
        chosen = offered[int(luck.chance("walk", step) * len(offered))] if step % 7 else EndDay()
        assert isinstance(run.submit(chosen), Accepted), chosen
    assert legal(run.campaign) == ()
