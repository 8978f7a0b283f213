"""Where the chain can be cut, and the yellow card that tells what the cut changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.i18n import _, euros, number
from game.screens.why_words import cut_name, cut_story, moved_line, skipped_line
from game.ui import Button, Canvas, Column, Icon, Painter, Panel, Place, Rect, Rich, Row, Scissors, Text, Widget, markup
from game.ui.paper import arrow
from game.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from game.debrief.counterfactual import Cut, CutResult
    from game.debrief.trace import CausalTrace
    from game.scenario.model import Persona, Scenario
    from game.screens.debrief_story import Told

Choose = Callable[["Cut"], None]

SLOTS: dict[str, tuple[tuple[float, float], ...]] = {
    "source": ((298, 186),),
    "criterion": ((562, 186),),
    "message": ((866, 186), (866, 286)),
    "network": ((1068, 350), (974, 350)),
}
"""Centre of the scissors on each arrow of the table, by the link that is cut; a second cut of a link hangs below."""
_LINK = {
    "source": "source",
    "criterion": "criterion",
    "sign": "message",
    "truth": "message",
    "ranking": "network",
    "bots": "network",
}


def placed(cuts: Sequence[Cut]) -> list[tuple[Cut, float, float]]:
    """Every cut with the centre of its scissors; two on the network's arrow stand side by side."""
    links = [_LINK[cut.kind] for cut in cuts]
    out = []
    for at, cut in enumerate(cuts):
        link = links[at]
        index = links[:at].count(link)
        if link == "network":  # read from left to right, the last one next to the person
            index = links.count(link) - 1 - index
        x, y = SLOTS[link][min(index, len(SLOTS[link]) - 1)]
        out.append((cut, x, y))
    return out


def scissors(cuts: Sequence[Cut], chosen: Cut | None, choose: Choose, texts: Scenario) -> list[Widget]:
    """The scissors on their arrows, and bare arrows where there is nothing to cut."""
    used = {_LINK[cut.kind] for cut in cuts}
    bare = [(298.0, 186.0), (562.0, 186.0), (866.0, 186.0)]
    links = ("source", "criterion", "message")

    def paint(painter: Painter, area: Rect) -> None:
        for link, (x, y) in zip(links, bare, strict=True):
            if link not in used:
                arrow(painter, (area.x + x - 30, area.y + y + 6), (area.x + x + 30, area.y + y + 2))

    widgets: list[Widget] = [Place(0, 0, 1280, 660, Canvas(paint, label="", width=1280, height=660), scroll=False)]
    for number_, (cut, x, y) in enumerate(placed(cuts), 1):
        under = _LINK[cut.kind] == "network"  # at the foot of the phone
        tool = Scissors(
            number(number_),
            _chooser(choose, cut),
            label=_("Cut {n}: {what}").format(n=number(number_), what=cut_name(cut, texts)),
            open=cut == chosen,
            key=str(number_),
            under=under,
            id=f"cut-{number_}",
        )
        widgets.append(Place(x - 38, y - (24 if under else 52), 76, 76, tool, scroll=False))
    return widgets


def scissors_row(cuts: Sequence[Cut], chosen: Cut | None, choose: Choose, texts: Scenario) -> Widget:
    """The same cuts as buttons, for large text."""
    buttons = [
        Button(
            cut_name(cut, texts),
            _chooser(choose, cut),
            kind="paper",
            icon="scissors",
            key=str(number_),
            selected=cut == chosen,
            fill="marker.pale" if cut == chosen else "",
            id=f"cut-{number_}",
        )
        for number_, cut in enumerate(cuts, 1)
    ]
    return Row(*buttons, gap=12, wrap=True, run_gap=12)


def _chooser(choose: Choose, cut: Cut) -> Callable[[], None]:
    return lambda: choose(cut)


def card(
    cut: Cut | None,
    result: CutResult | None,
    trace: CausalTrace,
    facts: Told,
    texts: Scenario,
    persona: Persona,
    *,
    slow: bool = False,
) -> Widget:
    """What the chosen cut changes, in words; before that, what cutting means; a bar while a ``slow`` replay goes on."""
    cuts = facts.cuts(trace)
    if cut is None:
        head, lines = (
            _("Where would you cut?"),
            [_("The campaign is played again, with the same people and the same luck, without that one link.")],
        )
    else:
        head = _("Cut {n} of {all}: {what}").format(
            n=number(cuts.index(cut) + 1), all=number(len(cuts)), what=cut_name(cut, texts)
        )
        if result is None:
            lines = [_("Playing the campaign again without it …")]
        else:
            lines = [f"{cut_story(result, trace, texts, persona)} {skipped_line(result, texts)}".strip()]
    body = [
        Text(head, "strong"),
        *(Rich(*markup(line), style="body", size=17, line=23) for line in lines if line),
        *([WorkBar(lambda: None, label=head)] if slow and result is None and cut is not None else []),
    ]
    icon = "hourglass-half" if cut is not None and result is None else "scissors"
    return Panel(
        Row(Icon(icon, 24), Column(*body, gap=2, grow=1), gap=16, align="center", grow=1),
        fill="marker.pale",
        border="pencil",
        border_width=2,
        radius=10,
        pad=(8, 18),
        min_height=100,
        role="status",
        label=head,
    )


def first_line(trace: CausalTrace, texts: Scenario, name: str) -> str:
    """What the impression cost and did: price, place in the feed, effect."""
    parts = []
    if trace.price >= 0.005:
        parts.append(
            _("Showing it once cost {price} cents.").format(price=number(trace.price * 100, 1))
            if trace.price < 1
            else _("Showing it once cost {price}.").format(price=euros(trace.price))
        )
    if trace.channel == "auction":
        parts.append(_("It stood at place {n} in the feed.").format(n=number(trace.rank)))
    if trace.channel != "bots":
        parts.append(moved_line(trace, texts, name))
    return " ".join(parts)
