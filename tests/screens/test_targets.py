"""How large the things to press are, at 100 %: on every place of the game, with every dialog."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from game.ui import App, Dots, Widget
from game.ui import focus as travel
from game.ui.frames import Hint
from game.ui.painter import Rect
from game.ui.paragraph import Word
from game.ui.scrolling import clip_of
from game.ui.widget import MIN_TARGET
from tests.screens.every_place import STOPS

_PAGE = Rect(0, 0, 1280, 720)
INLINE = 24.0
"""Words inside of a sentence are as high as its lines allow (WCAG 2.5.5 and 2.5.8, exception "inline"); never less."""
_SLACK = 0.6


def _common(a: Rect, b: Rect) -> Rect:
    x, y = max(a.x, b.x), max(a.y, b.y)
    return Rect(x, y, min(a.right, b.right) - x, min(a.bottom, b.bottom) - y)


def _pressable(app: App) -> Iterator[tuple[Widget, Rect]]:
    """What a pointer acts on, with the part of its area that can be reached now."""
    app.ensure()
    for widget in app.active.walk():
        if not travel.acts(widget) or widget.rect.w <= 0:
            continue
        if isinstance(widget, Hint) and widget.binding.action is None:
            continue
        clip = clip_of(widget)
        area = _common(widget.target(), _PAGE if clip is None else _common(clip, _PAGE))
        if area.w > 0 and area.h > 0:
            yield widget, area


def _cut(widget: Widget) -> bool:
    """True if a scrolling window shows only a part of it."""
    clip = clip_of(widget)
    return clip is not None and (widget.rect.y < clip.y + 8 or widget.rect.bottom > clip.bottom - 8)


def _inside(a: Widget, b: Widget) -> bool:
    above: Widget | None = b
    while above is not None and above is not a:
        above = above.parent
    return above is a


@pytest.mark.gate
@pytest.mark.parametrize("place", STOPS)
def test_what_can_be_pressed_is_large_enough_and_does_not_stand_in_another_ones_way(place: str) -> None:
    """At least 44 x 44 units, words in a sentence as high as its line; no two areas overlap.

    Dots lie on a map behind the buttons of its corner: those take the pointer first, and every dot has the arrow keys.
    """
    targets = list(_pressable(STOPS[place]().see("en", 100)))
    found = []
    for widget, area in targets:
        least = INLINE if isinstance(widget, Word) else MIN_TARGET
        if min(area.w, area.h) < least - _SLACK and not _cut(widget):
            found.append(f"{widget.id} is {area.w:.0f} x {area.h:.0f}")
    for (a, first), (b, second) in combinations(targets, 2):
        if _inside(a, b) or _inside(b, a) or isinstance(a, Dots):
            continue
        both = _common(first, second)
        if both.w > _SLACK and both.h > _SLACK:
            found.append(f"{a.id} and {b.id} share {both.w:.0f} x {both.h:.0f}")
    assert not found, f"{place}\n" + "\n".join(found)


def test_the_area_of_a_small_thing_reaches_beyond_its_drawing() -> None:
    """A widget of 20 x 20 takes the pointer 22 units from its centre, and no farther."""
    small = Widget()
    small.arrange(100, 100, 20, 20)
    assert small.hit(89, 89)
    assert small.hit(131, 110)
    assert not small.hit(133, 110)
