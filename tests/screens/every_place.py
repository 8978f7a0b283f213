"""Every place of the game for tests that walk all of them: how to come there, and in which states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from game import i18n
from game.campaign.commands import (
    BuySource,
    CampaignCommand,
    ComposeMessage,
    Criterion,
    SaveSegment,
    SendMessage,
)
from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.screens.lobby import Lobby, ui_words
from game.screens.playing import screen_class
from game.screens.preferences import prefs_from
from game.session.session import Session
from game.settings import Settings
from game.ui import App, Prefs
from game.ui.inputs import Inputs
from game.ui.pilot import Pilot
from tests.screens import act_one, act_two, debrief_fixtures

Open = Callable[[], object]


@dataclass(frozen=True)
class Stop:
    """An App, and what shows the place anew (in the language that is in force then)."""

    lobby: Lobby
    show: Open

    @property
    def app(self) -> App:
        """What shows it."""
        return self.lobby.app

    def see(self, language: str, text_size: int) -> App:
        """Show the place in a language (pseudo-locales too) and with text of so many per cent."""
        i18n.set_language(language)
        self.lobby.settings = Settings().changed(text_scale=text_size, motion="none")
        self.app.set_words(ui_words())
        self.app.set_prefs(prefs_from(self.lobby.settings))
        self.show()
        return self.app


def _lobby_place(place: str) -> Stop:
    lobby = Lobby(Settings(), ephemeral=True)
    lobby.app = Pilot(act_one.Blank(), prefs=Prefs(motion="none")).app
    return Stop(lobby, lambda: lobby.app.show(screen_class(place)(lobby)))


def _section(name: str) -> Stop:
    stop = _lobby_place("settings")

    def show() -> None:
        stop.show()
        stop.app.screen.section = name  # type: ignore[attr-defined]  # because only this screen has sections
        stop.app.refresh()

    return Stop(stop.lobby, show)


def _problems() -> Stop:
    lobby = Lobby(Settings(), ephemeral=True)
    lobby.app = Pilot(act_one.Blank(), prefs=Prefs(motion="none")).app
    messages = ("Field required", "Input should be a valid integer, unable to parse string as an integer")
    found = tuple(
        Problem(
            "scenarios/night-bus/feed.yaml", 20 + n, 7, "error", "wrong", "posts[tram].texts", message, "Write one."
        )
        for n, message in enumerate(messages)
    )
    return Stop(lobby, lambda: lobby.app.show(screen_class("problems")(lobby, found)))


@cache
def _busy(nights: int) -> act_one.Table:
    """A campaign with data, a segment, two messages and moves, after some nights."""
    return act_one.table(days=6, before=_commands(act_one.tram_vote()), nights=nights)


def _commands(scenario: Scenario) -> tuple[CampaignCommand, ...]:
    claims = [one.id for one in scenario.campaign.claims if one.side == "for"]
    return (
        BuySource(next(source.id for source in scenario.campaign.sources if source.kind == "broker")),
        SaveSegment((Criterion("age", "under-30"),)),
        ComposeMessage("a", claims[0], "fear", "outrage", False),
        ComposeMessage("b", claims[-1], "hope", "plain", False),
        SendMessage("a"),
    )


def _campaign(place: str, nights: int = 0, **arguments: object) -> Stop:
    run = _busy(nights)
    return Stop(run.playing.lobby, lambda: run.playing.go(place, **arguments))


def _phone(place: str = "", *, persona: str = "ines", evening: int = 1) -> Stop:
    run = act_two.table(place, persona=persona, evening=evening, scenario=act_two.clairport(), advertise=True)
    return Stop(run.playing.lobby, lambda: run.playing.go(place or run.playing.resume_place()))


@cache
def _finished(style: debrief_fixtures.Style) -> Session:
    return debrief_fixtures.finished(act_two.clairport(), style=style, voters=600)


def _debrief(place: str, style: debrief_fixtures.Style = "loud") -> Stop:
    run = debrief_fixtures.table(place, session=_finished(style))
    return Stop(run.playing.lobby, lambda: run.playing.go(place))


def _then(make: Callable[[], Stop], *keys: str) -> Stop:
    """The place after some keys, such as one that opens a dialog."""
    stop = make()

    def show() -> None:
        stop.show()
        for key in keys:
            Inputs(stop.app).key(key)

    return Stop(stop.lobby, show)


def _named(names: tuple[str, ...], make: Callable[[str], Stop], title: str = "{}") -> dict[str, Callable[[], Stop]]:
    return {title.format(name): partial(make, name) for name in names}


_DAILY = ("briefing", "data", "audience", "message", "actions", "polls", "pause")
_CHAPTERS = ("result", "why", "feeds", "whatif", "techniques", "talk")
STOPS: dict[str, Callable[[], Stop]] = {
    **_named(("title", "chooser", "credits", "campaigns"), _lobby_place),
    **_named(("reading", "seeing", "hearing", "controls", "time", "privacy"), _section, "settings: {}"),
    "problems": _problems,
    **_named(_DAILY, _campaign, "{} on day 1"),
    **_named((*_DAILY, "overnight"), partial(_campaign, nights=2), "{} on day 3"),
    "streets": lambda: _campaign("actions", at="street"),
    "persona": lambda: _phone(persona=""),
    "feed": _phone,
    "feed on the second evening": lambda: _phone("feed", evening=2),
    "check": lambda: _phone("check"),
    "rights": lambda: _phone("rights"),
    "ballot": lambda: _phone(evening=4),
    **_named((*_CHAPTERS, "else", "sure"), _debrief),
    **_named(_CHAPTERS, partial(_debrief, style="quiet"), "{} after a quiet week"),
    **{
        f"{name}, then {' '.join(keys)}": partial(_then, make, *keys)
        for name, make, keys in (
            ("data", partial(_campaign, "data", 2), ("X",)),
            ("audience", partial(_campaign, "audience", 2), ("+",)),
            ("actions", partial(_campaign, "actions", 2), ("X",)),
            ("briefing", partial(_campaign, "briefing", 2), ("Enter",)),
            ("message", partial(_campaign, "message", 2), ("N",)),
            ("feed", _phone, ("T",)),
            ("feed", _phone, ("U",)),
            ("feed", _phone, ("E",)),
            ("feed", _phone, ("M",)),
            ("check", partial(_phone, "check"), ("1",)),
            ("check", partial(_phone, "check"), ("1", "2")),
            ("result", partial(_debrief, "result"), ("Enter",)),
            ("result", partial(_debrief, "result"), ("C",)),
            ("why", partial(_debrief, "why"), ("1",)),
            ("feeds", partial(_debrief, "feeds"), ("Enter",)),
            ("whatif", partial(_debrief, "whatif"), ("1",)),
            ("techniques", partial(_debrief, "techniques"), ("S",)),
        )
    },
}
"""Name of a place in a state -> the way there."""
