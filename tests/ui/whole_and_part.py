"""Painting a page in parts, with what stays of the composition before, must give what doing all anew gives."""

from __future__ import annotations

from difflib import unified_diff

import pygame
import pytest

from game.ui import App, Painter, Widget
from game.ui.widget import SPILL


def differences(app: App, shown: pygame.Surface, *, anew: bool = True) -> str:
    """Where what is shown differs from a painting of the whole page, composed ``anew`` or as it stands; "" if nowhere.

    ``shown`` is put right.
    """
    app.advance()
    app.paint(shown)
    was, words = shown.copy(), app.as_text()
    app.composition.anew = anew
    app.refresh() if anew else app.redraw()
    app.paint(shown)
    if words != app.as_text():
        lines = unified_diff(app.as_text().splitlines(), words.splitlines(), "wanted", "shown", lineterm="", n=0)
        return "\n".join(lines)
    boxes = _where(was, shown)
    return boxes and f"{boxes} with {app.focused_id!r} in focus"


def drawn_too_far(app: App, shown: pygame.Surface) -> str:
    """Where a widget draws beyond the `SPILL` around it, as far as nothing lies over that; "" if nowhere."""

    def within(self: Widget, p: Painter) -> None:
        if p.sees(self.extent()):
            env, r = self.env, self.rect
            above, env.drawing, around, p.drawing = env.drawing, self, p.drawing, self
            p.theme = self.theme
            with p.clipped(r.x - SPILL, r.y - SPILL, r.w + 2 * SPILL, r.h + 2 * SPILL):
                self.draw(p)
            self.paint_children(p)
            env.drawing, p.drawing = above, around

    app.redraw()
    app.paint(shown)
    whole = shown.copy()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Widget, "_paint", within)
        app.redraw()
        app.paint(shown)
    return _where(whole, shown)


def _where(one: pygame.Surface, other: pygame.Surface) -> str:
    if one.get_buffer().raw == other.get_buffer().raw:
        return ""
    mask = pygame.mask.from_threshold(one, (0, 0, 0), (1, 1, 1, 255), other, 1)
    mask.invert()
    boxes = ", ".join(str(tuple(box)) for box in mask.get_bounding_rects()[:4])
    return f"pixels at {boxes or 'somewhere'}"
