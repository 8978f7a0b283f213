"""The few words that the widgets themselves say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _

if TYPE_CHECKING:
    from game.ui import Words


def ui_words() -> Words:
    """The few words that the widgets themselves say, in the player's language."""
    from game.ui import Words

    return Words(
        on=_("on"),
        off=_("off"),
        unavailable=_("unavailable"),
        close=_("Close"),
        more_above=_("more above"),
        more_below=_("more below"),
        language=i18n.language(),
        rtl=i18n.right_to_left(),
        keys={
            "Enter": _("Enter"),
            "Space": _("Space"),
            "Esc": _("Esc"),
            "Tab": _("Tab"),
            "Del": _("Del"),
            "Backspace": _("Backspace"),
        },
    )
