"""Which letters a font has, read from the font's own table: SDL_ttf neither says so nor falls back by itself."""

from __future__ import annotations

import struct
from bisect import bisect_right
from functools import lru_cache
from unicodedata import category

from game import resources

_STAND_INS = ("sans", "serif", "manrope_medium", "arabic", "hebrew", "sans_semibold")
"""Where to look for a letter that a face lacks, in this order."""
_EVERYWHERE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) | frozenset(
    "‘’“”–—…€\u2002\u2006\u200a\u202f"
)
"""Every Latin face of the game has these: the quick answer for nearly all texts."""
_OTHER_SCRIPTS = frozenset({"arabic", "hebrew"})


@lru_cache(maxsize=32)
def ranges(face: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code point of every unbroken range of letters that the face has, in order."""
    with resources.font(face).open("rb") as file:
        head = file.read(12)
        count = struct.unpack(">H", head[4:6])[0]
        tables = {}
        for _ in range(count):
            tag, _sum, offset, length = struct.unpack(">4sIII", file.read(16))
            tables[tag] = (offset, length)
        offset, length = tables[b"cmap"]
        file.seek(offset)
        data = file.read(length)
    found: dict[tuple[int, int], int] = {}
    for n in range(struct.unpack(">H", data[2:4])[0]):
        platform, encoding, at = struct.unpack(">HHI", data[4 + 8 * n : 12 + 8 * n])
        found[platform, encoding] = at
    for key in ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3)):
        if key in found:
            points = _points(data, found[key])
            break
    else:
        points = []
    return _joined(points)


def _points(data: bytes, at: int) -> list[tuple[int, int]]:
    form = struct.unpack(">H", data[at : at + 2])[0]
    if form == 12:
        groups = struct.unpack(">I", data[at + 12 : at + 16])[0]
        return [struct.unpack(">II", data[at + 16 + 12 * n : at + 24 + 12 * n]) for n in range(groups)]
    if form != 4:
        return []
    count = struct.unpack(">H", data[at + 6 : at + 8])[0] // 2

    def row(n: int) -> tuple[int, ...]:
        start = at + 14 + 2 * count * n + (2 if n else 0)
        return struct.unpack(f">{count}H", data[start : start + 2 * count])

    lasts, firsts, deltas, shifts = row(0), row(1), row(2), row(3)
    points = []
    for n in range(count):
        if firsts[n] == 0xFFFF:
            continue
        if not shifts[n]:
            points.append((firsts[n], lasts[n]))
            continue
        base = at + 16 + 6 * count + 2 * n + shifts[n]  # the address of this entry of the shifts, and from there
        for code in range(firsts[n], lasts[n] + 1):
            place = base + 2 * (code - firsts[n])
            glyph = struct.unpack(">H", data[place : place + 2])[0] if place + 2 <= len(data) else 0
            if glyph and (glyph + deltas[n]) & 0xFFFF:
                points.append((code, code))
    return points


def _joined(points: list[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    firsts: list[int] = []
    lasts: list[int] = []
    for first, last in sorted(points):
        if lasts and first <= lasts[-1] + 1:
            lasts[-1] = max(last, lasts[-1])
        else:
            firsts.append(first)
            lasts.append(last)
    return tuple(firsts), tuple(lasts)


@lru_cache(maxsize=4000)
def has(face: str, letter: str) -> bool:
    """True if the face can draw the letter."""
    if letter in _EVERYWHERE and face not in _OTHER_SCRIPTS:
        return True
    firsts, lasts = ranges(face)
    at = bisect_right(firsts, ord(letter)) - 1
    return at >= 0 and ord(letter) <= lasts[at]


def plain(string: str) -> bool:
    """True if every face can draw all of the string: the way nearly all texts go."""
    return string.isascii() or _EVERYWHERE.issuperset(string)


@lru_cache(maxsize=4000)
def face_for(face: str, letter: str) -> str:
    """`face`, or the first one that has the letter where `face` lacks it; `face` again if none has it."""
    if letter.isspace() or has(face, letter) or category(letter) in ("Cf", "Mn"):
        return face
    return next((other for other in _STAND_INS if has(other, letter)), face)
