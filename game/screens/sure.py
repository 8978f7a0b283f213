"""How sure are we? Every constant of the simulation with its range and source, and what each mechanism may do at most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number
from game.parameters import GROUPS, PARAMETERS
from game.screens import sure_rows as rows
from game.screens.debrief_page import LARGE, fibres
from game.ui import Binding, Button, Canvas, Column, Frame, HintBar, Item, Place, Row, Rule, Screen, Text, Widget

if TYPE_CHECKING:
    from game.parameters import Parameters
    from game.screens.lobby import Lobby
    from game.screens.playing import Playing

SECTIONS: tuple[str, ...] = (*GROUPS, rows.MECHANISM_GROUP)


class HowSure(Screen):
    """The groups on the left, the rows of one on the right. The values of a run are shown once that run is over."""

    mood = "paper"

    def __init__(self, host: Lobby | Playing, group: str = "") -> None:
        super().__init__()
        self.host = host
        self.group = group or SECTIONS[0]
        self.opened = bool(group)  # does a group fill the page, where the text is large?

    def title(self) -> str:
        """Name of the page."""
        return _("How sure are we?")

    @property
    def large(self) -> bool:
        """True where the text is so large that list and rows stand one below the other."""
        return self.app.prefs.text_scale >= LARGE

    @property
    def drawn(self) -> Parameters | None:
        """The values of the run on the table; None before its vote, because they are part of the truth."""
        session = getattr(self.host, "session", None)
        if session is None or session.phase != "debrief":
            return None
        values: Parameters = session.ground.parameters
        return values

    def first_focus(self) -> str:
        """The group that is open."""
        return "all-groups" if self.large and self.opened else f"group-{self.group}"

    def bindings(self) -> list[Binding]:
        """Up and down choose, Tab goes to the rows, Esc goes back."""
        return [
            Binding("Up Down", _("Choose")),
            Binding("Tab", _("Rows")),
            Binding("PageUp PageDown", _("Scroll")),
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Back"), self.app.back, right=True),
        ]

    def compose(self) -> Widget:
        """Paper, list, rows, foot."""
        return Frame(
            Canvas(fibres, label=""),
            *(self._long() if self.large else self._wide()),
            Place(64, 660, 1152, 5, Rule("wobble", thickness=2.2, seed=3), scroll=False),
            Place(64, 667, 1152, 46, HintBar(pad=0), scroll=False),
        )

    def _wide(self) -> list[Widget]:
        return [
            Place(64, 24, 1152, 56, self._head(), scroll=False),
            Place(64, 84, 1152, 0, self._intro(), scroll=False),
            Place(52, 148, 250, 504, Column(self._groups(), pad=(4, 4)), id="groups.scroll"),
            Place(336, 146, 884, 506, Column(*self._rows(), gap=2, pad=(4, 4, 12, 4)), id=f"rows.{self.group}"),
        ]

    def _long(self) -> list[Widget]:
        back = Button(_("All groups"), self.all_groups, kind="paper", key="Backspace", icon="list", id="all-groups")
        parts = [Row(back), *self._rows()] if self.opened else [self._head(), self._intro(), self._groups()]
        name = self.group if self.opened else "all"
        return [Place(40, 16, 1200, 636, Column(*parts, gap=12, pad=(4, 24)), id=f"sure.{name}")]

    def _head(self) -> Widget:
        return Text(self.title(), "h1", size=42, line=50, role="heading")

    def _intro(self) -> Widget:
        found = sum(one.kind == "evidence" for one in PARAMETERS.values())
        line = _(
            "The town runs on {n} numbers. Studies give {found} of them; the other {chosen} are choices, made in the open. "
            "Every run draws each number anew from its range. Toy model; studies mostly American, many disputed."
        ).format(n=number(len(PARAMETERS)), found=number(found), chosen=number(len(PARAMETERS) - found))
        return Text(line, "body", color="text2")

    def _groups(self) -> Widget:
        return Column(*(self._group(group) for group in SECTIONS), gap=0, group=True)

    def _group(self, group: str) -> Widget:
        here = group == self.group
        count = len(rows.mechanisms() if group == rows.MECHANISM_GROUP else rows.parameters_of(group))
        return Item(
            Row(
                Text(rows.group_name(group), "strong" if here else "body", grow=1),
                Text(number(count), "small", color="text2"),
                gap=10,
                align="center",
            ),
            partial(self.open, group),
            label=rows.group_name(group),
            value=number(count),
            aloud=ngettext("{name}, {n} entry", "{name}, {n} entries", count).format(
                name=rows.group_name(group), n=number(count)
            ),
            selected=here,
            on_focus=None if self.large else partial(self.open, group),
            pad=(8, 12),
            min_height=44,
            id=f"group-{group}",
        )

    def _rows(self) -> list[Widget]:
        name, about = rows.group_name(self.group), rows.group_line(self.group)
        head = Column(
            Text(name, "h2", role="heading"),
            Text(about, "body", color="text2"),
            self._legend(),
            gap=2,
            pad=(0, 14, 6, 14),
        )
        if self.group == rows.MECHANISM_GROUP:
            return [head, *(rows.mechanism_row(each, large=self.large) for each in rows.mechanisms())]
        drawn = self.drawn
        return [
            head,
            *(rows.parameter_row(each, drawn, large=self.large) for each in rows.parameters_of(self.group)),
        ]

    def _legend(self) -> Widget | None:
        """What the signs on the bar mean."""
        if self.group == rows.MECHANISM_GROUP:
            return None
        line = (
            _("The disc is the central value, the ring is your run’s, the bar is the range.")
            if self.drawn is not None
            else _("The disc is the central value, the bar is the range.")
        )
        return Text(line, "small", color="text2")

    def open(self, group: str) -> None:
        """Show a group: beside the list, or on a page of its own where the text is large."""
        self.group, self.opened = group, True
        if self.large:
            self.app.focus("all-groups")
        self.app.refresh()

    def all_groups(self) -> None:
        """Back to the list, where the text is large."""
        self.opened = False
        self.app.focus(f"group-{self.group}")
        self.app.refresh()


def sure_button(host: Lobby | Playing) -> Widget:
    """The way here from a page of the lobby."""

    def go() -> None:
        host.app.push(HowSure(host))

    return Button(_("How sure are we?"), go, key="H", icon="scale-unbalanced", id="sure")
