"""From the player's settings to what the ui goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import i18n
from game.screens import shortcuts

if TYPE_CHECKING:
    from game.settings import Settings
    from game.ui import Prefs

_KEYBOARDS = {"fr": "azerty", "de": "qwertz"}
"""A first guess by the language of the game, until a key that was pressed tells more."""
PROJECTED = 150
"""Text is at least so many per cent for a class at the wall."""


def prefs_from(chosen: Settings) -> Prefs:
    """The ui's preferences from the player's settings."""
    from game.ui import Prefs
    from game.ui.system import high_contrast, reduced_motion

    wanted = chosen.projector or chosen.contrast == "high" or (chosen.contrast == "system" and high_contrast())
    motion = chosen.motion if chosen.motion != "system" else "gentle" if reduced_motion() else "full"
    guess = _KEYBOARDS.get(i18n.language()[:2], "qwerty")
    return Prefs(
        text_scale=max(chosen.text_scale, PROJECTED if chosen.projector else 100) / 100,
        contrast="high" if wanted else "standard",
        colours=chosen.colours,
        motion=motion,
        wide_spacing=chosen.wide_spacing,
        hatching=chosen.hatching,
        shapes=chosen.shapes,
        layout=guess if chosen.keyboard == "auto" else chosen.keyboard,
        learns=chosen.keyboard == "auto",
        keymap=shortcuts.keymaps(shortcuts.settled(chosen.keys)) if chosen.keys else {},
        patience=3.0 if chosen.long_notes else 1.0,
    )
