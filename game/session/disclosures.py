"""What a finished campaign would have to tell a voter who asks: its ads as a register lists them, and its files on a person."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.campaign import rival
from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import GUESSES, file_of, guess
from game.campaign.placements import SCREENS
from game.campaign.state import Booking, State
from game.feed.dossier import Dossier, HeldFile, HeldGuess, HeldTrace, Listing
from game.scenario.model import SideId


def listings(state: State) -> tuple[Listing, ...]:
    """Every paid post of both sides, in the order of the nights on which it first ran."""
    ran: dict[str, tuple[Booking, list[int]]] = {}
    for night in state.nights:
        for booking in night.bookings:
            if state.ground.actions[booking.action].kind in SCREENS and booking.draft is not None:
                ran.setdefault(booking.id, (booking, []))[1].append(night.day)
    return tuple(_listed(booking, tuple(nights)) for booking, nights in ran.values())


def _listed(booking: Booking, nights: tuple[int, ...]) -> Listing:
    draft = booking.draft
    if draft is None:
        raise ValueError(f"{booking.id} has no message")
    return Listing(
        ad=booking.id,
        side=booking.side,
        claim=draft.claim,
        tone=draft.tone,
        headline=draft.headline,
        audience=tuple((word.kind, word.value) for word in booking.audience),
        nights=nights,
        nightly=booking.price / booking.nights,
    )


def dossier(state: State, side: SideId, voter: int) -> Dossier:
    """What a side holds on one voter, with the days since when."""
    ground = state.ground
    files = [(source, 0) for source in rival.files(ground)]
    if side == ground.side:
        files = [(purchase.source, purchase.day) for purchase in state.purchases if not purchase.dropped]
    return Dossier(
        tuple(held for source, day in files if (held := _file(ground, source, day, voter)) is not None),
        tuple(_guess(ground, word, day, then, voter) for word, day, then in _guessed(state, side)),
    )


def _file(ground: Ground, source: str, day: int, voter: int) -> HeldFile | None:
    """What one source says of one voter; None where they are not in it. The electoral roll has everybody and no trace."""
    written = ground.sources[source]
    if not written.signals:
        return HeldFile(source, day, ()) if written.kind == "roll" else None
    held = file_of(ground, written)
    signals = ground.scenario.town.signals
    leaves = ground.population.traces
    traces = tuple(
        HeldTrace(signals[at].id, bool(held.value[at, voter]), bool(held.value[at, voter]) == bool(leaves[at, voter]))
        for at in np.flatnonzero(held.known[:, voter]).tolist()
    )
    return HeldFile(source, day, traces) if traces else None


def _guessed(state: State, side: SideId) -> tuple[tuple[Criterion, int, tuple[str, ...]], ...]:
    """Every guess that a side aimed with: the word, the first day, and the files that it was made with then."""
    made: dict[Criterion, tuple[int, tuple[str, ...]]] = {}
    for booking in _aimed(state, side):
        for word in booking.audience:
            if word.kind in GUESSES:
                made.setdefault(word, (booking.day, booking.files))
    return tuple((word, day, files) for word, (day, files) in made.items())


def _aimed(state: State, side: SideId) -> Iterable[Booking]:
    for night in state.nights:
        for booking in night.bookings:
            if booking.side == side:
                yield booking


def _guess(ground: Ground, word: Criterion, day: int, files: tuple[str, ...], voter: int) -> HeldGuess:
    verdict = guess(ground, files, word)
    return HeldGuess(word.kind, word.value, day, bool(verdict.chosen[voter]), float(verdict.card.claimed))
