"""The one function that changes a campaign's state: it folds an event into it."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from game.campaign import events
from game.campaign.commands import Version
from game.campaign.events import CampaignEvent
from game.campaign.happenings import choice_of, event_of, shocks_of
from game.campaign.placements import RENTED
from game.campaign.state import Booking, Draft, Purchase, State, Struck
from game.campaign.view import NewsItem
from game.scenario.model import Effect

_MOODS = {"sadder": -1.0, "happier": 1.0}
"""What the platform's test does to feeds, by the word in the scenario; nothing else changes a test that runs."""


def evolve(state: State, event: CampaignEvent) -> State:
    """The state after ``event``. Never refuses: what cannot be was refused by ``decide``."""
    return _fold(event, state)


@singledispatch
def _fold(event: object, state: State) -> State:
    raise TypeError(f"no such event: {event!r} on day {state.day}")


@_fold.register
def _bought(event: events.SourceBought, state: State) -> State:
    return replace(
        state,
        money=state.money - event.price,
        moves_left=state.moves_left - 1,
        purchases=(*state.purchases, Purchase(event.source, state.day)),
    )


@_fold.register
def _asked(event: events.LawyerAsked, state: State) -> State:
    return replace(state, lawyer=(*state.lawyer, event.source))


@_fold.register
def _saved(event: events.SegmentSaved, state: State) -> State:
    segments = state.segments if event.criteria in state.segments else (*state.segments, event.criteria)
    return replace(state, segments=segments, audience=event.criteria)


@_fold.register
def _composed(event: events.MessageComposed, state: State) -> State:
    drafts = dict(state.drafts)
    drafts[event.version] = event.draft
    sent = None if state.sent == event.version else state.sent  # what is rewritten must be sent again
    return replace(state, drafts=tuple(sorted(drafts.items())), test=None, sent=sent)


@_fold.register
def _tested(event: events.TestReturned, state: State) -> State:
    return replace(state, money=state.money - event.price, test=event.result, tests=state.tests + 1)


@_fold.register
def _sent(event: events.MessageSent, state: State) -> State:
    return replace(state, sent=event.version)


@_fold.register
def _planned(event: events.ActionPlanned, state: State) -> State:
    return replace(
        state,
        money=state.money - event.booking.price,
        moves_left=state.moves_left - 1,
        bookings=(*state.bookings, event.booking),
    )


@_fold.register
def _cancelled(event: events.ActionCancelled, state: State) -> State:
    return replace(
        state,
        money=state.money + event.price,
        moves_left=state.moves_left + event.moves,
        bookings=tuple(booking for booking in state.bookings if booking.id != event.booking),
    )


@_fold.register
def _struck(event: events.HappeningStruck, state: State) -> State:
    return replace(state, struck=(*state.struck, Struck(event.event, state.day, event.about, waits=event.waits)))


@_fold.register
def _answered(event: events.HappeningAnswered, state: State) -> State:
    struck = next(each for each in state.struck if each.event == event.event)
    effect = choice_of(event_of(state, event.event), event.choice).effect
    answered = replace(struck, choice=event.choice, waits=False)
    return replace(
        state,
        struck=tuple(answered if each is struck else each for each in state.struck),
        money=max(state.money + effect.money, 0),
        moves_left=max(state.moves_left + effect.moves, 0),
        aftermath=state.aftermath + shocks_of(state, event.event, effect),
        experiment=_MOODS.get(effect.mood_test, state.experiment),
        purchases=tuple(
            replace(bought, dropped=True) if effect.drop_source and bought.source == struck.about else bought
            for bought in state.purchases
        ),
        bookings=tuple(_touched(booking, effect, struck, state) for booking in state.bookings),
        drafts=_signed(state, effect),
        news=(*state.news, NewsItem("result", event.event, event.choice)),
    )


def _touched(booking: Booking, effect: Effect, struck: Struck, state: State) -> Booking:
    """A running booking after a choice: switched off, taken down, or signed."""
    kind = state.ground.actions[booking.action].kind
    network = kind == "bots" or (kind in RENTED and booking.id == struck.about)
    off = (effect.stop_network and network) or (effect.withdraw_message and booking.id == struck.about)
    if off and booking.runs(state.day):
        booking = replace(booking, stopped=state.day)
    if effect.sign_messages and booking.draft is not None:
        booking = replace(booking, draft=replace(booking.draft, signed=True))
    return booking


def _signed(state: State, effect: Effect) -> tuple[tuple[Version, Draft], ...]:
    """Today's drafts, with the sponsor's name on them where a choice demands it."""
    if not effect.sign_messages:
        return state.drafts
    return tuple((version, replace(draft, signed=True)) for version, draft in state.drafts)


@_fold.register
def _fined(event: events.FineImposed, state: State) -> State:
    told = NewsItem("fine", event.event, None, {"euros": float(event.euros)})
    return replace(state, money=max(state.money - event.euros, 0), news=(*state.news, told))


@_fold.register
def _removed(event: events.NetworkRemoved, state: State) -> State:
    bookings = tuple(
        replace(booking, stopped=state.day + 1) if booking.id == event.booking else booking
        for booking in state.bookings
    )
    return replace(state, bookings=bookings)


@_fold.register
def _passed(event: events.NightPassed, state: State) -> State:
    return replace(
        state,
        money=state.money + event.gifts.euros,
        mind=event.night.after,
        nights=(*state.nights, event.night),
        bookings=event.bookings,
        answers=(*state.answers, event.met),
        aftermath=(),
    )


@_fold.register
def _polled(event: events.PollTaken, state: State) -> State:
    return replace(state, polls=(*state.polls, event.result), answers=(*state.answers, event.answers))


@_fold.register
def _began(event: events.DayBegan, state: State) -> State:
    return replace(state, day=event.day, moves_left=event.moves, news=event.news, test=None)


@_fold.register
def _ended(event: events.CampaignEnded, state: State) -> State:
    return replace(state, over=True, moves_left=0, news=event.news)
