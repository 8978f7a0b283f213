"""What stands behind the title: settings, language, the scenarios on the shelf, the saved run, the way into a run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game import i18n, settings
from game.i18n import _
from game.screens.playing import Playing, screen_class

if TYPE_CHECKING:
    from game.scenario.model import RuleSet, Scenario, SideId
    from game.scenario.problems import Problem
    from game.session.shelf import Saved, Shelf
    from game.settings import Settings
    from game.ui import App, Prefs, Words

Length = Literal["full", "short"]


@dataclass(frozen=True)
class Shelved:
    """A scenario folder as read: the scenario in the source language, or none, and its problems."""

    folder: Path
    scenario: Scenario | None
    problems: tuple[Problem, ...]


@dataclass
class Lobby:
    """One per game; lives as long as the window."""

    settings: Settings
    notices: list[str] = field(default_factory=list)
    ephemeral: bool = False
    extra: tuple[Path, ...] = ()
    """Scenario folders named on the command line."""
    app: App = field(init=False)
    _shelved: tuple[Shelved, ...] | None = None
    _shelf: Shelf | None = None

    # -- scenarios

    def shelved(self) -> tuple[Shelved, ...]:
        """Every scenario folder, read once; the title does not need it, so the title does not wait for it."""
        if self._shelved is None:
            from game.scenario import library

            folders = (*library.shipped(), *library.own(), *self.extra)
            self._shelved = tuple(Shelved(folder, *_read(folder)) for folder in folders)
        return self._shelved

    def scenarios(self) -> tuple[Scenario, ...]:
        """The playable scenarios in the player's language."""
        return tuple(i18n.localise(item.scenario) for item in self.shelved() if item.scenario is not None)

    def source(self, scenario_id: str) -> Scenario | None:
        """A scenario in the language of its files, as the rules take it."""
        found = (item.scenario for item in self.shelved() if item.scenario is not None and item.scenario.id == scenario_id)
        return next(found, None)

    def broken(self) -> tuple[Problem, ...]:
        """All errors of scenarios that cannot be played."""
        return tuple(problem for item in self.shelved() if item.scenario is None for problem in item.problems)

    def problems(self) -> None:
        """Show the problem screen."""
        self.app.push(screen_class("problems")(self, self.broken()))

    def read_again(self) -> None:
        """Read every scenario again after somebody mended a file."""
        self._shelved = None
        if self.broken():
            self.app.back()
            self.problems()
        else:
            self.app.back()
            self.app.announce(_("All scenarios are clean."))

    # -- the saved run

    @property
    def shelf(self) -> Shelf:
        """Where runs are kept; in memory only when the player wants nothing kept."""
        if self._shelf is None:
            from game.session.shelf import Shelf

            keep = not (self.ephemeral or self.settings.ephemeral)
            self._shelf = Shelf(settings.data_folder() if keep else None)
        return self._shelf

    def saved(self) -> Saved | None:
        """The run that Continue opens, if there is one."""
        return self.shelf.saved()

    def saved_line(self) -> str:
        """Where the saved run stands, for the title: the town and the day."""
        saved = self.saved()
        if saved is None:
            return ""
        if saved.phase != "campaign":
            return {"feed": _("On the phone"), "debrief": _("The debrief")}[saved.phase]
        return _("Day {day} of {days}").format(day=saved.day, days=saved.days)

    def resume(self) -> None:
        """Go on exactly where the run stopped."""
        saved = self.saved()
        if saved is None:
            return
        scenario = self.source(saved.scenario)
        if scenario is None:
            self.app.announce(_("The scenario of this run is not here any more."))
            return
        opened = self.shelf.resume(scenario)
        self._say(opened.notices)
        if opened.session is None:
            self.app.refresh()
            return
        self._enter(Playing(opened.session, self))

    def begin(self, scenario_id: str, side: SideId, *, length: Length, rules: RuleSet) -> None:
        """Start a new run; an older saved run is replaced."""
        from game.session.session import Session, Setup

        scenario = self.source(scenario_id)
        if scenario is None:
            return
        days = scenario.head.days if length == "full" else scenario.head.short_days
        setup = Setup(scenario_id=scenario.id, side=side, seed=secrets.randbelow(1_000_000), days=days, voters=scenario.town.voters, rules=rules)
        session = Session(scenario, setup)
        self._say(self.shelf.start(session))
        self._enter(Playing(session, self))

    def erase(self) -> None:
        """Erase the saved run."""
        self.shelf.erase()
        self.app.announce(_("Erased."))
        self.app.refresh()

    def open_campaigns(self) -> None:
        """List the campaign files that others exported."""
        self.app.push(screen_class("campaigns")(self))

    def open_campaign(self, file: Path) -> str | None:
        """Meet somebody else's campaign in one's own feed; returns a sentence when the file cannot be opened."""
        from game.session.shelf import read_campaign

        opened = read_campaign(file, self.source)
        if opened.session is None:
            return notice_text(opened.notices[0]) if opened.notices else notice_text("not-a-campaign")
        self._say(self.shelf.start(opened.session))
        self._enter(Playing(opened.session, self))
        return None

    def _enter(self, playing: Playing) -> None:
        playing.go(playing.resume_place())

    # -- places

    def to_title(self) -> None:
        """Back to the title; the run is already saved."""
        self.app.show(screen_class("title")(self))

    def choose(self) -> None:
        """Choose a town; the problem screen when none can be played."""
        self.app.show(screen_class("chooser")(self))
        if not self.scenarios() and self.broken():
            self.problems()

    def settings_screen(self) -> None:
        """Open the settings on top of what is shown."""
        self.app.push(screen_class("settings")(self))

    def close_settings(self) -> None:
        """Save the settings and go back."""
        self._say(settings.save(self.settings))
        self.app.back()

    def credits(self) -> None:
        """Show the credits."""
        self.app.push(screen_class("credits")(self))

    # -- settings

    def change(self, **changes: object) -> None:
        """Change settings; everything on screen follows at once."""
        self.replace_settings(self.settings.changed(**changes))

    def replace_settings(self, new: Settings) -> None:
        """Take over a whole set of settings."""
        kept = self.settings.ephemeral
        self.settings = new
        if new.ephemeral != kept:
            self._shelf = self.shelf.moved(None if new.ephemeral or self.ephemeral else settings.data_folder())
        self.app.set_prefs(prefs_from(new))

    def set_language(self, code: str) -> None:
        """Speak another language from here on."""
        i18n.set_language(code)
        self.settings = self.settings.changed(language=code)
        settings.save(self.settings)
        self.app.set_words(ui_words())
        self.app.refresh()

    def next_language(self) -> None:
        """The next of the languages that there are."""
        codes = list(i18n.languages())
        self.set_language(codes[(codes.index(i18n.language()) + 1) % len(codes)])

    def full_screen(self, on: bool) -> None:
        """Fill the screen or come back to a window."""
        self.settings = self.settings.changed(full_screen=on)
        self.app.set_full_screen(on)

    def take_notices(self) -> list[str]:
        """What has to be told once; told when taken."""
        told, self.notices = self.notices, []
        return told

    def _say(self, codes: tuple[str, ...]) -> None:
        for code in codes:
            self.app.announce(notice_text(code))


def _read(folder: Path) -> tuple[Scenario | None, tuple[Problem, ...]]:
    from game.scenario.reader import load

    loaded = load(folder)
    return loaded.scenario, loaded.problems


def prefs_from(chosen: Settings) -> Prefs:
    """The ui's preferences from the player's settings."""
    from game.ui import Prefs

    return Prefs(
        text_scale=chosen.text_scale / 100,
        contrast="high" if chosen.contrast == "high" else "standard",
        colours=chosen.colours,
        motion=chosen.motion,
        wide_spacing=chosen.wide_spacing,
        hatching=chosen.hatching,
        shapes=chosen.shapes,
    )


def notice_text(code: str) -> str:
    """What a notice of settings, session or shelf says to the player."""
    return {
        "settings-damaged": _("The settings file was damaged. It is kept aside; the defaults are in force."),
        "settings-unreadable": _("The settings file cannot be read. The defaults are in force."),
        "settings-unwritable": _("Settings cannot be written here. They hold until you quit."),
        "cut-off": _("The last step of the saved run was cut off and is left out."),
        "damaged": _("The saved run was damaged. It goes on from the last good step; the damaged file is kept aside."),
        "foreign": _("The saved run is no file of this game, or of another version. It is kept aside."),
        "changed-scenario": _("The scenario changed since this run was saved. The run is kept aside."),
        "unwritable": _("This run cannot be written to disk. Play goes on in memory."),
        "disk-full": _("The disk is full. Play goes on in memory."),
        "no-scenario": _("The scenario of this campaign is not here."),
        "not-a-campaign": _("This file is no campaign of this game."),
    }.get(code, code)


def ui_words() -> Words:
    """The few words that the widgets themselves say, in the player's language."""
    from game.ui import Words

    return Words()
