"""What AccessKit is given: the page's own names, roles and focus, numbers that last, and only what changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.ui import Prefs, accessibility
from game.ui.accessibility import Bridge
from game.ui.accessible_tree import ROLES, ROOT, Mirror
from game.ui.inputs import Inputs
from game.ui.pilot import Pilot
from game.ui.semantics import Node
from tests.screens.act_one import table
from tests.ui.pages import Shop, Town


class FakeAdapter:
    """Takes what a real adapter would take, as if somebody listened."""

    def __init__(self) -> None:
        self.updates: list[Any] = []

    def update_if_active(self, factory: Callable[[], Any]) -> None:
        """Ask for what changed."""
        self.updates.append(factory())

    def update_window_focus_state(self, focused: bool) -> None:
        """Nothing."""

    def set_root_window_bounds(self, outer: object, inner: object) -> None:
        """Nothing."""


@pytest.fixture
def listened(monkeypatch: pytest.MonkeyPatch) -> Callable[[Pilot], tuple[Bridge, FakeAdapter]]:
    """A function that makes a bridge for a pilot's App, with somebody listening."""
    kit = pytest.importorskip("accesskit")
    monkeypatch.setattr(accessibility, "_position", lambda: (0, 0))
    monkeypatch.setattr(accessibility, "_PLATFORM", "linux")

    def listen(pilot: Pilot) -> tuple[Bridge, FakeAdapter]:
        bridge, adapter = Bridge(pilot.app), FakeAdapter()
        bridge._kit, bridge._adapter = kit, adapter
        bridge._on_wanted()
        bridge.sync()
        return bridge, adapter

    return listen


def pilots() -> dict[str, Pilot]:
    """Pilots in front of different pages."""
    return {
        "shop": Pilot(Shop()),
        "town": Pilot(Town()),
        **{place: table(place).pilot for place in ("briefing", "data", "audience", "message")},
    }


@pytest.mark.parametrize("page", ["shop", "town", "briefing", "data", "audience", "message"])
def test_every_node_of_the_page_is_there_with_its_name_role_and_place(page: str) -> None:
    """The tree of a page and the page's own words are the same thing twice, in the same order."""
    app = pilots()[page].app
    elements = (mirror := Mirror(app)).look()
    nodes = {node.id: node for node in app.semantics().walk() if node.id}
    order = _reading_order(elements)
    told = [mirror.ids[n] for n in order if mirror.ids.get(n)]
    assert told == [node.id for node in app.semantics().walk() if node.id in set(told)], "reading order"
    left_out = [node for node in nodes.values() if node.id not in set(told)]
    assert not [node for node in left_out if node.name or node.children], left_out
    for number in order:
        node = nodes.get(mirror.ids.get(number, ""))
        if node is None:
            continue
        element = elements[number]
        assert element.label == node.name
        assert element.role == ROLES[node.role] or (element.role == "BUTTON" and node.role in ("hint", "item"))
        assert element.disabled == ("disabled" in node.states) or node.role == "option"
        if node.role == "heading":
            assert element.level >= 1
    focused = nodes[app.focused_id]
    at = elements[mirror.focus]
    assert at.label == focused.name or (focused.role == "radio group" and at.toggled)


def test_numbers_are_unique_and_last_as_long_as_their_page() -> None:
    """A widget keeps its number when the page is composed anew; a dialog and a return do not change it."""
    pilot = Pilot(Shop())
    mirror = Mirror(pilot.app)
    mirror.look()
    before = {wanted: n for n, wanted in mirror.ids.items()}
    assert len(before) == len(mirror.ids)
    pilot.press("B")
    mirror.look()
    assert {wanted: n for n, wanted in mirror.ids.items()} == before
    pilot.press("X")
    mirror.look()
    assert not set(mirror.ids) & set(before.values()), "what is on a dialog is new"
    pilot.press("G")
    mirror.look()
    assert {wanted: n for n, wanted in mirror.ids.items()} == before
    pilot.app.show(Shop())
    mirror.look()
    assert not set(mirror.ids) & set(before.values()), "the same page once more is another page"


def test_bounds_are_in_pixels_of_the_window() -> None:
    """On a window of twice the size everything is twice as far and as large."""
    small, large = Mirror(Pilot(Shop()).app), Mirror(Pilot(Shop(), size=(2560, 1440)).app)
    small.look()
    large.look()
    boxes = {large.ids[n]: element.bounds for n, element in large.elements.items() if n in large.ids}
    for number, wanted in small.ids.items():
        for a, b in zip(small.elements[number].bounds, boxes[wanted], strict=True):
            assert b == pytest.approx(2 * a, abs=16), "lines may break a little elsewhere"


def test_states_values_and_sets_are_told() -> None:
    """Radio buttons and switches are on or off, sliders have a number, rows know their place, reasons are told."""
    pilot = Pilot(Shop())
    mirror = Mirror(pilot.app)
    elements = mirror.look()
    by_id = {wanted: elements[n] for n, wanted in mirror.ids.items()}
    assert by_id["shapes"].role == "SWITCH"
    assert by_id["shapes"].toggled
    assert by_id["budget"].scale == pytest.approx((0.4, 0, 1, 0.1))
    assert by_id["tone/hope"].toggled
    assert by_id["tone/fear"].toggled is False
    assert by_id["row3"].position == (4, 9)
    assert [e.role for e in elements.values() if {*e.children} >= {_number(mirror, "row0")}] == ["LIST"]
    assert by_id["sell"].disabled
    assert by_id["sell"].description == "unavailable. Nothing to sell yet"
    assert "CLICK" not in by_id["sell"].actions
    assert "CLICK" in by_id["buy"].actions


def test_only_what_changed_is_sent(listened: Callable[[Pilot], tuple[Bridge, FakeAdapter]]) -> None:
    """First comes the whole tree, then on a moved focus nothing but the focus, and nothing at all where all is as it was."""
    pilot = Pilot(Shop())
    bridge, adapter = listened(pilot)
    whole = adapter.updates[0]
    assert whole.tree is not None
    assert len(whole.nodes) > 20
    bridge.sync()
    assert len(adapter.updates) == 1, "nothing changed"
    pilot.press("Tab")
    bridge.sync()
    moved = adapter.updates[1]
    assert moved.tree is None
    assert bridge.mirror.ids[moved.focus] == pilot.focused_id()
    assert not moved.nodes
    pilot.app.focus("shapes")
    pilot.press("Enter")
    bridge.sync()
    assert {bridge.mirror.ids.get(n) for n, _ in adapter.updates[-1].nodes} == {"shapes"}


def test_announcements_and_titles_are_live_regions_and_may_be_repeated(
    listened: Callable[[Pilot], tuple[Bridge, FakeAdapter]],
) -> None:
    """The same words twice are two sayings; a new page says its title; what was said before somebody listened is past."""
    kit = pytest.importorskip("accesskit")
    pilot = Pilot(Shop())
    pilot.app.announce("Long ago")
    bridge, adapter = listened(pilot)

    def spoken() -> list[str]:
        return [node.value for _, node in adapter.updates[-1].nodes if node.live == kit.Live.POLITE]

    assert spoken() == []
    pilot.app.announce("Bought.")
    bridge.sync()
    assert spoken() == ["Bought."]
    pilot.app.announce("Bought.")
    bridge.sync()
    assert spoken() == ["Bought."]
    pilot.app.show(Town())
    bridge.sync()
    assert spoken() == ["Town"]


def test_nothing_is_made_while_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an assistive technology the page is never turned into words."""
    pilot = Pilot(Shop())
    bridge = Bridge(pilot.app)
    bridge._adapter = FakeAdapter()

    def never() -> Node:
        raise AssertionError("nobody asked")

    monkeypatch.setattr(pilot.app, "semantics", never)
    bridge.sync()
    pilot.press("Tab")
    bridge.sync()
    assert bridge._adapter.updates == []


def test_what_a_screen_reader_asks_for_is_done_as_keys_do_it() -> None:
    """Press, focus, raise, lower and set do what the control does; the focus goes along."""
    shop = Shop()
    pilot = Pilot(shop)
    inputs = Inputs(pilot.app)
    assert inputs.request("press", "buy")
    assert shop.done == ["buy"]
    assert pilot.app.focused_id == "buy"
    assert inputs.request("press", "tone/rage")
    assert shop.tone == "rage"
    assert pilot.app.focused_id == "tone"
    assert inputs.request("raise", "budget")
    assert shop.budget == pytest.approx(0.5)
    assert inputs.request("set", "budget", 0.9)
    assert shop.budget == pytest.approx(0.9)
    assert inputs.request("set", "words", "good morning")
    assert shop.words == "good morning"
    assert inputs.request("focus", "row8")
    assert pilot.app.focused_id == "row8"
    assert inputs.request("press", "shapes")
    assert not shop.shapes


def test_what_is_disabled_or_gone_is_refused() -> None:
    """A disabled button says why and does nothing; so does everything that is not on the page any more."""
    shop = Shop()
    pilot = Pilot(shop)
    inputs = Inputs(pilot.app)
    assert not inputs.request("press", "sell")
    assert shop.done == []
    assert pilot.app.announcements == ["Nothing to sell yet"]
    shop.why()
    assert not inputs.request("press", "buy"), "it lies under the dialog"
    assert shop.done == []


def test_a_request_of_an_earlier_page_does_nothing(
    listened: Callable[[Pilot], tuple[Bridge, FakeAdapter]],
) -> None:
    """A press that was meant for a button of the page before does not press its namesake on this page."""
    first = Shop()
    pilot = Pilot(first)
    bridge, _ = listened(pilot)
    number = _number(bridge.mirror, "buy")
    press = pygame.event.Event(accessibility.REQUEST, action="CLICK", target=number, value=None)
    bridge.note(press, Inputs(pilot.app))
    assert first.done == ["buy"]
    second = Shop()
    pilot.app.show(second)
    bridge.sync()
    bridge.note(press, Inputs(pilot.app))
    assert second.done == []


@pytest.mark.parametrize("driver", ["dummy", "x11"])
def test_without_the_package_or_a_real_window_there_is_no_bridge(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], driver: str
) -> None:
    """Nothing is said and nothing breaks."""
    pilot = Pilot(Shop(), prefs=Prefs())
    monkeypatch.setitem(sys.modules, "accesskit", None)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: driver)
    bridge = Bridge(pilot.app)
    bridge.connect()
    bridge.sync()
    assert bridge._adapter is None
    assert capfd.readouterr() == ("", "")


def _number(mirror: Mirror, wanted: str) -> int:
    return next(n for n, name in mirror.ids.items() if name == wanted)


def _reading_order(elements: dict[int, Any]) -> list[int]:
    found: list[int] = []

    def take(number: int) -> None:
        found.append(number)
        for below in elements[number].children:
            take(below)

    take(ROOT)
    assert len(found) == len(set(found)) == len(elements), "every node hangs in the tree, once"
    return found
