"""Things that change over time, against an injected clock: named animations, and values that ease to a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


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


PRESS, HOVER, PANEL, PAGE = 0.08, 0.12, 0.2, 0.28
SWIPE, RING, ARCS, COUNT = 0.26, 0.42, 0.4, 0.4
"""Seconds of the design guide, 1.4."""
CROSS_FADE = 0.12
"""The longest that anything takes where things must not travel."""


@dataclass
class _Way:
    """A value on its way."""

    target: float
    begin: float
    start: float
    seconds: float
    ease: str

    def at(self, now: float) -> float:
        if self.seconds <= 0 or now >= self.start + self.seconds:
            return self.target
        t = EASES[self.ease](max(0.0, (now - self.start) / self.seconds))
        return self.begin + (self.target - self.begin) * t


@dataclass
class Eases:
    """Values that widgets show and that ease over to a new one: how far a button is hovered, how full a battery is.

    A widget asks for its value whenever it is drawn; when the value that it aims at is another one than before, it is
    on its way from then on. Nothing needs to be composed for that, only painted.
    """

    now: Callable[[], float] = lambda: 0.0
    still: bool = False
    """True while a picture is taken that shows everything at its end."""
    held: float = 0.0
    """What appears begins no sooner than this: a page has to come before things are drawn on it."""
    _ways: dict[tuple[str, str], _Way] = field(default_factory=dict)
    _moving: set[tuple[str, str]] = field(default_factory=set)

    def value(
        self, owner: str, name: str, target: float, seconds: float, *, start: float | None = None, ease: str = "out"
    ) -> float:
        """The value called `name` of the widget with the id `owner`, on its way to `target`.

        The first time it is asked for it is there already, unless it has a `start` to come from.
        """
        key = (owner, name)
        way = self._ways.get(key)
        if self.still or (way is not None and way.target == target and key not in self._moving):
            return target
        now = self.now()
        if way is None:
            begin = now if start is None else max(now, self.held)
            way = _Way(target, target if start is None else start, begin, seconds, ease)
            self._set(key, way)
        elif way.target != target:
            way = _Way(target, way.at(now), now, seconds, ease)
            self._set(key, way)
        return way.at(now)

    def _set(self, key: tuple[str, str], way: _Way) -> None:
        self._ways[key] = way
        if way.seconds > 0 and way.begin != way.target:
            self._moving.add(key)
        else:
            self._moving.discard(key)

    def place(self, owner: str, name: str, value: float) -> None:
        """Put a value where it is to be at once."""
        way = self._ways.get((owner, name))
        if way is None or way.target != value or way.seconds > 0:
            self._set((owner, name), _Way(value, value, self.now(), 0.0, "out"))

    def moves(self, owner: str) -> bool:
        """Is any value of this widget on its way?"""
        return any(key[0] == owner for key in self._moving)

    @property
    def busy(self) -> bool:
        """Is anything on its way?"""
        return bool(self._moving)

    def turn(self) -> set[str]:
        """The widgets that must be painted because of what is on its way; what has come to its end is so once more."""
        now = self.now()
        owners = {key[0] for key in self._moving if self._ways[key].start <= now}
        self._moving = {key for key in self._moving if now < self._ways[key].start + self._ways[key].seconds}
        return owners

    def hold(self, until: float) -> None:
        """Let nothing appear before a moment; what waits already comes then."""
        now = self.now()
        for key in self._moving:
            if self._ways[key].start > now:
                self._ways[key].start = max(until, now)
        self.held = until

    def clear(self) -> None:
        """Forget everything: another page comes."""
        self._ways.clear()
        self._moving.clear()


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
