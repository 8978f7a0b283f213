"""Things that change over time: named animations against an injected clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def ease_out(t: float) -> float:
    """Fast, then slow (cubic)."""
    return float(1 - (1 - t) ** 3)


def ease_in_out(t: float) -> float:
    """Slow, fast, slow (smoothstep)."""
    return t * t * (3 - 2 * t)


def linear(t: float) -> float:
    """Even."""
    return t


EASES: dict[str, Callable[[float], float]] = {"out": ease_out, "in-out": ease_in_out, "linear": linear}


@dataclass
class Animation:
    """One that runs from `start` for `seconds`; `then` is called once at the end."""

    start: float
    seconds: float
    ease: str
    then: Callable[[], object] | None = None

    def at(self, now: float) -> float:
        """How far it is, 0 to 1, eased."""
        if self.seconds <= 0:
            return 1.0
        return EASES[self.ease](min(1.0, max(0.0, (now - self.start) / self.seconds)))


class Motion:
    """The animations that run now, by name."""

    def __init__(self) -> None:
        self.running: dict[str, Animation] = {}

    def progress(self, name: str, now: float) -> float:
        """How far the animation is; 1 when there is none of that name."""
        found = self.running.get(name)
        return found.at(now) if found else 1.0

    def finish(self, now: float) -> list[Animation]:
        """Take out those that are over, and give them."""
        over = [name for name, a in self.running.items() if now >= a.start + a.seconds]
        return [self.running.pop(name) for name in over]
