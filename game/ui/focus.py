"""Where the focus goes: Tab in reading order, arrows to the neighbour within a group."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.scrolling import Scroll
from game.ui.widget import Widget


def stops(root: Widget) -> list[Widget]:
    """Every widget at which Tab stops, in reading order."""
    return [widget for widget in root.walk() if widget.focusable]


def by_id(root: Widget, wanted: str) -> Widget | None:
    """The widget with this id."""
    return next((widget for widget in root.walk() if widget.id == wanted), None) if wanted else None


def group_of(widget: Widget) -> Widget | None:
    """The innermost container with `group=True` around the widget."""
    above = widget.parent
    while above is not None and not above.group:
        above = above.parent
    return above


def step(order: Sequence[Widget], current: str, by: int) -> str:
    """The id of the next stop, going round at the ends."""
    if not order:
        return ""
    ids = [widget.id for widget in order]
    if current not in ids:
        return ids[0 if by > 0 else -1]
    return ids[(ids.index(current) + by) % len(ids)]


def neighbour(widget: Widget, members: Sequence[Widget], key: str) -> Widget | None:
    """The nearest member in the direction of an arrow key: straight ahead counts more than to the side."""
    dx, dy = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}[key]
    best: tuple[float, Widget] | None = None
    for other in members:
        if other is widget:
            continue
        ax, ay = other.rect.cx - widget.rect.cx, other.rect.cy - widget.rect.cy
        ahead, aside = ax * dx + ay * dy, abs(ax * dy) + abs(ay * dx)
        if ahead <= 1 or aside > ahead * 3:
            continue
        cost = ahead + 2 * aside
        if best is None or cost < best[0]:
            best = (cost, other)
    return best[1] if best else None


def scrolls_around(widget: Widget | None) -> list[Scroll]:
    """The scrolling containers around a widget, innermost first."""
    found: list[Scroll] = []
    while widget is not None:
        if isinstance(widget, Scroll):
            found.append(widget)
        widget = widget.parent
    return found


def reveal(widget: Widget) -> bool:
    """Scroll so that the widget can be seen whole, or at least its top. True if something moved."""
    moved = False
    for scroll in scrolls_around(widget.parent):
        if scroll.overflow < 0.5:
            continue
        target, _ = widget.ring()
        window = scroll.rect
        if target.y < window.y + 8:
            moved |= scroll.scroll_by(target.y - window.y - 8)
        elif target.bottom > window.bottom - 8:
            moved |= scroll.scroll_by(min(target.bottom - window.bottom + 8, target.y - window.y - 8))
    return moved


def under(root: Widget, x: float, y: float) -> Widget | None:
    """The topmost widget that acts or scrolls under a point; small ones have 44 units around their centre."""
    exact: Widget | None = None
    near: Widget | None = None
    for widget in root.walk():
        if not acts(widget) or not _seen_at(widget, x, y):
            continue
        if widget.rect.contains(widget.inside_x(x), y):
            exact = widget
        elif widget.hit(widget.inside_x(x), y):
            near = widget
    return exact or near


def acts(widget: Widget) -> bool:
    """True if a pointer can do something with the widget."""
    if widget.focusable:
        return True
    kind = type(widget)
    return kind.activate is not Widget.activate or (
        kind.on_click is not Widget.on_click and getattr(widget, "on_press", None) is not None
    )


def _seen_at(widget: Widget, x: float, y: float) -> bool:
    return all(
        scroll.overflow < 0.5 or scroll.rect.grown(8, 6).contains(x, y) for scroll in scrolls_around(widget.parent)
    )
