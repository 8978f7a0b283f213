"""A poll as drawn: three hatched ranges on one axis, and the stretch where either side could be ahead."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.campaign.view import Interval, Poll
from game.i18n import _, listing, ngettext, number, percent
from game.screens.headline import too_close
from game.screens.shares import of_poll
from game.ui import Canvas, Painter, Rect, Widget

STANCES = ("for", "against", "undecided")
_ROW, _BAND, _FOOT = 48.0, 20.0, 34.0
"""Height of a row, of a range and of the axis with its figures, at 100 % text."""


def stance_word(stance: str) -> str:
    """For, against, undecided."""
    return {"for": _("For"), "against": _("Against"), "undecided": _("Undecided")}[stance]


def poll_chart(poll: Poll, scale: float = 1.0) -> Widget:
    """The chart of one poll; its figures and their margins are its name for those who listen."""
    shares = of_poll(poll)
    spoken = listing([_spoken(stance, shares[stance], poll.shares[stance].margin) for stance in STANCES])
    height = (_ROW * 3 + _FOOT) * scale
    return Canvas(
        lambda painter, area: _paint(painter, area, poll, scale), label=spoken, height=height, mirror=False, id="poll"
    )


def trusted(poll: Poll) -> str:
    """How many were asked and how far the figures can be trusted."""
    asked = ngettext("{count} person was asked.", "{count} people were asked.", poll.asked)
    good = _("Each figure is good to ± {share} points, the gap between them only to ± {gap}.").format(
        share=number(max(figure.margin for figure in poll.shares.values()) * 100), gap=number(poll.gap.margin * 100)
    )
    return f"{asked.format(count=number(poll.asked))} {good}"


def explained(poll: Poll) -> str:
    """The same below the chart, whose shaded band has to be named."""
    band = _("In the shaded band, either side could be ahead.") if _either(poll) is not None else ""
    return f"{trusted(poll)} {band}".rstrip()


def ends(figure: Interval) -> tuple[float, float]:
    """The lowest and the highest share that the margin allows."""
    return max(0.0, figure.value - figure.margin), min(1.0, figure.value + figure.margin)


def _spoken(stance: str, share: float, margin: float) -> str:
    return _("{stance} {share}, give or take {margin} points").format(
        stance=stance_word(stance), share=percent(share), margin=number(margin * 100)
    )


def _either(poll: Poll) -> tuple[float, float] | None:
    """The shares that both sides may have; None where the ranges do not meet, or the gap is too wide for its margin."""
    if not too_close(poll):
        return None
    (for_low, for_high), (against_low, against_high) = ends(poll.shares["for"]), ends(poll.shares["against"])
    low, high = max(for_low, against_low), min(for_high, against_high)
    return (low, high) if low < high else None


def _paint(painter: Painter, area: Rect, poll: Poll, scale: float) -> None:
    """Shaded band, axis, then the three ranges on top."""
    limits = [end for stance in STANCES for end in ends(poll.shares[stance])]
    low, high = math.floor(min(limits) * 10) / 10, math.ceil(max(limits) * 10) / 10
    left, width = area.x + 20 * scale, area.w - 40 * scale

    def at(share: float) -> float:
        return left + (share - low) / (high - low) * width

    axis = area.y + _ROW * 3 * scale
    shaded, shares = _either(poll), of_poll(poll)
    if shaded is not None:
        painter.rect(at(shaded[0]), area.y, at(shaded[1]) - at(shaded[0]), axis - area.y, "sel")
    for row, stance in enumerate(STANCES):
        y = area.y + (row + 0.46) * _ROW * scale
        paint_range(painter, poll.shares[stance], stance, at, y, _BAND * scale)
        _beside(painter, area, (poll.shares[stance], percent(shares[stance])), stance, at, y)
    _axis(painter, area, (low, high), at, axis)


def paint_range(
    painter: Painter, figure: Interval, stance: str, at: Callable[[float], float], y: float, tall: float
) -> None:
    """The hatched range of one figure, with the stance's mark on an ink disc at its centre."""
    low, high = ends(figure)
    painter.hatch(
        at(low), y - tall / 2, at(high) - at(low), tall, stance, radius=tall / 2, ground="page", border_width=2
    )
    painter.circle(at(figure.value), y, tall * 0.6, "page")
    painter.stance(at(figure.value), y, tall * 0.46, stance)


def _beside(
    painter: Painter, area: Rect, said: tuple[Interval, str], stance: str, at: Callable[[float], float], y: float
) -> None:
    """Name and share, on the side of the range that has more room."""
    figure, share = said
    word = stance_word(stance) + " "
    wide = painter.text_width(word) + painter.text_width(share, "bold")
    low, high = at(ends(figure)[0]), at(ends(figure)[1])
    x = low - 14 - wide if low - 14 - wide >= area.x else high + 14
    top = y - 12 * painter.theme.prefs.text_scale
    parts = [(word, "body"), (share, "bold")]
    for text, style in reversed(parts) if painter.rtl else parts:  # the chart is not mirrored, its words are
        painter.text(x, top, text, style)
        x += painter.text_width(text, style)


def _axis(painter: Painter, area: Rect, limits: tuple[float, float], at: Callable[[float], float], y: float) -> None:
    """The axis with a figure every ten points, every twenty where they would touch."""
    painter.line(area.x + 8, y, area.right, y, "ctl", 1.5)
    first, last = round(limits[0] * 10), round(limits[1] * 10)
    room = (at(limits[1]) - at(limits[0])) / max(1, last - first)
    step = 1 if room > painter.text_width("00%", "small") * 1.1 else 2
    for tenth in range(first, last + 1):
        painter.line(at(tenth / 10), y, at(tenth / 10), y + 6, "ctl", 1.5)
        if (last - tenth) % step == 0:
            figure = percent(tenth / 10) if tenth == last else number(tenth * 10)
            painter.text(at(tenth / 10), y + 10, figure, "small", "text2", "center")
