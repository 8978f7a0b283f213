"""What lies over the page: the focus ring, the reason why something is disabled, announcements."""

from __future__ import annotations

from game.ui import focus as travel
from game.ui.painter import Painter, Rect
from game.ui.scrolling import clip_of
from game.ui.text import break_lines
from game.ui.theme import Theme
from game.ui.widget import Env, Widget


def ring(p: Painter, root: Widget, env: Env) -> None:
    """Draw the one focus ring: dark gap and lemon, or light gap, sun and plum."""
    widget = travel.by_id(root, env.focused)
    if widget is None or widget.rect.w <= 0:
        return
    p.theme = widget.theme
    rect, radius = widget.ring()
    rect = widget.on_page(rect)
    clip = clip_of(widget)
    if clip is None:
        _ring(p, rect, radius)
        return
    with p.clipped(clip.x, clip.y, clip.w, clip.h) as seen:
        if seen:
            _ring(p, rect, radius)


def _ring(p: Painter, r: Rect, radius: float) -> None:
    def band(out: float, width: float, color: str) -> None:
        g = r.grown(out)
        p.rect(g.x, g.y, g.w, g.h, border=color, border_width=width, radius=radius + out)

    if p.theme.dark:
        band(3, 3, "ink.deep")
        band(6, 3, "lemon")
        return
    surface = {"feed": "white", "paper": "slip"}[p.theme.mood]
    band(3, 3, surface)
    band(7, 4, "sun")
    band(9, 2, "plum")


def reason(p: Painter, root: Widget, env: Env) -> None:
    """Say why the widget in focus (or under the pointer) cannot be used."""
    widget = travel.by_id(root, env.hovered) or travel.by_id(root, env.focused)
    if widget is None or not widget.disabled:
        widget = travel.by_id(root, env.focused)
    if widget is None or not widget.disabled:
        return
    p.theme = widget.theme
    bubble(p, widget.on_page(widget.ring()[0]), widget.disabled)


def bubble(p: Painter, beside: Rect, text: str, width: float = 320) -> None:
    """A note in a bone (or slip) box beside a rectangle, kept on the page."""
    lines = wrapped(p, text, width)
    style = p.theme.style("small")
    tall = style.line * p.theme.prefs.text_scale
    w = max(p.text_width(line, style) for line in lines) + 28
    h = tall * len(lines) + 16
    x = min(max(8.0, beside.cx - w / 2), 1272 - w)
    y = beside.y - h - 12 if beside.y - h - 12 > 8 else beside.bottom + 12
    dark = p.theme.dark
    fill, ink = ("bone", "ink.base") if dark else ("plum", "white")
    p.rect(x, y, w, h, fill, radius=8)
    for i, line in enumerate(lines):
        p.text(x + 14, y + 8 + i * tall, line, style, ink)


def toast(p: Painter, theme: Theme, text: str) -> None:
    """An announcement at the foot of the page."""
    p.theme = theme
    lines = wrapped(p, text, 720)
    style = theme.style("body")
    tall = style.line * theme.prefs.text_scale
    w = max(p.text_width(line, style) for line in lines) + 48
    h = tall * len(lines) + 24
    x, y = 640 - w / 2, 660 - h
    fill, ink = ("bone", "ink.base") if theme.dark else ("plum", "white")
    p.rect(x, y, w, h, fill, radius=12)
    for i, line in enumerate(lines):
        p.text(640, y + 12 + i * tall, line, style, ink, "center")


def wrapped(p: Painter, text: str, width: float, style: str = "small") -> list[str]:
    """The text in lines of at most `width` units."""
    s = p.theme.style(style)
    piece = (text, s.face, p.type_px(s.size), p.spacing(s.size))
    lines = break_lines((piece,), int(p.px(width * p.theme.prefs.text_scale)))
    return [line.text for line in lines if line.runs] or [""]
