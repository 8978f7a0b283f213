"""Small gifts, click sites and scores have words and icons wherever kinds of action are named."""

from __future__ import annotations

from functools import cache
from typing import get_args

from game.campaign.commands import BuySource, EndDay, PlanAction
from game.campaign.placements import HEARD, RENTED, SCREENS, STREET
from game.campaign.views import DEPTH
from game.scenario.model import Action, Scenario
from game.screens.explanations import moved
from game.screens.morning_news import _KINDS, news_lines
from tests.screens.act_one import Table, table, tram_vote

KINDS = set(get_args(Action.model_fields["kind"].annotation))


@cache
def other_kinds() -> Scenario:
    """The real scenario, with a score above and small gifts below in the place of the last cards."""
    real = tram_vote()
    campaign = real.campaign
    score = campaign.amplify[-1].model_copy(update={"kind": "score", "price": 300, "nights": 2})
    hat = campaign.street[-1].model_copy(update={"kind": "donations", "people": 3000, "price": 100})
    changed = campaign.model_copy(
        update={"amplify": (*campaign.amplify[:-1], score), "street": (*campaign.street[:-1], hat)}
    )
    return real.model_copy(update={"campaign": changed})


def morning() -> Table:
    """The morning after a score was sold and people were asked for a little."""
    scenario = other_kinds()
    score, hat = scenario.campaign.amplify[-1].id, scenario.campaign.street[-1].id
    return table(scenario=scenario).do(BuySource("loyalty-file"), PlanAction(score), PlanAction(hat), EndDay())


def test_every_kind_has_an_icon_a_depth_and_a_desk() -> None:
    """A kind that a scenario may use is drawn, measured and carried out."""
    assert set(_KINDS) == set(DEPTH) == set(SCREENS) | set(RENTED) | set(STREET) == KINDS
    assert set(HEARD) < set(STREET)


def test_gifts_are_told_in_the_morning() -> None:
    """Who gave, how much, and that it is in the budget."""
    run = morning()
    line = next(line for line in news_lines(run.playing, run.view) if line.icon == "hand-holding-heart")
    given = next(item for item in run.view.news if item.kind == "gifts")
    assert f"{round(given.numbers['euros'])}" in line.headline
    assert "budget" in line.text


def test_a_card_that_moves_no_opinion_says_so() -> None:
    """A score is sold for money's sake; its card promises no points."""
    run = table("actions", scenario=other_kinds())
    assert run.pilot.sees("Moves nobody’s opinion.")
    assert not table("actions").pilot.sees("Moves nobody’s opinion.")


def test_a_sold_score_and_small_gifts_explain_trust() -> None:
    """The debrief names both among what pulled at trust."""
    told = [line for _icon, line in moved("trust-town", morning().playing.session.story(), other_kinds())]
    assert any("score" in line for line in told)
    assert any("small gifts" in line for line in told)
