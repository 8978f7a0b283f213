"""The law in force: what it forbids, how it is enforced, what it may cost, and how deeds come to light. Always the same luck."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.campaign.commands import AnswerEvent, BuySource, ComposeMessage, EndDay, PlanAction, SendMessage
from game.campaign.events import FineImposed
from game.campaign.exposure import hazard
from game.campaign.knowledge import holding, usable
from game.campaign.law import LAW_2016, LAW_2026, LAWS, NO_LAW
from game.electorate import Ad, Mind, Parameters, Population, Streams, found
from game.parameters import MECHANISMS, PARAMETERS
from game.players.play import play
from game.scenario.model import Cause, HeadlineStyle, RuleSet, Scenario, Tone
from game.session.session import Accepted, Session
from game.session.setup import usual
from tests.electorate.mechanisms.showing import show, votes
from tests.electorate.sample_town import make_persona, make_town
from tests.runs import VOTERS, session
from tests.sample_scenario import sample, tree

M16 = MECHANISMS["M16"]
UNTRUE: tuple[str, Tone, HeadlineStyle] = ("f-false", "fear", "plain")
"""Something that a fact-checker will want to look at."""
WAYS: tuple[tuple[str, bool, RuleSet], ...] = (
    ("dark", False, "2016"),
    ("signed", True, "2016"),
    ("listed", True, "2026"),
)
"""The same ad without a name, with one, and in a register."""


def said(*, signed: bool, rules: RuleSet, seed: int) -> Session:
    """A very small town in which a campaign said something untrue on its first day, after the first night."""
    run = Session(sample(rules), usual(sample(rules), seed=seed, voters=200, drawn=False))
    for command in (ComposeMessage("a", *UNTRUE, signed), SendMessage("a"), PlanAction("ads"), EndDay()):
        assert isinstance(run.submit(command), Accepted), command
    return run


def test_consent_leaves_fewer_traces() -> None:
    """Where consent is needed, a campaign that bought every file may use only what people gave."""
    known = {}
    for rules in ("2016", "2026"):
        ground = session(rules=rules).ground
        files = tuple(ground.sources)
        known[rules] = int(np.count_nonzero(holding(ground, usable(ground, files)).known))
        assert (usable(ground, files) == files) == (rules == "2016")
    assert 0 < known["2026"] < known["2016"]
    assert M16.effect("usable").holds(100.0 * (known["2026"] / known["2016"] - 1.0))


def test_a_label_law_leaves_no_unsigned_ad() -> None:
    """The same dirty bot on the same town: unsigned ads under the old rules, none under the new, from neither side."""
    unsigned = {}
    for rules in ("2016", "2026"):
        run = Session(sample(rules), usual(sample(rules), seed=4, voters=VOTERS, drawn=False))
        play(run, "dirty")
        ads = [ad for night in run.story().nights for ad in night.plan.ads]
        assert ads
        unsigned[rules] = sum(not ad.signed for ad in ads)
    assert unsigned["2016"] > 0
    assert M16.effect("unsigned").holds(unsigned["2026"])


def test_removal_cuts_the_nights_of_a_network() -> None:
    """A crowd that was paid for two nights stands for one; the other side's too."""
    nights: dict[str, list[int]] = {}
    for rules in ("2016", "2026"):
        changed = tree(rules)
        changed["campaign"]["events"] = []
        run = session(
            (PlanAction("bots"), EndDay(), EndDay(), EndDay(), EndDay()),
            rules=rules,
            scenario=Scenario.model_validate(changed),
        )
        nights[rules] = [sum(night.plan.bots[side] > 0 for night in run.campaign.nights) for side in (0, 1)]
    for before, after in zip(nights["2016"], nights["2026"], strict=True):
        assert M16.effect("networks").holds(after - before)


@pytest.mark.parametrize("name", ["low", "value", "high"])
def test_a_register_raises_the_hazard_by_the_declared_factor(name: str) -> None:
    """With a register a paid post comes to light that much more often, a dark one that much less without; never surely more than 1."""
    register, dark = PARAMETERS["register_exposure"], PARAMETERS["dark_exposure"]
    p = replace(Parameters(), register_exposure=getattr(register, name), dark_exposure=getattr(dark, name))
    plain = hazard(0.3, LAW_2016, p, post=True, is_dark=False)
    assert plain == pytest.approx(0.3 * p.press_pace)
    assert M16.effect("register").holds(hazard(0.3, LAW_2026, p, post=True, is_dark=False) / plain)
    assert M16.effect("dark").holds(hazard(0.3, LAW_2016, p, post=True, is_dark=True) / plain)
    assert hazard(0.3, LAW_2026, p, post=True, is_dark=True) == hazard(0.3, LAW_2026, p, post=True, is_dark=False)
    assert hazard(0.3, LAW_2026, p, post=False, is_dark=False) == plain  # the register lists posts, not files
    assert hazard(1.0, LAW_2026, replace(p, press_pace=1.5), post=True, is_dark=False) == 1.0
    assert hazard(0.3, LAW_2016, replace(p, press_pace=0.5), post=True, is_dark=False) < plain


def test_what_is_listed_comes_out_more_often_and_what_is_dark_less() -> None:
    """Over many towns: whenever a dark post is found out so is a signed one, and a listed one; and some only so."""
    found_out: dict[str, set[int]] = {"dark": set(), "signed": set(), "listed": set()}
    for seed in range(30):
        for name, signed, rules in WAYS:
            run = said(signed=signed, rules=rules, seed=seed)
            if "fact-check" in run.campaign.pending:
                found_out[name].add(seed)
    assert found_out["signed"] < found_out["listed"]
    assert len(found_out["dark"]) < len(found_out["signed"])


def fined(share: float, cause: Cause = "false-claim") -> Scenario:
    """The sample town in which an answer costs a share of the budget, and the event is sure to strike."""
    changed: dict[str, Any] = tree()
    for event in changed["campaign"]["events"]:
        if event["cause"] == cause:
            event.update(
                chance=1.0,
                delay=1,
                choices=[{"id": "pay", "label": "pay", "result": "You pay.", "effect": {"fine": share}}],
            )
            event["default"] = "pay"
        else:
            event.update(chance=0.0)
    return Scenario.model_validate(changed)


@pytest.mark.parametrize(("rules", "percent"), [("none", 0.0), ("2016", 1.0), ("2026", 6.0)])
def test_a_fine_is_capped_by_the_law_in_force(rules: RuleSet, percent: float) -> None:
    """However much an author asks for, the law's share of the budget is taken, told as news, and nothing where no law is."""
    town = fined(0.5)
    run = Session(town, usual(town, seed=3, voters=VOTERS, rules=rules, drawn=False))
    for command in (ComposeMessage("a", *UNTRUE, True), SendMessage("a"), PlanAction("ads"), EndDay()):
        assert isinstance(run.submit(command), Accepted)
    before = run.campaign.money
    answer = run.submit(AnswerEvent("fact-check", "pay"))
    assert isinstance(answer, Accepted)
    taken = before - run.campaign.money
    share = 100.0 * taken / town.head.budget
    assert share == pytest.approx(percent, abs=0.02)
    assert M16.effect("fine").holds(share)
    told = [item.numbers["euros"] for item in run.campaign.news if item.kind == "fine"]
    assert told == [float(taken)] * (percent > 0)
    assert sum(isinstance(event, FineImposed) for event in answer.events) == (percent > 0)


def test_an_unanswered_event_is_fined_as_well() -> None:
    """Who does not answer pays the default, and reads about it in the morning."""
    town = fined(0.5, "source-without-consent")
    run = Session(town, usual(town, seed=3, voters=VOTERS, rules="2016", drawn=False))
    for command in (BuySource("tickets"), EndDay()):
        run.submit(command)
    before = run.campaign.money
    run.submit(EndDay())
    assert before - run.campaign.money == int(0.01 * town.head.budget)
    assert [item.kind for item in run.campaign.news if item.id == "letter"][:2] == ["result", "fine"]


def test_no_fine_is_above_its_cap_or_above_what_is_left() -> None:
    """For every law, deed, share and purse; data deeds fall under the GDPR's lower cap."""
    causes: tuple[Cause, ...] = ("source-without-consent", "source-unclear", "false-claim", "hidden-sponsor", "network")
    for law in LAWS.values():
        for cause in causes:
            for share in (0.0, 0.01, 0.05, 0.5, 1.0):
                for money in (0, 1, 100, 10_000):
                    fine = law.fine(cause, share, 8000, money)
                    assert 0 <= fine <= min(money, law.fine_cap(cause) * 8000, share * 8000)
    assert NO_LAW.fine("false-claim", 1.0, 8000, 8000) == 0
    assert LAW_2026.fine_cap("source-unclear") < LAW_2026.fine_cap("hidden-sponsor")


def test_the_label_itself_moves_no_vote() -> None:
    """The same ad with and without its sender's name, shown to everybody, moves as many votes (D9: no automatic backlash)."""
    streams, p = Streams(11), Parameters()
    people: Population = found(make_town(), (make_persona(),), 4000, streams, p)
    mind: Mind = people.start()
    everybody = np.ones(people.n, np.bool_)
    moved = [
        votes(mind.x + show(people, mind, Ad("a", 0, everybody, claim="c", concern=0, signed=signed), streams, p).dx)
        for signed in (True, False)
    ]
    assert moved[0] > votes(mind.x)  # the ad as such does move some
    assert M16.effect("label").holds(moved[0] - moved[1])
