"""What holds after every input, on every page."""

from __future__ import annotations

from collections import Counter

from game.i18n import _
from game.ui import App, Node
from game.ui import focus as travel
from game.ui.pilot import Pilot

DEEPEST = 6
"""Pages over pages, and dialogs over dialogs: more than this is no place where anybody finds back."""
PRESSES = 12
"""Keys that may be needed from anywhere to the title."""


def faults(app: App) -> list[str]:
    """What must never be: a key with two meanings, focus on nothing or on two things, pages without end over pages."""
    app.ensure()
    found = [f"two meanings of one key: {each}" for each in app.conflicts()]
    stops = [widget.id for widget in travel.stops(app.active)]
    if stops.count(app.focused_id) != 1 and (stops or app.focused_id):
        found.append(f"the focus is on {app.focused_id!r}, which is there {stops.count(app.focused_id)} times")
    if len(app.screens) > DEEPEST or len(app.dialogs) > DEEPEST:
        found.append(f"{len(app.screens)} pages and {len(app.dialogs)} dialogs over each other")
    return found


def word_faults(app: App) -> list[str]:
    """What a page must not say: things that can be pressed without a name, one id for two, texts with holes in them."""
    nodes = list(app.semantics().walk())
    found = [f"{node.role} {node.id!r} has no name" for node in nodes if node.actions and not node.name.strip()]
    found += [f"a hole in {text!r}" for node in nodes for text in _said(node) if "{" in text or "}" in text]
    ids = Counter(node.id for node in nodes if "focus" in node.actions)
    found += [f"{count} things have the id {name!r}" for name, count in ids.items() if count > 1 and name]
    focused = [node for node in nodes if "focused" in node.states]
    if len(focused) > 1:
        found.append(f"{len(focused)} things say that they have the focus")
    return found


def _said(node: Node) -> tuple[str, ...]:
    return node.name, node.value, node.description


def way_to_the_title(pilot: Pilot) -> list[str]:
    """Go to the title by keys alone: by the key of what leads there, else by Esc. Gives what was passed.

    Raises:
        AssertionError: the title is not there after ``PRESSES`` keys.
    """
    passed = [_where(pilot.app)]
    for _press in range(PRESSES):
        if passed[-1] == "Title":
            return passed
        key = _key_out(pilot.app)
        pilot.press(key)
        passed.append(f"{_where(pilot.app)}")
        assert pilot.app.running or passed[-2] == "Title", f"{key} ends the game: {' > '.join(passed)}"
    raise AssertionError(f"no way to the title by keys: {' > '.join(passed)}\n{pilot.text()}")


def _where(app: App) -> str:
    return type(app.screen).__name__ + (" dialog" * len(app.dialogs))


def _key_out(app: App) -> str:
    """The key of what says that it leads to the title or the menu; Esc where nothing does."""
    out = (_("Save and go to the title"), _("Go to the title"), _("Menu"))
    nodes = [node for node in app.semantics().walk() if node.keys and "press" in node.actions]
    return next((node.keys[0] for name in out for node in nodes if node.name == name), "Esc")
