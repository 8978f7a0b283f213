"""What the monkey does: one step is plain data, so that a wandering can be printed, played again and made shorter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pygame

from game.settings import TEXT_SCALES, Settings
from game.ui import Node
from tests.monkey.player import Player

Step = tuple[Any, ...]
"""What is done, and with what."""

PATIENCE = 20
"""Steps on one page."""
LANGUAGES = ("en", "fr", "en-XA", "ar-XB")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NAMED = (
    *("Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Enter", "Space") * 3,
    *("Esc", "Home", "End", "PageUp", "PageDown", "Del", "Backspace", "F1", "F2", "F3", "F11", "F12"),
    *("Ctrl+Plus", "Ctrl+Minus", "Ctrl+0", "Ctrl+c", "Shift+a", "+", "-", ",", ".", "é", "ж", "ß"),
)
_TYPED = ("a", "é", "漢字", "🙂", "1", " ", "‏ا", "\n", "x" * 300)
_SIZES = ((1280, 720), (1024, 576), (1920, 1080), (800, 900), (1366, 768), (640, 480), (1, 1))
_SETTINGS: dict[str, tuple[object, ...]] = {
    "text_scale": TEXT_SCALES,
    "contrast": ("standard", "high"),
    "colours": ("blue-orange", "light-dark", "shapes"),
    "motion": ("full", "gentle", "none"),
    "captions": (True, False),
    "read_aloud": (True, False),
    "long_notes": (True, False),
    "keyboard": ("auto", "qwerty", "azerty", "qwertz"),
    "wide_spacing": (True, False),
    "hatching": (True, False),
    "ephemeral": (False, False, True),
}


def settings_of(luck: Random) -> Settings:
    """The settings that a player may come with."""
    chosen = {name: luck.choice(values) for name, values in _SETTINGS.items() if name != "ephemeral"}
    return Settings().changed(**chosen, language=luck.choice(("en", "en", "fr")))


def wander(luck: Random, player: Player) -> Iterator[Step]:
    """Steps without end: half of them at random, half something that the page offers. Ask for one at a time.

    A page that it has been on for long bores the monkey, so that one with a hundred rows does not take the whole day.
    """
    page, since = player.screen, 0
    while True:
        page, since = player.screen, since + 1 if player.screen is page else 0
        if since > PATIENCE and luck.random() < 0.3:
            yield ("key", "Esc")
        else:
            offered = _offered(luck, player) if luck.random() < 0.5 else None
            yield offered or _random(luck)


def _offered(luck: Random, player: Player) -> Step | None:
    """Press one of the things that can be pressed: by its key, by mouse, by finger, as a screen reader does."""
    pressable = [node for node in player.tree().walk() if "press" in node.actions or node.role == "slider"]
    if not pressable:
        return None
    node: Node = luck.choice(pressable)
    x, y = _middle(node)
    ways: list[Step] = [("click", x, y), ("tap", x, y)] if 0 <= y < 720 else []  # else it is scrolled away
    if node.keys:
        ways += [("key", node.keys[0])] * 2
    if node.id and node.role != "hint":
        ways.append(("ask", "press", node.id))
        ways.append(("ask", luck.choice(("raise", "lower", "focus", "reveal")), node.id))
    return luck.choice(ways) if ways else None


def _middle(node: Node) -> tuple[int, int]:
    x, y, w, h = node.bounds
    return round(x + w / 2), round(y + h / 2)


def _random(luck: Random) -> Step:
    """Any input at all."""
    point = (luck.randrange(-20, 1300), luck.randrange(-20, 740))
    other = (luck.randrange(1280), luck.randrange(720))
    setting = luck.choice(tuple(_SETTINGS))
    kinds: tuple[tuple[float, Step], ...] = (
        (26, ("key", luck.choice(_LETTERS))),
        (10, ("key", luck.choice("0123456789"))),
        (30, ("key", luck.choice(_NAMED))),
        (3, ("key", f"scan:{luck.choice('QWETASDF')}")),
        (2, ("strange key", luck.choice((0, 7, 0x40000052, 0x110000, -1)))),
        (7, ("click", *point)),
        (3, ("tap", *point)),
        (3, ("hover", *point)),
        (2, ("drag", *point, *other, False)),
        (2, ("drag", *point, *other, True)),
        (3, ("wheel", *other, luck.choice((-3, -1, 1, 5)))),
        (2, ("text", luck.choice(_TYPED))),
        (2, ("time", luck.choice((0.02, 0.3, 2.0, 9.0)))),
        (1, ("size", *luck.choice(_SIZES))),
        (1, ("setting", setting, luck.choice(_SETTINGS[setting]))),
        (0.5, ("language", luck.choice(LANGUAGES))),
        (0.3, ("close",)),
    )
    return luck.choices([step for _, step in kinds], [weight for weight, _ in kinds])[0]


def take(player: Player, step: Step) -> None:
    """Do one step. A game that was left is started again."""
    _DOING[step[0]](player, *step[1:])
    if not player.app.running:
        player.start_again()


def _strange(player: Player, code: int) -> None:
    player.dispatch(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=code & 0xFF, unicode=""))


def _ask(player: Player, verb: str, wanted: str) -> None:
    player.inputs.request(verb, wanted)
    player.advance(0, frames=1)


def _set(player: Player, name: str, value: object) -> None:
    player.lobby.change(**{name: value})
    player.advance(0, frames=1)


def _language(player: Player, code: str) -> None:
    player.lobby.set_language(code)
    player.advance(0, frames=1)


_DOING: dict[str, Callable[..., object]] = {
    "key": Player.press,
    "strange key": _strange,
    "click": Player.click,
    "tap": Player.tap,
    "hover": Player.hover,
    "drag": lambda player, x, y, to_x, to_y, touch: player.drag(x, y, to_x, to_y, touch=touch),
    "wheel": Player.wheel,
    "text": lambda player, text: player.dispatch(pygame.event.Event(pygame.TEXTINPUT, text=text)),
    "time": lambda player, seconds: player.advance(seconds, frames=2),
    "size": Player.resize,
    "setting": _set,
    "language": _language,
    "ask": _ask,
    "close": lambda player: player.dispatch(pygame.event.Event(pygame.QUIT)),
}
