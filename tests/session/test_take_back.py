"""Taking back: the last plan of a day can be undone, as if it had never been made; what was learned stays learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as sweep
from hypothesis import strategies as st

from game.campaign.commands import (
    AskLawyer,
    BuySource,
    CancelAction,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.feed.commands import ChoosePersona
from game.session import journal, saving
from game.session.codec import Command
from game.session.replay import replay
from game.session.session import PLANS, Rejected, Session, TakenBack
from tests.runs import FEARFUL, session, setup
from tests.sample_scenario import sample
from tests.session.test_journal import codes, same

PLAIN = ComposeMessage("a", "f-true", "hope", "plain", True)
OTHER = ComposeMessage("b", "f-fair", "policy", "plain", True)
BACK = "take back"
COMMANDS: tuple[Command, ...] = (
    BuySource("basket"),
    AskLawyer("quiz"),
    SaveSegment(()),
    SaveSegment((Criterion("age", "under-30"),)),
    PLAIN,
    OTHER,
    ComposeMessage("a", "f-false", "fear", "outrage", False),
    SendMessage("a"),
    SendMessage("b"),
    RunTest(),
    PlanAction("ads"),
    PlanAction("hall"),
    PlanAction("doors", "pines"),
    CancelAction("ads"),
    CancelAction("hall"),
    EndDay(),
)
TOWN = session().ground
MOVES = st.lists(st.sampled_from((*COMMANDS, BACK, BACK, BACK)), min_size=3, max_size=22)


def played(run: Session, moves: list[Any]) -> Session:
    """The session after commands and take-backs; what is refused changes nothing."""
    for move in moves:
        if move == BACK:
            run.take_back()
        else:
            run.submit(move)
    return run


@sweep(deadline=None, max_examples=60)
@given(MOVES)
def test_a_run_with_things_taken_back_is_the_run_without_them(moves: list[Any]) -> None:
    """Whatever is done and undone, the state is that of the commands that remain, down to every mind and every offer."""
    run = played(Session(sample(), setup(), ground=TOWN), moves)
    again = replay(sample(), setup(), run.commands, ground=TOWN)
    assert same(run, again)
    assert run.campaign_view().money == again.campaign_view().money
    assert run.campaign.drafts == again.campaign.drafts
    assert run.campaign.bookings == again.campaign.bookings
    assert len(run.story().before) == len(run.commands)


@sweep(deadline=None, max_examples=25)
@given(moves=MOVES)
def test_the_saved_run_follows(moves: list[Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    """After every step the file says what the session says; opened again it goes on from there, without a notice."""
    path = tmp_path_factory.mktemp("run") / "run.jsonl"
    run = saving.begin(sample(), setup(), path)
    for move in moves:
        played(run, [move])
        assert journal.read(path).commands == run.commands
    resumed = saving.resume(path, sample())
    assert codes(resumed) == []
    assert resumed.session is not None
    assert same(resumed.session, run)
    assert b"taken-back" not in path.read_bytes()  # written anew, without what is gone


def test_plans_go_one_by_one_until_something_was_learned() -> None:
    """Back through the day's plans in reverse, and no further than the file that was bought."""
    run = session((BuySource("basket"), SaveSegment((Criterion("age", "under-30"),)), PLAIN, SendMessage("a")))
    undone = []
    while isinstance(answer := run.take_back(), TakenBack):
        undone.append(type(answer.command))
    assert undone == [SendMessage, ComposeMessage, SaveSegment]
    assert answer == Rejected("learned", "BuySource")
    assert run.commands == (BuySource("basket"),)


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ((), "nothing-today"),
        ((PLAIN, EndDay()), "nothing-today"),
        ((PLAIN, OTHER, RunTest()), "learned"),
        ((AskLawyer("quiz"),), "learned"),
    ],
)
def test_what_was_learned_stays_learned(before: tuple[Command, ...], code: str) -> None:
    """A test that came back, a lawyer's word, a day that ended: they stay, and the reason is said."""
    run = session(before)
    refused = run.take_back()
    assert isinstance(refused, Rejected)
    assert refused.code == code
    assert run.cannot_take_back() == refused
    assert run.commands == before


def test_nothing_is_taken_back_on_the_phone() -> None:
    """Act II happens once."""
    run = session(FEARFUL)
    assert run.take_back() == Rejected("not-now", "feed")
    run.submit(ChoosePersona("ines"))
    assert run.take_back() == Rejected("not-now", "feed")


def test_money_and_moves_come_back() -> None:
    """An action that is taken back costs nothing; a test that it had swept away is there again."""
    run = session((PLAIN, OTHER, RunTest()))
    before = run.campaign_view()
    for command in (PlanAction("hall"), ComposeMessage("a", "f-fair", "hope", "plain", True)):
        run.submit(command)
        run.take_back()
    after = run.campaign_view()
    assert (after.money, after.moves_left, after.test) == (before.money, before.moves_left, before.test)
    assert before.test is not None


def test_a_file_cut_anywhere_is_a_run_of_the_past(tmp_path: Path) -> None:
    """Wherever the process was killed, also between a command and its taking back, the file opens at a true state."""
    path = tmp_path / "run.jsonl"
    run = saving.begin(sample(), setup(), path)
    told = [run.commands]
    for move in (
        PLAIN,
        SendMessage("a"),
        PlanAction("ads"),
        BACK,
        BACK,
        SendMessage("a"),
        EndDay(),
        PlanAction("hall"),
    ):
        played(run, [move])
        told.append(run.commands)
    whole = path.read_bytes()
    ends = [index + 1 for index, byte in enumerate(whole) if byte == 10]
    assert len(ends) == len(told)
    for end, commands in zip(ends, told, strict=True):
        for cut in (end, min(end + 7, len(whole))):
            path.write_bytes(whole[:cut])
            assert journal.read(path).commands == commands
            assert not journal.read(path).damaged


@pytest.mark.parametrize("before", [(), (EndDay(),), (BuySource("basket"),)])
def test_a_line_that_takes_back_what_cannot_be_is_damage(before: tuple[Command, ...], tmp_path: Path) -> None:
    """By hand somebody might take back a day or a purchase: the file is good up to there and is kept aside."""
    path = tmp_path / "run.jsonl"
    run = saving.begin(sample(), setup(), path)
    played(run, list(before))
    assert run.scribe is not None
    run.scribe.take_back()
    resumed = saving.resume(path, sample())
    assert codes(resumed) == ["checksum", "kept-aside"]
    assert resumed.session is not None
    assert resumed.session.commands == before


def test_a_campaign_in_which_things_were_taken_back_travels(tmp_path: Path) -> None:
    """The exported file holds what remained, and opens in somebody's feed."""
    run = session()
    for command in FEARFUL:
        run.submit(command)
        if isinstance(command, PLANS):
            assert isinstance(run.take_back(), TakenBack)
            run.submit(command)
    saving.export_campaign(run, tmp_path / "campaign.jsonl")
    opened = saving.open_campaign(tmp_path / "campaign.jsonl", sample(), None)
    assert opened.session is not None
    assert opened.session.commands == FEARFUL
    assert run.commands == FEARFUL
