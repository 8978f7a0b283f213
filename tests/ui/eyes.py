"""Eyes for tests: what is drawn on a page in which colour, and the colours that were under and around it before.

A page is painted for real by a painter that looks at the pixels first. Letters are recognised by the surfaces that the
fonts give out; everything else by the calls of the painter. Tilted paper is looked at before it is turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import numpy as np
import pygame

from game.ui import App, Widget, fonts, overlay
from game.ui.painter import Painter, Point
from game.ui.paper import Tilt
from game.ui.theme import Colour, Theme, contrast

SHARE = 0.08
"""The least part of the ground that counts: below it are edges of letters and single dots."""
_HEAVY = ("black", "bold")
_PAGE = (1280, 720)


@dataclass(frozen=True)
class Sight:
    """One thing that was drawn: what, by which widget, in which colour, on which grounds."""

    kind: str
    """"text", "icon", "stance", "border", "fill", "hatch" or "line"."""
    what: str
    widget: Widget
    role: str
    """The name by which the colour was asked for; empty for letters."""
    colour: Colour
    grounds: tuple[Colour, ...]
    size: float = 0.0
    bold: bool = False
    box: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def worst(self) -> float:
        """The lowest contrast with any of its grounds."""
        return min((contrast(self.colour, ground) for ground in self.grounds), default=21.0)

    @property
    def large(self) -> bool:
        """Large text in the sense of WCAG 2.2: 24 px, or 18.66 px bold."""
        return self.size >= 24 or (self.bold and self.size >= 18.66)

    def __str__(self) -> str:
        """For the person who mends it."""
        under = min(self.grounds, key=lambda ground: contrast(self.colour, ground), default=(0, 0, 0))
        name = self.widget.id if len(self.widget.id) < 50 else "…" + self.widget.id[-50:]
        ink = "#{:02X}{:02X}{:02X}".format(*self.colour)
        ground = "#{:02X}{:02X}{:02X}".format(*under)
        return f"{self.kind} {self.what[:40]!r} {self.role} {ink} on {ground}: {self.worst:.2f} in {name} at {self.box}"


@dataclass
class Eyes:
    """What was seen, and by which widget it is being drawn now."""

    seen: list[Sight] = field(default_factory=list)
    open: bool = True
    at_work: list[Widget] = field(default_factory=list)
    letters: dict[int, tuple[pygame.Surface, str, str, int, Colour]] = field(default_factory=dict)

    def note(self, sight: Sight) -> None:
        """Keep it, if it can be seen at all."""
        if self.open and sight.grounds:
            self.seen.append(sight)


class _Sheet(pygame.Surface):
    """A surface that tells when letters are put on it."""

    eyes: Eyes

    def blit(self, source: pygame.Surface, dest: Any = (0, 0), area: Any = None, special_flags: int = 0) -> pygame.Rect:
        """Note letters with what is under them, then draw."""
        known = self.eyes.letters.get(id(source))
        if known is not None and self.eyes.at_work:
            _, string, face, px, colour = known
            ink = source.get_bounding_rect().move(int(dest[0]), int(dest[1]))
            self.eyes.note(
                Sight(
                    "text", string, self.eyes.at_work[-1], "", colour, colours_of(self, ink), px,
                    any(word in face and f"semi{word}" not in face for word in _HEAVY), (ink.x, ink.y, ink.w, ink.h),
                )
            )  # fmt: skip
        return super().blit(source, dest, area, special_flags)


def colours_of(surface: pygame.Surface, *boxes: pygame.Rect) -> tuple[Colour, ...]:
    """The colours that fill a good part of some boxes, the most common first, as far as those lie where one may draw."""
    clip = surface.get_clip()
    parts = [pygame.surfarray.array2d(surface.subsurface(b)).ravel() for box in boxes if (b := box.clip(clip))]
    if not parts:
        return ()
    values, counts = np.unique(np.concatenate(parts), return_counts=True)
    order = np.argsort(-counts, kind="stable")
    values, counts = values[order], counts[order]
    enough = values[counts >= SHARE * counts.sum()]
    return tuple((c.r, c.g, c.b) for value in enough.tolist() for c in [surface.unmap_rgb(value)])


def _around(box: pygame.Rect, by: int = 2) -> tuple[pygame.Rect, ...]:
    """Four strips outside of a box."""
    out = box.inflate(2 * by, 2 * by)
    return (
        pygame.Rect(out.x, out.y, out.w, by),
        pygame.Rect(out.x, box.bottom, out.w, by),
        pygame.Rect(out.x, box.y, by, box.h),
        pygame.Rect(box.right, box.y, by, box.h),
    )


class _Looker(Painter):
    """A painter that looks before it draws."""

    eyes: Eyes

    def _note(self, kind: str, role: str, boxes: Sequence[pygame.Rect], what: str = "", size: float = 0) -> None:
        if self.eyes.at_work and role:
            colour, found = self.color(role), colours_of(self.surface, *boxes)
            if kind not in ("icon", "stance"):  # shapes are put together from parts of one colour, and touch others
                found = tuple(c for c in found if c != colour)[:1]
            box = boxes[0].unionall(list(boxes[1:]))
            self.eyes.note(
                Sight(kind, what, self.eyes.at_work[-1], role, colour, found, size, box=(box.x, box.y, box.w, box.h))
            )

    def rect(self, x: float, y: float, w: float, h: float, fill: str = "", *, border: str = "", **more: Any) -> None:
        """Note border and fill against what is outside of the box."""
        outside = _around(self.device(x, y, w, h))
        if more.get("alpha", 1) == 1:
            outer = colours_of(self.surface, *outside)
            strong = max(
                (min((contrast(self.color(role), o) for o in outer), default=21.0) for role in (fill, border) if role),
                default=0.0,
            )
            role = border or fill
            if strong < 3 or not border:
                self._note("border" if border else "fill", role, outside)
        super().rect(x, y, w, h, fill, border=border, **more)

    def circle(
        self, x: float, y: float, r: float, fill: str = "", *, border: str = "", border_width: float = 1
    ) -> None:
        """Note it against what is outside."""
        self._note("border" if border else "fill", border or fill, _around(self.device(x - r, y - r, 2 * r, 2 * r)))
        super().circle(x, y, r, fill, border=border, border_width=border_width)

    def hatch(self, x: float, y: float, w: float, h: float, color: str, **more: Any) -> None:
        """Note the stripes against what is under them."""
        box = self.device(x, y, w, h)
        self._note("hatch", color, [box])
        super().hatch(x, y, w, h, color, **more)

    def stance(self, x: float, y: float, r: float, stance: str, color: str = "") -> None:
        """Note the mark against what is under it."""
        self._note("stance", color or stance, [self.device(x - r, y - r, 2 * r, 2 * r)], stance)
        super().stance(x, y, r, stance, color)

    def icon(self, x: float, y: float, name: str, size: float = 20, color: str = "text") -> None:
        """Note the icon against what is under it."""
        half = size / 2
        self._note("icon", color, [self.device(x - half, y - half, size, size)], name, size)
        super().icon(x, y, name, size, color)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, color: str = "line", width: float = 1, **more: Any
    ) -> None:
        """Note the line against what is under it."""
        self._along([(x1, y1), (x2, y2)], color)
        super().line(x1, y1, x2, y2, color, width, **more)

    def stroke(self, points: Sequence[Point], color: str = "text", width: float = 2, **more: Any) -> None:
        """Note the line against what is under it."""
        self._along(list(points), color)
        super().stroke(points, color, width, **more)

    def _along(self, points: Sequence[Point], color: str) -> None:
        spots = []
        for x, y in points:
            px, py = self.at(x, y)
            spots.append(pygame.Rect(round(px) - 1, round(py) - 1, 3, 3))
        if spots:
            self._note("line", color, spots)


@contextmanager
def _listening(eyes: Eyes) -> Iterator[None]:
    """Learn which surfaces are letters, and which widget is drawing."""
    real_line, real_paint = fonts.line_surface, Widget._paint

    def line_surface(string: str, face: str, px: int, colour: Colour, *more: Any) -> pygame.Surface:
        surface = real_line(string, face, px, colour, *more)
        if string.strip():
            eyes.letters[id(surface)] = (surface, string, face, px, colour)
        return surface

    def paint(widget: Widget, p: Painter) -> None:
        eyes.at_work.append(widget)
        try:
            real_paint(widget, p)
        finally:
            eyes.at_work.pop()

    with ExitStack() as stack:
        stack.enter_context(patch.object(fonts, "line_surface", line_surface))
        stack.enter_context(patch.object(Widget, "_paint", paint))
        yield


def look(app: App, area: pygame.Rect | None = None) -> list[Sight]:
    """Paint the page (or the dialog over it) as it is now, or one area of it, and tell what was drawn on what."""
    app.ensure()
    eyes = Eyes()
    sheet = _Sheet(_PAGE)
    sheet.eyes = eyes
    theme = Theme(app.screen.mood, app.prefs)
    sheet.fill(theme.color(app.screen.background() or "page"))
    sheet.set_clip(area)
    painter = _Looker(sheet, 1.0, (0, 0), theme, 1280.0 if app.words.rtl else None)
    painter.eyes = eyes
    for widget in app.root.walk():
        if isinstance(widget, Tilt):
            widget.degrees = 0
    with _listening(eyes):
        eyes.open = app.top is None
        app.root.paint(painter)
        eyes.open = True
        if app.top is not None:
            app.top.paint(painter)
        eyes.at_work.append(app.active)
        overlay.reason(painter, app.active, app.env)
    return eyes.seen
