"""What opens over the result: how a figure is made and what moved it, and the machine's sealed guess."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from game.i18n import _, labelled, listing, ngettext, number, percent
from game.screens.feed_dialogs import age_words
from game.screens.post_words import found, persona_of
from game.screens.shares import by_name
from game.ui import Button, Canvas, Column, Dialog, Icon, Painter, Rect, Row, Text, Widget

if TYPE_CHECKING:
    from game.campaign.state import Booking
    from game.debrief.outcome import Measure, MeasureId
    from game.feed.commands import BallotChoice
    from game.scenario.model import Scenario
    from game.screens.debrief_story import Told
    from game.screens.playing import Playing
    from game.session.story import Story

Close = Callable[[], None]
Move = tuple[str, str]
"""An icon (up, down or none) and a sentence: something that was done, and where it pulls a figure."""
_FIGURE, _PERHAPS = 70, 130
"""Widths of the columns of figures."""
_UP, _DOWN, _EVEN = "arrow-up", "arrow-down", "equals"


def vote_word(choice: str, texts: Scenario) -> str:
    """What a ballot says, in words."""
    side = found(texts.head.sides, choice)
    if side is not None:
        return str(side.ballot)
    return _("a blank vote") if choice == "blank" else _("staying at home")


def formula(measure: MeasureId) -> str:
    """How a figure is made, in one line."""
    return {
        "trust-town": _("The mean of what every voter would say from 0 to 100: do you trust each other and the vote?"),
        "turnout": _("Papers in the box, blank ones included, of every 100 voters. Before: what the town intended."),
        "polarisation": _("Of 100 pairs with one voter from each side: those too far apart to hear each other out."),
        "privacy": _("100 minus the share of a voter’s traces that you held without being given them, on average."),
        "trust-campaign": _("The mean of what every voter would say from 0 to 100: do you trust this campaign?"),
    }[measure]


def explanation(playing: Playing, facts: Told, measure: Measure, name: str, close: Close) -> Dialog:
    """One figure explained."""
    texts = playing.texts
    parts: list[Widget | None] = [
        _line("calculator", formula(measure.id)),
        Text(_change(measure), "strong"),
    ]
    if measure.id == "turnout":
        parts += [_generations(facts), _line("seedling", _habit_line())]
    if measure.id == "trust-town":
        parts.append(_own_trust(facts))
    moves = moved(measure.id, facts.story, texts)
    if moves:
        parts.append(Text(_("What pulled at it"), "h3", role="heading"))
        parts += [_line(icon, line) for icon, line in moves]
        parts.append(Text(_("Arrows say where to. How far each one pulled, nobody can say exactly."), "small"))
    back = Button(_("Back"), close, key="Esc", kind="paper", id="back")
    return Dialog(name, *parts, buttons=[back], width=680)


def _change(measure: Measure) -> str:
    before, after = round(measure.before), round(measure.after)
    if before == after:
        return _("It stayed at {n}.").format(n=number(after))
    line = _("It rose from {before} to {after}.") if after > before else _("It fell from {before} to {after}.")
    return line.format(before=number(before), after=number(after))


def _line(icon: str, text: str) -> Widget:
    return Row(Icon(icon, 18), Text(text, "body", grow=1), gap=12, align="start")


def _generations(facts: Told) -> Widget:
    """Turnout by age as bars with their figures, and beside it what may come of it at the next vote."""
    outcome = facts.outcome
    head = Row(
        Text(_("Who came"), "h3", role="heading", grow=1),
        Text(_("this time"), "small", color="text2", align="right", width=_FIGURE),
        Text(_("next time, maybe"), "small", color="text2", align="right", width=_PERHAPS),
        gap=12,
        align="end",
    )
    spoken = _("{now} this time, maybe {then} next time")
    rows = []
    for band, share in outcome.by_band.items():
        then = outcome.next_by_band[band]
        rows.append(
            Row(
                Text(age_words(band), "small", width=190),
                Canvas(_bar(share), label=spoken.format(now=percent(share), then=percent(then)), height=18, grow=1),
                Text(percent(share), "small_strong", face="sans_bold", align="right", width=_FIGURE, hidden=True),
                Text(percent(then), "small", align="right", width=_PERHAPS, hidden=True),
                gap=12,
                align="center",
            )
        )
    return Column(head, *rows, gap=4)


def _bar(share: float) -> Callable[[Painter, Rect], None]:
    def paint(painter: Painter, area: Rect) -> None:
        painter.rect(area.x, area.cy - 7, area.w, 14, "shade", radius=3)
        painter.rect(area.x, area.cy - 7, area.w * min(1.0, max(0.0, share)), 14, "text", radius=3)

    return paint


def _habit_line() -> str:
    return _(
        "At the next vote, if habit is all there is, those who came today may come a little more often, and those who "
        "stayed at home a little less, above all the young. It may also fade. Research is still arguing about it."
    )


def _own_trust(facts: Told) -> Widget | None:
    own = next((one for one in facts.health if one.id == "trust-campaign"), None)
    if own is None:
        return None
    line = _("Trust in your campaign went from {before} to {after}.")
    return _line("bullhorn", line.format(before=number(own.before), after=number(own.after)))


# ------------------------------------------------------------------------------------------------- what moved it


def moved(measure: MeasureId, story: Story, texts: Scenario) -> list[Move]:
    """What both campaigns did that pulls at a figure, from their bookings and purchases."""
    if measure == "privacy":
        return _privacy(story, texts)
    rows: list[Move] = []
    for own in (True, False):
        done = [one for one in story.campaign.bookings if (one.side == story.ground.side) == own]
        rows += _pulls(measure, done, story, own=own)
    return rows or [(_EVEN, _("Nothing that either campaign did. It was the network, the news and the neighbours."))]


def _privacy(story: Story, texts: Scenario) -> list[Move]:
    rows: list[Move] = []
    for purchase in story.campaign.purchases:
        source = found(texts.campaign.sources, purchase.source)
        if source is None or source.owned:
            continue
        if purchase.dropped:
            line = _("You bought {file} and deleted it again. What is deleted does not count.")
            rows.append((_EVEN, line.format(file=source.name)))
        elif source.consent == "given":
            rows.append((_EVEN, _("You bought {file}. Those people had said yes.").format(file=source.name)))
        else:
            line = _("You bought {file}. Consent: {word}.")
            rows.append((_DOWN, line.format(file=source.name, word=source.consent_word)))
    return rows or [(_EVEN, _("You bought nothing. You held what people had told you themselves, and the roll."))]


def _pulls(measure: str, done: list[Booking], story: Story, *, own: bool) -> Iterable[Move]:
    """One line for each kind of thing that a side did, where it pulls at the figure."""
    actions, claims = story.ground.actions, story.ground.claims
    kinds = [actions[one.action].kind for one in done if one.action in actions]
    drafts = [one.draft for one in done if one.draft is not None]
    untrue = sum(claims[one.claim].truth != "true" for one in drafts)
    hidden = sum(not one.signed for one in drafts)
    hot = sum(one.tone in ("fear", "anger") for one in drafts)
    talk = sum(kind in ("doors", "hall", "school", "answers") for kind in kinds)
    small = kinds.count("donations") + kinds.count("concert")
    crowd = kinds.count("bots")
    sites, scores = kinds.count("click-site"), kinds.count("score")
    doors = kinds.count("doors") + kinds.count("concert")
    if measure in ("trust-town", "trust-campaign"):
        yield from _counted(_DOWN, untrue, _untrue(untrue, own=own))
        yield from _counted(_DOWN, hidden, _hidden(hidden, own=own))
        yield from _counted(_DOWN, crowd, _crowd(crowd, own=own))
        yield from _counted(_DOWN, sites, _sites(sites, own=own))
        yield from _counted(_DOWN, scores, _scores(scores, own=own))
        yield from _counted(_UP, talk, _talk(talk, own=own))
        yield from _counted(_UP, small, _small(small, own=own))
    elif measure == "polarisation":
        yield from _counted(_UP, hot, _hot(hot, own=own))
        yield from _counted(_UP, crowd, _crowd(crowd, own=own))
        yield from _counted(_DOWN, talk, _talk(talk, own=own))
    elif measure == "turnout":
        yield from _counted(_UP, doors, _doors(doors, own=own))


def _counted(icon: str, count: int, line: str) -> Iterable[Move]:
    if count:
        yield icon, line.format(n=number(count))


def _untrue(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You ran {n} message that is not true.", "You ran {n} messages that are not true.", n)
    return ngettext(
        "The other side ran {n} message that is not true.", "The other side ran {n} messages that are not true.", n
    )


def _hidden(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You left {n} message unsigned.", "You left {n} messages unsigned.", n)
    return ngettext("The other side left {n} message unsigned.", "The other side left {n} messages unsigned.", n)


def _crowd(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You rented a crowd once.", "You rented a crowd {n} times.", n)
    return ngettext("The other side rented a crowd once.", "The other side rented a crowd {n} times.", n)


def _sites(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You paid for a click site once.", "You paid for a click site {n} times.", n)
    return ngettext("The other side paid for a click site once.", "The other side paid for a click site {n} times.", n)


def _scores(n: int, *, own: bool) -> str:
    if own:
        return ngettext(
            "You sold a social score of the voters once.", "You sold a social score of the voters {n} times.", n
        )
    return ngettext(
        "The other side sold a social score of the voters once.",
        "The other side sold a social score of the voters {n} times.",
        n,
    )


def _small(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You asked for small gifts once.", "You asked for small gifts {n} times.", n)
    return ngettext("The other side asked for small gifts once.", "The other side asked for small gifts {n} times.", n)


def _talk(n: int, *, own: bool) -> str:
    if own:
        return ngettext(
            "You talked with people face to face once.", "You talked with people face to face {n} times.", n
        )
    return ngettext(
        "The other side talked with people face to face once.",
        "The other side talked with people face to face {n} times.",
        n,
    )


def _hot(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You made {n} message out of fear or anger.", "You made {n} messages out of fear or anger.", n)
    return ngettext(
        "The other side made {n} message out of fear or anger.",
        "The other side made {n} messages out of fear or anger.",
        n,
    )


def _doors(n: int, *, own: bool) -> str:
    if own:
        return ngettext("You went out to where people live once.", "You went out to where people live {n} times.", n)
    return ngettext(
        "The other side went out to where people live once.",
        "The other side went out to where people live {n} times.",
        n,
    )


# ---------------------------------------------------------------------------------------------- the sealed guess


def sealed(playing: Playing, facts: Told, close: Close) -> Dialog:
    """The machine's chances for this voter, written before the first evening, beside what the voter did."""
    texts, outcome = playing.texts, facts.outcome
    name = persona_of(texts, outcome.persona).name
    rows = [
        _chance(vote_word(choice, texts), share, choice == outcome.ballot, playing.app.prefs.text_scale)
        for choice, share in _ranked(by_name(outcome.predicted))
    ]
    best = max(outcome.predicted, key=lambda choice: outcome.predicted[choice])
    chosen = vote_word(outcome.ballot, texts)
    if best == outcome.ballot:
        line = _("{name} chose {choice}. The machine had put it first. It did not decide it.")
    else:
        line = _("{name} chose {choice}. The machine had put something else first.")
    others = listing([vote_word(choice, texts) for choice, share in _ranked(outcome.predicted) if share >= 0.01])
    return Dialog(
        _("Sealed before the first evening"),
        Text(_("What the machine expected of {name}, from the file and the week before:").format(name=name), "body"),
        Column(*rows, gap=6),
        Text(line.format(name=name, choice=chosen), "strong"),
        Text(
            _("It had prepared for {list}. A machine that bets on everything is rarely surprised.").format(list=others),
            "body",
        )
        if len(outcome.predicted) > 1 and outcome.predicted[best] < 0.6
        else None,
        buttons=[Button(_("Back"), close, key="Esc", kind="paper", id="back")],
        width=640,
    )


def _ranked(chances: Mapping[BallotChoice, float]) -> list[tuple[str, float]]:
    return sorted(((str(name), share) for name, share in chances.items()), key=lambda item: -item[1])


def _chance(word: str, share: float, chosen: bool, scale: float) -> Widget:
    said = labelled(word, percent(share))
    return Row(
        Text(word, "strong" if chosen else "body", width=190),
        Canvas(_bar(share), label="", height=20, grow=1),
        Text(percent(share), "small_strong", face="sans_bold", align="right", width=max(60.0, 46 * scale)),
        Icon("check", 18) if chosen else Icon("minus", 18, color="text2"),
        gap=12,
        align="center",
        aloud=_("{chance}, what happened").format(chance=said) if chosen else said,
    )
