"""What is drawn on: a surface, the page's place and scale on it, what of it may be drawn on, and the mood's colours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from game.ui.rect import Rect
from game.ui.theme import Colour, Theme

if TYPE_CHECKING:
    from game.ui.widget import Widget

Point = tuple[float, float]
Extent = tuple[float, float, float, float]
"""Left, top, right and lower edge in design units."""


class Ground:
    """A surface seen in design units: one is `factor` pixels, the page starts at `origin` pixels.

    `theme` is the theme of the widget that is being drawn; colours are its roles, tokens or codes.

    On a page from right to left `flip` is the sum of a point's x and that of its mirror image: everything is laid out
    and drawn as on a page from left to right, and put on the surface mirrored, except letters and pictures themselves.
    """

    def __init__(
        self, surface: pygame.Surface, factor: float, origin: Point, theme: Theme, flip: float | None = None
    ) -> None:
        self.surface = surface
        self.factor = factor
        self.origin = origin
        self.theme = theme
        self.bleeds = False
        self.drawing: Widget | None = None
        self._turn: tuple[float, float, float, float] | None = None
        self.flip = flip
        self.rtl = flip is not None
        self._page = (math.floor(origin[0] + 0.5), math.floor(origin[0] + 1280 * factor + 0.5))
        self._window = self._in_units(surface.get_clip())

    # -- units -------------------------------------------------------------------------------------------------
    def px(self, length: float) -> float:
        """A length in pixels."""
        return length * self.factor

    def at(self, x: float, y: float) -> Point:
        """A point in pixels."""
        if self.flip is not None:
            x = self.flip - x
        x, y = self.origin[0] + x * self.factor, self.origin[1] + y * self.factor
        if self._turn is not None:
            cx, cy, cos, sin = self._turn
            x, y = cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos
        return x, y

    def device(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A rectangle snapped to whole pixels by its edges."""
        factor, (ox, oy) = self.factor, self.origin
        if self.flip is not None:
            x = self.flip - x - w
        left, top = math.floor(ox + x * factor + 0.5), math.floor(oy + y * factor + 0.5)
        right, foot = math.floor(ox + (x + w) * factor + 0.5), math.floor(oy + (y + h) * factor + 0.5)
        return pygame.Rect(left, top, right - left, foot - top)

    def bled(self, r: Rect) -> pygame.Rect:
        """The same; one that touches the edge of the page goes on to the edge of the window, so that no seam shows."""
        box = self.device(r.x, r.y, r.w, r.h)
        width, height = self.surface.get_size()
        left = min(0, box.left) if box.left <= self._page[0] else box.left
        right = max(width, box.right) if box.right >= self._page[1] else box.right
        top = min(0, box.top) if r.y <= 0.01 else box.top
        foot = max(height, box.bottom) if r.bottom >= 719.99 else box.bottom
        return pygame.Rect(left, top, right - left, foot - top)

    @contextmanager
    def unmirrored(self, rect: Rect) -> Iterator[None]:
        """Draw what stands in `rect` as it is, such as a map, in the place where the mirrored page has it."""
        flip, origin, window = self.flip, self.origin, self._window
        if flip is not None:
            self.flip = None
            self.origin = (origin[0] + (flip - rect.right - rect.x) * self.factor, origin[1])
            self._window = self._in_units(self.surface.get_clip())
        try:
            yield
        finally:
            self.flip, self.origin, self._window = flip, origin, window

    @contextmanager
    def shifted(self, down: float) -> Iterator[None]:
        """Draw everything so many units lower."""
        origin, window = self.origin, self._window
        self.origin = (origin[0], origin[1] + round(self.px(down)))
        self._window = self._in_units(self.surface.get_clip())
        try:
            yield
        finally:
            self.origin, self._window = origin, window

    @contextmanager
    def turned(self, centre: Point, degrees: float) -> Iterator[None]:
        """Draw lines and discs turned (counter-clockwise) around a point of the surface."""
        angle = math.radians(degrees)
        self._turn = (*centre, math.cos(angle), math.sin(angle))
        try:
            yield
        finally:
            self._turn = None

    # -- what may be drawn on ----------------------------------------------------------------------------------
    def clip(self, part: pygame.Rect | None) -> None:
        """Draw only inside these pixels from now on; everywhere with None."""
        self.surface.set_clip(part)
        self._window = self._in_units(self.surface.get_clip())

    @contextmanager
    def clipped(self, x: float, y: float, w: float, h: float) -> Iterator[bool]:
        """Draw only inside the rectangle; gives False when nothing of it is visible."""
        before, window = self.surface.get_clip(), self._window
        clip = self.device(x, y, w, h).clip(before)
        self.clip(clip)
        try:
            yield clip.w > 0 and clip.h > 0
        finally:
            self.surface.set_clip(before)
            self._window = window

    def visible(self, rect: Rect, margin: float = 12) -> bool:
        """False when the rectangle with a margin lies outside of what may be drawn on."""
        left, top, right, foot = self._window
        return (
            rect.x - margin < right
            and rect.x + rect.w + margin > left
            and rect.y - margin < foot
            and rect.y + rect.h + margin > top
        )

    def sees(self, extent: Extent) -> bool:
        """False when what reaches that far lies outside of what may be drawn on."""
        left, top, right, foot = self._window
        return extent[0] < right and extent[2] > left and extent[1] < foot and extent[3] > top

    def near(self, points: Sequence[Point], margin: float) -> Sequence[Point]:
        """Those of the points that lie where may be drawn, or not farther from there than a margin."""
        if len(points) < 20 or self._turn is not None:
            return points
        left, top, right, foot = self._window
        left, top, right, foot = left - margin, top - margin, right + margin, foot + margin
        return [point for point in points if left < point[0] < right and top < point[1] < foot]

    def _in_units(self, clip: pygame.Rect) -> Extent:
        """What may be drawn on as layout counts, a pixel more on each side; nothing where the clip is empty."""
        if clip.w <= 0 or clip.h <= 0:
            return (0.0, 0.0, 0.0, 0.0)
        factor, (ox, oy) = self.factor, self.origin
        left, right = (clip.left - 1 - ox) / factor, (clip.right + 1 - ox) / factor
        if self.flip is not None:
            left, right = self.flip - right, self.flip - left
        return left, (clip.top - 1 - oy) / factor, right, (clip.bottom + 1 - oy) / factor

    def appears(self, name: str, seconds: float) -> float:
        """How much is there, 0 to 1, of something that draws itself when the page comes; `name` is the widget's own."""
        return self.drawing.eased(name, 1.0, seconds, start=0.0, ease="in-out") if self.drawing is not None else 1.0

    # -- colours -----------------------------------------------------------------------------------------------
    def color(self, name: str) -> Colour:
        """The colour of a role, token or code in the mood that is being drawn."""
        return self.theme.color(name)

    def color_or_none(self, name: str) -> Colour | None:
        """The same, or nothing for no name."""
        return self.theme.color(name) if name else None
