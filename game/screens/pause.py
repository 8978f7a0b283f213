"""The menu of a run: go on, settings, give the campaign to somebody else, back to the title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from game.i18n import _
from game.screens.campaigns import exchange_folder
from game.screens.playing import Playing
from game.screens.refusals import refusal
from game.session.saving import export_campaign
from game.ui import Binding, Button, Column, Frame, HintBar, Icon, Picture, Place, Row, Screen, Spacer, Text, Widget

LARGE = 1.3
"""From this text size on the menu is one column and the poster goes."""


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
            Binding("Ctrl+Z", _("Take back"), self.take_back, hint=False),
            Binding("Esc", _("Continue"), self.app.back),
        ]

    def compose(self) -> Widget:
        """The menu of the run, beside it what a class needs; and what saving means here."""
        head = Column(
            Text(self.playing.texts.head.title, "lead", color="lemon"),
            Text(_("The town can wait."), "h0" if self.app.prefs.text_scale < LARGE else "h1", role="heading"),
            gap=8,
        )
        run, others = Column(*self._run(), gap=4), Column(*self._others(), gap=4)
        if self.app.prefs.text_scale >= LARGE:
            page = Column(head, Column(run, others, gap=4, group=True), *self._said(), gap=16, pad=(0, 16))
            return Frame(Place(96, 48, 1088, 616, page), Place(0, 672, 1280, 48, HintBar()))
        menu = Row(Column(run, grow=1), Column(others, grow=1), gap=24, group=True)
        page = Column(head, Spacer(size=16), menu, Spacer(size=16), *self._said(), gap=8, pad=(0, 8))
        poster = Picture(f"{self.playing.texts.head.poster}.svg", width=260, height=390)
        return Frame(
            Place(64, 96, 824, 576, page),
            Place(956, 140, 260, 390, poster, scroll=False),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _run(self) -> list[Widget]:
        """What one does with a run."""
        here = [self._take_back()] if self.playing.session.phase == "campaign" else []
        return [
            Button(_("Continue"), self.app.back, kind="menu", key="C", id="continue"),
            *here,
            Button(_("Settings"), self.open_settings, kind="menu", key="S", id="settings"),
            Button(_("Cards and sources"), self.cards, kind="menu", key="T", id="cards"),
            Button(_("How sure are we?"), self.sure, kind="menu", key="H", id="sure"),
            Button(self._leaving(), self.leave, kind="menu", key="Q", id="leave"),
        ]

    def _others(self) -> list[Widget]:
        """What one does with a run when one is not alone with it."""
        lobby, settings = self.playing.lobby, self.playing.settings
        how = _("No more notes") if settings.tutorial else _("Show me how")
        words = lobby.app.words
        return [
            Button(how, self.show_how, kind="menu", key="G", id="how"),
            Button(
                _("Projector"),
                self.project,
                kind="menu",
                key="J",
                value=words.on if settings.projector else words.off,
                id="projector",
            ),
            Button(
                _("Export this campaign"), self.export, kind="menu", key="X", id="export", disabled=self._no_export()
            ),
        ]

    def _take_back(self) -> Widget:
        """The last plan of the day, by name."""
        refused = self.playing.session.cannot_take_back()
        return Button(
            _("Take back"),
            self.take_back,
            kind="menu",
            key="Z",
            disabled="" if refused is None else refusal(refused.code),
            id="take-back",
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

    @property
    def _kept(self) -> bool:
        return not (self.playing.settings.ephemeral or self.playing.lobby.ephemeral)

    def _leaving(self) -> str:
        return _("Save and go to the title") if self._kept else _("Go to the title")

    def _saving(self) -> str:
        if not self._kept:
            return _("Nothing is kept on this computer: the run ends when the window closes.")
        return _("Every step is saved as you take it.")

    def take_back(self) -> None:
        """Take back the last plan of the day, and say which."""
        self.app.announce(self.playing.take_back())

    def show_how(self) -> None:
        """Notes that show how the game works, from here on; or no more of them."""
        self.playing.lobby.companion.show_how(not self.playing.settings.tutorial, again=True)
        self.app.back()

    def project(self) -> None:
        """Prepare everything for a class at the wall, or for one player again."""
        self.playing.lobby.project(not self.playing.settings.projector)

    def cards(self) -> None:
        """Every technique of this scenario, with its sources."""
        self.playing.over("cards")

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
