"""Small gifts, click sites, scores and the platform's test: what they do, what comes of them, and that they replay."""

from __future__ import annotations

from functools import cache

from game.campaign.commands import AnswerEvent, BuySource, EndDay, PlanAction
from game.campaign.rules import legal, refusal
from game.campaign.state import State
from game.cli.transcript import Transcript
from game.players.policy import kindest
from game.scenario.model import Scenario
from game.session.replay import replay
from tests.runs import session
from tests.sample_scenario import Tree, tree


@cache
def scenario(chance: float = 0.0) -> Scenario:
    """The sample with the four other kinds of action in it, and events about them that strike with this chance."""
    changed = tree("2016")
    campaign = changed["campaign"]
    campaign["amplify"] = [
        campaign["amplify"][0],
        campaign["amplify"][1],
        _action("site", "click-site", 400, 3000, 2),
        _action("trust-card", "score", 500, 2000, 2),
    ]
    campaign["street"] = [*campaign["street"][:2], _action("hat", "donations", 100, 4000), campaign["street"][3]]
    campaign["events"] = [
        _event("site-story", "click-site", chance, [("close", {"stop_network": True}), ("deny", {"press": True})]),
        _event("score-story", "score", chance, [("stop", {"stop_network": True})]),
        _event(
            "moods", "every-campaign", chance, [("yes", {"mood_test": "sadder", "money": 900}), ("no", {"money": 0})]
        ),
    ]
    return Scenario.model_validate(changed)


def _action(name: str, kind: str, price: int, people: int, nights: int = 1) -> Tree:
    like = tree("2016")["campaign"]["street"][0]
    return {**like, "id": name, "kind": kind, "name": name, "price": price, "people": people, "nights": nights}


def _event(name: str, cause: str, chance: float, choices: list[tuple[str, Tree]]) -> Tree:
    like = tree("2016")["campaign"]["events"][0]
    answers = [{"id": key, "label": key, "result": f"{key}.", "effect": effect} for key, effect in choices]
    return {**like, "id": name, "cause": cause, "chance": chance, "choices": answers, "default": choices[-1][0]}


def clickbait(state: State) -> list[float]:
    """Units of click sites in each night so far."""
    return [night.plan.clickbait for night in state.nights]


def test_small_gifts_are_money_in_the_morning_and_told() -> None:
    """What is given comes on top of what is left, is told once, and is the same in every replay."""
    run = session((PlanAction("hat"), EndDay()), scenario=scenario())
    told = [item for item in run.campaign.news if item.kind == "gifts"]
    assert len(told) == 1
    assert told[0].numbers["givers"] > 0
    assert run.campaign.money == 12_000 - 100 + int(told[0].numbers["euros"])
    assert 100 < told[0].numbers["euros"] <= run.ground.parameters.gift_limit
    again = replay(run.scenario, run.setup, run.commands)
    assert again.campaign.money == run.campaign.money
    run.submit(EndDay())
    assert not [item for item in run.campaign.news if item.kind == "gifts"]


def test_a_concert_passes_the_hat_round_and_other_meetings_do_not() -> None:
    """Guests leave coins, less than the concert costs; doors and halls bring in nothing."""
    concert = session((PlanAction("concert"), EndDay()), scenario=scenario()).campaign
    assert 12_000 - 2100 < concert.money < 12_000
    hall = session((PlanAction("hall"), PlanAction("doors"), EndDay()), scenario=scenario()).campaign
    assert hall.money == 12_000 - 650


def test_gifts_are_told_in_the_transcript() -> None:
    """A demo says who gave and how much."""
    run = session((PlanAction("hat"),), scenario=scenario())
    run.submit(EndDay())
    passed = next(event for event in run.last_events if type(event).__name__ == "NightPassed")
    lines = Transcript(run.scenario, 0).lines(passed)
    assert any("gave" in line and "€" in line for line in lines)


def test_a_click_site_runs_for_the_nights_paid_for_and_stands_once() -> None:
    """400 euros for two nights are a unit a night at 200 euros; a second site beside it is refused; then nothing is left."""
    run = session((PlanAction("site"), EndDay()), scenario=scenario())
    refused = refusal(run.campaign, PlanAction("site"))
    assert refused is not None
    assert refused.code == "already-planned"
    run.submit(EndDay())
    run.submit(EndDay())
    assert clickbait(run.campaign) == [1.0, 1.0, 0.0]


def test_a_sold_score_is_in_use_for_its_nights() -> None:
    """Who is on file has a score, some of them find a door shut, and nobody does once it has run out."""
    run = session((BuySource("basket"), PlanAction("trust-card"), EndDay(), EndDay(), EndDay()), scenario=scenario())
    plans = [night.plan.scoring for night in run.campaign.nights]
    assert plans[2] is None
    for scores in plans[:2]:
        assert scores is not None
        assert 0 < scores.shut.sum() < scores.scored.sum()
        assert not (scores.shut & ~scores.scored).any()


def test_found_out_a_site_closes_and_a_score_stops() -> None:
    """Both are deeds with consequences, and an answer that switches them off does so from tonight on."""
    bold = session((PlanAction("site"), PlanAction("trust-card"), EndDay()), scenario=scenario(1.0))
    assert {"site-story", "score-story"} <= {struck.event for struck in bold.campaign.struck}
    bold.submit(AnswerEvent("site-story", "close"))
    bold.submit(AnswerEvent("score-story", "stop"))
    bold.submit(EndDay())
    assert clickbait(bold.campaign) == [1.0, 0.0]
    assert bold.campaign.nights[1].plan.scoring is None
    idle = session((EndDay(), EndDay(), EndDay()), scenario=scenario(1.0))
    assert {struck.event for struck in idle.campaign.struck} == {"moods"}


def test_accepting_the_platforms_test_sets_the_mood_of_every_night_after() -> None:
    """From the next night on feeds are sadder; refusing, also by silence, leaves them alone."""
    asked = (EndDay(), AnswerEvent("moods", "yes"), EndDay(), EndDay())
    yes = session(asked, scenario=scenario(1.0)).campaign
    assert [night.plan.experiment for night in yes.nights] == [0.0, -1.0, -1.0]
    silent = session((EndDay(), EndDay(), EndDay()), scenario=scenario(1.0)).campaign
    assert [night.plan.experiment for night in silent.nights] == [0.0, 0.0, 0.0]


def test_a_kind_campaign_refuses_the_test_whatever_it_pays() -> None:
    """900 euros do not buy a bot that looks for the kindest answer."""
    event = next(each for each in scenario().campaign.events if each.id == "moods")
    assert max(event.choices, key=kindest).id == "no"


def test_what_is_listed_as_legal_is_accepted_with_the_other_kinds() -> None:
    """Every new card is offered on the first day."""
    run = session(scenario=scenario())
    planned = {command.action for command in legal(run.campaign) if isinstance(command, PlanAction)}
    assert {"site", "trust-card", "hat"} <= planned
