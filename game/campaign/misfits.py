"""Guesses that were wrong: how often the campaign's ads reached somebody whom they were not made for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.campaign.audience import guessed
from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import target
from game.campaign.state import State
from game.electorate.data.targets import truth


def misfits(ground: Ground, criteria: tuple[Criterion, ...]) -> npt.NDArray[np.bool_]:
    """Those for whom at least one kind of guess in the sentence is wrong: bool [N]; alternatives count as one guess."""
    return ground.derived(("misfits", criteria), lambda: _misfits(ground, criteria))


def _misfits(ground: Ground, criteria: tuple[Criterion, ...]) -> npt.NDArray[np.bool_]:
    wrong = np.zeros(ground.population.n, dtype=np.bool_)
    words = guessed(criteria)
    for kind in dict.fromkeys(word.kind for word in words):
        right = np.zeros(ground.population.n, dtype=np.bool_)
        for word in words:
            if word.kind == kind:
                right |= truth(ground.population, ground.start, target(ground, word), ground.parameters)
        wrong |= ~right
    return wrong


def wrong_inference_rate(state: State) -> float:
    """Of the impressions that the player's side bought on a guess, the share that met a person it was wrong about, 0…1.

    Counted over the nights of act I. What friends passed on and what influencers say to everybody rests on no guess. 0
    where no ad rested on one.
    """
    shown = wrong = 0
    for night in state.nights:
        bookings = {booking.id: booking for booking in night.bookings}
        delivery = night.delivery
        for index, ad in enumerate(delivery.ads):
            booking = bookings.get(ad.id)
            if ad.side != state.ground.own or ad.channel != "auction" or booking is None:
                continue
            if not guessed(booking.audience):
                continue
            reached = delivery.voter[(delivery.ad == index) & ~delivery.organic]
            shown += int(reached.size)
            wrong += int(np.count_nonzero(misfits(state.ground, booking.audience)[reached]))
    return wrong / shown if shown else 0.0
