"""The keyboard alone, on every place: everything can be reached and done, the focus is seen, and no clock runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from unittest.mock import patch

import pytest

from game import i18n
from game.screens.preferences import prefs_from
from game.settings import Settings
from game.ui import App, Dots, Widget, overlay
from game.ui import focus as travel
from game.ui.choices import Choice
from game.ui.frames import Hint
from game.ui.inputs import Inputs
from game.ui.pages import _Tab
from game.ui.painter import Rect
from game.ui.scrolling import clip_of
from tests.screens.every_place import STOPS, a_third
from tests.ui.eyes import look

_MOVES_BY_ITSELF = {"overnight": "the night is shown as a picture that moves; Space stops it"}
"""Start of a place's name -> why it may change without a key."""


def _beside(widget: Widget, kind: type[Widget]) -> Widget | None:
    above: Widget | None = widget
    while above is not None and not isinstance(above, kind):
        above = above.parent
    return above


def _bound(app: App, widget: Widget) -> bool:
    """True if a key does what pressing the widget does."""
    keys = {name for binding in app.bindings() if binding.action is not None for name in binding.names()}
    return any(key in keys for key in widget.key.split())


@pytest.mark.parametrize("place", a_third(0))
def test_whatever_the_pointer_can_do_a_key_can_do(place: str) -> None:
    """Every thing to press takes the focus, belongs to a choice that does, or has a key of its own."""
    app = STOPS[place]().see("en", 100)
    app.ensure()
    found = []
    for widget in app.active.walk():
        if not travel.acts(widget) or widget.focusable or widget.disabled:
            continue
        if isinstance(widget, Hint):  # the hint is its key
            continue
        if widget.kind == "cell" and _beside(widget, Choice) is not None:
            continue
        if not _bound(app, widget) and not any(
            binding.action is not None and {"Left", "Right"} <= set(binding.names()) for binding in app.bindings()
        ):
            found.append(f"{widget.kind} {widget.id}")
    assert not found, f"{place}: only for the pointer: {found}"


def _around(app: App) -> Iterator[str]:
    """The ids at which Tab stops, once around from where the focus is; the App stands at each of them."""
    inputs, first = Inputs(app), app.focused_id
    for _once in range(200):
        yield app.focused_id
        inputs.key("Tab")
        app.ensure()
        if app.focused_id == first:
            return
    raise AssertionError("Tab never comes back to where it began")


def _told(app: App) -> Counter[str]:
    """The words that are drawn, and how often."""
    return Counter(sight.what for sight in look(app) if sight.kind == "text")


@pytest.mark.parametrize("place", a_third(1))
def test_what_the_pointer_makes_appear_the_focus_makes_appear(place: str) -> None:
    """Why something cannot be used, and whose dot it is, stands there for the keyboard as for the mouse."""
    app = STOPS[place]().see("en", 100)
    app.ensure()
    env, before = app.env, app.focused_id
    env.focused = ""
    plain = _told(app)
    for widget in travel.stops(app.active):
        if not widget.disabled and not isinstance(widget, Dots):
            continue
        middle = widget.seen(widget.rect)
        env.hovered, env.pointer = widget.id, (middle.cx, middle.cy)
        pointed = _told(app) - plain
        env.hovered, env.pointer, env.focused = "", None, widget.id
        focused = _told(app) - plain
        assert bool(pointed) <= bool(focused), widget.id
        if widget.disabled:
            assert focused, widget.id
            assert pointed == focused, widget.id
        env.focused = ""
    env.focused = before


@pytest.mark.parametrize("place", a_third(2))
def test_tab_goes_once_through_everything_and_never_gets_stuck(place: str) -> None:
    """Tab visits every stop of the page once, rings it and returns; Shift and Tab go back; Esc leads away.

    Two pages show more about what is in focus, so that other things stand there on the way back.
    """
    app = STOPS[place]().see("en", 100)
    app.ensure()
    if not travel.stops(app.active):
        return
    first = {widget.id for widget in travel.stops(app.active)}
    order: list[str] = []
    unseen: list[str] = []
    for wanted in _around(app):
        order.append(wanted)
        unseen += _out_of_sight(app)
    assert not unseen, "\n".join(unseen)
    assert len(order) == len(set(order))
    inputs = Inputs(app)
    if not place.startswith(("whatif", "sure")):
        assert set(order) == first
        back = []
        for _step in order[:3]:
            inputs.key("Tab", shift=True)
            app.ensure()
            back.append(app.focused_id)
        assert back == [*order[1:], order[0]][::-1][1:4] or len(order) < 4, back
    before = (app.screen, app.top)
    inputs.key("Esc")
    app.ensure()
    left = app.screen is not before[0] or app.top is not before[1] or not app.running
    assert left or place.startswith("title"), "Esc leads nowhere"


@pytest.mark.parametrize("place", a_third(0))
def test_the_focus_is_seen_at_200_per_cent(place: str) -> None:
    """There is a ring at every stop, on the page and inside the windows that scroll, also where letters are large."""
    app = STOPS[place]().see("en", 200)
    app.ensure()
    if not travel.stops(app.active):
        return
    found = [fault for _stop in _around(app) for fault in _out_of_sight(app)]
    assert not found, f"{place}\n" + "\n".join(found)


def _out_of_sight(app: App) -> list[str]:
    """What is wrong with the ring around what is in focus now."""
    widget, ring = travel.by_id(app.active, app.focused_id), overlay.ring_of(app.active, app.env)
    if widget is None or ring is None:
        return [f"{app.focused_id} has no ring"]
    return [] if _shows(ring.around, widget) else [f"{widget.id}: its ring is out of sight, at {ring.around}"]


def _shows(ring: Rect, widget: Widget) -> bool:
    """True if at least half of the height of the ring (or the window's, where it is higher) can be seen, and its width."""
    clip = clip_of(widget) or Rect(0, 0, 1280, 720)
    top, foot = max(ring.y, clip.y, 0), min(ring.bottom, clip.bottom, 720)
    wide = min(ring.right, clip.right, 1280) - max(ring.x, clip.x, 0)
    return foot - top >= 0.6 * min(ring.h, clip.h) and wide >= 0.8 * ring.w


@pytest.mark.parametrize("place", a_third(1))
def test_the_focus_goes_the_way_one_reads(place: str) -> None:
    """From one stop to the next the focus goes on or down; up only into a column on the right, back only to a lower row."""
    app = STOPS[place]().see("en", 100)
    app.ensure()
    stops = [widget for widget in travel.stops(app.active) if not isinstance(widget, _Tab)]
    found = []
    for one, other in pairwise(stops):
        together = travel.scrolls_around(one) == travel.scrolls_around(other)
        a, b = (one.rect, other.rect) if together else (_in_window(one), _in_window(other))
        up = b.bottom <= a.y + 2 and b.x < a.right - 2
        back = b.right <= a.x + 2 and b.y < a.bottom - 2 and b.bottom > a.y + 2
        if up or back:
            found.append(f"{'up' if up else 'back'}: {one.id} {_at(a)} -> {other.id} {_at(b)}")
    assert not found, f"{place}\n" + "\n".join(found)


def _in_window(widget: Widget) -> Rect:
    """Where it is, or at which edge of its window when it is scrolled away."""
    r, clip = widget.rect, clip_of(widget) or widget.rect
    top, foot = (min(max(y, clip.y), clip.bottom) for y in (r.y, r.bottom))
    return Rect(r.x, top, r.w, foot - top)


def _at(rect: Rect) -> str:
    return f"({rect.x:.0f}-{rect.right:.0f}, {rect.y:.0f}-{rect.bottom:.0f})"


@pytest.mark.parametrize("place", a_third(2))
def test_nothing_happens_because_somebody_is_slow(place: str) -> None:
    """With the settings of the first start, ten minutes change nothing on any place; only the night plays, and stops."""
    stop = STOPS[place]()
    i18n.set_language("en")
    stop.lobby.settings = Settings()
    stop.app.set_prefs(prefs_from(stop.lobby.settings))
    time = [5000.0]
    with patch.object(stop.app, "clock", lambda: time[0]):
        stop.show()
        app = stop.app
        app.ensure()
        screen = app.screen
        for _once in range(4):  # what comes when the page comes may come
            time[0] += 2
            app.advance()
        app.ensure()
        before, said = app.as_text(), len(app.announcements)
        for _minute in _minutes(10):
            time[0] += 6
            app.advance()
            app.ensure()
        assert app.screen is screen
        if not place.startswith(tuple(_MOVES_BY_ITSELF)):
            assert app.as_text() == before
        assert len(app.announcements) == said


def _minutes(count: int) -> Iterator[int]:
    """Ten looks in every minute."""
    yield from range(count * 10)
