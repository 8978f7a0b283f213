"""Things that happen because of what was done: letters, journalists, full halls. Luck is keyed by event and night.

How likely a deed comes to light is worked out in ``exposure``; how much a fine may be in ``law``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.campaign.events import CampaignEvent, FineImposed, HappeningAnswered, HappeningStruck
from game.campaign.exposure import dark, hazard
from game.campaign.placements import SCREENS
from game.campaign.state import Booking, State
from game.electorate.plan import Shock
from game.electorate.shocks import scandal
from game.scenario.model import Cause, Choice, Effect, Event

AT_ONCE = 2
"""At most this many new events in one morning; the others keep their chance for the next night (modelling choice)."""
UNCOVERED: tuple[Cause, ...] = (
    "source-without-consent",
    "source-unclear",
    "network",
    "click-site",
    "score",
    "false-claim",
    "misleading-claim",
    "hidden-sponsor",
)
"""Deeds that somebody has to find out; what happens in the street is seen by everybody there."""
_PLACES: dict[str, Cause] = {
    "bots": "network",
    "click-site": "click-site",
    "score": "score",
    "hall": "town-hall",
    "doors": "doors",
    "school": "school",
}
"""What the town talks about when it is done, by kind of action."""


@dataclass(frozen=True)
class Deed:
    """Something that the campaign did and that may have consequences: its kind, what it was done with, and the day.

    ``post``: it was said in a paid post; ``dark``: one without a name, which only its audience saw.
    """

    cause: Cause
    about: str
    day: int
    post: bool = False
    dark: bool = False


def deeds(state: State, night: int) -> Iterator[Deed]:
    """What was done up to and in ``night``; what is only planned for later does not count."""
    yield Deed("every-campaign", "", 1)
    yield from _bought(state)
    for booking in state.bookings:
        if booking.day <= night:
            yield from _ran(state, booking)


def _bought(state: State) -> Iterator[Deed]:
    sources = state.ground.sources
    for purchase in state.purchases:
        source = sources[purchase.source]
        if purchase.dropped or source.owned:
            continue
        if source.consent == "none":
            yield Deed("source-without-consent", source.id, purchase.day)
        elif source.consent == "unclear":
            yield Deed("source-unclear", source.id, purchase.day)


def _ran(state: State, booking: Booking) -> Iterator[Deed]:
    kind = state.ground.actions[booking.action].kind
    if kind in _PLACES:
        yield Deed(_PLACES[kind], booking.id, booking.day)
    if booking.draft is None or kind not in SCREENS:
        return
    truth, unseen = state.ground.claims[booking.draft.claim].truth, dark(state.ground, booking)
    if truth != "true":
        cause: Cause = "false-claim" if truth == "fabricated" else "misleading-claim"
        yield Deed(cause, booking.id, booking.day, post=True, dark=unseen)
    if not booking.draft.signed:
        yield Deed("hidden-sponsor", booking.id, booking.day, post=True, dark=unseen)


def strike(state: State, night: int) -> tuple[HappeningStruck, ...]:
    """The events that strike in the morning after ``night``."""
    done = tuple(deeds(state, night))
    known = {struck.event for struck in state.struck}
    found: list[HappeningStruck] = []
    for event in state.ground.scenario.campaign.events:
        if event.id in known or state.ground.rules not in event.rules or night + 1 < event.from_day:
            continue
        deed, chance = _likeliest(state, event, done, night)
        if deed is not None and state.ground.streams.chance("happening", event.id, night) < chance:
            found.append(HappeningStruck(event.id, deed.about, bool(event.choices), f"{deed.cause}:{deed.about}"))
    return tuple(found[:AT_ONCE])


def _likeliest(state: State, event: Event, done: tuple[Deed, ...], night: int) -> tuple[Deed | None, float]:
    """The deed that most likely brings the event about tonight, the first of equals, and the chance; (None, 0) for none."""
    best: tuple[Deed | None, float] = (None, 0.0)
    for deed in done:
        fits = deed.cause == event.cause and event.source in (None, deed.about)
        if not fits or night < deed.day + max(event.delay - 1, 0):
            continue
        chance = chance_of(state, event, deed)
        if best[0] is None or chance > best[1]:
            best = (deed, chance)
    return best


def chance_of(state: State, event: Event, deed: Deed) -> float:
    """Chance that ``deed`` brings ``event`` about in one night: what comes to light by the press, the rest as written."""
    if event.cause not in UNCOVERED:
        return event.chance
    ground = state.ground
    return hazard(event.chance, ground.law, ground.parameters, post=deed.post, is_dark=deed.dark)


def answered(state: State, event: str, choice: str, cause: str = "answer-event") -> tuple[CampaignEvent, ...]:
    """What follows when an event gets its answer: the answer, and the fine that comes with it under the law in force."""
    happened = HappeningAnswered(event, choice, cause)
    written = event_of(state, event)
    effect = choice_of(written, choice).effect
    ground = state.ground
    left = max(state.money + effect.money, 0)
    fine = ground.law.fine(written.cause, effect.fine, ground.scenario.head.budget, left)
    return (happened, FineImposed(event, fine)) if fine > 0 else (happened,)


def event_of(state: State, event: str) -> Event:
    """The scenario's event by id; it must exist."""
    return next(each for each in state.ground.scenario.campaign.events if each.id == event)


def choice_of(event: Event, choice: str | None) -> Choice:
    """The choice by id, or the default one where ``choice`` is None."""
    wanted = choice or event.default or event.choices[0].id
    return next(each for each in event.choices if each.id == wanted)


def shocks_of(state: State, event: str, effect: Effect) -> tuple[Shock, ...]:
    """What the coming night has to digest of a choice: trust lost or won, and a scandal if the story is printed."""
    shocks: list[Shock] = []
    if effect.trust_campaign or effect.trust_town:
        shocks.append(
            Shock(state.ground.own, town_trust=effect.trust_town, campaign_trust=effect.trust_campaign, cause=event)
        )
    if effect.press:
        shocks.append(scandal(state.ground.own, state.ground.parameters))
    return tuple(shocks)
