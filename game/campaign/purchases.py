"""The data desk: buying a source and asking the lawyer."""

from __future__ import annotations

from game.campaign.commands import AskLawyer, BuySource
from game.campaign.events import LawyerAsked, Rejected, SourceBought
from game.campaign.state import State


def buy(state: State, command: BuySource) -> tuple[SourceBought] | Rejected:
    """Buy a data source for its price and a move.

    A file without consent can be bought under any law; under the rules of 2026 it must not be used (see ``audience``).
    """
    source = state.ground.sources.get(command.source)
    if source is None:
        return Rejected("unknown", command.source)
    if any(bought.source == source.id for bought in state.purchases):
        return Rejected("already-owned", source.id)
    if state.moves_left < 1:
        return Rejected("no-moves", source.id)
    if state.money < source.price:
        return Rejected("no-money", source.id)
    return (SourceBought(source.id, source.price),)


def ask_lawyer(state: State, command: AskLawyer) -> tuple[LawyerAsked] | Rejected:
    """Hear the lawyer on a source, once."""
    if command.source not in state.ground.sources:
        return Rejected("unknown", command.source)
    if command.source in state.lawyer:
        return Rejected("already-asked", command.source)
    return (LawyerAsked(command.source),)
