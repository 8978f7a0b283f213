"""The phone: where its posts come from, what actions cost and do."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.campaign.commands import EndDay
from game.feed.commands import (
    AnswerMessage,
    AskWhy,
    AttendDebate,
    CastBallot,
    ChoosePersona,
    Comment,
    FeedCommand,
    Mute,
    Pass,
    PutPhoneDown,
    React,
    ReadPost,
    Report,
    Share,
    Verify,
)
from game.feed.consequences import lived
from game.feed.state import Shown
from game.feed.view import PostView
from game.scenario.model import RuleSet, Scenario
from game.session.session import Accepted, Rejected, Session
from tests.runs import FEARFUL, NEIGHBOURLY, evenings, session
from tests.sample_scenario import tree

IDLE = (EndDay(),) * 5


def quiet() -> Scenario:
    """The sample town with a rival that only visits schools, and so without any campaign on a phone."""
    changed = tree()
    for plan in changed["campaign"]["rivals"]:
        plan["moves"] = [{"day": 1, "action": "school", "news": "They were at a school.", "detail": "So it is."}]
    return Scenario.model_validate(changed)


def shown(run: Session) -> list[Shown]:
    """Every post of every evening."""
    return [post for record in run.story().evenings for post in record.posts]


def test_without_a_campaign_there_is_no_campaign_post() -> None:
    """Over 100 seeds, a town in which nobody advertises and nobody rents a network shows no such post to anybody."""
    town = quiet()
    for seed in range(100):
        run = session(IDLE, seed=seed, scenario=town)
        run.submit(ChoosePersona(("ines", "malo")[seed % 2]))
        while run.feed_view().stage == "evening":
            view = run.feed_view()
            assert view.posts
            assert {post.kind for post in view.posts} == {"authored"}, seed
            assert all(post.impression is None and not post.bot_comments for post in view.posts)
            run.submit(PutPhoneDown())


def test_every_campaign_post_is_in_the_delivery_log() -> None:
    """Its impression is a row of that night's log for this voter; a bot's post stands only where a network runs."""
    seen = 0
    for seed in range(8):
        run = evenings(session(FEARFUL, seed=seed))
        for record in run.story().evenings:
            log = {record.delivery.id(int(row)) for row in record.delivery.of(0)}
            for post in record.posts:
                if post.view.kind == "campaign":
                    assert post.view.impression in log
                    seen += 1
                elif post.view.kind == "bot":
                    assert post.side is not None
                    assert run.feed is not None
                    assert run.feed.cast.plans[record.night].bots[post.side] > 0
                    assert post.view.impression is not None
    assert seen > 20


def test_another_campaign_puts_other_posts_on_the_phone() -> None:
    """The same persona in the same town meets the posts of the campaign that was played."""
    fear, hope = (
        {(post.view.claim, post.view.tone) for post in shown(evenings(session(commands, seed=5))) if post.side == 0}
        for commands in (FEARFUL, NEIGHBOURLY)
    )
    assert fear - {(None, None)}
    assert fear - {(None, None)} == {("f-false", "fear")} or ("f-false", "fear") in fear
    assert ("f-false", "fear") not in hope


def test_evenings_have_ten_to_fourteen_posts_and_none_twice() -> None:
    """No authored post comes back, a persona's private posts reach only that persona, friends are the persona's friends."""
    for persona in ("ines", "malo"):
        run = evenings(session(FEARFUL), persona)
        posts = shown(run)
        assert all(10 <= len(record.posts) <= 14 for record in run.story().evenings)
        written = [post.view.authored for post in posts if post.view.authored]
        assert len(written) == len(set(written))
        assert len({post.id for post in posts}) == len(posts)
        if persona == "malo":
            assert "only-ines" not in written
            assert not any(post.view.account == "lin" for post in posts)


def test_a_passive_persona_leaves_the_town_alone() -> None:
    """Nothing but what reaches from the persona's own mind differs from act I's provisional nights: far from all is equal."""
    run = evenings(session(FEARFUL))
    before, after = run.campaign.mind, run.story().mind
    first = run.story().evenings[0]
    provisional = run.campaign.nights[2]
    others = np.arange(run.ground.population.n) != 0
    assert np.array_equal(first.after.x[others], provisional.after.x[others])
    assert np.count_nonzero(before.x[others] != after.x[others]) < 0.2 * others.sum()


def at_ad(run: Session, persona: str = "ines") -> PostView:
    """Scroll to the first campaign post."""
    run.submit(ChoosePersona(persona))
    while True:
        view = run.feed_view()
        assert view.stage == "evening"
        if view.at >= len(view.posts):
            run.submit(PutPhoneDown())
        elif view.posts[view.at].kind == "campaign" and view.posts[view.at].claim == "f-false":
            return view.posts[view.at]
        else:
            run.submit(Pass(view.posts[view.at].id))


@cache
def aimed_at(rules: RuleSet = "2016") -> int:
    """The first seed with which the profiler's guess about Ines puts an untrue ad on her phone."""
    for seed in range(40):
        run = evenings(session(FEARFUL, seed=seed, rules=rules))
        if any(post.view.claim == "f-false" and post.side == 0 for post in shown(run)):
            return seed
    raise AssertionError("no town in forty reaches her")


def with_ad(rules: RuleSet = "2016") -> tuple[Session, PostView]:
    """A run that stands at an untrue ad of the player's side."""
    run = session(FEARFUL, seed=aimed_at(rules), rules=rules)
    return run, at_ad(run)


@pytest.mark.parametrize(
    ("action", "cost"),
    [
        ("read", 3),
        ("react", 0),
        ("share", 1),
        ("comment", 2),
        ("verify", 6),
        ("why", 2),
        ("report", 2),
        ("mute", 1),
        ("pass", 1),
    ],
)
def test_attention_pays_for_what_is_done(action: str, cost: int) -> None:
    """Each action takes what the view says; nothing takes time."""
    run, post = with_ad()
    commands: dict[str, FeedCommand] = {
        "read": ReadPost(post.id),
        "react": React(post.id),
        "share": Share(post.id),
        "comment": Comment(post.id, "doubt"),
        "verify": Verify(post.id, "others"),
        "why": AskWhy(post.id),
        "report": Report(post.id),
        "mute": Mute(post.id),
        "pass": Pass(post.id),
    }
    before = run.feed_view().attention
    assert isinstance(run.submit(commands[action]), Accepted)
    assert before - run.feed_view().attention == cost == run.feed_view().costs[action]


def test_an_empty_battery_leaves_scrolling_and_the_door() -> None:
    """Too tired for anything else, one can still pass posts and put the phone down."""
    run, post = with_ad()
    assert run.feed is not None
    run.feed = replace(run.feed, attention=0)
    assert run.submit(ReadPost(post.id)) == Rejected("too-tired", "read")
    assert {type(command) for command in run.legal()} <= {Pass, PutPhoneDown, AnswerMessage}
    assert isinstance(run.submit(Pass(post.id)), Accepted)
    assert run.feed.attention == 0


def test_refusals_on_the_phone() -> None:
    """What cannot be is refused with the reason and changes nothing."""
    run = session(FEARFUL, seed=aimed_at())
    assert run.submit(Pass("x")) == Rejected("not-now", "choose")
    assert run.submit(CastBallot("for")) == Rejected("not-now", "choose")
    assert run.submit(ChoosePersona("nobody")) == Rejected("unknown", "nobody")
    post = at_ad(run)
    run.submit(ReadPost(post.id))
    run.submit(Verify(post.id, "others"))
    run.submit(Comment(post.id, "ask"))
    run.submit(AskWhy(post.id))
    state = run.feed
    refused: list[tuple[FeedCommand, str]] = [
        (ChoosePersona("malo"), "not-now"),
        (ReadPost("elsewhere"), "not-here"),
        (Pass("elsewhere"), "not-here"),
        (React("elsewhere"), "not-here"),
        (Share("elsewhere"), "not-here"),
        (Report("elsewhere"), "not-here"),
        (Mute("elsewhere"), "not-here"),
        (AskWhy("elsewhere"), "not-here"),
        (ReadPost(post.id), "done-already"),
        (Verify(post.id, "others"), "done-already"),
        (Verify("elsewhere", "others"), "not-here"),
        (Comment(post.id, "doubt"), "done-already"),
        (Comment(post.id, "shout"), "unknown"),
        (AskWhy(post.id), "done-already"),
        (AnswerMessage("nothing", 0), "unknown"),
        (AttendDebate("nothing"), "unknown"),
    ]
    for command, code in refused:
        answer = run.submit(command)
        assert isinstance(answer, Rejected), command
        assert (answer.code, run.feed) == (code, state), command


def test_a_friends_lunch_cannot_be_checked_and_is_no_ad() -> None:
    """Lateral reading needs a claim, and 'why this ad?' needs an ad."""
    run = session(IDLE, scenario=quiet())
    run.submit(ChoosePersona("ines"))
    while run.feed is not None and run.feed.here is not None:
        here = run.feed.here
        assert run.submit(AskWhy(here.id)) == Rejected("not-an-ad", here.id)
        if here.view.account == "bea":
            assert run.submit(Verify(here.id, "others")) == Rejected("nothing-to-check", "others")
            return
        run.submit(Pass(here.id))
    pytest.fail("no post of the friend")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_everything_legal_on_the_phone_is_accepted(seed: int) -> None:
    """Along two evenings, every offered command can be carried out from where it is offered."""
    run = session(FEARFUL, seed=seed)
    run.submit(ChoosePersona("ines"))
    for step in range(40):
        state = run.feed
        for command in run.legal():
            run.feed = state
            if not isinstance(command, PutPhoneDown):
                assert isinstance(run.submit(command), Accepted), command
        run.feed = state
        legal = run.legal()
        if not legal:
            break
        assert isinstance(run.submit(legal[step % len(legal)] if step % 3 else legal[0]), Accepted)


def test_a_check_that_exposes_takes_the_effect_away() -> None:
    """Read and believed pulls; seen through does not, and costs the campaign this voter's trust."""
    effects, trusts = [], []
    for doing in ([], [ReadPost], [Verify]):
        run, post = with_ad()
        for verb in doing:
            run.submit(ReadPost(post.id) if verb is ReadPost else Verify(post.id, "others"))
        assert run.feed is not None
        now = lived(run.feed)
        effects.append(now.ads[post.id])
        trusts.append(now.trust[0])
    passed, read, checked = effects
    assert checked <= 0 < passed < read
    assert trusts[2] < 0 == trusts[0]


def test_the_platform_learns_from_the_thumb() -> None:
    """Liking and sharing moves the platform's profile towards the post; passing does not."""
    profiles = []
    for sharing in (False, True):
        run, post = with_ad()
        if sharing:
            run.submit(React(post.id))
            run.submit(Share(post.id))
        run.submit(PutPhoneDown())
        profiles.append(float(run.story().evenings[-1].after.P[0]))
    assert profiles[1] > profiles[0]


def test_muting_and_reporting_keep_later_posts_away() -> None:
    """A muted account and a reported ad do not come back, tonight or later."""
    run, post = with_ad()
    run.submit(Mute(post.id))
    while run.feed_view().stage == "evening":
        view = run.feed_view()
        later = view.posts[view.at + 1 :]
        assert not any(other.account == post.account for other in later)
        run.submit(PutPhoneDown())


def test_why_this_ad_admits_little() -> None:
    """The network names age or district, never a guess; nothing at all where no law asks; and the payer only if signed."""
    answers = {}
    for rules in ("none", "2016"):
        run, post = with_ad(rules=rules)
        run.submit(AskWhy(post.id))
        answers[rules] = run.feed_view().why[post.id]
    assert answers["none"].reason is None
    assert answers["2016"].reason == ("age", "under-30")
    assert answers["2016"].sponsor == (post.account if post.signed else None)
    assert not answers["2016"].register


def test_messages_and_the_debate() -> None:
    """A friend's message can be answered once, the debate attended once, for its attention and the trust it gives."""
    run = session(NEIGHBOURLY)
    run.submit(ChoosePersona("ines"))
    assert run.feed_view().messages == ("dm",)
    assert isinstance(run.submit(AnswerMessage("dm", 1)), Accepted)
    assert run.submit(AnswerMessage("dm", 0)) == Rejected("done-already", "dm")
    assert run.submit(AnswerMessage("dm", 9)) == Rejected("done-already", "dm")
    assert run.feed_view().debate is None
    run.submit(PutPhoneDown())
    assert run.feed_view().debate == "town-hall"
    assert isinstance(run.submit(AttendDebate("town-hall")), Accepted)
    assert run.feed_view().attention == 34
    assert run.submit(AttendDebate("town-hall")) == Rejected("done-already", "town-hall")
    run.submit(PutPhoneDown())
    record = run.story().evenings[1]
    assert list(record.lived.trust) == pytest.approx([0.03, 0.03])
    assert record.lived.dx == 0.0


def test_an_answer_that_a_message_does_not_have() -> None:
    """Answers are numbered from 0."""
    run = session(NEIGHBOURLY)
    run.submit(ChoosePersona("ines"))
    assert run.submit(AnswerMessage("dm", 2)) == Rejected("unknown", "2")


def test_the_booth() -> None:
    """Four ways to use a vote; at most three lines stick; the persona's choice is counted; then all is over."""
    counts = {}
    for choice, code in (("for", 1), ("against", 0), ("blank", 2), ("stay-home", 3)):
        run = evenings(session(FEARFUL), ballot=False)
        view = run.feed_view()
        assert view.stage == "ballot"
        assert 1 <= len(view.sticks) <= 3
        assert isinstance(run.submit(CastBallot(choice)), Accepted)  # type: ignore[arg-type]  # because all four are choices
        ballots = run.story().ballots
        assert ballots is not None
        assert int(ballots.choice[0]) == code
        counts[choice] = ballots
        assert run.submit(CastBallot("for")) == Rejected("not-now", "done")
        assert run.legal() == ()
    assert np.array_equal(counts["for"].choice[1:], counts["blank"].choice[1:])


def test_likes_of_a_crowd_that_is_not_there() -> None:
    """A network under a post of its side writes there, with voices of its side only."""
    run = session(FEARFUL, seed=aimed_at())
    voices = run.scenario.feed.bots
    run = evenings(run)
    under = [(post, index) for post in shown(run) for index in post.view.bot_comments]
    assert under
    assert all(voices[index].side == ("for" if post.lean > 0 else "against") for post, index in under)
