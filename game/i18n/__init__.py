"""Words and figures in the player's language: gettext catalogues, and numbers, money, dates and lists through Babel.

Texts in code are written in English and passed through ``_``, ``ngettext`` or ``pgettext`` when they are drawn, never
at import, because the language can change at any moment. Screens call these functions; the rules never do.
"""

from __future__ import annotations

from game.i18n.figures import clock, counted, euros, exact, interval, listing, number, percent, points, weekday
from game.i18n.words import (
    _,
    guess,
    labelled,
    language,
    languages,
    localise,
    ngettext,
    pgettext,
    right_to_left,
    set_language,
)

__all__ = [
    "_",
    "clock",
    "counted",
    "euros",
    "exact",
    "guess",
    "interval",
    "labelled",
    "language",
    "languages",
    "listing",
    "localise",
    "ngettext",
    "number",
    "percent",
    "pgettext",
    "points",
    "right_to_left",
    "set_language",
    "weekday",
]
