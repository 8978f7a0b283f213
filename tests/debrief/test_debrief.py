"""The debrief tells what the simulation did, and a cut changes one thing with the same luck."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.campaign.commands import ComposeMessage, EndDay, PlanAction, SendMessage
from game.debrief.closeness import closeness
from game.debrief.counterfactual import Cut, cuts, replay_cut
from game.debrief.outcome import NotOverError, ballot_dots, health, outcome
from game.debrief.techniques import techniques
from game.debrief.trace import traces
from game.debrief.two_feeds import two_feeds
from game.feed.commands import CastBallot, ChoosePersona, Pass, PutPhoneDown
from game.scenario import library
from game.scenario.model import Scenario
from game.session.session import Accepted, Session
from game.session.setup import usual


@cache
def tram_vote() -> Scenario:
    """The shipped scenario, read once."""
    loaded = library.find("tram-vote")
    assert loaded is not None
    assert loaded.scenario is not None
    return loaded.scenario


@cache
def angry_run(seed: int = 4, *, hidden: bool = True) -> Session:
    """Four days of an untrue, unsigned post to everyone, with a network; then Inès looks at everything and votes."""
    session = Session(tram_vote(), usual(tram_vote(), seed=seed, days=4, voters=3000))
    for day in range(4):
        claim = "last-tram" if day % 2 else "harbour-toll-plan"
        session.submit(ComposeMessage("a", claim, "fear", "curiosity", not hidden))
        session.submit(SendMessage("a"))
        session.submit(PlanAction("ads"))
        session.submit(PlanAction("bot-farm"))
        for event in session.campaign.pending:
            choices = tram_vote().ids["events"][event].choices  # type: ignore[attr-defined]  # because the collection holds events
            from game.campaign.commands import AnswerEvent

            session.submit(AnswerEvent(event, choices[-1].id))
        assert isinstance(session.submit(EndDay()), Accepted)
    live(session, "ines")
    return session


def live(session: Session, persona: str) -> None:
    """Look at every post of every evening, do nothing else, vote for."""
    session.submit(ChoosePersona(persona))
    while session.feed_view().stage == "evening":
        view = session.feed_view()
        if view.at < len(view.posts):
            session.submit(Pass(view.posts[view.at].id))
        else:
            session.submit(PutPhoneDown())
    session.submit(CastBallot("for"))


def test_the_count_adds_up() -> None:
    """Votes, blank papers and those at home are the whole town, and the dots show the same ballots."""
    session = angry_run()
    result = outcome(session)
    assert sum(result.counts.values()) == tram_vote().town.voters
    assert result.votes == abs(result.counts["for"] - result.counts["against"])
    assert sum(result.predicted.values()) == pytest.approx(1.0)
    dots, mine = ballot_dots(session)
    assert dots[mine] == 1
    assert set(np.unique(dots)) <= {0, 1, 2, 3}


def test_the_debrief_waits_for_the_vote() -> None:
    """Before the ballot nothing of the truth is told."""
    session = Session(tram_vote(), usual(tram_vote(), voters=400, days=2))
    with pytest.raises(NotOverError):
        outcome(session)


def test_town_health_is_a_score_of_a_hundred() -> None:
    """Every figure lies between 0 and 100, before and after."""
    measures = health(angry_run())
    assert [measure.id for measure in measures] == [
        "trust-town",
        "turnout",
        "polarisation",
        "privacy",
        "trust-campaign",
    ]
    assert all(0 <= figure <= 100 for measure in measures for figure in (measure.before, measure.after))


def test_untrue_posts_cost_the_campaign_its_trust() -> None:
    """Days of untrue, unsigned posts leave less trust in the campaign than there was."""
    trust = next(measure for measure in health(angry_run()) if measure.id == "trust-campaign")
    assert trust.after < trust.before


def test_every_ad_seen_is_traced_to_the_log_and_to_its_booking() -> None:
    """Each campaign post on the screen has a chain whose impression is a row of that night's delivery."""
    session = angry_run()
    story = session.story()
    found = traces(session)
    assert found, "the town must have met the campaign for this test to mean anything"
    for trace in found:
        assert trace.post.impression == trace.impression
        if trace.channel == "bots":
            continue
        record = next(item for item in story.evenings if item.evening == trace.evening)
        logged = {record.delivery.id(int(row)) for row in record.delivery.of(story.voter or 0)}
        assert trace.impression in logged
        assert story.booking(trace.booking).side == trace.side
        assert trace.size > 0
        assert trace.own == (trace.side == session.setup.side)


def test_one_golden_cut_removes_the_post_and_one_does_not() -> None:
    """Signing the network's posts leaves them where they are; renting no network takes them away."""
    session = angry_run()
    crowd = next(trace for trace in traces(session) if trace.channel == "bots" and trace.own)
    gone = replay_cut(session, crowd, Cut("bots"))
    assert gone.removed
    assert not gone.still
    assert gone.reach_after == 0
    ad = next(trace for trace in traces(session) if trace.channel != "bots")
    kept = replay_cut(session, ad, Cut("sign", target=ad.booking))
    assert kept.still
    assert not kept.removed


def test_a_cut_leaves_the_unreached_as_they_were_bit_for_bit() -> None:
    """Cutting what ran in the last night changes only those whom it could reach; everybody else is the same to the bit."""
    session = Session(tram_vote(), usual(tram_vote(), seed=2, days=2, voters=3000))
    session.submit(EndDay())
    session.submit(ComposeMessage("a", "last-tram", "fear", "plain", False))
    session.submit(SendMessage("a"))
    session.submit(PlanAction("ads"))
    session.submit(EndDay())
    live(session, "ines")
    from game.session.changes import truthfully
    from game.session.replay import replay_with

    story = session.story()
    other = replay_with(story, truthfully(story.scenario)).story
    mine = [record.delivery for record in story.evenings][-1]
    theirs = [record.delivery for record in other.evenings][-1]
    reached = np.zeros(story.population.n, bool)
    for delivery in (mine, theirs):
        reached[delivery.voter] = True
    same = (story.mind.x == other.mind.x) & (story.mind.T == other.mind.T) & (story.mind.c == other.mind.c)
    assert same[~reached].all()
    assert not same.all()
    assert (~reached).sum() > 500


def test_cuts_fit_the_chain() -> None:
    """A rival's files are nobody's to cut; a signed true post has nothing to sign."""
    session = angry_run()
    for trace in traces(session):
        kinds = [cut.kind for cut in cuts(session, trace)]
        assert 1 <= len(kinds) <= 4
        assert "ranking" in kinds or len(kinds) == 4
        if not trace.own:
            assert not {"source", "criterion"} & set(kinds)
        if trace.post.signed:
            assert "sign" not in kinds


def test_two_phones_share_what_they_share() -> None:
    """Posts in common are the same post on both phones, and the comparison leaves the run alone."""
    session = angry_run()
    before = session.story().mind.x.copy()
    pairs = two_feeds(session, "malo")
    assert len(pairs) == len(session.story().evenings)
    for pair in pairs:
        for mine, theirs in pair.common:
            one, two = pair.mine[mine], pair.other[theirs]
            assert (one.authored, one.claim, one.bot) == (two.authored, two.claim, two.bot)
    assert (session.story().mind.x == before).all()


def test_the_cards_met_are_those_of_the_run() -> None:
    """A run with a hidden sponsor, fear and bots meets their cards, each once."""
    met = techniques(angry_run())
    assert len({one.card for one in met}) == len(met)
    assert {"M8", "M9", "M12"} <= {name for one in met for name in _mechanisms(one.card)}


def _mechanisms(card: str) -> tuple[str, ...]:
    return next(item.mechanisms for item in tram_vote().debrief.cards if item.id == card)


def test_closeness_names_the_fewest_who_would_have_turned_it() -> None:
    """With so many people voting the other way the result is another, with one fewer it is not; in real people."""
    run = angry_run()
    found, counts = closeness(run), outcome(run).counts
    lead = abs(counts["for"] - counts["against"])
    assert lead - 2 * found.turned < 0 <= lead - 2 * (found.turned - 1)
    assert found.newcomers == lead + 1
    assert found.valid == counts["for"] + counts["against"]
    assert 0 <= found.same <= found.times == 200
    assert closeness(run) == found


def test_the_next_vote_keeps_a_little_of_this_one() -> None:
    """Each age band has a turnout for the next vote; the booth of this one shows in it, but only a little (M20)."""
    run = angry_run()
    result = outcome(run)
    assert set(result.next_by_band) == set(result.by_band)
    usual_turnout = run.story().population.p0
    for number, band in enumerate(result.by_band):
        before = float(usual_turnout[run.story().population.band == number].mean())
        assert before != result.next_by_band[band]
        assert abs(result.next_by_band[band] - before) < 0.1
