"""The bots: five ways to play, all within the rules."""

from __future__ import annotations

import pytest

from game.players import STRATEGIES, Strategy, play
from game.session.codec import Command
from game.session.session import Accepted, Rejected, Session
from tests.runs import session, setup
from tests.sample_scenario import sample


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("rules", ["2016", "2026"])
def test_every_strategy_plays_to_the_end_under_every_law(strategy: Strategy, rules: str) -> None:
    """A bot reaches the debrief with a vote cast; it uses the campaign's desks and the phone."""
    run = play(session(rules=rules), strategy)  # type: ignore[arg-type]  # because both are rule sets
    assert run.phase == "debrief"
    verbs = {type(command).__name__ for command in run.commands}
    assert {"PlanAction", "ComposeMessage", "EndDay", "ChoosePersona", "Pass", "CastBallot"} <= verbs


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_same_run_is_played_the_same_way(strategy: Strategy) -> None:
    """Bots have no luck but the seed's."""
    assert play(session(seed=7), strategy).commands == play(session(seed=7), strategy).commands


def test_honest_keeps_clean_and_dirty_does_not() -> None:
    """What the strategies are named for is what they do."""
    for seed in range(3):
        honest, dirty = play(session(seed=seed), "honest"), play(session(seed=seed), "dirty")
        assert {booking.draft.signed for booking in honest.campaign.bookings if booking.draft} == {True}
        claims = honest.ground.claims
        assert {claims[booking.draft.claim].truth for booking in honest.campaign.bookings if booking.draft} == {"true"}
        assert not any("bots" in booking.id for booking in honest.campaign.bookings)
        assert any("bots" in booking.id for booking in dirty.campaign.bookings)
        assert "basket" in [bought.source for bought in dirty.campaign.purchases]


def test_a_persona_can_be_asked_for() -> None:
    """And act I can be left to play act II oneself."""
    assert play(session(), "greedy", persona="malo").feed_view().persona == "malo"
    assert play(session(), "greedy", campaign_only=True).phase == "feed"


class Watched(Session):
    """A session that counts what it had to refuse."""

    refused = 0

    def submit(self, command: Command) -> Accepted | Rejected:
        """Submit and count."""
        answer = super().submit(command)
        self.refused += isinstance(answer, Rejected)
        return answer


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_bots_submit_nothing_that_is_refused(strategy: Strategy) -> None:
    """Bots look before they leap: every command that they submit is carried out."""
    run = Watched(sample(), setup(5))
    play(run, strategy)
    assert run.refused == 0
