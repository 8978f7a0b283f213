"""An evening from the first post to the sleep after it, and the day of the vote."""

from __future__ import annotations

from game.electorate.ballot import ballot
from game.electorate.day import night
from game.electorate.delivery import deliver
from game.feed import rights
from game.feed.commands import BallotChoice
from game.feed.compose import tonight
from game.feed.consequences import lived
from game.feed.events import BallotCast, BoothOpened, EveningBegan, EveningEnded, FeedEvent, PersonaChosen
from game.feed.evolve import evolve
from game.feed.state import EveningRecord, FeedState
from game.scenario.model import Debate

BALLOT_CODES: dict[BallotChoice, int] = {"against": 0, "for": 1, "blank": 2, "stay-home": 3}
"""How the electorate numbers what is done with a vote."""


def become(state: FeedState, persona: str) -> tuple[FeedEvent, ...]:
    """Become the persona; the first evening begins."""
    chosen = PersonaChosen(persona)
    state = evolve(state, chosen)
    return (chosen, _begin(state, 1, "choose-persona"))


def _begin(state: FeedState, evening: int, cause: str) -> EveningBegan:
    """Hold tonight's auction with everybody's mind as it is now and lay out the persona's feed."""
    cast = state.cast
    number = cast.nights[evening - 1]
    plan = rights.plan(state, evening)
    delivery = deliver(cast.population, state.mind, plan, number, cast.streams, cast.parameters)
    persona = next(one for one in cast.scenario.feed.personas if one.id == state.persona)
    return EveningBegan(
        evening,
        persona.attention,
        tonight(state, delivery, evening, number),
        delivery,
        cause,
        rights.due(state, evening, number),
    )


def end(state: FeedState) -> tuple[FeedEvent, ...]:
    """Put the phone down: the town sleeps on it, and the next evening begins or the booth opens."""
    cast = state.cast
    if state.delivery is None:
        raise ValueError("no evening to end")
    was_lived = lived(state)
    after = state.mind.copy()
    log = night(
        cast.population,
        after,
        rights.plan(state, state.evening),
        state.night,
        cast.streams,
        cast.parameters,
        delivery=state.delivery,
        lived={state.voter: was_lived},
    )
    seen = min(state.at + 1, len(state.posts))
    record = EveningRecord(
        state.evening, state.night, state.posts, state.states, seen, was_lived, state.mind, after, state.delivery, log
    )
    ended = EveningEnded(record)
    if state.evening >= len(cast.nights):
        return (ended, BoothOpened())
    return (ended, _begin(evolve(state, ended), state.evening + 1, "put-phone-down"))


def count(state: FeedState, choice: BallotChoice) -> tuple[FeedEvent, ...]:
    """Cast the persona's ballot and count everybody's."""
    cast = state.cast
    forced = {state.voter: BALLOT_CODES[choice]}
    ballots = ballot(cast.population, state.mind, cast.streams, cast.parameters, forced=forced)
    return (BallotCast(choice, ballots, papers=rights.due(state, None, cast.nights[-1])),)


def messages(state: FeedState) -> tuple[str, ...]:
    """Ids of tonight's private messages."""
    return tuple(
        message.id
        for message in state.cast.scenario.feed.messages
        if message.persona == state.persona and message.evening == state.cast.authored(state.evening)
    )


def debate(state: FeedState) -> Debate | None:
    """The debate that can be attended tonight, if any and if not attended yet."""
    return next(
        (
            one
            for one in state.cast.scenario.feed.debates
            if one.evening == state.cast.authored(state.evening) and one.id not in state.attended
        ),
        None,
    )
