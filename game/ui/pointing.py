"""What the pointer is doing: its shape, the note that it waits for, the scroll bar that it is on."""

from __future__ import annotations

import math
from dataclasses import dataclass

TIP_AFTER = 0.5
"""Seconds that the pointer rests on something until its note comes."""


@dataclass
class Pointing:
    """Kept by the App for the widgets and for what lies over the page."""

    shape: str = "arrow"
    """"arrow", "hand" over what can be pressed, "text" over what can be written in."""
    on: str = ""
    """Id of the thing under the pointer that has a note."""
    since: float = 0.0
    told: bool = True
    """Is the note there, or gone for good?"""
    bar: str = ""
    """Id of the scrolling area whose bar is under the pointer or held."""

    def rest(self, on: str, now: float) -> None:
        """The pointer is on another thing (or on none)."""
        if on != self.on:
            self.on, self.since, self.told = on, now, not on

    def hush(self, now: float) -> bool:
        """Take the note away, until the pointer comes to another thing. True if it was to be seen."""
        told, self.told, self.since = self.tells(now), True, math.inf
        return told

    def due(self, now: float) -> float | None:
        """Seconds until the note comes; None when none is awaited."""
        return None if self.told else max(0.0, self.since + TIP_AFTER - now)

    def tells(self, now: float) -> bool:
        """Is the note to be seen?"""
        return bool(self.on) and now >= self.since + TIP_AFTER

    def leave(self) -> None:
        """The pointer is not over the page any more."""
        self.shape, self.bar = "arrow", ""
        self.rest("", 0.0)
