"""A voter's rights: what the law gives, what comes back, and that nobody else is touched. Always the same luck."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.campaign.commands import ComposeMessage, Criterion, EndDay, PlanAction, SaveSegment, SendMessage
from game.feed import rights
from game.feed.commands import (
    AskForData,
    AskForErasure,
    AskWhy,
    CastBallot,
    ChoosePersona,
    ChooseRanking,
    FeedCommand,
    LookUpRegister,
    Pass,
    PutPhoneDown,
)
from game.feed.consequences import lived
from game.feed.state import EveningRecord
from game.parameters import MECHANISMS
from game.scenario.model import RuleSet
from game.session import changes
from game.session.codec import Command, decode, encode
from game.session.replay import replay, replay_with
from game.session.session import Accepted, Rejected, Session
from tests.runs import session, setup
from tests.sample_scenario import sample

M16 = MECHANISMS["M16"]
GUESSING: tuple[Command, ...] = (
    SaveSegment((Criterion("concern", "safety"),)),
    ComposeMessage("a", "f-false", "fear", "outrage", True),
    SendMessage("a"),
    *(command for _day in range(5) for command in (PlanAction("ads"), EndDay())),
)
"""Five days of signed fear for those of whom a model guesses that they worry: lawful under every rule set."""


def lives(seed: int, *first: FeedCommand, rules: RuleSet = "2026") -> Session:
    """The evenings of somebody who gives these commands on the first one and otherwise puts the phone down."""
    run = session(GUESSING, seed=seed, rules=rules)
    run.submit(ChoosePersona("ines"))
    for command in first:
        assert isinstance(run.submit(command), Accepted), command
    while run.feed_view().stage == "evening":
        run.submit(PutPhoneDown())
    return run


def aimed(run: Session, record: EveningRecord) -> int:
    """Paid impressions of the first side on the persona that came by a guess."""
    assert run.feed is not None
    delivery = record.delivery
    rows = [int(row) for row in delivery.of(0) if not delivery.organic[row]]
    ads = [delivery.ads[int(delivery.ad[row])] for row in rows]
    return sum(ad.side == 0 and rights.by_data(run.feed, ad) for ad in ads)


@cache
def hunted() -> int:
    """The first seed with which a guess brings her paid ads on the second or third evening."""
    for seed in range(40):
        run = lives(seed)
        if sum(aimed(run, record) for record in run.story().evenings[1:]):
            return seed
    raise AssertionError("no town in forty aims at her")


def at_ad(run: Session) -> str:
    """Become Ines and scroll to the first ad; its post's id."""
    run.submit(ChoosePersona("ines"))
    while True:
        view = run.feed_view()
        assert view.stage == "evening", "no ad on any evening"
        if view.at >= len(view.posts):
            run.submit(PutPhoneDown())
        elif view.posts[view.at].kind == "campaign":
            return view.posts[view.at].id
        else:
            run.submit(Pass(view.posts[view.at].id))


def test_erasure_stops_ads_that_are_aimed_by_data() -> None:
    """From the next evening on no paid ad of that campaign finds her by a guess; the other campaign's do as before."""
    usual, erased = lives(hunted()), lives(hunted(), AskForErasure("for"))
    before, after = ([aimed(run, record) for record in run.story().evenings] for run in (usual, erased))
    assert sum(before[1:]) > 0
    assert before[0] == after[0]
    assert M16.effect("erased").holds(sum(after[1:]))


def test_erasure_leaves_everybody_else_alone() -> None:
    """Until it takes effect not a bit differs; then only places at the edge of the auction go to somebody else."""
    usual, erased = (run.story().evenings for run in (lives(hunted()), lives(hunted(), AskForErasure("for"))))
    assert np.array_equal(usual[0].after.x, erased[0].after.x)
    assert np.array_equal(usual[0].delivery.voter, erased[0].delivery.voter)
    for mine, theirs in zip(usual[1:2], erased[1:2], strict=True):
        rows = [
            {
                (int(voter), int(ad))
                for voter, ad in zip(each.delivery.voter, each.delivery.ad, strict=True)
                if voter != 0
            }
            for each in (mine, theirs)
        ]
        assert rows[0]
        assert M16.effect("edge").holds(100.0 * len(rows[0] ^ rows[1]) / len(rows[0]))


def test_another_ranking_changes_only_ones_own_feed() -> None:
    """By time: tonight stays as it was, tomorrow's posts are others, and the town's auction is the same to the bit."""
    different = 0
    for seed in range(4):
        usual, chosen = (run.story().evenings for run in (lives(seed), lives(seed, ChooseRanking("chronological"))))
        assert [post.id for post in usual[0].posts] == [post.id for post in chosen[0].posts]
        assert np.array_equal(usual[0].after.x, chosen[0].after.x)
        for name in ("voter", "ad", "rank", "clicked", "price"):
            assert np.array_equal(getattr(usual[1].delivery, name), getattr(chosen[1].delivery, name)), name
        different += [post.id for post in usual[1].posts] != [post.id for post in chosen[1].posts]
    assert different > 0


def test_the_same_ranking_again_is_no_change() -> None:
    """What is in force already, or asked for already, is refused; on the last evening it is too late."""
    run = session(GUESSING, rules="2026")
    run.submit(ChoosePersona("ines"))
    assert run.submit(ChooseRanking("engagement")) == Rejected("done-already", "ranking")
    assert isinstance(run.submit(ChooseRanking("bridging")), Accepted)
    assert run.submit(ChooseRanking("bridging")) == Rejected("done-already", "ranking")
    view = run.feed_view().rights
    assert (view.ranking, view.ranking_next) == (None, "bridging")
    run.submit(PutPhoneDown())
    assert run.feed_view().rights.ranking == "bridging"
    run.submit(PutPhoneDown())
    assert run.submit(ChooseRanking("engagement")) == Rejected("too-late", "ranking")


@pytest.mark.parametrize(
    ("rules", "given"),
    [("none", set()), ("2016", {"access"}), ("2026", {"register", "access", "erasure", "ranking"})],
)
def test_the_law_says_which_rights_there_are(rules: RuleSet, given: set[str]) -> None:
    """What the law in force does not give is refused, changes nothing, and is not offered to anybody."""
    run = session(GUESSING, seed=hunted(), rules=rules)
    post = at_ad(run)
    commands: dict[str, FeedCommand] = {
        "register": LookUpRegister(post),
        "access": AskForData("for"),
        "erasure": AskForErasure("for"),
        "ranking": ChooseRanking("chronological"),
    }
    assert run.feed_view().rights.offered == given
    for right, command in commands.items():
        state = run.feed
        if right not in given:
            assert run.submit(command) == Rejected("not-offered", right)
            assert run.feed is state
            assert command not in run.legal()
        elif right != "ranking" or run.feed_view().evening < 3:
            left = run.feed_view().attention
            assert isinstance(run.submit(command), Accepted), right
            assert left - run.feed_view().attention == run.feed_view().costs[right] > 0
            assert run.submit(command) == Rejected("done-already", right)


def test_the_register_tells_who_paid_and_what_others_were_told() -> None:
    """Payer, euros and every ad of that campaign so far, with its audience in the campaign's own words; nothing of later nights."""
    run = session(GUESSING, seed=hunted(), rules="2026")
    post = at_ad(run)
    assert run.submit(LookUpRegister("elsewhere")) == Rejected("not-here", "elsewhere")
    assert isinstance(run.submit(LookUpRegister(post)), Accepted)
    page = run.feed_view().rights.register[post]
    assert run.feed is not None
    camp = next(side for side in run.scenario.head.sides if side.id == page.side)
    assert page.payer == camp.account
    assert page.ad in {each.ad for each in page.ads}
    assert all(each.side == page.side and min(each.nights) <= run.feed.night for each in page.ads)
    assert page.total == sum(page.spent.values()) > 0
    listed = next(each for each in run.feed.cast.listings if each.side == "for")
    assert listed.audience == (("concern", "safety"),)
    assert listed.spent(0) == 0
    assert listed.spent(9) == 1200
    while (view := run.feed_view()).at < len(view.posts):
        if view.posts[view.at].kind != "campaign":
            here = view.posts[view.at].id
            assert run.submit(LookUpRegister(here)) == Rejected("not-an-ad", here)
            return
        run.submit(Pass(view.posts[view.at].id))


def test_an_access_request_is_answered_the_next_evening() -> None:
    """The paper lists exactly what the campaign holds on her, trace by trace, with what is wrong, and the guesses it used."""
    run = session(GUESSING, seed=hunted(), rules="2026")
    run.submit(ChoosePersona("ines"))
    run.submit(AskForData("for"))
    assert run.feed_view().rights.papers == ()
    run.submit(PutPhoneDown())
    (paper,) = run.feed_view().rights.papers
    held = {file.source: file for file in paper.held.files}
    assert "roll" in held
    assert set(held) <= set(run.campaign.owned)
    story = run.story()
    for source, file in held.items():
        known = story.file(source)
        for trace in file.traces:
            at = run.ground.signals[trace.signal]
            assert bool(known.known[at, 0])
            assert trace.says == bool(known.value[at, 0])
            assert trace.right == (trace.says == bool(story.population.traces[at, 0]))
    assert [(guess.kind, guess.value) for guess in paper.held.guesses] == [("concern", "safety")]
    booked = story.booking("for-d1-ads-1")
    assert paper.held.guesses[0].fits == bool(story.guess(booked.files, booked.audience[0]).chosen[0])


def test_after_an_erasure_nothing_is_held() -> None:
    """Who asks again after the erasure gets an empty paper that says so."""
    run = session(GUESSING, seed=hunted(), rules="2026")
    run.submit(ChoosePersona("ines"))
    run.submit(AskForErasure("for"))
    run.submit(PutPhoneDown())
    run.submit(AskForData("for"))
    run.submit(PutPhoneDown())
    (paper,) = run.feed_view().rights.papers
    assert paper.erased
    assert not paper.held.guesses
    assert not paper.held.files


def test_the_rules_of_2016_answer_after_the_vote() -> None:
    """The request is taken, and its answer is there when it is no longer any use."""
    run = session(GUESSING, rules="2016")
    run.submit(ChoosePersona("ines"))
    assert isinstance(run.submit(AskForData("against")), Accepted)
    assert run.feed_view().rights.requests[0].due is None
    while run.feed_view().stage == "evening":
        run.submit(PutPhoneDown())
    assert run.feed_view().rights.papers == ()
    assert isinstance(run.submit(CastBallot("blank")), Accepted)
    assert [paper.side for paper in run.feed_view().rights.papers] == ["against"]


def test_using_a_right_moves_nothing_in_the_voter() -> None:
    """Being told who paid, why and what is known leaves the evening's effect on her as it was (D9)."""
    run = session(GUESSING, seed=hunted(), rules="2026")
    post = at_ad(run)
    assert run.feed is not None
    before = lived(run.feed)
    for command in (AskWhy(post), LookUpRegister(post), AskForData("for"), AskForErasure("against")):
        assert isinstance(run.submit(command), Accepted)
    assert lived(run.feed) == before


def test_rights_replay() -> None:
    """Commands survive the journal; the same commands give the same run; a cut lives the evenings again with the rights used."""
    asked: tuple[FeedCommand, ...] = (AskForData("for"), AskForErasure("for"), ChooseRanking("bridging"))
    for command in (*asked, LookUpRegister("n3-for-d1-ads-1-v0")):
        assert decode(encode(command)) == command
    one = lives(hunted(), *asked)
    two = replay(sample("2026"), setup(hunted(), rules="2026"), one.commands)
    assert np.array_equal(one.story().mind.x, two.story().mind.x)
    assert one.feed_view().rights == two.feed_view().rights
    again = replay_with(one.story(), changes.Change("nothing"))
    assert again.skipped == ()
    assert again.story.feed is not None
    assert one.feed is not None
    assert again.story.feed.requests == one.feed.requests
    assert [[post.id for post in record.posts] for record in again.story.evenings] == [
        [post.id for post in record.posts] for record in one.story().evenings
    ]
