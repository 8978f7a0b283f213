"""The list of problems in a broken scenario: the same lines as ``persuadable check`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.ui import Binding, Button, Column, Frame, HintBar, Icon, Panel, Place, Row, Screen, Text, Widget

if TYPE_CHECKING:
    from game.scenario.problems import Problem
    from game.screens.lobby import Lobby


class ProblemsScreen(Screen):
    """Every problem at once, with its place and how to mend it."""

    mood = "war"

    def __init__(self, lobby: Lobby, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.lobby = lobby
        self.problems = problems

    def title(self) -> str:
        """How much is to be mended."""
        count = len(self.problems)
        return ngettext("{n} thing to mend", "{n} things to mend", count).format(n=count)

    def first_focus(self) -> str:
        """Reading again is what one does after mending."""
        return "again"

    def bindings(self) -> list[Binding]:
        """Esc goes back."""
        return [Binding("Up Down", _("Scroll")), Binding("Esc", _("Back"), self.app.back)]

    def compose(self) -> Widget:
        """Heading, the list, one button."""
        head = Place(64, 40, 1152, 0, Column(
            Text(self.title(), "hero", role="heading"),
            Text(_("A scenario file could not be read. Nothing is lost: mend the lines below and read it again."), "lead", color="text2"),
            gap=4,
        ))  # fmt: skip
        return Frame(
            head,
            Place(64, 150, 1152, 420, Column(*(self._row(problem) for problem in self.problems), gap=8), below=head),
            Place(64, 584, 900, 80, Row(Button(_("Read again"), self._again, kind="primary", key="R", id="again"), align="center")),
            Place(0, 672, 1280, 48, HintBar()),
        )  # fmt: skip

    def _row(self, problem: Problem) -> Widget:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        what = f"{problem.where}: {problem.message}" if problem.where else problem.message
        icon = "triangle-exclamation" if problem.level == "error" else "circle-info"
        return Panel(
            Row(
                Icon(icon, 20, color="lemon", label=_("error") if problem.level == "error" else _("warning")),
                Column(
                    Text(what, "strong"),
                    Text(problem.hint, "body") if problem.hint else None,
                    Text(f"{place}  [{problem.code}]", "small", color="text2"),
                    gap=2,
                    grow=1,
                ),
                gap=14,
            ),
            pad=14,
        )

    def _again(self) -> None:
        self.lobby.read_again()
