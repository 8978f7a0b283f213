"""The other side: it follows its written plan, keeps to the law in force, and buys what anybody could buy."""

from __future__ import annotations

from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import Files, usable
from game.campaign.placements import SCREENS
from game.campaign.state import Booking, Draft
from game.scenario.model import RivalMove


def moves(ground: Ground) -> tuple[RivalMove, ...]:
    """What the other side does, in the order written; an index into this is the id of a rival's news."""
    return next(plan.moves for plan in ground.scenario.campaign.rivals if plan.side == ground.rival_side)


def files(ground: Ground) -> Files:
    """What the rival knows from: the roll, its own survey and the first broker file that the law lets it use."""
    held = [source.id for source in ground.scenario.campaign.sources if source.owned]
    brokers = [source.id for source in ground.scenario.campaign.sources if source.kind == "broker"]
    return usable(ground, tuple(held + brokers[:1]))


def bookings(ground: Ground) -> tuple[Booking, ...]:
    """The rival's whole plan as bookings; days beyond a short campaign are left out."""
    booked = ground.derived(("rival",), lambda: tuple(_bookings(ground)))
    amend = ground.amend
    return booked if amend is None else tuple(amend.booking(one) for one in booked)


def _bookings(ground: Ground) -> list[Booking]:
    booked: list[Booking] = []
    for index, move in enumerate(moves(ground)):
        action = ground.actions[move.action]
        if move.day > ground.days:
            continue
        signed = move.signed or ground.law.label
        carries = action.kind in SCREENS and move.claim is not None
        if action.kind in SCREENS and not carries:
            continue  # an ad without a claim would be empty paper
        booked.append(
            Booking(
                id=f"{ground.rival_side}-d{move.day}-{action.id}-{index + 1}",
                side=ground.rival_side,
                action=action.id,
                day=move.day,
                nights=1 if action.kind == "bots" and ground.law.removal else action.nights,
                price=action.price,
                audience=(Criterion("concern", move.concern),) if move.concern is not None else (),
                files=files(ground),
                draft=Draft(move.claim, move.tone, move.headline, signed) if move.claim is not None else None,
            )
        )
    return booked
