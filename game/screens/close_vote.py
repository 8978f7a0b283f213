"""How close the vote was, in words: two sentences for the front page, and what a few votes prove and do not prove."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number, percent
from game.ui import Button, Canvas, Dialog, Icon, Painter, Rect, Row, Text, Widget, draw_ring

if TYPE_CHECKING:
    from game.debrief.closeness import Closeness
    from game.scenario.model import Scenario
    from game.screens.debrief_story import Told


STEADY = 0.95
"""From this share of redraws with the same result on, luck is said to have changed nothing. A choice."""


def turning_line(facts: Told, texts: Scenario) -> str:
    """How many people, voting otherwise, would have turned the result."""
    first, second = _answers(facts, texts)
    found = facts.closeness
    if not first:
        return _("One more vote on either side would have decided it.")
    line = ngettext(
        "If {n} person had voted {second} and not {first}, it would have been {second}.",
        "If {n} people had voted {second} and not {first}, it would have been {second}.",
        found.turned,
    )
    return line.format(n=number(found.turned), first=first, second=second)


def luck_line(facts: Told, texts: Scenario) -> str:
    """How often the result would be the same with other luck."""
    first, _second = _answers(facts, texts)
    found = facts.closeness
    if not first:
        line = ngettext(
            "Held {times} times with other luck, the vote ends in a tie {n} time.",
            "Held {times} times with other luck, the vote ends in a tie {n} times.",
            found.same,
        )
    elif found.same == found.times:
        line = _("Held {times} times with other luck, the vote ends with {first} every time.")
    else:
        line = ngettext(
            "Held {times} times with other luck, the vote ends with {first} {n} time.",
            "Held {times} times with other luck, the vote ends with {first} {n} times.",
            found.same,
        )
    return line.format(n=number(found.same), times=number(found.times), first=first)


def close_dialog(facts: Told, texts: Scenario, close: Callable[[], None]) -> Dialog:
    """The margin read slowly: people, luck, one vote, and what does not follow."""
    found = facts.closeness
    return Dialog(
        _("How close was it?"),
        _margin(facts),
        _line("people-arrows", f"{turning_line(facts, texts)} {_share_line(facts, texts)}"),
        _line("dice", f"{luck_line(facts, texts)} {_minds_line()} {_luck_had(found)}"),
        _line("user", _one_vote(found)),
        Text(_lesson(found), "strong"),
        buttons=[Button(_("Back"), close, key="Esc", kind="paper", id="back")],
        width=680,
    )


def _margin(facts: Told) -> Widget:
    """Everybody who voted for a side, as one bar; those who would have turned it stand out at the border."""
    counts, found, winner = facts.outcome.counts, facts.closeness, facts.outcome.winner

    def paint(p: Painter, area: Rect) -> None:
        wide = area.w * counts["for"] / max(1, counts["for"] + counts["against"])
        y, tall, border = area.y + 12, 30.0, area.x + wide
        p.rect(area.x, y, wide, tall, "for", radius=4)
        p.hatch(border, y, area.w - wide, tall, "against", period=8, thickness=4.6, radius=4)
        sliver = max(4.0, area.w * found.turned / max(1, found.valid))
        left = border - sliver if winner == "for" else border
        p.rect(left, y - 3, sliver, tall + 6, "marker", border="text", border_width=1.6)
        draw_ring(p, left + sliver / 2, y + tall / 2, sliver / 2 + 16, tall / 2 + 9, "text", 2.8)

    return Canvas(paint, label="", height=54, mirror=False)


def _answers(facts: Told, texts: Scenario) -> tuple[str, str]:
    """The answer that won and the other one, as the ballot has them; empty where nobody won."""
    winner = facts.outcome.winner
    if winner is None:
        return "", ""
    words = {side.id: side.ballot for side in texts.head.sides}
    return words[winner], words["against" if winner == "for" else "for"]


def _share_line(facts: Told, texts: Scenario) -> str:
    found = facts.closeness
    _first, second = _answers(facts, texts)
    share = _("That is {share} of the valid votes.").format(share=percent(found.share, 1))
    if not second:
        return share
    line = ngettext(
        "Or {n} person more at the ballot box, for {second}.",
        "Or {n} people more at the ballot box, all for {second}.",
        found.newcomers,
    )
    return f"{share} {line.format(n=number(found.newcomers), second=second)}"


def _minds_line() -> str:
    return _("Minds stay as they were on the day. Only luck is drawn again: who finds the time, who hesitates.")


def _luck_had(found: Closeness) -> str:
    """How much of the result was luck."""
    if found.same >= STEADY * found.times:
        return _("Luck alone would hardly have changed the result.")
    return _("Luck had a say in it.") if 2 * found.same > found.times else _("Luck had the last word.")


def _one_vote(found: Closeness) -> str:
    line = (
        _("One vote was one of {valid}. Alone it decides almost never. Here it would have.")
        if found.turned == 1
        else _("One vote was one of {valid}. Alone it decides almost never. Nobody knew before that it would take {n}.")
    )
    return line.format(valid=number(found.valid), n=number(found.turned))


def _lesson(found: Closeness) -> str:
    """What a margin proves, and what it does not."""
    if found.close:
        return _(
            "Where so few votes decide, everything small can be called decisive: a post, a poster, the rain. "
            "That shows that the vote was close. It does not show that the post was strong."
        )
    return _(
        "That is not very close. Campaigns mostly have small effects, and small effects decide only where few votes do."
    )


def _line(icon: str, text: str) -> Widget:
    return Row(Icon(icon, 18), Text(text, "body", grow=1), gap=12, align="start")
