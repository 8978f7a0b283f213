"""Every place of the game for tests that walk all of them: how to come there, and in which states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import pytest
from _pytest.mark import ParameterSet

from game import i18n
from game.campaign.commands import (
    BuySource,
    CampaignCommand,
    ComposeMessage,
    Criterion,
    SaveSegment,
    SendMessage,
)
from game.feed.commands import Pass
from game.scenario.model import RuleSet, Scenario
from game.scenario.problems import Problem
from game.scenario.reader import Loaded
from game.screens.debate_page import DebatePage
from game.screens.debrief_story import Told
from game.screens.evening_break import EveningBreak
from game.screens.lobby import Lobby
from game.screens.playing import Playing, screen_class
from game.screens.preferences import prefs_from
from game.screens.start import keys_of_the_page
from game.screens.ui_words import ui_words
from game.screens.whatif import WhatIf
from game.screens.why import Why
from game.session.session import Session
from game.settings import Settings
from game.ui import App, Prefs, Screen
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

    def see(self, language: str, text_size: int, **more: object) -> App:
        """Show the place in a language (pseudo-locales too), with text of so many per cent and other settings."""
        i18n.set_language(language)
        self.app.running = True  # apps are shared, and another test may have left its game
        self.lobby.settings = Settings().changed(**{"text_scale": text_size, "motion": "none", **more})
        self.app.on_help = lambda: self.app.open(keys_of_the_page(self.app))
        self.app.set_words(ui_words())
        self.app.set_prefs(prefs_from(self.lobby.settings))
        self.show()
        return self.app


def _lobby() -> Lobby:
    lobby = Lobby(Settings(), ephemeral=True)
    lobby._shelved = _shelf()
    lobby.app = Pilot(act_one.Blank(), prefs=Prefs(motion="none")).app
    return lobby


@cache
def _shelf() -> tuple[Loaded, ...]:
    """The scenarios, read once."""
    return Lobby(Settings()).shelved()


def _lobby_place(place: str) -> Stop:
    lobby = _lobby()
    return Stop(lobby, lambda: lobby.app.show(screen_class(place)(lobby)))


def _section(name: str) -> Stop:
    stop = _lobby_place("settings")

    def show() -> None:
        stop.show()
        stop.app.screen.section = name  # type: ignore[attr-defined]  # because only this screen has sections
        stop.app.focus(f"section-{name}")
        stop.app.refresh()

    return Stop(stop.lobby, show)


def _problems() -> Stop:
    lobby = _lobby()
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
    return _at(Playing(act_two.anew(run.playing.session), run.playing.lobby), place, **arguments)


def _at(playing: Playing, place: str, **arguments: object) -> Stop:
    """A place of a run, each time as somebody sees it who comes there for the first time."""

    def show() -> None:
        known = {name: value for name, value in playing.memory.items() if isinstance(value, Told)}
        playing.memory.clear()
        playing.memory.update(known)  # what happened stays as it was
        playing.go(place, **arguments)

    return Stop(playing.lobby, show)


def _phone(place: str = "", *, persona: str = "ines", evening: int = 1, rules: RuleSet = "2016") -> Stop:
    town = act_two.clairport()
    run = act_two.table(place, persona=persona, evening=evening, scenario=town, advertise=True, rules=rules)
    return _at(run.playing, place or run.playing.resume_place())


@cache
def _finished(style: debrief_fixtures.Style) -> Session:
    return debrief_fixtures.finished(act_two.clairport(), style=style, voters=600)


def _evening(at_most: int, page: Callable[[Playing], Screen | None]) -> Stop:
    """A page of an evening that the feed leads to: the first that ``page`` makes."""
    for evening in range(1, at_most + 1):
        run = act_two.table("feed", evening=evening, scenario=act_two.clairport())
        if page(run.playing) is not None:
            return Stop(run.playing.lobby, lambda run=run: run.playing.app.show(page(run.playing)))  # type: ignore[misc]  # because mypy cannot infer lambdas with defaults
    raise LookupError("no evening has this page")


def _debate(playing: Playing) -> Screen | None:
    return DebatePage(playing, playing.feed.debate) if playing.feed.debate else None


def _read_to_the_end() -> Stop:
    """The feed after its last post."""
    run = act_two.table("feed", scenario=act_two.clairport())
    while run.feed.at < len(run.feed.posts):
        run.playing.submit(Pass(run.post.id))
    return _at(run.playing, "feed")


def _saved() -> Stop:
    """The title, with a run that can be continued."""
    stop = _lobby_place("title")
    stop.lobby.live = _busy(2).playing.session
    return stop


def _debrief(place: str, style: debrief_fixtures.Style = "loud") -> Stop:
    return _at(_reading(style).playing, place)


@cache
def _reading(style: debrief_fixtures.Style) -> debrief_fixtures.Table:
    return debrief_fixtures.table("result", session=_finished(style))


def _then(make: Callable[[], Stop], *keys: str) -> Stop:
    """The place after some keys, such as one that opens a dialog."""
    stop = make()

    def show() -> None:
        stop.show()
        for key in keys:
            Inputs(stop.app).key(key)
        _settle(stop.app.screen)

    return Stop(stop.lobby, show)


def _settle(screen: Screen) -> None:
    """What is worked out beside the page, or after its first frames, is there."""
    if isinstance(screen, WhatIf | Why):
        screen.settle()
    for _frame in range(3):
        if screen.ticking and screen.tick(screen.app.now):
            screen.app.refresh()


def _named(names: tuple[str, ...], make: Callable[[str], Stop], title: str = "{}") -> dict[str, Callable[[], Stop]]:
    return {title.format(name): partial(make, name) for name in names}


_DAILY = ("briefing", "data", "audience", "message", "actions", "polls", "pause")
_CHAPTERS = ("result", "why", "feeds", "whatif", "techniques", "talk")
STOPS: dict[str, Callable[[], Stop]] = {
    **_named(("title", "chooser", "credits", "campaigns", "cards"), _lobby_place),
    **_named(("reading", "seeing", "hearing", "controls", "time", "privacy"), _section, "settings: {}"),
    "keys": partial(_lobby_place, "keys"),
    "problems": _problems,
    "title with a saved run": _saved,
    **_named(_DAILY, _campaign, "{} on day 1"),
    **_named((*_DAILY, "overnight"), partial(_campaign, nights=2), "{} on day 3"),
    "streets": lambda: _campaign("actions", at="street"),
    "persona": lambda: _phone(persona=""),
    "feed": _phone,
    "feed on the second evening": lambda: _phone("feed", evening=2),
    "feed at its end": _read_to_the_end,
    "debate": lambda: _evening(3, _debate),
    "break": lambda: _evening(2, lambda playing: EveningBreak(playing) if playing.feed.evening > 1 else None),
    "check": lambda: _phone("check"),
    "rights": lambda: _phone("rights"),
    "rights of 2026": lambda: _phone("rights", rules="2026"),
    "ballot": lambda: _phone(evening=4),
    **_named((*_CHAPTERS, "else", "sure"), _debrief),
    **_named(_CHAPTERS, partial(_debrief, style="quiet"), "{} after a quiet week"),
    **{
        f"{name}, then {' '.join(keys)}": partial(_then, make, *keys)
        for name, make, keys in (
            ("title with a saved run", _saved, ("N",)),
            ("data", partial(_campaign, "data", 2), ("X",)),
            ("data", partial(_campaign, "data", 2), ("L",)),
            ("data", partial(_campaign, "data", 2), ("F1",)),
            ("audience", partial(_campaign, "audience", 2), ("+",)),
            ("audience", partial(_campaign, "audience", 2), ("S",)),
            ("audience", partial(_campaign, "audience", 2), ("G",)),
            ("audience", partial(_campaign, "audience", 2), ("W",)),
            ("overnight", partial(_campaign, "overnight", 2), ("W",)),
            ("actions", partial(_campaign, "actions", 2), ("X",)),
            ("actions", partial(_campaign, "actions", 2), ("Enter",)),
            ("streets", partial(_campaign, "actions", at="street"), ("Enter",)),
            ("briefing", partial(_campaign, "briefing", 2), ("Enter",)),
            ("message", partial(_campaign, "message", 2), ("N",)),
            ("feed", _phone, ("T",)),
            ("feed", _phone, ("U",)),
            ("feed", _phone, ("Space",)),
            ("feed", _phone, ("Space", "W")),
            ("feed", _phone, ("E",)),
            ("feed", _phone, ("Esc",)),
            ("feed", _phone, ("M",)),
            ("check", partial(_phone, "check"), ("1",)),
            ("check", partial(_phone, "check"), ("1", "2")),
            ("result", partial(_debrief, "result"), ("Enter",)),
            ("result", partial(_debrief, "result"), ("C",)),
            ("result", partial(_debrief, "result"), ("O",)),
            ("ballot", partial(_phone, evening=4), ("Y",)),
            ("why", partial(_debrief, "why"), ("1",)),
            ("feeds", partial(_debrief, "feeds"), ("Enter",)),
            ("whatif", partial(_debrief, "whatif"), ("1",)),
            ("techniques", partial(_debrief, "techniques"), ("S",)),
        )
    },
}
"""Name of a place in a state -> the way there."""


def a_third(turn: int) -> list[ParameterSet]:
    """Every place for a walk: each third one in the gate, from another one on by `turn`, and the rest with ``--slow``."""
    return [
        pytest.param(place, marks=pytest.mark.gate if at % 3 == turn % 3 else pytest.mark.slow)
        for at, place in enumerate(STOPS)
    ]
