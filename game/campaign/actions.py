"""The amplify and street desks: planning something for tonight and taking it back."""

from __future__ import annotations

from game.campaign.commands import CancelAction, PlanAction
from game.campaign.events import ActionCancelled, ActionPlanned, Rejected
from game.campaign.knowledge import members, usable
from game.campaign.placements import RENTED, SCREENS
from game.campaign.state import Booking, State


def refusal(state: State, action: str) -> Rejected | None:
    """Why ``action`` cannot be planned now, or None. The order of the reasons is the order in which they can be mended."""
    known = state.ground.actions.get(action)
    if known is None:
        return Rejected("unknown", action)
    if state.planned_today(action) is not None or still_running(state, action):
        return Rejected("already-planned", action)
    if state.moves_left < 1:
        return Rejected("no-moves", action)
    if state.money < known.price:
        return Rejected("no-money", action)
    if known.kind in SCREENS and state.draft(state.sent) is None:
        return Rejected("no-message", action)
    if known.kind == "ads" and not members(state.ground, state.owned, state.audience).any():
        return Rejected("no-audience", action)
    if known.kind == "score" and not any(state.ground.sources[f].signals for f in usable(state.ground, state.owned)):
        return Rejected("no-data", action)
    return None


def still_running(state: State, action: str) -> bool:
    """Does what was rented on an earlier day still run? A second network beside it would only be the same network."""
    return state.ground.actions[action].kind in RENTED and any(
        booking.action == action and booking.day < state.day and booking.runs(state.day) for booking in state.bookings
    )


def plan(state: State, command: PlanAction) -> tuple[ActionPlanned] | Rejected:
    """Plan something for tonight. Ads take the audience of now; the message is fixed when the night falls."""
    refused = refusal(state, command.action)
    if refused is not None:
        return refused
    ground = state.ground
    action = ground.actions[command.action]
    if command.district is not None and (action.kind != "doors" or command.district not in ground.districts):
        return Rejected("unknown", command.district)
    booking = Booking(
        id=f"{ground.side}-d{state.day}-{action.id}-1",
        side=ground.side,
        action=action.id,
        day=state.day,
        nights=action.nights,
        price=action.price,
        audience=state.audience if action.kind == "ads" else (),
        files=usable(ground, state.owned) if action.kind in ("ads", "score") else (),
        district=command.district,
    )
    return (ActionPlanned(booking),)


def cancel(state: State, command: CancelAction) -> tuple[ActionCancelled] | Rejected:
    """Take back what was planned today; the move and the money return."""
    booking = state.planned_today(command.action)
    if booking is None:
        return Rejected("not-planned", command.action)
    return (ActionCancelled(booking.id, booking.price, 1),)
