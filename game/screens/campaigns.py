"""Somebody else's campaign: the campaign files in the exchange folder, to be met in one's own feed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game import settings
from game.i18n import _
from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    HintBar,
    Icon,
    Panel,
    Picture,
    Place,
    Row,
    Rule,
    Screen,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


def exchange_folder() -> Path:
    """Where exported campaigns are written and looked for."""
    return settings.data_folder() / "campaigns"


class Campaigns(Screen):
    """A list of files; one opens as the campaign that arrives in the player's feed."""

    mood = "war"

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby

    def title(self) -> str:
        """The page's name."""
        return _("Somebody else’s campaign")

    def bindings(self) -> list[Binding]:
        """Esc goes back."""
        return [Binding("Up Down", _("Choose")), Binding("Esc", _("Back"), self.app.back)]

    def compose(self) -> Widget:
        """The files, or how to get one."""
        folder = exchange_folder()
        files = sorted(folder.glob("*.campaign")) if folder.is_dir() else []
        rows: list[Widget] = [
            Button(
                file.stem,
                partial(self.lobby.meet, file),
                kind="row",
                icon="envelope-open-text",
                key=str(index) if index < 10 else "",
                id=f"file-{index}",
            )
            for index, file in enumerate(files, start=1)
        ]
        if not rows:
            rows.append(self._nothing())
        head = Place(64, 40, 1152, 0, Column(
            Text(self.title(), "hero", role="heading"),
            Text(_("Another group ran the campaign. You become one of the voters whom it was made for."), "lead", color="text2"),
            gap=4,
        ))  # fmt: skip
        return Frame(
            head,
            Place(48, 152, 732, 504, Column(*rows, gap=8, group=True, pad=(0, 16)), below=head),
            Place(804, 152, 1, 488, Rule(vertical=True, height=488), scroll=False, below=head),
            Place(836, 152, 380, 504, Column(
                Text(_("How to swap"), "h2", role="heading"),
                Text(_("In a campaign, open the menu and choose “Export this campaign”. Put the file into this folder on the other machine:"), "body", color="text2"),
                Row(Icon("folder-open", 18, color="lemon"), Text(str(folder), "small", grow=1), gap=12),
                Text(_("Or start the game with the file: persuadable open FILE"), "body", color="text2"),
                gap=10,
            ), below=head),
            Place(0, 672, 1280, 48, HintBar()),
        )  # fmt: skip

    def _nothing(self) -> Widget:
        """No file yet: what would lie here."""
        words = Column(
            Text(_("No campaign file here yet."), "h3"),
            Text(_("The first one may come from the next table."), "body", color="text2"),
            gap=6,
            grow=1,
        )
        picture = Picture("scenes/listening-circle.svg", label="", width=208, height=144)
        inside = Row(picture, words, gap=28, align="center")
        return Panel(inside, fill="", border="ctl", border_width=1.2, dashed=True, pad=(28, 32))
