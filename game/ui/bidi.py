"""Text that runs both ways: which way each stretch goes, and in what order stretches stand on a line.

Unicode's bidirectional algorithm (UAX 9) is python-bidi's; it is imported when the first letter from right to left is
drawn. Shaping within a stretch is HarfBuzz's, through SDL_ttf.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SIGN = re.compile(r"(?<![\w%])[+\-−±][€$£]?(?=\d)")
INVISIBLE = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks of direction: they count for the order and are not drawn."""


def needed(string: str) -> bool:
    """True if a letter from right to left occurs."""
    return not string.isascii() and _RIGHT_TO_LEFT.search(string) is not None


def base(string: str, rtl: bool) -> bool:
    """True if a paragraph runs from right to left: it has such letters, and the page does or it has no other letters."""
    if not needed(string):
        return False
    return rtl or not any(c.isalpha() and not _RIGHT_TO_LEFT.match(c) for c in string)


@lru_cache(maxsize=2000)
def levels(string: str, rtl: bool) -> tuple[int, ...]:
    """The embedding level of each character of one paragraph whose own direction is given; odd is right to left."""
    from bidi import algorithm  # not at the top: most players never see a letter from right to left

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rtl), "LR"[rtl]
    algorithm.get_embedding_levels(string, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
        if char["type"] in ("LRI", "RLI", "FSI", "PDI"):  # python-bidi knows no isolates: they count as blanks
            char["type"] = "ON"
    for sign in _SIGN.finditer(string):  # a sign stays in front of its number, as it does in Latin text
        for at in range(*sign.span()):
            storage["chars"][at]["type"] = "EN"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [int(rtl)] * len(string)
    for char in storage["chars"]:
        found[char["index"]] = char["level"]
    return tuple(found)


def visual(of: Sequence[int]) -> list[int]:
    """The indices of stretches with these levels, from left to right (rule L2)."""
    order = list(range(len(of)))
    odd = [level for level in of if level % 2]
    for level in range(max(of, default=0), min(odd, default=1) - 1, -1):
        at = 0
        while at < len(order):
            if of[order[at]] < level:
                at += 1
                continue
            end = at
            while end < len(order) and of[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end
    return order


def stretches(string: str, rtl: bool) -> list[tuple[str, bool]]:
    """The string as stretches of one direction, from left to right; each in logical order, True for right to left."""
    found = levels(string, base(string, rtl) or (rtl and not any(c.isalnum() for c in string)))
    parts = [
        (level, "".join(c for c, _ in some))
        for level, some in groupby(zip(string, found, strict=True), lambda one: one[1])
    ]
    return [(parts[i][1], bool(parts[i][0] % 2)) for i in visual([level for level, _ in parts])]
