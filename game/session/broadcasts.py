"""What a finished campaign hands over to act II."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType

from game.campaign.state import State
from game.feed.state import Broadcast
from game.session.disclosures import dossier, listings


def evenings(state: State) -> tuple[int, ...]:
    """Numbers of the nights that act II lives again: the last ones, fewer in a short campaign."""
    wanted = min(state.ground.scenario.head.evenings, max(1, state.ground.days - 1))
    return tuple(night.day for night in state.nights)[-wanted:]


def broadcast(state: State) -> Broadcast:
    """What the finished campaign hands to act II: the plans of its last nights and the town before them."""
    ground = state.ground
    numbers = evenings(state)
    nights = {night.day: night for night in state.nights if night.day in numbers}
    reasons: dict[str, tuple[tuple[str, str], ...]] = {}
    for night in nights.values():
        for booking in night.bookings:
            reasons[booking.id] = tuple((word.kind, word.value) for word in booking.audience)
    return Broadcast(
        scenario=ground.scenario,
        rules=ground.rules,
        streams=ground.streams,
        parameters=ground.parameters,
        population=ground.population,
        before=nights[numbers[0]].before,
        plans=MappingProxyType({number: nights[number].plan for number in numbers}),
        reasons=MappingProxyType(reasons),
        listings=listings(state),
        dossier=partial(dossier, state),
    )
