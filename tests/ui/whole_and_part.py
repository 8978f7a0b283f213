"""Painting a page in parts, with what stays of the composition before, must give what doing all anew gives."""

from __future__ import annotations

from difflib import unified_diff

import pygame

from game.ui import App


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
    if was.get_buffer().raw == shown.get_buffer().raw:
        return ""
    mask = pygame.mask.from_threshold(was, (0, 0, 0), (1, 1, 1, 255), shown, 1)
    mask.invert()
    boxes = ", ".join(str(tuple(box)) for box in mask.get_bounding_rects()[:4])
    return f"pixels at {boxes or 'somewhere'} with {app.focused_id!r} in focus"
