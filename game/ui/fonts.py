"""Fonts by role, opened at the pixel size that is drawn, and rendered text kept in a bounded cache."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import pygame

from game import resources
from game.ui import bidi, coverage
from game.ui.surfaces import SurfaceCache
from game.ui.theme import Colour

_BOLDER = {
    "serif": "serif_bold",
    "serif_italic": "serif_bold",
    "serif_semibold": "serif_bold",
    "sans": "sans_bold",
    "sans_semibold": "sans_bold",
    "manrope_medium": "manrope_bold",
    "manrope_semibold": "manrope_bold",
}
_ITALIC = {"serif": "serif_italic", "serif_bold": "serif_semibold_italic", "sans": "sans_italic"}
_SERIF = {ord(mark): f"{mark}\u2009" for mark in "“”„«»"} | {ord("…"): "...", ord("%"): "%\u2002\u2006"}
_SERIF_ITALIC = {code: drawn for code, drawn in _SERIF.items() if chr(code) in "“«…%"}
"""Marks with the room that is missing behind them: the files give them the advance of one of their parts."""
_BOLD = frozenset({"serif_black", "fredoka", *_BOLDER.values(), "manrope_extrabold", "sans_semibold", "serif_semibold"})
_ONE_WEIGHT = frozenset({"arabic", "hebrew"})
_CURSIVE = frozenset({"arabic"})
_LINES = SurfaceCache(1.5)


@lru_cache(maxsize=40)
def font(face: str, px: int) -> pygame.font.Font:
    """The face opened at `px` pixels to the em. Raises KeyError for an unknown face."""
    return pygame.font.Font(str(resources.font(face)), px)


@lru_cache(maxsize=64)
def _font_to_left(face: str, px: int, script: str) -> pygame.font.Font:
    """The face opened a second time, to set letters from right to left."""
    opened = pygame.font.Font(str(resources.font(face)), px)
    opened.set_direction(pygame.DIRECTION_RTL)
    opened.set_script(script)
    return opened


def _finer(px: int) -> int:
    """How many times finer than the window letters of this size are drawn and measured.

    SDL sets letters at whole pixels and hints them, which spaces small text unevenly and a few in a hundred too wide.
    Large letters do not show it.
    """
    return 3 if px < 30 else 2 if px < 64 else 1


def _opened(face: str, px: int, script: str) -> pygame.font.Font:
    return _font_to_left(face, px, script) if script else font(face, px)


def _measured(text: str, face: str, px: int, script: str = "") -> int:
    """Pixels that a stretch in one face takes, from right to left if it has a script of its own."""
    times = _finer(px)
    return -(-_opened(face, px * times, script).size(text)[0] // times)


def _drawn(text: str, face: str, px: int, colour: Colour, script: str = "") -> pygame.Surface:
    """A stretch in one face, as high as the face, brought down from the finer drawing; the baseline is on a pixel."""
    times = _finer(px)
    opened = _opened(face, px * times, script)
    line = opened.render(text, True, colour)
    if times == 1:
        return line
    wide, high = -(-line.get_width() // times), height(face, px)
    ground = pygame.Surface((max(1, wide) * times, high * times), pygame.SRCALPHA)
    ground.fill((*colour, 0))
    line.set_alpha(None)  # so that it is copied as it is
    ground.blit(line, (0, ascent(face, px) * times - opened.get_ascent()))
    return pygame.transform.smoothscale(ground, (max(1, wide), high))


def bolder(face: str) -> str:
    """The face to use for stressed words among text in `face`."""
    return _BOLDER.get(face, face)


def italic(face: str) -> str:
    """The slanted companion of `face`, or itself if the family has none."""
    return _ITALIC.get(face, face)


def covering(face: str, string: str) -> str:
    """`face`, or the face that stands in where it lacks letters of `string` (Greek and Cyrillic in Amatic, Fredoka)."""
    if face not in ("amatic_bold", "fredoka"):
        return face
    high = max(map(ord, string), default=0)
    if high < 0x250 or 0x2000 <= high < 0x2070:
        return face
    if face == "fredoka":
        return "manrope_extrabold"
    return "serif_semibold" if any(0x400 <= ord(c) < 0x530 for c in string) else "serif_semibold_italic"


def drawn_as(string: str, face: str) -> str:
    """The string as it must be drawn in `face`.

    The Source Serif files give double quotes, guillemets, the ellipsis and the per cent sign the advance of one of
    their parts, so that the next letter would overlap them; blanks of the right width follow them.
    """
    if not face.startswith("serif"):
        return string
    wide = string.replace("«\u202f", "«\u00a0").replace("\u202f»", "\u00a0»")
    return wide.translate(_SERIF_ITALIC if face.endswith("italic") else _SERIF)


@lru_cache(maxsize=8000)
def width(string: str, face: str, px: int, extra: int = 0) -> int:
    """Width of one line in pixels; `extra` pixels are added after each letter."""
    if not string:
        return 0
    if not _simple(string, face):
        return sum(piece.width for piece in _pieces(string, face, px, extra, False))
    shown = covering(face, string)
    return _measured(drawn_as(string, shown), shown, px) + extra * len(string)


@lru_cache(maxsize=512)
def ascent(face: str, px: int) -> int:
    """Pixels above the baseline."""
    return font(face, px).get_ascent()


@lru_cache(maxsize=512)
def height(face: str, px: int) -> int:
    """Pixels from the top of the tallest to the foot of the deepest letter."""
    return font(face, px).get_height()


class _Part(NamedTuple):
    """A stretch of a line in one face and one direction: what is drawn with one call."""

    text: str
    face: str
    script: str
    width: int
    extra: int
    heavy: bool


def _simple(string: str, face: str) -> bool:
    """True if one face draws all of the string, from left to right: the quick way that nearly all texts go."""
    if coverage.plain(string):
        return True
    shown = covering(face, string)
    return not bidi.needed(string) and all(coverage.face_for(shown, letter) == shown for letter in string)


def _pieces(string: str, face: str, px: int, extra: int, rtl: bool) -> list[_Part]:
    """A line that no single face can draw, or that runs both ways: its stretches from left to right."""
    mixed = rtl or bidi.needed(string)
    parts: list[_Part] = []
    for stretch, to_left in bidi.stretches(string, rtl) if mixed else [(string, False)]:
        shown = stretch.translate(bidi.INVISIBLE)
        usual = covering(face, shown)
        if to_left:  # blanks and brackets go with the letters beside them where the letters' face has them
            strong = next((f for c in shown if c.isalpha() and (f := coverage.face_for(usual, c)) != usual), usual)
            faces = [strong if coverage.has(strong, c) else coverage.face_for(usual, c) for c in shown]
        else:
            faces = [coverage.face_for(usual, c) for c in shown]
        made = []
        for name, some in groupby(zip(faces, shown, strict=True), lambda one: one[0]):
            text = "".join(letter for _, letter in some)
            heavy, script = False, ""
            if to_left:
                script = "Hebr" if name == "hebrew" else "Arab"
                heavy = name in _ONE_WEIGHT and face in _BOLD
            else:
                text = drawn_as(text, name)
            wide = 0 if name in _CURSIVE else extra
            made.append(_Part(text, name, script, _measured(text, name, px, script) + wide * len(text), wide, heavy))
        parts += made[::-1] if to_left else made
    return parts


def _heavier(line: pygame.Surface, px: int) -> pygame.Surface:
    """A line drawn stronger, for scripts whose package holds one weight: laid over itself a little to the side."""
    most = max(1.0, px * 0.045)
    heavy = line.copy()
    for step in range(1, math.ceil(most) + 1):
        aside = line.copy()
        if step > most:  # the last step is a part of a pixel
            aside.fill((255, 255, 255, round(255 * (most - step + 1))), special_flags=pygame.BLEND_RGBA_MULT)
        heavy.blit(aside, (step, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return heavy


def _composed(string: str, face: str, px: int, colour: Colour, extra: int, rtl: bool) -> pygame.Surface:
    """A line of several stretches on one baseline: as high above and below the middle as `face` alone would be, or more."""
    parts = _pieces(string, face, px, extra, rtl)
    base, high = ascent(face, px), height(face, px)
    above = max((ascent(part.face, px) for part in parts), default=0) - base
    below = max((height(part.face, px) - ascent(part.face, px) for part in parts), default=0)
    more = max(0, above, below - (high - base))
    surface = pygame.Surface((max(1, sum(part.width for part in parts)), high + 2 * more), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    x = 0
    for part in parts:
        drawn = (
            _spaced(list(part.text), part.face, px, colour, part.extra, part.script)
            if part.extra
            else _drawn(part.text, part.face, px, colour, part.script)
        )
        if part.heavy:
            drawn = _heavier(drawn, px)
        surface.blit(drawn, (x, more + base - ascent(part.face, px)), special_flags=pygame.BLEND_RGBA_MAX)
        x += part.width
    return surface


def line_surface(string: str, face: str, px: int, colour: Colour, extra: int = 0, rtl: bool = False) -> pygame.Surface:
    """One rendered line with its own alpha, from the cache if it was drawn before.

    `rtl` says that the line stands on a page, or in a paragraph, from right to left. Where letters of other faces are
    higher, the surface has as much more room above as below.
    """
    key = (string, face, px, colour, extra, rtl)
    return _LINES.get(key, lambda: _line(string, face, px, colour, extra, rtl))


def _line(string: str, face: str, px: int, colour: Colour, extra: int, rtl: bool) -> pygame.Surface:
    shown = covering(face, string)
    if not _simple(string, face) or (rtl and not any(c.isalnum() for c in string)):
        return _composed(string, shown, px, colour, extra, rtl)
    if extra:
        return _spaced([drawn_as(letter, shown) for letter in string], shown, px, colour, extra)
    return _drawn(drawn_as(string, shown), shown, px, colour)


def _spaced(letters: list[str], face: str, px: int, colour: Colour, extra: int, script: str = "") -> pygame.Surface:
    """The line letter by letter with room between, at the places that kerning gives."""
    total = _measured("".join(letters), face, px, script) + extra * len(letters)
    surface = pygame.Surface((max(1, total), height(face, px)), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    for index, letter in enumerate(letters):
        end = _measured("".join(letters[: index + 1]), face, px, script)
        x = end - _measured(letter, face, px, script) + extra * index
        surface.blit(_drawn(letter, face, px, colour, script), (x, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return surface


@lru_cache(maxsize=1)
def _icon_codes() -> dict[str, str]:
    """Font Awesome's names with their characters, from the style sheet inside the package."""
    sheet = (resources.font("icons").parent.parent / "css" / "fontawesome.css").read_text("utf-8")
    codes: dict[str, str] = {}
    for names, code in re.findall(r"((?:\.fa-[a-z0-9-]+::?before,?\s*)+)\{\s*content:\s*\"\\?([^\"]+)\"", sheet):
        character = chr(int(code, 16)) if len(code) > 1 else code
        for name in re.findall(r"\.fa-([a-z0-9-]+)::?before", names):
            codes[name] = character
    return codes


def icon_character(name: str) -> str:
    """The character of a Font Awesome solid icon. Raises KeyError for a name that the set does not have."""
    codes = _icon_codes()
    if name not in codes:
        raise KeyError(f"Font Awesome has no icon called {name!r}")
    return codes[name]
