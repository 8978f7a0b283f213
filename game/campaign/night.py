"""The end of a day: what is booked goes out, the town sleeps on it, a poll comes in, and things arise from what was done."""

from __future__ import annotations

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
from game.campaign.placements import SCREENS, STREET, contact, tonight_ad
from game.campaign.state import Answers, Booking, Night, PollResult, State
from game.campaign.view import NewsItem
from game.electorate.ballot import poll
from game.electorate.chance import exact_mean
from game.electorate.day import NightLog, night
from game.electorate.delivery import Delivery, deliver
from game.electorate.plan import NightPlan
from game.electorate.population import Mind, side_index

UNDECIDED = 0.15
"""Below this size of stance a voter counts as undecided (decisions.md)."""
UNIT_PRICE = 350.0
"""Euros a night for one unit of a bot network, which posts a quarter as much as all friends (modelling choice)."""


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
    bots = [0.0, 0.0]
    for each in running:
        if kinds[each.id] == "bots":
            bots[side_index(each.side)] += each.price / each.nights / UNIT_PRICE
    plan = NightPlan(
        ads=tuple(tonight_ad(ground, each) for each in running if kinds[each.id] in SCREENS and each.draft is not None),
        bots=(bots[0], bots[1]),
        street=tuple(contact(ground, each) for each in running if kinds[each.id] in STREET),
        shocks=state.aftermath,
        ranking="engagement",
    )
    return plan if ground.amend is None else ground.amend.plan(plan, state.day)


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
    return NightPassed(record, bookings, _met(ground, plan, log, after, state.day))


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
    own = np.asarray([one.side == ground.own and one.kind != "concert" for one in plan.street], dtype=np.bool_)
    voters = np.unique(log.contact_voter[own[log.contact_action]]) if own.any() else np.zeros(0, dtype=np.int32)
    return Answers(day, "met", voters.astype(np.int32), said(mind, voters.astype(np.int32)))


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
    result = poll(ground.population, state.mind, ground.streams, day, size)
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
