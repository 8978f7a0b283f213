"""Counting hands: a row for each option, typed or with plus and minus, its share as a bar; Enter takes the most voted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, listing, ngettext, number, percent
from game.screens.hands import Hand, Vote
from game.screens.shares import printed
from game.ui import Button, Column, Dialog, Node, Painter, Rect, Row, Spacer, Text, Widget
from game.ui.callout import shown

if TYPE_CHECKING:
    from game.ui import App

LARGEST = 99
"""Hands of the largest class."""


class HandsStrip:
    """The counting of one vote, from the first hand to what is taken."""

    def __init__(self, app: App, vote: Vote) -> None:
        self.app, self.vote = app, vote
        self.hands = dict.fromkeys((option.widget for option in vote.options), 0)
        self.tied: tuple[str, ...] = ()

    def open(self) -> None:
        """Show it over the page."""
        self.app.open(self.dialog)
        self.app.focus(_row_id(self.vote.options[0]))

    @property
    def leaders(self) -> tuple[Hand, ...]:
        """The options with the most hands; none before the first hand."""
        most = max(self.hands.values())
        return tuple(option for option in self.vote.options if most and self.hands[option.widget] == most)

    def dialog(self) -> Dialog:
        """The rows, and the two ways out."""
        total = sum(self.hands.values())
        hands = [self.hands[option.widget] for option in self.vote.options]
        shares = printed([each / max(1, total) for each in hands])
        rows = [
            HandsRow(at, option.label, (each, total), share, partial(self.count, option), _row_id(option))
            for at, (option, each, share) in enumerate(zip(self.vote.options, hands, shares, strict=True), 1)
        ]
        how = _("Type the hands, or use plus and minus. The game keeps no count afterwards.")
        return Dialog(
            _("Hands up: {question}").format(question=self.vote.question),
            Text(how, "body", color="text2"),
            Column(*rows, gap=6, group=True),
            Text(self._outcome(), "strong"),
            buttons=[
                Button(_("Leave it"), self.app.close, key="Esc", id="hands-leave"),
                Button(_("Take the most voted"), self.take, key="Enter", kind="primary", id="hands-take"),
            ],
            width=900,
        )

    def _outcome(self) -> str:
        """Who leads, a tie, or nothing yet."""
        leaders = self.leaders
        if not leaders:
            return _("No hand is counted yet.")
        if len(leaders) > 1:
            names = listing([leader.label for leader in leaders])
            return _("A tie: {names}. Stand on one of them and press Enter; it is your call.").format(names=names)
        return _("Ahead: {name}").format(name=leaders[0].label)

    def count(self, option: Hand, hands: int) -> None:
        """So many hands for this option."""
        self.hands[option.widget] = min(max(hands, 0), LARGEST)
        self.tied = ()
        self.app.refresh()

    def take(self) -> None:
        """Take the option with the most hands. A tie is said first; then the row in focus decides."""
        leaders = self.leaders
        if not leaders:
            self.app.announce(self._outcome(), toast=False)
            return
        here = next((leader for leader in leaders if _row_id(leader) == self.app.focused_id), None)
        if len(leaders) > 1 and (self.tied != tuple(leader.widget for leader in leaders) or here is None):
            self.tied = tuple(leader.widget for leader in leaders)
            self.app.announce(self._outcome(), toast=False)  # the strip says it as well
            return
        taken = here if len(leaders) > 1 and here is not None else leaders[0]
        hands = self.hands[taken.widget]
        said = ngettext("{n} hand for: {name}", "{n} hands for: {name}", hands)
        self.app.close()
        self.vote.take(self.app, taken.widget)
        self.app.announce(said.format(n=number(hands), name=taken.label), toast=False)


def _row_id(option: Hand) -> str:
    return f"hands-{option.widget}"


class HandsRow(Row):
    """One option: its number, its name, its share as a bar, and the hands. Digits, Backspace, + and - change them."""

    kind = "hands"
    role = "slider"

    def __init__(
        self,
        at: int,
        label: str,
        hands: tuple[int, int],
        printed_share: float,
        count: Callable[[int], None],
        id: str,  # noqa: A002 because widgets call it id
    ) -> None:
        super().__init__(gap=14, pad=(4, 8), align="center", id=id, min_height=56)
        self.at, self.label, self.count, self.printed_share = at, label, count, printed_share
        self.hands, self.total = hands
        self.role = "slider"

    @property
    def share(self) -> float:
        """The part of all hands."""
        return self.hands / self.total if self.total else 0.0

    def build(self) -> None:
        """Number, name over the bar, hands, minus and plus."""
        self.bar = Spacer(height=16, min_width=80)
        self.badge = Spacer(width=44 * self.text_scale, height=44)
        self.children = [
            self.badge,
            Column(Text(self.label, "strong", lines=2), self.bar, gap=4, grow=1),
            Text(percent(self.printed_share), "body", color="text2", width=64 * self.text_scale, align="right"),
            Text(number(self.hands), "number", width=52 * self.text_scale, align="right"),
            _Step(_("One hand less"), "-", partial(self.count, self.hands - 1)),
            _Step(_("One hand more"), "+", partial(self.count, self.hands + 1)),
        ]

    @property
    def focusable(self) -> bool:
        """Tab stops here."""
        return True

    def draw(self, p: Painter) -> None:
        """The number in its disc, and the bar."""
        r, b, s = self.rect, self.bar.rect, self.badge.rect
        if self.focused:
            p.rect(r.x, r.y, r.w, r.h, "sel", radius=8)
        draw_number(p, s.cx, s.cy, self.at, self.text_scale)
        p.rect(b.x, b.y, b.w, b.h, border="ctl", border_width=1.5, radius=4)
        if self.share:
            p.rect(b.x, b.y, max(8.0, b.w * self.share), b.h, "text", radius=4)

    def on_key(self, key: str) -> bool:
        """Digits write the number, Backspace takes the last one away, plus and minus and the side arrows count."""
        if key.isdigit() and len(key) == 1:
            typed = self.hands * 10 + int(key)
            self.count(typed if typed <= LARGEST else int(key))
        elif key in ("Backspace", "Del"):
            self.count(self.hands // 10 if key == "Backspace" else 0)
        elif key in ("+", "Right", "-", "Left"):
            self.count(self.hands + (1 if key in ("+", "Right") else -1))
        else:
            return False
        return True

    def value_text(self) -> str:
        """Hands and share."""
        said = ngettext("{n} hand, {share}", "{n} hands, {share}", self.hands)
        return said.format(n=number(self.hands), share=percent(self.printed_share))

    def semantics(self) -> list[Node]:
        """One number that can be raised and lowered."""
        node = self.node([])
        node.scale = (float(self.hands), 0.0, float(LARGEST), 1.0)
        return [node]


class _Step(Widget):
    """Plus or minus beside a row: for pointers; keys have the row itself."""

    kind = "step"

    def __init__(self, name: str, sign: str, act: Callable[[], None]) -> None:
        super().__init__(width=44, height=44)
        self.label, self.sign, self.act = name, sign, act
        self.shrink = False

    def draw(self, p: Painter) -> None:
        """A round button."""
        r = self.rect
        p.circle(r.cx, r.cy, 18, "sel" if self.hovered else "", border="ctl", border_width=2)
        p.icon(r.cx, r.cy, "plus" if self.sign == "+" else "minus", 16, "text")

    def activate(self) -> bool:
        """One more or one less."""
        self.act()
        return True


def draw_number(p: Painter, x: float, y: float, at: int, scale: float) -> None:
    """The number of an option in a disc that can be read from the last row."""
    fill, ink = ("lemon", "ink.base") if p.theme.dark else ("plum", "white")
    p.circle(x, y, 16 * min(scale, 1.6), fill, border=ink, border_width=2)
    style = p.theme.style("h2")
    p.text(x, y - style.line * scale / 2, number(at), style, ink, "center")


class Badges(Widget):
    """The numbers of the options, drawn at their places on the page."""

    kind = "badges"

    def __init__(self, vote: Vote) -> None:
        super().__init__(id="badges")
        self.vote = vote

    def draw(self, p: Painter) -> None:
        """A disc at the start of each option that can be seen."""
        root: Widget = self
        while root.parent is not None:
            root = root.parent
        numbers = {option.widget: at for at, option in enumerate(self.vote.options, 1)}
        for widget in root.walk():
            at = numbers.get(widget.id)
            r = shown(widget) if at is not None else None
            if at is not None and r is not None:
                draw_number(p, *_spot(r), at, p.theme.prefs.text_scale)


def _spot(r: Rect) -> tuple[float, float]:
    """Where the number of an option stands: at the start of a row, in the corner of a card; clear of the focus ring."""
    return (r.x + 18, r.cy) if r.w > 3 * r.h else (r.x + 18, r.y + 18)
