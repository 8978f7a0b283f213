"""The answer of 'What if?': the vote before and after, who changed and why, and what became impossible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.i18n import _, labelled, number, points
from game.screens import whatif_words as words
from game.screens.post_words import found
from game.ui import (
    Avatar,
    Canvas,
    Column,
    Icon,
    Item,
    Painter,
    Rect,
    Rich,
    Row,
    Spacer,
    StanceMark,
    Text,
    Widget,
    draw_ring,
    markup,
)

if TYPE_CHECKING:
    from game.debrief.difference import Difference, Person
    from game.scenario.model import Scenario, SideId

LEAST = 3.0
"""Points of margin on each side of the line at least."""
SHOWN = 9
"""The persona and up to eight others."""


def result(difference: Difference, texts: Scenario, own: SideId) -> list[Widget]:
    """Everything below the options."""
    people = difference.people(SHOWN)
    changed = words.changed_line(difference)
    flows = words.flow_line(difference, texts)
    impossible = words.impossible_line(difference, texts)
    parts: list[Widget | None] = [
        Spacer(size=6),
        margin_line(difference.margin[0], difference.margin[1], texts, own),
        figures(difference, texts),
        _verdict(difference),
        Spacer(size=2),
        Column(
            Text(changed, "h3", face="serif_bold", role="heading"),
            Text(flows + ".", "small", color="text2") if flows else None,
            gap=0,
        ),
        Column(*(_person(one, difference, texts) for one in people), gap=2, group=True),
        _note("lock", impossible) if impossible else None,
        _note("equals", words.untouched_line(difference)),
        _note("ruler", _scale(texts)),
    ]
    return [part for part in parts if part is not None]


def figures(difference: Difference, texts: Scenario) -> Widget:
    """Margin, votes and trust, before and after."""
    names = (("for", 1), ("against", 0), ("home", 3))
    votes = [
        (
            words.ballot_word(name, texts) if name != "home" else _("At home"),
            number(difference.votes[0][at]),
            number(difference.votes[1][at]),
        )
        for name, at in names
    ]
    rows = [
        (_("Your margin"), points(difference.margin[0], 2), points(difference.margin[1], 2)),
        *votes,
        (_("Trust"), number(difference.trust_town[0], 1), number(difference.trust_town[1], 1)),
        (_("Trust in you"), number(difference.trust_campaign[0], 1), number(difference.trust_campaign[1], 1)),
    ]
    return Row(*(_figure(*row) for row in rows), gap=8, justify="between", wrap=True, run_gap=8)


def as_it_was(margin: float, counts: Mapping[str, int], trust: tuple[float, float], texts: Scenario) -> Widget:
    """The same figures of the week that happened, with nothing beside them yet."""
    rows = [
        (_("Your margin"), points(margin, 2)),
        *((words.ballot_word(name, texts), number(counts[name])) for name in ("for", "against")),
        (_("At home"), number(counts["home"])),
        (_("Trust"), number(trust[0], 1)),
        (_("Trust in you"), number(trust[1], 1)),
    ]
    return Row(*(_figure(name, "", now) for name, now in rows), gap=8, justify="between", wrap=True, run_gap=8)


def _figure(name: str, before: str, after: str) -> Widget:
    """One figure: what it was in small type, what it is now in large type."""
    was = _("was {n}").format(n=before) if before else ""
    return Column(
        Text(name, "small", color="text2"),
        Text(after, "number", size=23, line=28),
        Text(was, "small", color="text2") if was else None,
        gap=0,
        min_width=92,
        aloud=labelled(name, f"{after}, {was}" if was else after),
    )


def margin_line(before: float | None, after: float, texts: Scenario, own: SideId) -> Widget:
    """The margin on a line by hand: an open dot where it was, a ring where it is, and the tie in the middle."""
    far = max(LEAST, *(1.25 * abs(one) for one in (before or 0.0, after)))
    names = {side.id: side.ballot for side in texts.head.sides}
    other: SideId = "against" if own == "for" else "for"

    def paint(p: Painter, area: Rect) -> None:
        size = p.theme.prefs.text_scale
        y, half = area.y + 20, area.w / 2 - 12

        def x_of(margin: float) -> float:
            return area.x + area.w / 2 + half * margin / far

        p.wobble([(area.x, y), (area.right, y)], "text", 2.2, 5)
        p.line(x_of(0), y - 11, x_of(0), y + 11, "text", 2.4)
        p.text(x_of(0), y + 12, number(0), "small", "text2", "center")
        lost, won = (
            _("you lose: {answer}").format(answer=names[other]),
            _("you win: {answer}").format(answer=names[own]),
        )
        p.text(area.x, y + 12 * size, lost, "small_strong", other)
        p.text(area.right, y + 12 * size, won, "small_strong", own, "right")
        if before is not None:
            p.circle(x_of(before), y, 7, "page", border="text", border_width=3)
        stance = own if after > 0 else other
        p.circle(x_of(after), y, 11, "marker")
        p.stance(x_of(after), y, 6, stance)
        draw_ring(p, x_of(after), y, 16, 13, "text", 2.6)

    return Canvas(paint, label="", height=52, mirror=False)


def _verdict(difference: Difference) -> Widget:
    if difference.flips:
        line = _("==The vote goes the other way.==")
    elif difference.margin[0] == difference.margin[1]:
        line = _("The result is the same to the last vote.")
    else:
        line = _("The same side wins.")
    return Rich(*markup(line), style="strong")


def _person(person: Person, difference: Difference, texts: Scenario) -> Widget:
    """One voter: name, ballot before and after, what moved them."""
    name = words.who(person, texts)
    change = words.change_line(person, texts)
    why = f"{words.scale_line(person)} {words.why_line(person, difference, texts)}"
    persona = found(texts.feed.personas, person.persona)
    face: Widget = (
        Avatar(f"{persona.avatar}.svg", 40, "", fill="#FFE1D6")
        if persona is not None
        else Row(Icon("user", 20, color="text2"), width=40, justify="center")
    )
    content = Row(
        face,
        Column(
            Row(Text(name, "strong", grow=1), _marks(person), Text(change, "small_strong"), gap=10, align="center"),
            Text(why, "small", color="text2", line=20),
            gap=0,
            grow=1,
        ),
        gap=14,
        align="start",
    )
    return Item(content, label=labelled(name, change), description=why, pad=(7, 10), id=f"person-{person.voter}")


def _marks(person: Person) -> Widget:
    """The ballots as signs: before, arrow, after."""
    if not person.changed:
        return _mark(person.now)
    return Row(_mark(person.was), Icon("arrow-right", 13, color="text2"), _mark(person.now), gap=7, align="center")


def _mark(vote: str) -> Widget:
    if vote == "home":
        return Icon("house", 15, color="text2")
    return StanceMark("undecided" if vote == "blank" else vote, 15)


def _note(icon: str, line: str) -> Widget:
    return Row(Icon(icon, 16, color="text2"), Text(line, "small", color="text2", grow=1), gap=12)


def _scale(texts: Scenario) -> str:
    ends = {side.id: side.ballot for side in texts.head.sides}
    return _(
        "Stance is told in steps from 0 (surely {no}) to 100 (surely {yes}). Causes are what is left of them on the day "
        "of the vote. What friends and the feed made of it is the rest: nobody can split that further."
    ).format(no=ends["against"], yes=ends["for"])
