"""Shares of one whole as they are printed beside each other: whole per cents that add up to what the whole is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor, fsum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from game.campaign.view import Poll

Name = TypeVar("Name")


def printed(parts: Sequence[float]) -> tuple[float, ...]:
    """Shares (0 to 1, of one whole) in whole per cents that add up to their rounded sum, 1 where nothing is left out.

    Largest remainders: everything is rounded down, and what is missing goes to those that lost most by it (Hamilton's
    method). No share is off by a whole per cent, and a larger one never gets less than a smaller one.
    """
    exact = [part * 100 for part in parts]
    down = [floor(part + 1e-9) for part in exact]
    missing = round(fsum(exact)) - sum(down)
    by_loss = sorted(range(len(exact)), key=lambda at: down[at] - exact[at])
    for at in by_loss[: max(0, missing)]:
        down[at] += 1
    return tuple(part / 100 for part in down)


def by_name(parts: Mapping[Name, float]) -> dict[Name, float]:
    """The same for parts that have names."""
    return dict(zip(parts, printed(list(parts.values())), strict=True))


def of_poll(poll: Poll) -> dict[str, float]:
    """The shares of a poll as they are printed, by stance."""
    return by_name({stance: figure.value for stance, figure in poll.shares.items()})
