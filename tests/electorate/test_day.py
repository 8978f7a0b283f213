"""What a night does, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import numpy as np
import pytest

from game.electorate import (
    Contact,
    Lived,
    Mind,
    NightPlan,
    Parameters,
    Population,
    Shock,
    Streams,
    ballot,
    night,
    polarisation,
    scandal,
    strike,
    trust_campaign,
    trust_town,
    turnout_intention,
)
from game.electorate.day import NightLog
from game.electorate.exposure import town_shares
from tests.electorate.sample_town import make_ad


def run(
    population: Population,
    streams: Streams,
    parameters: Parameters,
    plan: NightPlan,
    nights: int = 1,
    lived: Mapping[int, Lived] | None = None,
) -> tuple[Mind, NightLog]:
    """Step ``nights`` nights of one plan from the start."""
    mind = population.start()
    for number in range(1, nights + 1):
        log = night(population, mind, plan, number, streams, parameters, lived=lived)
    return mind, log


def same(a: Mind, b: Mind, voters: object) -> bool:
    """Return whether two minds agree bit for bit on ``voters``."""
    return all(np.array_equal(getattr(a, f.name)[..., voters], getattr(b, f.name)[..., voters]) for f in fields(Mind))


def test_the_same_night_gives_the_same_town_bit_for_bit(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Founding and stepping again changes nothing."""
    plan = NightPlan(ads=(make_ad(population, "a"),), bots=(1.0, 0.0), street=(Contact("d", "doors", 0, 300.0),))
    everybody = slice(None)
    assert same(
        run(population, streams, parameters, plan, 3)[0], run(population, streams, parameters, plan, 3)[0], everybody
    )


def test_voters_whom_nothing_reached_do_not_notice_that_an_ad_was_cut(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """The morning after, only voters of the ad's own impressions differ."""
    plan = NightPlan(ads=(make_ad(population, "a"),), street=(Contact("d", "doors", 1, 500.0),), bots=(0.0, 1.0))
    with_ad, log = run(population, streams, parameters, plan)
    without, _ = run(population, streams, parameters, NightPlan(street=plan.street, bots=plan.bots))
    untouched = np.setdiff1d(np.arange(population.n), log.delivery.voter)
    assert same(with_ad, without, untouched)
    assert not same(with_ad, without, log.delivery.voter)
    log_ids = {log.delivery.id(r) for r in range(log.delivery.voter.size)}
    assert len(log_ids) == log.delivery.voter.size


def test_delivering_first_changes_nothing(population: Population, streams: Streams, parameters: Parameters) -> None:
    """A delivery made for the persona's feed and the night's own are one and the same."""
    from game.electorate import deliver

    plan = NightPlan(ads=(make_ad(population, "a"),))
    ready, mind = deliver(population, population.start(), plan, 1, streams, parameters), population.start()
    night(population, mind, plan, 1, streams, parameters, delivery=ready)
    assert same(mind, run(population, streams, parameters, plan)[0], slice(None))


def test_a_quiet_week_keeps_the_town_as_it_was(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Without campaigns stances keep their spread, nobody wins, polarisation hardly moves (the null of three studies)."""
    start, (end, _) = population.start(), run(population, streams, parameters, NightPlan(), 6)
    assert float(end.x.std()) == pytest.approx(float(start.x.std()), rel=0.05)
    assert abs(float(end.x.mean() - start.x.mean())) < 0.005
    assert (
        abs(polarisation(population, end, streams, parameters) - polarisation(population, start, streams, parameters))
        < 4
    )
    assert abs(turnout_intention(population, end, parameters) - turnout_intention(population, start, parameters)) < 0.3


def test_ads_fade_with_a_half_life_of_three_to_seven_days(
    population: Population, streams: Streams, steady: Parameters
) -> None:
    """Half of what an ad moved is gone within a week."""
    moved, _ = run(population, streams, steady, NightPlan())
    base = moved.copy()
    moved.x += np.float32(0.02) * (1 - moved.c)
    first, gaps = float((moved.x - base.x).mean()), []
    for number in range(2, 10):
        for mind in (moved, base):
            night(population, mind, NightPlan(), number, streams, steady)
        gaps.append(float((moved.x - base.x).mean()) / first)
    half = next(k for k, gap in enumerate(gaps, start=1) if gap < 0.5)
    assert 3 <= half <= 7


def test_bots_move_the_perceived_majority_and_hardly_anybodys_stance(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """The crowd that is not there is believed, not followed; trust pays for it."""
    quiet, _ = run(population, streams, parameters, NightPlan(), 5)
    loud, _ = run(population, streams, parameters, NightPlan(bots=(2.0, 0.0)), 5)
    climate, stance = float((loud.m - quiet.m).mean()), float((loud.x - quiet.x).mean())
    assert climate > 0.08
    assert 0 < stance < 0.002
    assert climate > 30 * stance
    assert trust_town(loud) < trust_town(quiet) - 0.2


def test_engagement_ranking_makes_a_more_stirring_feed_than_time(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """Ranked by engagement, more of the feed is partisan and clickbait; opinions hardly differ after a week."""
    ranked, _ = run(population, streams, parameters, NightPlan(), 6)
    plain, _ = run(population, streams, parameters, NightPlan(ranking="chronological"), 6)
    start = population.start()
    hot = town_shares(population, start, NightPlan(), 1, parameters)
    cool = town_shares(population, start, NightPlan(ranking="chronological"), 1, parameters)
    assert sum(hot[2:5]) > sum(cool[2:5]) + 0.1
    assert sum(hot) == pytest.approx(1.0, abs=1e-4)
    assert float(ranked.a.mean()) > float(plain.a.mean()) + 0.02
    assert abs(float(ranked.x.std() - plain.x.std())) < 0.01


def test_the_sides_mirror_each_other(population: Population, streams: Streams, steady: Parameters) -> None:
    """The same campaign for and against moves the town equally far in opposite directions."""
    gains = []
    quiet, _ = run(population, streams, steady, NightPlan(), 3)
    for side in (0, 1):
        bots = (1.0, 0.0) if side == 0 else (0.0, 1.0)
        moved, _ = run(population, streams, steady, NightPlan(ads=(make_ad(population, "a", side),), bots=bots), 3)
        gains.append(float((moved.x - quiet.x).mean()))
    assert gains[0] > 0 > gains[1]
    assert gains[0] == pytest.approx(-gains[1], rel=0.2)


def test_a_scandal_moves_the_town_away_and_half_of_it_stays(population: Population, parameters: Parameters) -> None:
    """Stance, both trusts and the own supporters' turnout fall; the anchor keeps half."""
    mind, start = population.start(), population.start()
    strike(mind, scandal(0, parameters), parameters)
    moved, kept = float((mind.x - start.x).mean()), float((mind.x0 - start.x0).mean())
    assert moved < -0.01
    assert kept == pytest.approx(moved / 2, rel=0.1)
    assert trust_campaign(mind, 0) < trust_campaign(start, 0) - 5
    assert trust_campaign(mind, 1) == trust_campaign(start, 1)
    assert trust_town(mind) < trust_town(start)
    assert turnout_intention(population, mind, parameters) < turnout_intention(population, start, parameters)
    strike(mind, Shock(None, town_trust=5.0), parameters)
    assert trust_town(mind) > trust_town(start) - parameters.scandal_town + 4


def test_what_a_player_lives_replaces_the_default_of_that_voter_only(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """An evening off leaves no trace of the feed; what was done counts instead; nobody else changes tonight."""
    plan = NightPlan(ads=(make_ad(population, "a", budget=3000.0),), bots=(2.0, 0.0))
    default, log = run(population, streams, parameters, plan)
    assert log.delivery.of(0).size > 0
    ids = [log.delivery.id(int(r)) for r in log.delivery.of(0)]
    resisted = Lived(ads=dict.fromkeys(ids, 0.0), clicks=((-0.7, 3.0),), trust=(-0.05, 0.0), dT=0.01)
    lived, _ = run(population, streams, parameters, plan, lived={0: resisted})
    believed, _ = run(population, streams, parameters, plan, lived={0: Lived(ads=dict.fromkeys(ids, 2.0))})
    others = np.arange(1, population.n)
    assert same(default, lived, others)
    assert float(lived.P[0]) < float(default.P[0])
    assert float(believed.x[0]) > float(lived.x[0])
    assert float(lived.m[0]) == population.m0[0]


def test_shared_posts_reach_the_friends_who_look_tonight(
    population: Population, streams: Streams, parameters: Parameters
) -> None:
    """What a player shows is read by those who have that friend, and only by them."""
    plain, _ = run(population, streams, parameters, NightPlan(), lived={0: Lived()})
    loud, _ = run(population, streams, parameters, NightPlan(), lived={0: Lived(shared=0.8)})
    readers = np.unique(np.where(population.ties[3:6] == 0)[1])
    changed = np.flatnonzero(plain.x != loud.x)
    assert changed.size > 0
    assert np.all(np.isin(changed, readers))


def test_ballot_after_odd_nights_is_sane_in_tiny_towns(parameters: Parameters) -> None:
    """One voter or a handful, full of ads, doors and bots: no NaN, and the papers add up."""
    from game.electorate import Streams, found
    from tests.electorate.sample_town import make_town

    for size in (1, 2, 9):
        streams = Streams(size)
        people = found(make_town(districts=1), (), size, streams, parameters)
        plan = NightPlan(
            ads=(
                make_ad(people, "a", budget=1e6),
                make_ad(people, "b", 1, kind="demobilise", guess=0, headline="outrage"),
            ),
            bots=(50.0, 50.0),
            street=(
                Contact("d", "doors", 0, 1e6),
                Contact("s", "school", 1, 1e6),
                Contact("h", "hall", 0, 10.0, district=0),
            ),
            shocks=(scandal(1, parameters),),
        )
        mind, _ = run(people, streams, parameters, plan, 7)
        for item in fields(Mind):
            assert np.all(np.isfinite(getattr(mind, item.name)))
        assert ballot(people, mind, streams, parameters).counts.sum() == size
