"""Colours, type and preferences: the tokens of the design guide for the three moods of the game.

A `Theme` is a mood (war room, feed, paper) seen through the player's preferences. Screens name colours by role
(`"text"`, `"accent"`) or by token (`"lemon"`); widgets ask the theme for the value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, NamedTuple

Colour = tuple[int, int, int]
MoodName = Literal["war", "feed", "paper"]

TOKENS: Mapping[str, str] = {
    "ink.deep": "#0A1221", "ink.base": "#0E182B", "ink.up": "#17243E", "ink.sel": "#21335A", "bone": "#F5F2E9",
    "fog": "#B7C3DA", "line.soft": "#26375A", "line.war": "#3A4D73", "line.ctl": "#6F83AB", "lemon": "#FFE25A",
    "lemon.hover": "#FFEE9C", "lemon.down": "#CCAA00",
    "peach": "#FFF4EA", "peach.2": "#FFEFE2", "plum": "#1B1424", "plum.2": "#5B5166", "raspberry": "#D1145A",
    "raspberry.d": "#B00E4A", "raspberry.x": "#8A0A3A", "sun": "#FFC83D", "pink": "#FFE1EA", "butter": "#FFF0C9",
    "sky": "#E6F0FF", "pink.2": "#FFD3DE", "pink.3": "#F9B6C9", "butter.2": "#FFE5A3", "butter.3": "#FFD673",
    "mauve": "#F1E7EE", "rose": "#E6D5D9", "white": "#FFFFFF", "black": "#000000",
    "paper": "#F8F2E4", "slip": "#FFFDF6", "pencil": "#231F2E", "pencil.2": "#5A5263", "marker": "#FFE14D",
    "marker.pale": "#FFF3B0", "red": "#B5123F", "manila": "#F3E2B3", "tape": "#EBD591", "sand": "#B9AE95",
    "shade": "#E6DFD0",
}  # fmt: skip

_ROLES: Mapping[str, Mapping[str, str]] = {
    "war": {
        "page": "ink.base", "raised": "ink.up", "sunk": "ink.deep", "sel": "ink.sel", "text": "bone", "text2": "fog",
        "line": "line.war", "ctl": "line.ctl", "accent": "lemon", "accent.hover": "lemon.hover",
        "accent.down": "lemon.down", "on_accent": "ink.base", "guess": "lemon", "highlight": "lemon",
        "danger": "lemon", "for": "#5CAAFF", "against": "#FF9B42", "undecided": "#B9B1D3", "dull": "line.soft",
        "axis": "line.ctl",
    },
    "feed": {
        "page": "peach.2", "raised": "white", "sunk": "peach", "sel": "pink", "text": "plum", "text2": "plum.2",
        "line": "mauve", "ctl": "plum.2", "accent": "raspberry", "accent.hover": "raspberry.d",
        "accent.down": "raspberry.x", "on_accent": "white", "guess": "raspberry", "highlight": "butter.2",
        "danger": "raspberry.d", "for": "#0A5BB5", "against": "#B04800", "undecided": "#6B6385", "dull": "mauve",
        "axis": "plum.2",
    },
    "paper": {
        "page": "paper", "raised": "slip", "sunk": "shade", "sel": "marker.pale", "text": "pencil",
        "text2": "pencil.2", "line": "sand", "ctl": "pencil", "accent": "slip", "accent.hover": "marker.pale",
        "accent.down": "marker", "on_accent": "pencil", "guess": "red", "highlight": "marker", "danger": "red",
        "for": "#0A5BB5", "against": "#B04800", "undecided": "#6B6385", "dull": "shade", "axis": "#857A63",
    },
}  # fmt: skip

_HIGH: Mapping[str, Mapping[str, str]] = {
    "war": {
        "page": "#000000", "raised": "#0B1424", "sunk": "#000000", "sel": "#12264D", "text": "#FFFFFF",
        "text2": "#E3EAF7", "line": "#8FA3CC", "ctl": "#C6D3EE", "dull": "#1B2A48", "axis": "#C6D3EE",
        "for": "#7CBCFF", "against": "#FFB06A", "undecided": "#D6D0EA",
    },
    "feed": {
        "page": "#FFFFFF", "sunk": "#FFFFFF", "text": "#000000", "text2": "#2C2436", "line": "#6E6478",
        "ctl": "#1B1424", "accent": "#A30B43", "accent.hover": "#8A0A3A", "accent.down": "#6B062C",
        "raspberry": "#A30B43", "raspberry.d": "#8A0A3A", "guess": "#A30B43", "danger": "#8A0A3A", "rose": "#6E6478",
        "for": "#08458B", "against": "#873700", "undecided": "#4B4560",
    },
    "paper": {
        "page": "#FFFFFF", "raised": "#FFFFFF", "text": "#000000", "text2": "#2E2936", "line": "#5A5263",
        "ctl": "#000000", "axis": "#5A5263", "red": "#8C0A2E", "danger": "#8C0A2E", "guess": "#8C0A2E",
        "for": "#08458B", "against": "#873700", "undecided": "#4B4560",
    },
}  # fmt: skip

_LIGHT_DARK: Mapping[str, Mapping[str, str]] = {
    "war": {"for": "#FFFFFF", "against": "#8E98AD", "undecided": "#C3CAD8"},
    "feed": {"for": "#14101C", "against": "#6F6878", "undecided": "#4C4656"},
    "paper": {"for": "#14101C", "against": "#6F6878", "undecided": "#4C4656"},
}
_LIGHT_DARK_HIGH: Mapping[str, Mapping[str, str]] = {
    "war": {"for": "#FFFFFF", "against": "#A9B3C8", "undecided": "#D5DBE8"},
    "feed": {"for": "#000000", "against": "#544D5C", "undecided": "#35303F"},
    "paper": {"for": "#000000", "against": "#544D5C", "undecided": "#35303F"},
}


@dataclass(frozen=True)
class Prefs:
    """What the player chose about seeing and acting.

    `text_scale` is 1.0 to 2.0. `layout` is a name in `game.ui.keys.LAYOUTS`, a guess if it `learns` from the keys that
    are pressed. `keymap` holds the moved keys of pages: name of the screen's class -> usual key -> key to be pressed.
    Notes that go away by themselves stay `patience` times as long as usual.
    """

    text_scale: float = 1.0
    contrast: Literal["standard", "high"] = "standard"
    colours: Literal["blue-orange", "light-dark", "shapes"] = "blue-orange"
    motion: Literal["full", "gentle", "none"] = "full"
    wide_spacing: bool = False
    hatching: bool = True
    shapes: bool = True
    layout: str = "qwerty"
    learns: bool = True
    keymap: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    patience: float = 1.0

    @property
    def shaped(self) -> bool:
        """True if every dot has the shape of its stance: always where colour does not tell them apart."""
        return self.shapes or self.colours != "blue-orange"

    @property
    def textured(self) -> bool:
        """True if bars have the texture of their stance: always where neither colour nor lightness tells them apart."""
        return self.hatching or self.colours == "shapes"

    def with_text_scale(self, scale: float) -> Prefs:
        """The same preferences with type at `scale`, kept within 1.0 to 2.0."""
        return replace(self, text_scale=round(min(2.0, max(1.0, scale)), 2))


class Style(NamedTuple):
    """A type style: face, size and line height in design units at 100 %."""

    face: str
    size: float
    line: float
    tracking: float = 0.0


_WAR_STYLES: Mapping[str, Style] = {
    "title": Style("serif_black", 106, 112, -1), "board": Style("serif_black", 60, 68),
    "display": Style("serif_black", 44, 52), "h0": Style("serif_black", 52, 56), "hero": Style("serif_black", 40, 48),
    "h1": Style("serif_bold", 36, 44), "h2": Style("serif_bold", 24, 32), "h3": Style("serif_semibold", 20, 24),
    "lead": Style("sans", 20, 26), "body": Style("sans", 18, 24), "strong": Style("sans_semibold", 18, 24),
    "bold": Style("sans_bold", 18, 24), "label": Style("sans", 17, 23), "small": Style("sans", 16, 22),
    "small_strong": Style("sans_semibold", 16, 22), "number": Style("serif_bold", 28, 34),
    "big_number": Style("serif_black", 52, 60), "sentence": Style("serif", 26, 44),
    "quote": Style("serif_italic", 20, 28), "note": Style("amatic_bold", 34, 38), "keycap": Style("sans_bold", 16, 22),
    "tab": Style("serif_semibold", 20, 24), "action": Style("sans", 17, 23), "logo": Style("fredoka", 34, 40),
}  # fmt: skip
_FEED_STYLES: Mapping[str, Style] = {
    "display": Style("manrope_extrabold", 40, 48), "h0": Style("manrope_extrabold", 40, 48),
    "hero": Style("manrope_extrabold", 40, 48), "h1": Style("manrope_extrabold", 32, 40),
    "h2": Style("manrope_extrabold", 24, 32), "h3": Style("manrope_bold", 17, 22),
    "lead": Style("manrope_bold", 20, 27), "body": Style("manrope_medium", 17, 24),
    "strong": Style("manrope_bold", 17, 24), "bold": Style("manrope_bold", 17, 24),
    "label": Style("manrope_semibold", 17, 24), "action": Style("manrope_semibold", 18, 24), "small": Style("manrope_medium", 16, 21),
    "small_strong": Style("manrope_bold", 16, 21), "tab": Style("manrope_bold", 17, 24),
}  # fmt: skip
_PAPER_STYLES: Mapping[str, Style] = {
    "h1": Style("serif_black", 40, 48), "h2": Style("serif_bold", 24, 32), "h3": Style("serif_bold", 20, 26),
    "lead": Style("serif", 20, 28), "body": Style("serif", 18, 25), "strong": Style("serif_bold", 18, 25),
    "bold": Style("serif_bold", 18, 25), "sentence": Style("serif", 20, 28), "quote": Style("serif_italic", 19, 28),
}  # fmt: skip

STYLES: Mapping[str, Mapping[str, Style]] = {
    "war": _WAR_STYLES,
    "feed": {**_WAR_STYLES, **_FEED_STYLES},
    "paper": {**_WAR_STYLES, **_PAPER_STYLES},
}


@lru_cache(maxsize=512)
def parse(code: str) -> Colour:
    """`#RRGGBB` as a tuple. Raises ValueError for anything else."""
    if len(code) != 7 or not code.startswith("#"):
        raise ValueError(f"not a colour: {code!r}")
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`a` with `share` (0 to 1) of `b`, per channel."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definition of relative luminance)."""

    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_FOUND: dict[tuple[str, ...], Colour] = {}
"""Colours that were looked up before: the tokens are few, and each is asked for hundreds of times in a frame."""


@dataclass(frozen=True)
class Theme:
    """A mood seen through the player's preferences: gives colours by role or token, and type styles."""

    mood: MoodName
    prefs: Prefs = field(default_factory=Prefs, compare=False)

    @property
    def dark(self) -> bool:
        """True for the war room."""
        return self.mood == "war"

    def color(self, name: str) -> Colour:
        """The colour of a role (`text`), a token (`lemon`) or a code (`#0A1221`). Raises KeyError for unknown names."""
        prefs = self.prefs
        key = name, self.mood, prefs.contrast, prefs.colours
        found = _FOUND.get(key)
        if found is None:
            found = _FOUND[key] = self._color(name)
        return found

    def _color(self, name: str) -> Colour:
        if name.startswith("#"):
            return parse(name)
        code = self._special(name) or _ROLES[self.mood].get(name) or TOKENS.get(name)
        if code is None:
            raise KeyError(f"no colour called {name!r}")
        return parse(code) if code.startswith("#") else parse(TOKENS[code])

    def _special(self, name: str) -> str | None:
        """The value that preferences put in the place of the standard one."""
        high = self.prefs.contrast == "high"
        if name in ("for", "against", "undecided"):
            if self.prefs.colours == "light-dark":
                return (_LIGHT_DARK_HIGH if high else _LIGHT_DARK)[self.mood][name]
            if self.prefs.colours == "shapes":
                return (_HIGH if high else _ROLES)[self.mood]["text"]
        if high:
            return _HIGH[self.mood].get(name)
        return None

    def style(self, name: str) -> Style:
        """The type style called `name` in this mood. Raises KeyError for unknown names."""
        return STYLES[self.mood][name]

    def spacing(self, size: float, tracking: float = 0) -> float:
        """Room after each letter, in units at 100 %: the style's tracking, and wide spacing where the player wants it."""
        return tracking + (0.06 * size if self.prefs.wide_spacing else 0)

    def in_mood(self, mood: MoodName) -> Theme:
        """The same preferences in another mood."""
        return Theme(mood, self.prefs)


@dataclass(frozen=True)
class Words:
    """The few words the ui itself says, in the player's language. The cli fills them in."""

    on: str = "on"
    off: str = "off"
    unavailable: str = "unavailable"
    close: str = "Close"
    more_above: str = "more above"
    more_below: str = "more below"
    language: str = ""
    """Code of the language of the page, for screen readers, such as "fr"."""
    rtl: bool = False
    """True if the page goes from right to left."""
    keys: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
