"""How much room words take: measured on the page's own type, for pages that choose what to show by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.ui import fonts
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui import App

_SENTENCE = re.compile(r"(?<=[.!?…؟。])[\s\u00a0]+")


def wide(app: App, text: str, style: str = "small", *, face: str = "", size: float = 0) -> float:
    """Width of one line in design units."""
    theme, factor = Theme(app.screen.mood, app.prefs), app.env.factor
    base = theme.style(style)
    size = size or base.size
    pixels, extra = round(size * app.prefs.text_scale * factor), round(theme.spacing(size, base.tracking) * factor)
    return fonts.width(text, face or base.face, pixels, extra) / factor


def shortened(app: App, text: str, room: float, style: str = "small", *, face: str = "") -> str:
    """The text if one line has room for it, else as many whole words as there is room for, and an ellipsis."""
    if wide(app, text, style, face=face) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and wide(app, " ".join(words) + " …", style, face=face) > room:
        words.pop()
    return " ".join(words).rstrip(" ,;:.–") + " …"


def opening(text: str, letters: int) -> str:
    """As many sentences from the beginning as have at most ``letters`` together; at least one."""
    sentences = _SENTENCE.split(text)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + 1 + len(sentence) > letters:
            break
        kept = f"{kept} {sentence}"
    return kept
