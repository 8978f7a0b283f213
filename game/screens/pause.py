"""The menu of a run: go on, settings, give the campaign to somebody else, back to the title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from game.i18n import _
from game.screens.campaigns import exchange_folder
from game.screens.playing import Playing
from game.session.saving import export_campaign
from game.ui import Binding, Button, Column, Frame, HintBar, Icon, Picture, Place, Row, Screen, Spacer, Text, Widget


class Pause(Screen):
    """A page over the war room; nothing has to be saved, everything already is."""

    mood = "war"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing
        self.written: Path | None = None

    def title(self) -> str:
        """Name of the page."""
        return _("Menu")

    def first_focus(self) -> str:
        """Enter goes on."""
        return "continue"

    def bindings(self) -> list[Binding]:
        """Esc goes on as well."""
        return [
            Binding("Up Down", _("Choose")),
            Binding("Enter", _("Take it")),
            Binding("Esc", _("Continue"), self.app.back),
        ]

    def compose(self) -> Widget:
        """A short menu, and what saving means here."""
        menu = Column(
            Button(_("Continue"), self.app.back, kind="menu", key="C", id="continue"),
            Button(_("Settings"), self.open_settings, kind="menu", key="S", id="settings"),
            Button(
                _("Export this campaign"), self.export, kind="menu", key="X", id="export", disabled=self._no_export()
            ),
            Button(_("How sure are we?"), self.sure, kind="menu", key="H", id="sure"),
            Button(_("Save and go to the title"), self.leave, kind="menu", key="Q", id="leave"),
            gap=4,
            group=True,
        )
        page = Column(
            Text(self.playing.texts.head.title, "lead", color="lemon"),
            Text(_("The town can wait."), "h0", role="heading"),
            Spacer(size=16),
            menu,
            Spacer(size=16),
            *self._said(),
            gap=8,
            pad=(0, 16),
        )
        poster = Picture(f"{self.playing.texts.head.poster}.svg", width=300, height=450)
        return Frame(
            Place(128, 96, 640, 576, page),
            Place(852, 110, 300, 450, poster, scroll=False),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _no_export(self) -> str:
        """Half a campaign cannot arrive in anybody's feed."""
        unfinished = self.playing.session.phase == "campaign"
        return _("The campaign is not over yet: it can be exported after the last night.") if unfinished else ""

    def _said(self) -> list[Widget]:
        """What happened to the run, and where an exported file lies."""
        lines = [self._line("floppy-disk", self._saving())]
        if self.written is not None:
            told = _(
                "Written to {file}. Somebody else can open it from the title and meet your campaign in their feed."
            )
            lines.append(self._line("file-export", told.format(file=self.written)))
        return lines

    def _line(self, icon: str, text: str) -> Widget:
        return Row(Icon(icon, 18, color="text2"), Text(text, "body", color="text2", grow=1), gap=12)

    def _saving(self) -> str:
        if self.playing.settings.ephemeral or self.playing.lobby.ephemeral:
            return _("Nothing is kept on this computer: the run ends when the window closes.")
        return _("Every step is saved as you take it.")

    def open_settings(self) -> None:
        """Open the settings over the menu."""
        self.playing.lobby.settings_screen()

    def sure(self) -> None:
        """The constants of the simulation; those of this run only once it is over."""
        self.playing.over("sure")

    def leave(self) -> None:
        """Go to the title; Continue there comes back to exactly this point."""
        self.app.back()
        self.playing.lobby.to_title()

    def export(self) -> None:
        """Write the campaign into the folder where campaigns are swapped; never over an older file."""
        folder = exchange_folder()
        setup = self.playing.session.setup
        name = f"{setup.scenario_id}-{setup.side}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = next(path for path in _names(folder, name) if not path.exists())
            export_campaign(self.playing.session, file)
        except OSError as problem:
            self.app.announce(_("The file could not be written: {reason}").format(reason=problem.strerror or folder))
            return
        self.written = file
        self.app.announce(_("Exported."))


def _names(folder: Path, name: str) -> Iterator[Path]:
    """Names for a campaign file: plain, then numbered."""
    yield folder / f"{name}.campaign"
    for number in count(2):
        yield folder / f"{name}-{number}.campaign"
