"""A screen reader for tests: a display, a bus and a registry of its own, and a client that speaks AT-SPI over D-Bus.

It knows a game only as a screen reader does: by roles, names, states and the actions on offer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT_PATH = "/org/a11y/atspi/accessible/root"
STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 16: "modal", 23: "selected"}
ROLES = {
    7: "check box", 16: "dialog", 23: "frame", 27: "image", 29: "label", 31: "list", 32: "list item", 37: "tab",
    38: "tab list", 39: "panel", 42: "progress bar", 43: "button", 44: "radio button", 51: "slider", 54: "status",
    62: "toggle button", 75: "application", 79: "entry", 83: "heading", 98: "group", 116: "label",
}  # fmt: skip
PATIENCE = 60.0
"""Seconds after which a page that does not come is missed. A machine under load is slow, not broken."""
REPLY = 3.0
"""Seconds for one answer; a question put while the game was still joining the bus gets none and is put again."""


def missing() -> str:
    """Why no screen reader can be played here, or nothing."""
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "no AT-SPI here (at-spi2-core)"
    return next((f"no {name} here" for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None), "")


def _role(number: int) -> str:
    return ROLES.get(number, f"role {number}")


@dataclass(frozen=True)
class Thing:
    """One accessible thing as it was when it was read."""

    owner: str
    path: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    depth: int


@contextmanager
def desk(folder: Path) -> Iterator[dict[str, str]]:
    """A display, a session bus and AT-SPI; gives the environment for programs on it, and ends everything after."""
    with ExitStack() as stack:
        home = folder / "desk"
        home.mkdir(mode=0o700)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LANG": "C.UTF-8",
        }

        def start(*command: str) -> str:
            process = subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
            assert process.stdout is not None
            stack.enter_context(process.stdout)
            return process.stdout.readline().strip()

        display = start("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
        environment["DISPLAY"] = f":{display}"
        bus = start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        yield environment


class Reader:
    """Listens on the accessibility bus and acts on what it finds there."""

    def __init__(self, environment: dict[str, str]) -> None:
        from jeepney import DBusAddress, Properties
        from jeepney.io.blocking import open_dbus_connection

        session = open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])
        self._a11y = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        self.session = session
        address = self._ask(session, self._a11y, "GetAddress")[0]
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            session.send_and_get_reply(status.set(name, "b", True), timeout=PATIENCE)
        self.bus = open_dbus_connection(address)
        self.said: list[str] = []
        self._listen()

    def close(self) -> None:
        """Hang up."""
        self.bus.close()
        self.session.close()

    @staticmethod
    def _ask(
        connection: Any, address: Any, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> Any:
        from jeepney import new_method_call
        from jeepney.wrappers import unwrap_msg

        reply = connection.send_and_get_reply(new_method_call(address, method, signature, body), timeout=REPLY)
        return unwrap_msg(reply)

    def _listen(self) -> None:
        from jeepney import DBusAddress, MatchRule, message_bus

        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self.bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        registry = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
        self._ask(self.bus, registry, "RegisterEvent", "s", ("object:announcement",))
        self._rule = self.bus.filter(rule, bufsize=10_000).__enter__()

    def hear(self) -> list[str]:
        """Everything that was announced so far."""
        while self._rule:
            message = self._rule.popleft()
            if message.header.fields.get(3) == "Announcement":
                self.said.append(message.body[3][1])
        return self.said

    # -- reading -----------------------------------------------------------------------------------------------
    def call(self, owner: str, path: str, interface: str, method: str, signature: str | None = None, *body: Any) -> Any:
        """One method of one object."""
        from jeepney import DBusAddress

        return self._ask(self.bus, DBusAddress(path, owner, interface), method, signature, body)

    def property(self, owner: str, path: str, name: str, interface: str = ACCESSIBLE) -> Any:
        """One property of one object."""
        from jeepney import DBusAddress, Properties
        from jeepney.wrappers import unwrap_msg

        ask = Properties(DBusAddress(path, owner, interface)).get(name)
        return unwrap_msg(self.bus.send_and_get_reply(ask, timeout=REPLY))[0][1]

    def _thing(self, owner: str, path: str, depth: int) -> Thing:
        low, high = self.call(owner, path, ACCESSIBLE, "GetState")[0]
        bits = low | high << 32
        return Thing(
            owner,
            path,
            _role(self.call(owner, path, ACCESSIBLE, "GetRole")[0]),
            self.property(owner, path, "Name"),
            self.property(owner, path, "Description"),
            frozenset(name for bit, name in STATES.items() if bits >> bit & 1),
            depth,
        )

    def page(self) -> list[Thing]:
        """Everything in every window, in reading order. Empty while nothing is there or while it changes."""
        from jeepney import DBusErrorResponse

        found: list[Thing] = []

        def take(owner: str, path: str, depth: int) -> None:
            if depth >= 0:
                found.append(self._thing(owner, path, depth))
            for name, below in self.call(owner, path, ACCESSIBLE, "GetChildren")[0]:
                take(name, below, depth + 1)

        try:
            take("org.a11y.atspi.Registry", ROOT_PATH, -1)
        except (DBusErrorResponse, TimeoutError):  # it went away while it was read
            return []
        return found

    def wait(self, ready: Callable[[list[Thing]], bool], what: str) -> list[Thing]:
        """The page once it is as it should be. Raises AssertionError when it does not come."""
        end = time.monotonic() + PATIENCE
        page: list[Thing] = []
        while time.monotonic() < end:
            page = self.page()
            if page and ready(page):
                return page
            self.pause()
        listed = "\n".join(f"{'  ' * t.depth}{t.role} {t.name!r} {t.description!r} {sorted(t.states)}" for t in page)
        raise AssertionError(f"{what} did not come:\n{listed}")

    def pause(self) -> None:
        """Wait for the next signal, a tenth of a second at most."""
        with suppress(TimeoutError):
            self.bus.recv_messages(timeout=0.1)

    def extents(self, thing: Thing) -> tuple[int, int, int, int]:
        """x, y, width and height in pixels of the window."""
        x, y, width, height = self.call(thing.owner, thing.path, "org.a11y.atspi.Component", "GetExtents", "u", 1)[0]
        return x, y, width, height

    # -- acting ------------------------------------------------------------------------------------------------
    def press(self, thing: Thing) -> bool:
        """Do the thing's own action, the first. False if it has none or is not there any more."""
        from jeepney import DBusErrorResponse

        try:
            return bool(self.call(thing.owner, thing.path, "org.a11y.atspi.Action", "DoAction", "i", 0)[0])
        except DBusErrorResponse:
            return False

    def grab(self, thing: Thing) -> None:
        """Take the focus there."""
        self.call(thing.owner, thing.path, "org.a11y.atspi.Component", "GrabFocus")


def named(page: list[Thing], role: str, name: str) -> Thing | None:
    """The first thing of a role whose name is this, else one whose name begins with it."""
    of_role = [thing for thing in page if thing.role == role]
    return next((t for t in of_role if t.name == name), next((t for t in of_role if t.name.startswith(name)), None))
