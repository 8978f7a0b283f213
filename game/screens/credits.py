"""Who made what, under which licence, and what the facts rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _
from game.screens.sure import sure_button
from game.ui import Binding, Column, Frame, HintBar, Place, Row, Screen, Text, Widget

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


class Credits(Screen):
    """Fonts and icons left, the studies that the cards cite right."""

    mood = "war"

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby

    def title(self) -> str:
        """The page's name."""
        return _("Credits and sources")

    def bindings(self) -> list[Binding]:
        """Esc goes back."""
        return [Binding("Up Down", _("Scroll")), Binding("Esc", _("Back"), self.app.back)]

    def compose(self) -> Widget:
        """Two columns that scroll."""
        title = Text(self.title(), "hero", role="heading", grow=1)
        head = Place(64, 40, 1152, 0, Row(title, sure_button(self.lobby), gap=24, align="center"))
        return Frame(
            head,
            Place(64, 120, 380, 536, self._makers(), below=head),
            Place(500, 120, 716, 536, self._studies(), below=head),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _makers(self) -> Widget:
        lines = (
            (_("Game and code"), _("The Persuadable founders, MIT licence")),
            (_("Scenarios and art"), _("Original work, CC BY 4.0")),
            (
                _("Type"),
                "Source Sans Pro, Source Serif Pro, Manrope, Fredoka One, Amatic SC, Noto Sans Arabic, Noto Sans Hebrew (SIL OFL 1.1)",
            ),
            (_("Icons"), "Font Awesome Free, Fonticons (CC BY 4.0, SIL OFL 1.1)"),
            (_("Built with"), "pygame-ce, NumPy, pydantic, PyYAML, Babel, platformdirs, AccessKit, python-bidi"),
            (
                _("What this is"),
                _(
                    "A toy model. Its numbers come from studies, mostly American and many disputed, and ranges are shown. It is no forecast."
                ),
            ),
        )
        return Column(
            *(Column(Text(head, "h3"), Text(body, "body", color="text2"), gap=2) for head, body in lines), gap=18
        )

    def _studies(self) -> Widget:
        rows: list[Widget] = [Text(_("Studies that the cards cite"), "h2", role="heading")]
        seen: set[str] = set()
        for scenario in self.lobby.scenarios():
            for study in scenario.debrief.studies:
                if study.citation not in seen:
                    seen.add(study.citation)
                    rows.append(
                        Row(
                            Text(
                                study.citation + (f"\n{study.link}" if study.link else ""),
                                "small",
                                color="text2",
                                grow=1,
                            )
                        )
                    )
        return Column(*rows, gap=10)
