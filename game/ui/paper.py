"""The debrief's paper: slips, receipts and tags that lie a little askew, marker, pencil, arrows, scissors."""

from __future__ import annotations

import math
import random
import zlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack, cast

import pygame

from game.ui.control import Control, Press
from game.ui.keys import Binding
from game.ui.layout import Column, Pad
from game.ui.motion import HOVER, RING, SWIPE
from game.ui.painter import Painter, Rect
from game.ui.paragraph import Text
from game.ui.surfaces import SurfaceCache
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Point

_TURNED = SurfaceCache(0.5, 4_000_000)
_LARGE = 2_000_000
"""Pixels of paper from which on it is drawn only half as large again to be turned: all of it would be many megabytes."""
_MARGIN = 14.0


class Tilt(Widget):
    """A child turned by some degrees (counter-clockwise), drawn larger first so that letters stay clear.

    Only the drawing turns: focus ring, pointer and layout keep the upright rectangle.
    """

    kind = "tilt"

    def __init__(self, *children: Widget | None, degrees: float = 0, **common: Unpack[Common]) -> None:
        super().__init__(*children, **common)
        self.degrees = degrees

    def _paint(self, p: Painter) -> None:
        """Paint upright aside, turn, and keep the turned picture as long as it stays the same."""
        if not self.degrees:
            super()._paint(p)
            return
        if not p.visible(self.rect, 40):
            return
        r = self.rect.grown(_MARGIN)
        box = p.device(r.x, r.y, r.w, r.h)
        env = self.env
        under_way = (
            env.now()
            if env.eases.busy and any(env.eases.moves(widget.id) for widget in self.walk() if widget is not self)
            else 0.0
        )
        inside = self.memo.setdefault("ids", frozenset(widget.id for widget in self.walk()))
        marks = tuple(name if name in inside else "" for name in (env.focused, env.hovered, env.pressed))
        sign = (self.stamp, marks, under_way, box.size, self.degrees)
        kept = self.env.drawn.get(f"tilt:{self.id}")
        if kept is None or kept[0] != sign:
            kept = (sign, self._turned(p, r, box))
            self.env.drawn[f"tilt:{self.id}"] = kept
        turned: pygame.Surface = kept[1][0]
        p.surface.blit(turned, turned.get_rect(center=box.center))
        above, p.drawing = p.drawing, self
        for draw in kept[1][1]:
            p.theme = self.theme
            with p.turned(box.center, self.degrees):
                draw(p)
        p.drawing = above

    def _turned(self, p: Painter, r: Rect, box: pygame.Rect) -> tuple[pygame.Surface, list[Callable[[Painter], None]]]:
        """The turned picture, and what is drawn over it because it draws itself."""
        ground = p.theme.in_mood(self.theme.mood).color("shade")
        times = 2 if box.w * box.h * 4 < _LARGE else 1.5
        large = pygame.Surface((round(box.w * times), round(box.h * times)), pygame.SRCALPHA)
        large.fill((*ground, 0))
        factor = p.factor * times
        flip = None if p.flip is None else r.x + r.right
        aside = Painter(large, factor, (-r.x * factor, -r.y * factor), self.theme, flip)
        aside.rtl, aside.later = p.rtl, []
        super()._paint(aside)
        pixels = cast("Any", large.get_view("0"))  # its type does not say that it can be read as it is, without a copy
        key = (zlib.crc32(pixels), large.get_size(), self.degrees)
        return _TURNED.get(key, lambda: pygame.transform.rotozoom(large, self.degrees, 1 / times)), aside.later


class Slip(Tilt):
    """A cut-out of paper with a flat shadow; a strip of tape and a torn foot if asked for."""

    kind = "slip"

    def __init__(
        self,
        *children: Widget | None,
        tilt: float = 0,
        tape: bool = False,
        fill: str = "slip",
        torn: bool = False,
        pad: Pad = 16,
        gap: float = 8,
        shadow: bool = True,
        align: str = "",
        border: str = "",
        border_width: float = 2,
        **common: Unpack[Common],
    ) -> None:
        self.inside = Column(*children, gap=gap, pad=pad, align=align)
        super().__init__(self.inside, degrees=tilt, **common)
        self.tape, self.fill, self.torn, self.shadow = tape, fill, torn, shadow
        self.border, self.border_width = border, border_width

    def outline(self) -> list[Point] | None:
        """The shape as a polygon, or None for a plain box."""
        if not self.torn:
            return None
        r, dice = self.rect, random.Random(round(self.rect.w))  # noqa: S311 because it only tears paper
        count = max(4, round(r.w / 46))
        foot = [(r.right - r.w * k / count, r.bottom + dice.uniform(-7, 3)) for k in range(count + 1)]
        return [(r.x, r.y), (r.right, r.y), *foot]

    def draw(self, p: Painter) -> None:
        """Draw shadow, paper, tape."""
        r, shape = self.rect, self.outline()
        if shape is not None:
            if self.shadow:
                p.polygon([(x + 5, y + 6) for x, y in shape], "shade")
            p.polygon(shape, self.fill)
        else:
            if self.shadow:
                p.rect(r.x + 5, r.y + 6, r.w, r.h, "shade")
            p.rect(r.x, r.y, r.w, r.h, self.fill, border=self.border, border_width=self.border_width)
        if self.tape:
            tape(p, r.cx, r.y, min(120.0, max(74.0, r.w * 0.31)))

    def ring(self) -> tuple[Rect, float]:
        """Upright."""
        return self.rect, 4


def tape(p: Painter, x: float, y: float, width: float = 74) -> None:
    """A strip of masking tape whose middle is at (x, y)."""
    half = width / 2
    left = [(x - half + (2 if k % 2 else -1), y + 11 - k * 5.5) for k in range(5)]
    right = [(x + half + (2 if k % 2 else -1), y - 14 + k * 5.5) for k in range(5)]
    p.polygon([*left, *right], "tape")


class Receipt(Slip):
    """A till receipt: its foot is cut in a zigzag."""

    kind = "receipt"

    def outline(self) -> list[Point] | None:
        """A box with teeth below."""
        r = self.rect
        teeth = max(4, round(r.w / 14))
        foot = [(r.right - r.w * k / (2 * teeth), r.bottom - (8 if k % 2 == 0 else 0)) for k in range(2 * teeth + 1)]
        return [(r.x, r.y), (r.right, r.y), *foot]


class Tag(Slip):
    """A luggage tag with a point and a hole; `struck` crosses it out in red pencil."""

    kind = "tag"

    def __init__(
        self,
        *children: Widget | None,
        tilt: float = 0,
        struck: bool = False,
        fill: str = "manila",
        pad: Pad = (14, 56, 14, 18),
        gap: float = 2,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(*children, tilt=tilt, fill=fill, pad=pad, gap=gap, **common)
        self.struck = struck

    def outline(self) -> list[Point] | None:
        """A box whose right side is a point."""
        r = self.rect
        return [(r.x, r.y), (r.right - 32, r.y), (r.right, r.cy), (r.right - 32, r.bottom), (r.x, r.bottom)]

    def draw(self, p: Painter) -> None:
        """Draw the tag and its hole."""
        super().draw(p)
        p.circle(self.rect.right - 26, self.rect.cy, 9, "paper", border="#C79A4A", border_width=3)

    def paint_children(self, p: Painter) -> None:
        """The text, and the strike over it."""
        super().paint_children(p)
        p.theme = self.theme
        if self.struck:
            r = self.rect
            p.cross(r.x + 4, r.y + 4, r.w - 36, r.h - 10, "red", 4.5)


class Marker(Widget):
    """A child with a highlighter's swipe behind it, which is drawn from the start of the line when it appears."""

    kind = "marker"

    def __init__(self, child: Widget, *, color: str = "highlight", **common: Unpack[Common]) -> None:
        super().__init__(child, **common)
        self.color = color

    def draw(self, p: Painter) -> None:
        """Draw the swipe."""
        r, share = self.rect, 1.0 if p.later is not None else self.eased("swipe", 1.0, SWIPE, start=0.0)
        p.marker(r.x - 6, r.y + 1, r.w + 12, r.h - 2, self.color, round(r.w), share)


class Strike(Widget):
    """A child crossed out in red pencil."""

    kind = "strike"

    def paint_children(self, p: Painter) -> None:
        """The child, and the cross over it."""
        super().paint_children(p)
        p.theme = self.theme
        p.cross(self.rect.x, self.rect.y, self.rect.w, self.rect.h)


class Wobble(Widget):
    """The hand-drawn ring of the game around a child, which is drawn when it appears."""

    kind = "wobble"

    def __init__(
        self, child: Widget | None = None, *, color: str = "text", width_of_line: float = 3.5, **common: Unpack[Common]
    ) -> None:
        super().__init__(child, **common)
        self.color, self.line = color, width_of_line

    def paint_children(self, p: Painter) -> None:
        """The child, and the ring."""
        super().paint_children(p)
        p.theme = self.theme
        r = self.rect
        ring(p, r.cx, r.cy, r.w / 2 + 6, r.h / 2 + 6, self.color, self.line)


def ring(p: Painter, x: float, y: float, rx: float, ry: float, color: str = "text", width: float = 3.5) -> None:
    """The hand-drawn ring around (x, y), which draws itself when the page comes."""
    if p.later is not None:
        p.later.append(partial(ring, x=x, y=y, rx=rx, ry=ry, color=color, width=width))
        return
    share = p.appears("ring", RING)
    dice = random.Random(round(rx * 7 + ry))  # noqa: S311 because it only shakes a line
    points: list[tuple[float, float]] = []
    steps = 44
    shake = [dice.uniform(-0.03, 0.03) for _ in range(6)]
    for k in range(round((steps + 3) * share) + 1):
        a = -2.4 + 2 * math.pi * k / steps
        wave = 1 + sum(s * math.sin((i + 1) * a + i) for i, s in enumerate(shake)) * 0.6 - 0.0006 * k
        points.append((x + rx * wave * math.cos(a), y + ry * wave * math.sin(a) - 0.08 * rx * math.cos(a)))
    p.stroke(points, color, width)


class Arrow(Widget):
    """An arrow drawn by hand from left to right."""

    kind = "arrow"
    shrink = False

    def __init__(
        self,
        length: float = 60,
        *,
        rise: float = 0,
        color: str = "text",
        thickness: float = 3.4,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("width", length)
        super().__init__(**common)
        self.rise, self.color, self.thickness = rise, color, thickness

    def content(self, room: float) -> tuple[float, float]:
        """The width that was asked for."""
        return room, 20 + abs(self.rise)

    def draw(self, p: Painter) -> None:
        """Draw the line and the head."""
        r = self.rect
        y = r.cy + self.rise / 2
        arrow(p, (r.x, y), (r.right, y - self.rise), self.color, self.thickness)


def arrow(p: Painter, a: Point, b: Point, color: str = "text", width: float = 3.4) -> None:
    """An arrow by hand from a to b."""
    p.wobble([a, b], color, width, seed=round(a[0] + b[1]))
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    for turn in (2.62, -2.62):
        tip = (b[0] + 13 * math.cos(angle + turn), b[1] + 13 * math.sin(angle + turn))
        p.stroke([b, tip], color, width)


class Scissors(Control):
    """A place to cut an arrow: a disc with scissors and a number above it, or under it. `open` shows the cut."""

    kind = "scissors"

    def __init__(
        self,
        number: str,
        on_press: Press,
        *,
        label: str,
        open: bool = False,  # noqa: A002 because the cut is open
        key: str = "",
        disabled: str = "",
        rise: float = -18,
        under: bool = False,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("width", 76)
        common.setdefault("height", 76)
        super().__init__(**common)
        self.shrink = False
        self.number, self.on_press, self.label, self.open, self.key = number, on_press, label, open, key
        self.disabled, self.rise, self.under = disabled, rise, under

    def _centre(self) -> tuple[float, float]:
        return self.rect.cx, (self.rect.y + 24 if self.under else self.rect.bottom - 24)

    def draw(self, p: Painter) -> None:
        """Draw arrow, disc, scissors and number."""
        r, (x, y) = self.rect, self._centre()
        p.text(x, y + 22 if self.under else y - 54, self.number, "h3", "text", "center")
        gap = 20 + 12 * self.eased("open", float(self.open or (self.pressed and not self.disabled)), HOVER)
        p.wobble([(r.x, y + 12), (x - gap, y + 2)], "text", 3.4, 5)
        arrow(p, (x + gap, y), (r.right, y + 8), "text", 3.4)
        lit = self.focused or self.open
        fill = "slip" if self.disabled else self.shade("marker" if lit else "slip", "marker", "marker")
        border = "text2" if self.disabled else "text"
        p.circle(x, y, 19, fill, border=border, border_width=2.6)
        p.icon(x, y, "scissors", 17, "text2" if self.disabled else "text")

    def ring(self) -> tuple[Rect, float]:
        """Around the disc."""
        x, y = self._centre()
        return Rect(x - 19, y - 19, 38, 38), 19

    def activate(self) -> bool:
        """Cut."""
        if self.disabled:
            return False
        self.on_press()
        return True

    def own_bindings(self) -> list[Binding]:
        """The key cuts."""
        if not self.key:
            return []
        return [Binding(self.key, self.label, self.activate, hint=False, disabled=self.disabled, owner=self.id)]


class Note(Text):
    """A marginal note by hand, never smaller than 30. Never the only carrier of a fact."""

    kind = "note"

    def __init__(self, string: str, *, color: str = "text", size: float = 34, align: str = "left") -> None:
        super().__init__(string, "note", color=color, size=max(30, size), align=align)
