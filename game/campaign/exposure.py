"""Being found out: how likely it is that a deed comes to light in one night.

The chance that an author wrote down is for a deed that anybody could have seen. How keen the press is scales it; a post
without a sponsor's name, sent only to the people it is aimed at, is seen by neither press nor rival while there is no
register; a public register shows every paid post to whoever looks. There is no literature: modelling choices throughout.
"""

from __future__ import annotations

from game.campaign.ground import Ground
from game.campaign.law import Law
from game.campaign.state import Booking
from game.electorate.parameters import Parameters

AIMED = ("ads",)
"""Kinds of action that only the people in the audience see; an influencer or a hashtag speaks in public."""


def dark(ground: Ground, booking: Booking) -> bool:
    """Is what a booking says a dark post: paid for, aimed at some, and without the name of its payer?"""
    return ground.actions[booking.action].kind in AIMED and booking.draft is not None and not booking.draft.signed


def hazard(authored: float, law: Law, parameters: Parameters, *, post: bool, is_dark: bool) -> float:
    """Chance that a deed is found out in one night, 0 to 1.

    ``authored * press_pace``, times ``register_exposure`` for a paid post where a register lists it, times
    ``dark_exposure`` for a dark post where none does; at most 1.

    Args:
        authored: the chance that the scenario gives the event, 0 to 1.
        law: the law in force.
        parameters: the constants.
        post: is the deed about something that was said in a paid post?
        is_dark: is that post dark?
    """
    chance = authored * parameters.press_pace
    if post and law.register:
        chance *= parameters.register_exposure
    elif post and is_dark:
        chance *= parameters.dark_exposure
    return min(1.0, chance)
