"""Small runs for tests: a town of 600 voters, and two campaigns as lists of commands."""

from __future__ import annotations

from game.campaign.commands import (
    BuySource,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.feed.commands import CastBallot, ChoosePersona, Pass, PutPhoneDown
from game.scenario.model import RuleSet, Scenario, SideId
from game.session.codec import Command
from game.session.session import Accepted, Session
from game.session.setup import Setup, usual
from tests.sample_scenario import sample

VOTERS = 600
FEARFUL: tuple[Command, ...] = (
    BuySource("basket"),
    SaveSegment((Criterion("concern", "safety"), Criterion("age", "under-30"))),
    ComposeMessage("a", "f-false", "fear", "outrage", False),
    SendMessage("a"),
    PlanAction("ads"),
    PlanAction("bots"),
    EndDay(),
    PlanAction("ads"),
    EndDay(),
    PlanAction("ads"),
    PlanAction("bots"),
    EndDay(),
    PlanAction("ads"),
    EndDay(),
    PlanAction("ads"),
    EndDay(),
)
"""Five days of fear for the young and worried, unsigned, with a rented crowd."""
NEIGHBOURLY: tuple[Command, ...] = (
    ComposeMessage("a", "f-true", "hope", "plain", True),
    SendMessage("a"),
    PlanAction("ads"),
    PlanAction("doors", "pines"),
    EndDay(),
    PlanAction("hall"),
    EndDay(),
    PlanAction("ads"),
    EndDay(),
    PlanAction("doors", "station"),
    EndDay(),
    PlanAction("ads"),
    EndDay(),
)
"""Five days of doors, a hall, and a true, signed post to everyone."""


def setup(seed: int = 3, *, rules: RuleSet = "2016", side: SideId = "for", voters: int = VOTERS) -> Setup:
    """Settings of a small run, with every constant at its central value."""
    return usual(sample(rules), seed=seed, side=side, voters=voters, drawn=False)


def session(
    commands: tuple[Command, ...] = (), seed: int = 3, *, rules: RuleSet = "2016", scenario: Scenario | None = None
) -> Session:
    """A small run after these commands, all of which must be accepted."""
    town = scenario or sample(rules)
    run = Session(town, usual(town, seed=seed, voters=VOTERS, drawn=False))
    for command in commands:
        answer = run.submit(command)
        assert isinstance(answer, Accepted), (command, answer)
    return run


def evenings(run: Session, persona: str = "ines", ballot: bool = True) -> Session:
    """Live all evenings as somebody who only scrolls, and vote."""
    run.submit(ChoosePersona(persona))
    while run.feed_view().stage == "evening":
        view = run.feed_view()
        run.submit(Pass(view.posts[view.at].id) if view.at < len(view.posts) else PutPhoneDown())
    if ballot:
        run.submit(CastBallot("for"))
    return run
