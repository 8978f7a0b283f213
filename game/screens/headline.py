"""The morning's headline: last night's poll said in words, with its margin of error in the same breath."""

from __future__ import annotations

from game.campaign.view import Poll
from game.i18n import _, ngettext, number, pgettext
from game.scenario.model import SideId
from game.screens.shares import of_poll


def headline(poll: Poll, side: SideId) -> tuple[str, ...]:
    """One or two short sentences about the gap as ``side`` sees it: the best guess first, then how wrong it may be."""
    gap, margin = gap_in_points(poll, side)
    most, least = gap + margin, gap - margin
    if gap == 0:
        return (_("Level."), _either_way(margin)) if margin else (_("Level."),)
    first = _ahead(gap) if gap > 0 else _behind(-gap)
    if gap < 0:
        return first, _or_ahead(most) if most > 0 else _at_best(most)
    return first, _or_behind(-least) if least < 0 else _at_worst(least)


def verdict(poll: Poll, side: SideId) -> str:
    """The line under the headline: whether the poll can tell who is in front."""
    allows = gap_in_points(poll, side)
    return _("The margin of error allows both.") if _both(*allows) else _("Even with the margin of error.")


def gap_in_points(poll: Poll, side: SideId) -> tuple[int, int]:
    """The gap from ``side``'s point of view and its margin, both in whole percentage points.

    It is the gap between the shares as they are printed: whoever takes one from the other finds the headline right.
    """
    sign = 1 if side == "for" else -1
    shares = of_poll(poll)
    gap = round(shares["for"] * 100) - round(shares["against"] * 100)
    return sign * gap, round(poll.gap.margin * 100)


def too_close(poll: Poll) -> bool:
    """May either side be ahead, as far as the margin of the gap allows?"""
    return _both(*gap_in_points(poll, "for"))


def _both(gap: int, margin: int) -> bool:
    return abs(gap) < margin


def number_word(n: int) -> str:
    """A small number as a word in front of "points"; digits above twelve."""
    words = (
        pgettext("number of points", "zero"),
        pgettext("number of points", "one"),
        pgettext("number of points", "two"),
        pgettext("number of points", "three"),
        pgettext("number of points", "four"),
        pgettext("number of points", "five"),
        pgettext("number of points", "six"),
        pgettext("number of points", "seven"),
        pgettext("number of points", "eight"),
        pgettext("number of points", "nine"),
        pgettext("number of points", "ten"),
        pgettext("number of points", "eleven"),
        pgettext("number of points", "twelve"),
    )
    return words[n] if 0 <= n < len(words) else number(n)


def _said(sentence: str, n: int) -> str:
    """The sentence with its number in words, and a capital at its head wherever the number stands."""
    text = sentence.format(number=number_word(n))
    return text[:1].upper() + text[1:]


def _ahead(n: int) -> str:
    return _said(ngettext("{number} point ahead.", "{number} points ahead.", n), n)


def _behind(n: int) -> str:
    return _said(ngettext("{number} point behind.", "{number} points behind.", n), n)


def _or_ahead(n: int) -> str:
    return _said(ngettext("Or {number} ahead.", "Or {number} ahead.", n), n)


def _or_behind(n: int) -> str:
    return _said(ngettext("Or {number} behind.", "Or {number} behind.", n), n)


def _either_way(n: int) -> str:
    return _said(ngettext("Give or take {number} point.", "Give or take {number} points.", n), n)


def _at_best(most: int) -> str:
    """Behind even at the favourable end of the margin."""
    if most == 0:
        return _("At best, level.")
    return _said(ngettext("At best, {number} behind.", "At best, {number} behind.", -most), -most)


def _at_worst(least: int) -> str:
    """Ahead even at the unfavourable end of the margin."""
    if least == 0:
        return _("At worst, level.")
    return _said(ngettext("At worst, {number} ahead.", "At worst, {number} ahead.", least), least)
