"""Keys and what they do: one binding feeds the handler, the key cap and the hint bar."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Action = Callable[..., object]
BUILT_IN = ("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Enter", "Space", "F1", "F2", "F11")
LAYOUTS: Mapping[str, Mapping[str, str]] = {
    "qwerty": {},
    "azerty": {"Q": "A", "W": "Z", "A": "Q", "Z": "W", "M": ","},
    "qwertz": {"Y": "Z", "Z": "Y"},
}
"""What stands on the keys of other keyboards, by the letter in their place on QWERTY."""
_ARROWS = {"Up": "arrow-up", "Down": "arrow-down", "Left": "arrow-left", "Right": "arrow-right"}


@dataclass(frozen=True)
class Binding:
    """Keys with one meaning.

    `keys` is one name, several with spaces between ("Left Right"), or a run ("1-5"). Without an action it only names a
    built-in key in the hint bar. An action may take the name of the key. `disabled` holds the reason why not now.
    """

    keys: str
    label: str = ""
    action: Action | None = None
    hint: bool = True
    right: bool = False
    strong: bool = False
    show: str = ""
    disabled: str = ""
    owner: str = ""
    over: bool = False

    def names(self) -> tuple[str, ...]:
        """Every key of the binding."""
        found: list[str] = []
        for part in self.keys.split():
            if len(part) == 3 and part[1] == "-" and part[0].isdigit() and part[2].isdigit():
                found.extend(str(n) for n in range(int(part[0]), int(part[2]) + 1))
            else:
                found.append(part)
        return tuple(found)

    def caps(self) -> tuple[str, ...]:
        """What is drawn on key caps; a run shows its ends with a dash between."""
        shown: list[str] = []
        for part in (self.show or self.keys).split():
            if len(part) == 3 and part[1] == "-" and part[0].isdigit() and part[2].isdigit():
                shown.extend((part[0], "–", part[2]))
            else:
                shown.append(part)
        return tuple(shown)

    def run(self, key: str) -> None:
        """Do it. The action gets the key's name if it takes an argument."""
        if self.action is None:
            return
        if takes_argument(self.action):
            self.action(key)
        else:
            self.action()


def takes_argument(action: Callable[..., Any]) -> bool:
    """True if the callable must be given one positional argument."""
    try:
        parameters = inspect.signature(action).parameters.values()
    except (TypeError, ValueError):
        return False
    needed = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return any(p.kind in needed and p.default is inspect.Parameter.empty for p in parameters)


def cap_text(key: str, layout: str, translated: Mapping[str, str], learnt: Mapping[str, str] | None = None) -> str:
    """What the cap of a key shows on this keyboard layout and in this language.

    `learnt` is what the keyboard itself told of its places, which is surer than the name of a layout.
    """
    if key.startswith("scan:"):
        letter = key[5:]
        return (learnt or {}).get(letter) or LAYOUTS.get(layout, {}).get(letter, letter)
    return translated.get(key, key)


def closed(moved: Mapping[str, str]) -> dict[str, str]:
    """The keys of a page after some were moved (usual key -> new key), so that every key still means one thing.

    A key that was taken, and whose own meaning was not moved elsewhere, takes over the key that became free.
    """
    whole = dict(moved)
    came_from = {new: usual for usual, new in moved.items()}
    for new in moved.values():
        if new not in whole:
            free = new
            while free in came_from:
                free = came_from[free]
            whole[new] = free
    return {usual: new for usual, new in whole.items() if usual != new}


def meanings(name: str, place: str, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The usual keys that a pressed key stands for: by its label, and by its place on a QWERTY keyboard."""
    pressed = (name, f"scan:{place}") if place else (name,)
    moved = [usual for key in pressed for usual, new in keymap.items() if new == key]
    return tuple(moved) or tuple(key for key in pressed if key not in keymap)


def cap_icon(key: str) -> str:
    """The icon on the cap of an arrow key, else nothing."""
    return _ARROWS.get(key, "")


def conflicts(bindings: Sequence[Binding]) -> list[str]:
    """Keys that two of the bindings claim for different things."""
    claimed: dict[str, str] = {}
    twice: list[str] = []
    for b in bindings:
        if b.action is None:
            continue
        for name in b.names():
            meaning = b.label or b.owner
            if claimed.setdefault(name, meaning) != meaning:
                twice.append(f"{name}: {claimed[name]} and {meaning}")
    return twice
