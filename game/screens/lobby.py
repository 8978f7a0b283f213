"""What stands behind the title: settings, language, the scenarios on the shelf, the saved run, the way into a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from game import i18n, settings
from game.i18n import _
from game.screens.memory import settle
from game.screens.notices import notice_text
from game.screens.playing import Playing, screen_class
from game.screens.preferences import prefs_from
from game.screens.reading import Ahead, Reading
from game.screens.saved_run import Saved, run_place, saved_at
from game.screens.senses import Senses
from game.screens.ui_words import ui_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.scenario.loaded import Loaded
    from game.scenario.model import RuleSet, Scenario, SideId
    from game.scenario.problems import Problem
    from game.screens.companion import Companion
    from game.session.journal import Notice
    from game.session.session import Session
    from game.settings import Settings
    from game.ui import App, Widget

Length = Literal["full", "short"]


@dataclass
class Lobby:
    """One per game; lives as long as the window."""

    settings: Settings
    notices: list[str] = field(default_factory=list)
    ephemeral: bool = False
    extra: tuple[Path, ...] = ()
    """Scenario folders named on the command line."""
    app: App = field(init=False)
    senses: Senses = field(init=False)
    live: Session | None = None
    """The run that is being played, or was until the player went back to the title."""
    names: int = 0
    """Which of the names two players at one keyboard go by; never written down."""
    offers: bool = False
    """Does a first campaign come with the question whether notes are wanted? Only in front of a player."""
    _shelved: tuple[Loaded, ...] | None = None
    _ahead: Ahead | None = None
    _told: int = 0
    _companion: Companion | None = None

    def __post_init__(self) -> None:
        """Silent until somebody gives it sound and voice."""
        self.senses = Senses(self)

    # -- scenarios

    def read_ahead(self) -> None:
        """Read the scenarios while the player looks at the title."""
        if self._shelved is None and self._ahead is None:
            self._ahead = Ahead(self._read)

    @property
    def ready(self) -> bool:
        """False while the scenarios are still being read."""
        return self._ahead is None or self._ahead.over

    def when_read(self, then: Callable[[], object]) -> None:
        """Go on when the scenarios are read: at once, or from a page that waits for them."""
        if self.ready:
            then()
        else:
            self.app.show(Reading(self, then))

    def shelved(self) -> tuple[Loaded, ...]:
        """Every scenario folder, read once; the title does not need it, so the title does not wait for it."""
        if self._shelved is None:
            ahead, self._ahead = self._ahead, None
            self._shelved = (ahead.wait() if ahead is not None else None) or self._read()
        return self._shelved

    def _read(self) -> tuple[Loaded, ...]:
        from game.scenario import library
        from game.scenario.kept import load

        keep = not (self.ephemeral or self.settings.ephemeral)
        return (*library.every(keep=keep), *(load(folder, keep=keep) for folder in self.extra))

    def scenarios(self) -> tuple[Scenario, ...]:
        """The playable scenarios in the player's language."""
        return tuple(i18n.localise(item.scenario) for item in self.shelved() if item.scenario is not None)

    def source(self, scenario_id: str) -> Scenario | None:
        """A scenario in the language of its files, as the rules take it."""
        found = (
            item.scenario for item in self.shelved() if item.scenario is not None and item.scenario.id == scenario_id
        )
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
    def run_file(self) -> Path | None:
        """Where the run is written down; None when the player wants nothing kept."""
        if self.ephemeral or self.settings.ephemeral:
            return None
        return run_place()

    def saved(self) -> Saved | None:
        """The run that Continue opens, if there is one: the one in memory, else the one on disk."""
        if self.live is not None:
            session = self.live
            return Saved(session.scenario.id, session.phase, session.campaign.day, session.setup.days)
        return saved_at(self.run_file)

    def saved_line(self) -> str:
        """Where the saved run stands, for the title."""
        saved = self.saved()
        if saved is None:
            return ""
        if saved.phase == "damaged":
            return _("damaged")
        if saved.phase in ("feed", "debrief"):
            return _("On the phone") if saved.phase == "feed" else _("After the vote")
        return _("Day {day} of {days}").format(day=saved.day, days=saved.days)

    def resume(self) -> None:
        """Go on exactly where the run stopped."""
        if self.live is not None:
            self._enter(self.live)
            return
        self.when_read(self._resume_saved)

    def _resume_saved(self) -> None:
        saved, file = self.saved(), self.run_file
        if saved is None or file is None:
            return
        from game.session import saving

        self.app.work.begins("resume")
        scenario = self.source(saved.scenario) or next(
            (item.scenario for item in self.shelved() if item.scenario), None
        )
        if scenario is None:
            self.app.announce(_("The scenario of this run is not here any more."))
            return
        resumed = saving.resume(file, scenario)
        if resumed.session is not None:
            self._enter(resumed.session)
        else:
            self.app.focus("new")
        self._say(resumed.notices)

    def unless_it_replaces(self, begin: Callable[[], object]) -> None:
        """Begin another run. There is room for one: while one is saved, the player is asked what becomes of it."""
        saved = self.saved()
        if saved is None or saved.phase == "debrief":  # a run that is over loses nothing
            begin()
            return
        from game.ui import Button, Dialog, Text

        self.app.open(
            Dialog(
                _("Begin a new campaign?"),
                Text(_("It takes the place of the saved run: {where}.").format(where=self.saved_line()), "body"),
                buttons=[
                    Button(_("Begin"), begin, key="B", kind="primary", id="begin"),
                    Button(_("Back"), self.app.close, key="Esc", id="keep"),
                ],
            )
        )

    def begin(self, scenario_id: str, side: SideId, *, length: Length, rules: RuleSet) -> None:
        """Start a new run; an older saved run is replaced."""
        from secrets import randbelow

        from game.session import saving
        from game.session.setup import usual

        scenario = self.source(scenario_id)
        if scenario is None:
            return
        self.app.work.begins("begin")
        setup = usual(scenario, side=side, seed=randbelow(1_000_000), rules=rules, length=length)
        session = saving.begin(scenario, setup, self.run_file)
        self._enter(session)
        self._say(saving.notices(session))

    def erase(self) -> None:
        """Erase the saved run."""
        from game.session import saving

        if self.live is not None:
            saving.give_up(self.live, run_place())
        elif self.run_file is not None:
            saving.erase(self.run_file)
        self.live = None
        self.app.announce(_("Erased."))
        self.app.refresh()

    def open_campaigns(self) -> None:
        """List the campaign files that others exported."""
        self.app.push(screen_class("campaigns")(self))

    def meet(self, file: Path) -> None:
        """Open a campaign file, unless a saved run would have to go for it; what is wrong with the file is said."""

        def go() -> None:
            refused = self.open_campaign(file)
            if refused:
                self.app.close()
                self.app.announce(refused)

        self.unless_it_replaces(go)

    def open_campaign(self, file: Path) -> str | None:
        """Meet somebody else's campaign in one's own feed; returns a sentence when the file cannot be opened."""
        from game.session import saving
        from game.session.glance import glance

        self.app.work.begins("open")
        seen = glance(file)
        scenario = self.source(seen.scenario) if seen is not None and seen.whole else None
        if seen is None or scenario is None:
            return notice_text("no-scenario" if seen is not None and seen.whole else "foreign")
        opened = saving.open_campaign(file, scenario, self.run_file)
        if opened.session is None:
            return notice_text(opened.notices[-1].code if opened.notices else "foreign")
        self._enter(opened.session)
        self._say(opened.notices)
        return None

    def told_while_playing(self, session: Session) -> None:
        """Say what the journal has to say since it was last asked, such as a full disk."""
        from game.session import saving

        news = saving.notices(session)[self._told :]
        self._told += len(news)
        self._say(news)

    def _enter(self, session: Session) -> None:
        from game.session import saving

        self.live = session
        self._told = len(saving.notices(session))
        self._alone()
        playing = Playing(session, self)
        settle()
        playing.go(playing.resume_place())

    # -- places

    def to_title(self) -> None:
        """Back to the title; the run is already saved."""
        self._alone()
        self.app.show(screen_class("title")(self))

    def _alone(self) -> None:
        """Leave every page that lies under the present one."""
        del self.app.screens[:-1]

    def choose(self) -> None:
        """Choose a town; the problem screen when none can be played."""
        self.when_read(self._choose)

    def _choose(self) -> None:
        self.app.show(screen_class("chooser")(self))
        if not self.scenarios() and self.broken():
            self.problems()

    def settings_screen(self) -> None:
        """Open the settings on top of what is shown."""
        self.app.push(screen_class("settings")(self))

    def open_keys(self) -> None:
        """Open the list of shortcuts over the settings."""
        self.app.push(screen_class("keys")(self))

    def close_settings(self) -> None:
        """Save the settings and go back."""
        for code in settings.save(self.settings):
            self.app.announce(notice_text(code))
        self.app.back()

    def credits(self) -> None:
        """Show the credits."""
        self.app.push(screen_class("credits")(self))

    # -- what lies over the pages

    def beside(self, page: Widget) -> Widget | None:
        """What lies over a page: nothing on the title, so that nothing has to be loaded for it."""
        if not hasattr(self.app.screen, "playing") and not self.settings.projector:
            return None
        return self.companion.over(page)

    @property
    def companion(self) -> Companion:
        """Who keeps the notes."""
        if self._companion is None:
            from game.screens.companion import Companion

            self._companion = Companion(self)
        return self._companion

    # -- settings

    def change(self, **changes: object) -> None:
        """Change settings; everything on screen follows at once."""
        self.replace_settings(self.settings.changed(**changes))

    def project(self, on: bool) -> None:
        """For a class at the wall, or for one player again; kept like every setting."""
        self.change(projector=on)
        self.keep()
        self.app.announce(_("Projector on: large text, votes by hand.") if on else _("Projector off."))

    def keep(self) -> None:
        """Write the settings, unless nothing is to be kept."""
        if not self.ephemeral:
            settings.save(self.settings)

    def replace_settings(self, new: Settings) -> None:
        """Take over a whole set of settings."""
        kept = self.settings.ephemeral
        self.settings = new
        if new.ephemeral and not kept and self.live is not None:
            from game.session import saving

            saving.give_up(self.live, run_place())  # played on in memory only
        self.app.set_prefs(prefs_from(new))

    def set_language(self, code: str) -> None:
        """Speak another language from here on."""
        i18n.set_language(code)
        self.settings = self.settings.changed(language=code)
        settings.save(self.settings)
        self.app.set_words(ui_words())
        self.app.set_prefs(prefs_from(self.settings))  # the keyboard is guessed by the language

    def next_language(self) -> None:
        """The next of the languages that there are."""
        codes, here = list(i18n.languages()), i18n.language()
        self.set_language(codes[(codes.index(here) + 1) % len(codes) if here in codes else 0])

    def full_screen(self, on: bool) -> None:
        """Fill the screen or come back to a window."""
        self.settings = self.settings.changed(full_screen=on)
        self.app.fullscreen = on
        self.app.refresh()

    def take_notices(self) -> list[str]:
        """What has to be told once; told when taken."""
        told, self.notices = self.notices, []
        return told

    def _say(self, notices: tuple[Notice, ...]) -> None:
        """On the page that is shown, and all at once: a second toast would hide the first."""
        if notices:
            self.app.announce(" ".join(dict.fromkeys(notice_text(notice.code) for notice in notices)))
