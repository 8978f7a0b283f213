"""A rectangle in design units."""

from __future__ import annotations


class Rect:
    """A rectangle in design units. Written out by hand: thousands are made in a frame."""

    __slots__ = ("h", "w", "x", "y")

    def __init__(self, x: float = 0.0, y: float = 0.0, w: float = 0.0, h: float = 0.0) -> None:
        self.x, self.y, self.w, self.h = x, y, w, h

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rect):
            return NotImplemented
        return (self.x, self.y, self.w, self.h) == (other.x, other.y, other.w, other.h)

    __hash__ = None  # type: ignore[assignment]  # because a rectangle can change, as other values that can

    def __repr__(self) -> str:
        return f"Rect({self.x:g}, {self.y:g}, {self.w:g}, {self.h:g})"

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The x of the centre."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The y of the centre."""
        return self.y + self.h / 2

    def contains(self, x: float, y: float) -> bool:
        """True if the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def grown(self, dx: float, dy: float | None = None) -> Rect:
        """The rectangle with `dx` more on the left and right and `dy` (as dx when left out) above and below."""
        dy = dx if dy is None else dy
        return Rect(self.x - dx, self.y - dy, self.w + 2 * dx, self.h + 2 * dy)
