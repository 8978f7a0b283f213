"""The chain of an ad says when the place or the face decided the moment."""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.commands import BuySource, ComposeMessage, Criterion, EndDay, PlanAction, SaveSegment, SendMessage
from game.debrief.trace import CausalTrace, traces
from game.scenario.model import Scenario
from game.session.codec import Command
from tests.runs import evenings, session
from tests.sample_scenario import tree


def chains(source: str, audience: tuple[Criterion, ...], tone: str) -> Iterator[CausalTrace]:
    """Own ads on the persona's phone after a week aimed so, over some seeds."""
    made = tree("2016")
    made["campaign"]["sources"][4]["kind"] = "mood"
    made["campaign"]["events"] = []  # nobody takes the file away
    commands: list[Command] = [
        BuySource(source),
        SaveSegment(audience),
        ComposeMessage("a", "f-true", tone, "plain", True),  # type: ignore[arg-type]  # because tests name any tone
        SendMessage("a"),
    ]
    for _ in range(5):
        commands += [PlanAction("ads"), EndDay()]
    for seed in range(8):
        run = session(seed=seed, scenario=Scenario.model_validate(made))
        for command in commands:
            run.submit(command)
        yield from (chain for chain in traces(evenings(run)) if chain.own and chain.action == "ads")


def test_the_chain_names_the_place() -> None:
    """An ad for those who take the late tram, sent while they are there, says so."""
    found = list(chains("tickets", (Criterion("signal", "late-tram"),), "hope"))
    assert {chain.place for chain in found if chain.price > 0} == {"late-tram"}
    assert not any(chain.mood for chain in found)


def test_the_chain_names_the_face() -> None:
    """A fearful ad with cameras in use was timed to a face that looked tense; a hopeful one was not."""
    assert any(chain.mood for chain in chains("quiz", (), "fear"))
    assert not any(chain.mood or chain.place for chain in chains("quiz", (), "hope"))
