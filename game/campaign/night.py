"""The end of a day: what is booked goes out, the town sleeps on it, a poll comes in, and things arise from what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from game.campaign import rival
from game.campaign.events import (
    CampaignEnded,
    CampaignEvent,
    DayBegan,
    NetworkRemoved,
    NightPassed,
    PollTaken,
    Rejected,
)
from game.campaign.evolve import evolve
from game.campaign.ground import Ground
from game.campaign.happenings import answered, choice_of, event_of, strike
from game.campaign.placements import HEARD, SCREENS, STREET, contact, tonight_ad
from game.campaign.scoring import scoring
from game.campaign.state import Answers, Booking, Night, PollResult, State
from game.campaign.view import NewsItem
from game.electorate.ballot import UNDECIDED, poll
from game.electorate.chance import exact_mean
from game.electorate.day import NightLog, night
from game.electorate.delivery import Delivery, deliver
from game.electorate.plan import NightPlan, Scoring
from game.electorate.population import Mind, side_index
from game.electorate.street import Gifts, gifts


def end_day(state: State) -> tuple[CampaignEvent, ...] | Rejected:
    """Everything that follows from ending the day, in order."""
    if state.over:
        return Rejected("over", "")
    happened: list[CampaignEvent] = []
    for event in state.pending:  # nobody answered: the default answer is taken
        for one in answered(state, event, choice_of(event_of(state, event), None).id, "unanswered"):
            happened.append(one)
            state = evolve(state, one)
    told = tuple(item for item in state.news if item.kind in ("result", "fine"))[-len(happened) :] if happened else ()
    passed = pass_night(state)
    happened.append(passed)
    state = evolve(state, passed)
    polled = take_poll(state, state.day)
    happened.append(polled)
    state = evolve(state, polled)
    happened += _removals(state)
    last = state.day >= state.ground.days
    struck = () if last else strike(state, state.day)
    happened += struck
    news = (
        *told,
        *_rival_news(state),
        *(NewsItem("event", each.event) for each in struck),
        *_gift_news(passed.gifts),
        _reach_news(state, passed.night),
    )
    if last:
        happened.append(CampaignEnded(state.day, news))
    else:
        happened.append(DayBegan(state.day + 1, state.ground.scenario.head.moves, news))
    return tuple(happened)


def fixed(state: State) -> tuple[Booking, ...]:
    """The player's bookings with tonight's message fixed on those whose first night it is."""
    draft = state.draft(state.sent)
    amend = state.ground.amend
    bookings: list[Booking] = []
    for booking in state.bookings:
        fresh = booking.day == state.day
        said = replace(booking, draft=draft) if fresh and booking.draft is None else booking
        bookings.append(amend.booking(said) if fresh and amend is not None else said)
    return tuple(bookings)


def plan_of(state: State, bookings: tuple[Booking, ...]) -> NightPlan:
    """Tonight's plan for the simulation: both sides' running bookings and what the town has to digest.

    Files that were deleted since an ad was booked are no longer used for it.
    """
    ground = state.ground
    held = state.owned
    own = (replace(each, files=tuple(file for file in each.files if file in held)) for each in bookings)
    running = [each for each in (*own, *rival.bookings(ground)) if each.runs(state.day)]
    kinds = {each.id: ground.actions[each.action].kind for each in running}
    p = ground.parameters
    bots, clickbait = [0.0, 0.0], 0.0
    for each in running:
        nightly = each.price / each.nights
        if kinds[each.id] == "bots":
            bots[side_index(each.side)] += nightly / p.bot_price
        elif kinds[each.id] == "click-site":
            clickbait += nightly / p.click_site_price
    plan = NightPlan(
        ads=tuple(tonight_ad(ground, each) for each in running if kinds[each.id] in SCREENS and each.draft is not None),
        bots=(bots[0], bots[1]),
        street=tuple(contact(ground, each) for each in running if kinds[each.id] in STREET),
        shocks=state.aftermath,
        ranking="engagement",
        clickbait=clickbait,
        experiment=state.experiment,
        scoring=_scored(ground, [each for each in running if kinds[each.id] == "score"]),
    )
    return plan if ground.amend is None else ground.amend.plan(plan, state.day)


def _scored(ground: Ground, sold: Sequence[Booking]) -> Scoring | None:
    """The scores in use tonight, whoever sold them: a door that one of them shuts stays shut."""
    made = [one for one in (scoring(ground, booking) for booking in sold) if one is not None]
    if len(made) < 2:
        return made[0] if made else None
    return Scoring(
        scored=np.logical_or.reduce([one.scored for one in made]), shut=np.logical_or.reduce([one.shut for one in made])
    )


def pass_night(state: State) -> NightPassed:
    """Simulate tonight on a copy of everybody's mind."""
    ground = state.ground
    bookings = fixed(state)
    plan = plan_of(state, bookings)
    after = state.mind.copy()
    delivery = deliver(ground.population, after, plan, state.day, ground.streams, ground.parameters)
    log = night(ground.population, after, plan, state.day, ground.streams, ground.parameters, delivery=delivery)
    reached, clicked, spent = counted(ground, plan, delivery, log)
    running = tuple(each for each in (*bookings, *rival.bookings(ground)) if each.runs(state.day))
    record = Night(state.day, plan, running, state.mind, after, delivery, log, reached, clicked, spent)
    met = _met(ground, plan, log, after, state.day)
    return NightPassed(record, bookings, met, _given(ground, plan, log, state.mind, state.day))


def counted(ground: Ground, plan: NightPlan, delivery: Delivery, log: NightLog) -> tuple[int, int, int]:
    """Real people reached, clicks and euros spent by the player's side in one night."""
    own = np.asarray([ad.side == ground.own for ad in delivery.ads], dtype=np.bool_)
    touched = np.zeros(ground.population.n, dtype=np.bool_)
    clicked, spent = 0, 0.0
    if own.any():
        rows = own[delivery.ad]
        touched[delivery.voter[rows]] = True
        clicked = int(np.count_nonzero(delivery.clicked & rows))
        spent = float(delivery.spent[own].sum())
    street = np.asarray([one.side == ground.own for one in plan.street], dtype=np.bool_)
    if street.any():
        touched[log.contact_voter[street[log.contact_action]]] = True
    weight = ground.population.weight
    return round(int(np.count_nonzero(touched)) * weight), round(clicked * weight), round(spent)


def _met(ground: Ground, plan: NightPlan, log: NightLog, mind: Mind, day: int) -> Answers:
    """What people said at the door or after the hall to the player's own volunteers."""
    own = np.asarray([one.side == ground.own and one.kind in HEARD for one in plan.street], dtype=np.bool_)
    voters = np.unique(log.contact_voter[own[log.contact_action]]) if own.any() else np.zeros(0, dtype=np.int32)
    return Answers(day, "met", voters.astype(np.int32), said(mind, voters.astype(np.int32)))


def _given(ground: Ground, plan: NightPlan, log: NightLog, mind: Mind, day: int) -> Gifts:
    """What the player's own evenings brought in, from what everybody thought before them."""
    givers = euros = 0
    for index, one in enumerate(plan.street):
        if one.side == ground.own:
            who = log.contact_voter[log.contact_action == index]
            got = gifts(ground.population, mind, one, who, day, ground.streams, ground.parameters)
            givers, euros = givers + got.givers, euros + got.euros
    return Gifts(givers, euros)


def said(mind: Mind, voters: npt.NDArray[np.int32]) -> npt.NDArray[np.int8]:
    """What these voters answer when asked: int8, 1 for, 0 undecided, -1 against."""
    stance = mind.x[voters]
    answer = np.zeros(stance.shape, dtype=np.int8)
    answer[stance >= UNDECIDED] = 1
    answer[stance <= -UNDECIDED] = -1
    return answer


def take_poll(state: State, day: int) -> PollTaken:
    """Ask a fresh random sample; trust is the mean of what they say of the player's campaign."""
    ground = state.ground
    size = min(ground.scenario.campaign.poll_size, ground.population.n)
    result = poll(ground.population, state.mind, ground.streams, day, size, ground.parameters)
    counts = (int(result.counts[0]), int(result.counts[1]), int(result.counts[2]))
    trust = exact_mean(state.mind.trust[ground.own][result.voters]) * 100.0
    taken = PollResult(day, int(result.voters.size), counts, round(trust, 1))
    return PollTaken(taken, Answers(day, "poll", result.voters, result.said))


def _removals(state: State) -> list[NetworkRemoved]:
    """Where the law has reported networks removed within 24 hours, one has run for its first night only."""
    if not state.ground.law.removal:
        return []
    kinds = state.ground.actions
    return [
        NetworkRemoved(booking.id, f"rules-{state.ground.rules}")
        for booking in state.bookings
        if kinds[booking.action].kind == "bots" and booking.runs(state.day) and booking.nights > 1
    ]


def _rival_news(state: State) -> tuple[NewsItem, ...]:
    """What the other side was seen to start last night."""
    return tuple(
        NewsItem("rival", str(index)) for index, move in enumerate(rival.moves(state.ground)) if move.day == state.day
    )


def _gift_news(given: Gifts) -> tuple[NewsItem, ...]:
    """What people gave, where anybody did."""
    if not given.euros:
        return ()
    return (NewsItem("gifts", "", None, {"givers": float(given.givers), "euros": float(given.euros)}),)


def _reach_news(state: State, record: Night) -> NewsItem:
    """The numbers of the player's own night."""
    shared = 0
    own = np.asarray([ad.side == state.ground.own for ad in record.delivery.ads], dtype=np.bool_)
    if own.any():
        shared = round(
            int(np.count_nonzero(record.delivery.organic & own[record.delivery.ad])) * state.ground.population.weight
        )
    numbers = {
        "reached": float(record.reached),
        "clicked": float(record.clicked),
        "shared": float(shared),
        "spent": float(record.spent),
    }
    return NewsItem("reach", "", None, numbers)
