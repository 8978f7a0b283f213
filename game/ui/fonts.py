"""Fonts by role, opened at the pixel size that is drawn, and rendered text kept in a bounded cache."""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import lru_cache

import pygame

from game import resources
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
_SERIF_PARTS = {ord(whole): parts for whole, parts in zip("“”„«»…", ("‘‘", "’’", "‚‚", "‹‹", "››", "..."), strict=True)}
_SERIF_PARTS[ord("%")] = "%\u2002\u2006"  # its advance is two thirds of an em too short
_TEXT_CACHE: OrderedDict[tuple[str, str, int, Colour, int], pygame.Surface] = OrderedDict()
_TEXT_CACHE_MAX = 1600


@lru_cache(maxsize=96)
def font(face: str, px: int) -> pygame.font.Font:
    """The face opened at `px` pixels to the em. Raises KeyError for an unknown face."""
    return pygame.font.Font(str(resources.font(face)), px)


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

    The Source Serif files give double quotes, guillemets and the ellipsis the width of one of their parts, so that
    the next letter overlaps them; drawn part by part they come out right. The space of Manrope is a fifth of an em,
    cut to whole pixels: words run together at 16 px, so a hair is added.
    """
    if face.startswith("manrope"):
        return string.replace(" ", " \u200a")
    if not face.startswith("serif"):
        return string
    wide = string.replace("«\u202f", "«\u00a0").replace("\u202f»", "\u00a0»")  # the parts stand close to letters
    return wide.translate(_SERIF_PARTS)


@lru_cache(maxsize=8000)
def width(string: str, face: str, px: int, extra: int = 0) -> int:
    """Width of one line in pixels; `extra` pixels are added after each letter."""
    if not string:
        return 0
    shown = covering(face, string)
    return font(shown, px).size(drawn_as(string, shown))[0] + extra * len(string)


def ascent(face: str, px: int) -> int:
    """Pixels above the baseline."""
    return font(face, px).get_ascent()


def height(face: str, px: int) -> int:
    """Pixels from the top of the tallest to the foot of the deepest letter."""
    return font(face, px).get_height()


def line_surface(string: str, face: str, px: int, colour: Colour, extra: int = 0) -> pygame.Surface:
    """One rendered line with its own alpha, from the cache if it was drawn before."""
    key = (string, face, px, colour, extra)
    found = _TEXT_CACHE.get(key)
    if found is not None:
        _TEXT_CACHE.move_to_end(key)
        return found
    shown = covering(face, string)
    opened = font(shown, px)
    if extra:
        surface = _spaced(opened, [drawn_as(letter, shown) for letter in string], colour, extra)
    elif face == "amatic_bold":
        surface = _fine(string, covering(face, string), px, colour)
    else:
        surface = opened.render(drawn_as(string, shown), True, colour)
    _TEXT_CACHE[key] = surface
    if len(_TEXT_CACHE) > _TEXT_CACHE_MAX:
        _TEXT_CACHE.popitem(last=False)
    return surface


def _fine(string: str, face: str, px: int, colour: Colour) -> pygame.Surface:
    """A thin face drawn three times as large and scaled down, so that its strokes do not break."""
    large = font(face, px * 3).render(string, True, colour)
    size = (max(1, width(string, face, px)), font(face, px).get_height())
    ground = pygame.Surface(large.get_size(), pygame.SRCALPHA)
    ground.fill((*colour, 0))
    ground.blit(large, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return pygame.transform.smoothscale(ground, size)


def _spaced(opened: pygame.font.Font, letters: list[str], colour: Colour, extra: int) -> pygame.Surface:
    """The line letter by letter with room between, at the places that kerning gives."""
    total = opened.size("".join(letters))[0] + extra * len(letters)
    surface = pygame.Surface((max(1, total), opened.get_height()), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    for index, letter in enumerate(letters):
        x = opened.size("".join(letters[: index + 1]))[0] - opened.size(letter)[0] + extra * index
        surface.blit(opened.render(letter, True, colour), (x, 0))
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
