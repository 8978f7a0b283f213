"""From what is booked to what the town meets: ads, networks and street work of a booking, for either side alike."""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from game.campaign.audience import guessed
from game.campaign.ground import Ground
from game.campaign.knowledge import from_file, members, usable
from game.campaign.state import Booking, Draft
from game.electorate.plan import Ad, Contact, Meeting, Purpose
from game.electorate.population import side_index
from game.scenario.model import Picture

SCREENS = ("ads", "influencer", "hashtag")
"""Kinds of action that carry the message to phones."""
RENTED = ("bots", "click-site", "score")
"""Kinds of action that run by themselves for the nights that were paid for."""
STREET = ("doors", "hall", "school", "concert", "answers", "donations")
"""Kinds of action where people meet."""
HEARD = ("doors", "hall", "school", "answers")
"""Meetings at which people say what they think."""


def advertisement(ground: Ground, booking: Booking, inside: npt.NDArray[np.bool_], budget: float) -> Ad:
    """The ad that a booking runs, for people ``inside`` (bool [N]). Its draft must be fixed."""
    draft = booking.draft
    if draft is None:
        raise ValueError(f"{booking.id} has no message")
    claim = ground.claims[draft.claim]
    action = ground.actions.get(booking.action)
    kind = action.kind if action is not None else "ads"
    concern = next((word.value for word in booking.audience if word.kind == "concern"), None)
    return Ad(
        id=booking.id,
        side=side_index(booking.side),
        claim=claim.id,
        truth=claim.truth,
        concern=ground.concerns[claim.concern],
        tone=draft.tone,
        headline=draft.headline,
        signed=draft.signed,
        members=inside,
        budget=budget,
        kind=purpose(booking, claim.truth),
        guess=None if concern is None else ground.concerns[concern],
        channel="influencer" if kind == "influencer" else "hashtag" if kind == "hashtag" else "auction",
        people=float(action.people) if action is not None and kind in ("influencer", "hashtag") else 0.0,
        fit=tuned(ground, booking),
        place=place(ground, booking) if kind == "ads" else None,
        mood=mood(ground, booking) if kind == "ads" else None,
        synthetic=not picture(ground, draft).honest,
    )


def purpose(booking: Booking, truth: str) -> Purpose:
    """What an ad is for, told from whom it is aimed at.

    Own supporters are called to vote; the other side's supporters, told something untrue, are talked out of it (M13);
    everybody else is to be persuaded. Modelling choice: the player never ticks a box saying 'demobilise'.
    """
    leanings = {word.value for word in booking.audience if word.kind == "leaning"}
    if leanings == {booking.side}:
        return "mobilise"
    if leanings and booking.side not in leanings and truth != "true":
        return "demobilise"
    return "persuade"


def tuned(ground: Ground, booking: Booking) -> bool:
    """Is the ad matched to a personality guess: a quiz file is in use and the audience holds a guess?"""
    files = usable(ground, booking.files)
    return bool(guessed(booking.audience)) and any(ground.sources[file].kind == "quiz" for file in files)


def place(ground: Ground, booking: Booking) -> int | None:
    """The signal whose places the ad follows (M5): the one trace in its audience, if a location file in use tells it.

    Where the sentence names several traces as alternatives the ad follows none: no one place would do.
    """
    traces = [word.value for word in booking.audience if word.kind == "signal"]
    files = usable(ground, booking.files)
    if len(traces) != 1 or not any(
        ground.sources[file].kind == "location" for file in from_file(ground, files, traces[0])
    ):
        return None
    return ground.signals[traces[0]]


def mood(ground: Ground, booking: Booking) -> float | None:
    """How surely a face is read to time the ad (M6), as the seller says; None for calm ads or without such billboards."""
    if booking.draft is None or booking.draft.tone not in ("fear", "anger"):
        return None
    sources = [ground.sources[file] for file in usable(ground, booking.files)]
    return max((source.reliability for source in sources if source.kind == "mood"), default=None)


def picture(ground: Ground, draft: Draft) -> Picture:
    """The picture that a message wears."""
    worn = getattr(ground.claims[draft.claim].pictures, draft.tone)
    return next(each for each in ground.scenario.campaign.pictures if each.id == worn)


def tonight_ad(ground: Ground, booking: Booking) -> Ad:
    """The ad of a running booking; an auction ad spends an even part of its price each night."""
    action = ground.actions[booking.action]
    everyone = action.kind in ("influencer", "hashtag")
    inside = members(ground, booking.files, () if everyone else booking.audience)
    return advertisement(ground, booking, inside, budget=booking.price / booking.nights)


def contact(ground: Ground, booking: Booking) -> Contact:
    """The street work of a booking."""
    action = ground.actions[booking.action]
    claim = ground.claims[booking.draft.claim] if booking.draft is not None else None
    return Contact(
        id=booking.id,
        kind=cast("Meeting", action.kind),
        side=side_index(booking.side),
        people=float(action.people),
        district=None if booking.district is None else ground.districts[booking.district],
        concern=-1 if claim is None else ground.concerns[claim.concern],
        claim="" if claim is None else claim.id,
    )
