"""A technique card on paper, and which card belongs to a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, number
from game.screens.letters import opening
from game.screens.post_words import found
from game.ui import Certainty, Column, Row, Text, Widget

if TYPE_CHECKING:
    from game.feed.view import PostView
    from game.scenario.model import Card, RealCase, Scenario, Strength


WHOLE_LINE, WHOLE_LINES = 46, 20.5
"""Letters of a line of the whole card in two columns, and how many lines fit in its usual size of type."""
WHAT, CASE = 120, 130
"""Letters of what a technique is, and of its real case, on the short card."""
PER_LINE, ALL_LINES = 34, 15
"""Letters of a line of the short card, and the lines that leave room for a second finding."""


def sure_word(level: int) -> str:
    """How sure science is, in words: 1 little, 2 some, 3 fairly sure, 4 sure."""
    return {
        1: _("little evidence"),
        2: _("some evidence"),
        3: _("fairly sure"),
        4: _("sure"),
    }[level]


def mechanisms_of(texts: Scenario, post: PostView) -> tuple[str, ...]:
    """The mechanisms that a post shows, the most telling first; empty for a friend's lunch."""
    if post.kind == "bot" or post.bot is not None:
        return ("M12",)
    if post.claim is not None:
        claim = found(texts.campaign.claims, post.claim)
        rows = (
            ("M10", claim is not None and claim.truth != "true"),
            ("M8", not post.signed),
            ("M9", post.tone in ("fear", "anger")),
            ("M11", post.headline == "curiosity"),
            ("M7", True),
        )
        return tuple(name for name, holds in rows if holds)
    if post.invitation is not None:
        return ("M18", "M19")
    authored = found(texts.feed.posts, post.authored)
    if authored is None:
        return ()
    return (*authored.mechanisms, *{"clickbait": ("M11",), "outrage": ("M14",), "bot": ("M12",)}.get(authored.kind, ()))


def card_of(texts: Scenario, post: PostView) -> Card | None:
    """The card that explains a post; None where there is nothing to explain."""
    for mechanism in mechanisms_of(texts, post):
        for card in texts.debrief.cards:
            if mechanism in card.mechanisms:
                return card
    return None


def no_card() -> list[Widget]:
    """What stands beside a post that no technique explains."""
    told = _(
        "Nobody paid for it, nobody aimed it, nobody hid behind it. Most of what people share is like that. "
        "It is worth remembering when everything starts to look like a trick."
    )
    return [
        Text(_("No technique"), "label", color="text2"),
        Text(_("Somebody wrote this"), "h2", size=27, line=33, face="serif_black", role="heading"),
        Text(told, "label"),
    ]


def short_card(card: Card, *, whole: bool = False) -> list[Widget]:
    """Name, what it is, a real case and how sure science is: the card beside two feeds.

    Unless it is ``whole``, only the first sentences and as many findings as there is room for.
    """
    name = Text(card.name, "h2", size=27, line=32, face="serif_black", role="heading")
    kind = Text(_("Technique card"), "label", color="text2")
    if whole:
        case = _case(card.case, "label") if card.case is not None else []
        return [kind, name, Text(card.what, "label"), *case, *_strengths(card.strengths, "label")]
    what = opening(card.what, WHAT)
    letters = [card.name * 2, what, *(one.statement for one in card.strengths[:2])]
    case = []
    if card.case is not None:
        case = _case(card.case, "label", CASE)
        letters.append(opening(card.case.text, CASE))
    taken = sum(-(-len(text) // PER_LINE) for text in letters)
    shown = card.strengths[: 2 if taken <= ALL_LINES else 1]
    return [kind, name, Text(what, "label"), *case, *_strengths(shown, "label")]


def _case(case: RealCase, style: str, letters: int = 0) -> list[Widget]:
    text = opening(case.text, letters) if letters else case.text
    where = _("{place}, {year}: {text}").format(place=case.place, year=case.year, text=text)
    return [
        Column(Text(_("A real case"), style, face="sans_bold", role="heading"), Text(where, style), pad=(8, 0, 0, 0))
    ]


def _strengths(strengths: tuple[Strength, ...], style: str) -> list[Widget]:
    sure = _("How sure:")
    head = Column(Text(_("How sure is the science?"), style, face="sans_bold", role="heading"), pad=(8, 0, 0, 0))
    return [
        head,
        *(
            Column(
                Text(one.statement, style),
                Certainty(one.certainty, sure_word(one.certainty)),
                gap=6,
                aloud=f"{one.statement} {sure} {sure_word(one.certainty)}.",
            )
            for one in strengths
        ),
    ]


def whole_card(card: Card, texts: Scenario, *, sources: bool) -> Widget:
    """Everything on a card in one column; the citations only when they are asked for."""
    left, right = _halves(card)
    head = Text(card.name, "h1", size=34, line=40, role="heading")
    return Column(head, *left, *right, *([_sources(card, texts)] if sources else []), gap=10)


def card_columns(card: Card, texts: Scenario, *, sources: bool, cause: Widget | None = None) -> Widget:
    """The same in two columns: what it is on the left, what is known about it on the right.

    ``cause``: how this run met it, at the end of the line above the name.
    """
    left, right = _halves(card, "label" if _lines(card) <= WHOLE_LINES else "small")
    head = Column(
        Row(Text(card.term, "label", color="text2", grow=1), cause, gap=24, align="center"),
        Text(card.name, "h1", size=34, line=40, role="heading"),
        gap=2,
    )
    halves = Row(Column(*left, gap=10, width=356), Column(*right, gap=8, grow=1), gap=32)
    return Column(head, halves, *([_sources(card, texts)] if sources else []), gap=10)


def _lines(card: Card) -> float:
    """About how many lines the longer half of a whole card takes, meters and headings counted."""
    left = sum(-(-len(part) // WHOLE_LINE) for part in (card.what, card.tell, card.counter, card.honest)) + 4
    right = sum(-(-len(one.statement) // WHOLE_LINE) + 1.4 for one in card.strengths) + 3
    if card.case is not None:
        right += -(-(len(card.case.text) + len(card.case.place) + 8) // WHOLE_LINE)
    return max(left, right)


def _halves(card: Card, style: str = "label") -> tuple[list[Widget], list[Widget]]:
    left: list[Widget] = [
        Text(card.what, style, face="sans_semibold"),
        _part(_("How to tell"), card.tell, style),
        _part(_("What to do"), card.counter, style),
        _part(_("The honest way"), card.honest, style),
    ]
    case = _case(card.case, style) if card.case is not None else []
    return left, [*case, *_strengths(card.strengths, style)]


def _part(head: str, text: str, style: str) -> Widget:
    return Column(Text(head, style, face="sans_bold", role="heading"), Text(text, style), gap=0)


def _sources(card: Card, texts: Scenario) -> Widget:
    """The studies behind case and strengths, each with how it was read."""
    ids = [*([card.case.study] if card.case is not None else []), *(one.study for one in card.strengths)]
    rows: list[Widget] = [Text(_("Sources"), "label", face="sans_bold", role="heading")]
    for at, name in enumerate(dict.fromkeys(ids), 1):
        study = found(texts.debrief.studies, name)
        if study is None:
            continue
        seen = {
            "text": _("We read the text itself, or parts of it."),
            "abstract": _("We read the summary only."),
            "secondary": _("We know it from others."),
        }[study.seen]
        dated = f"({study.year})" in study.citation
        form = _("{citation} {link} {seen}") if dated else _("{citation} ({year}). {link} {seen}")
        line = form.format(citation=study.citation, year=study.year, link=study.link, seen=seen)
        line = " ".join(line.split())
        count = Text(number(at), "small_strong", width=20)
        rows.append(Row(count, Text(line, "small", grow=1), gap=8, aloud=f"{number(at)}. {line}"))
    return Column(*rows, gap=4)
