"""The lens on a dot: the dot larger in a round glass, a line from it, and a note that tells what is known of it."""

from __future__ import annotations

import pygame

from game.ui.overlay import wrapped
from game.ui.painter import Painter, Rect

GLASS = 13.0
"""Radius of the lens, in design units."""
LENS_DOT = 4.9
_PAD, _EDGE = 16.0, 24.0


def draw_lens(p: Painter, x: float, y: float, mark: pygame.Surface, ground: str) -> None:
    """A glass over a dot at (x, y) of the page, with the dot's mark in it."""
    p.circle(x, y, GLASS + 1.25, ground, border="text", border_width=2.5)
    dx, dy = p.at(x, y)
    p.surface.blit(mark, (round(dx) - mark.get_width() // 2, round(dy) - mark.get_height() // 2))


def draw_note(p: Painter, field: Rect, x: float, y: float, text: str) -> None:
    """A note on the dot at (x, y), in the corner of the field that is out of its way, and a line to it.

    The first line of the text is its heading.
    """
    heading, *rest = text.split("\n")
    scale = p.theme.prefs.text_scale
    width = min(272.0 * scale**0.75, field.w - 2 * _EDGE)
    titles = wrapped(p, heading, (width - 2 * _PAD) / scale, "h3")
    lines = [line for part in rest for line in wrapped(p, part, (width - 2 * _PAD) / scale)]
    tall_title, tall = p.theme.style("h3").line * scale, p.theme.style("small").line * scale
    height = 2 * _PAD - 8 + tall_title * len(titles) + tall * len(lines) + (4 if lines else 0)
    box = _corner(field, width, height, x, y)
    _leader(p, box, x, y)
    fill, ink = ("bone", "ink.base") if p.theme.dark else ("plum", "white")
    p.rect(box.x, box.y, box.w, box.h, fill, radius=8)
    left, align = (box.right - _PAD, "right") if p.rtl else (box.x + _PAD, "left")
    at = box.y + _PAD - 4
    for title in titles:
        p.text(left, at, title, "h3", ink, align)
        at += tall_title
    at += 4
    for line in lines:
        p.text(left, at, line, "small", ink, align)
        at += tall


def _corner(field: Rect, width: float, height: float, x: float, y: float) -> Rect:
    """The first corner, from the lower left on, whose note would not lie over the lens."""
    low, high = field.bottom - height - 36, field.y + 64
    near, far = field.x + _EDGE, field.right - width - 8
    boxes = [Rect(left, top, width, height) for left, top in ((near, low), (far, low), (near, high), (far, high))]
    return next((box for box in boxes if not box.grown(GLASS + 12).contains(x, y)), boxes[0])


def _leader(p: Painter, box: Rect, x: float, y: float) -> None:
    """From the side of the note level towards the lens, then straight to its rim."""
    color = "text"
    middle = box.y + min(box.h * 0.4, 48)
    if box.x - 40 < x < box.right + 40:
        start = (min(max(x, box.x + 20), box.right - 20), box.y if y < box.y else box.bottom)
        knee = start
    else:
        side = box.right if x > box.right else box.x
        start = (side, middle)
        knee = (side + 0.4 * (x - side), middle)
    dx, dy = x - knee[0], y - knee[1]
    away = max((dx * dx + dy * dy) ** 0.5, 1.0)
    rim = (x - dx / away * (GLASS + 1), y - dy / away * (GLASS + 1))
    p.stroke([start, knee, rim] if knee != start else [start, rim], color, 2)
