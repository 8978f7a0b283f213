"""Painting a page in parts must give what painting it whole gives: how tests see whether it does."""

from __future__ import annotations

import pygame

from game.ui import App


def differences(app: App, shown: pygame.Surface) -> str:
    """Where what is shown differs from a painting of the whole page; nothing where it does not. ``shown`` is put right."""
    app.advance()
    app.paint(shown)
    was = shown.copy()
    app.redraw()
    app.paint(shown)
    if was.get_buffer().raw == shown.get_buffer().raw:
        return ""
    mask = pygame.mask.from_threshold(was, (0, 0, 0), (1, 1, 1, 255), shown, 1)
    mask.invert()
    boxes = ", ".join(str(tuple(box)) for box in mask.get_bounding_rects()[:4])
    return f"pixels at {boxes or 'somewhere'} with {app.focused_id!r} in focus"
