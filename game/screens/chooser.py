"""Choose a town and the campaign that hires you."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Literal

from game.i18n import _, listing, ngettext
from game.scenario.model import RuleSet, Scenario, Side, SideId
from game.ui import (
    Binding,
    Choice,
    Column,
    Frame,
    HintBar,
    Icon,
    Item,
    KeyCap,
    Option,
    Picture,
    Place,
    Row,
    Rule,
    Screen,
    Spacer,
    StanceMark,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.lobby import Lobby

LARGE = 1.3
"""From this text size on the page is one column."""
Length = Literal["full", "short"]


class Chooser(Screen):
    """Posters left, the ballot question and the two campaigns right."""

    mood = "war"

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby
        self.at = 0
        self.length: Length = "full"
        self.rules: RuleSet | None = None

    def title(self) -> str:
        """How many towns there are."""
        count = len(self.lobby.scenarios())
        return ngettext("One town. One vote.", "{n} towns. {n} votes.", count).format(n=count)

    def first_focus(self) -> str:
        """The first poster."""
        return "town-0"

    def bindings(self) -> list[Binding]:
        """The keys of mock-up 02, and the broken scenarios where there are any."""
        several = len(self.lobby.scenarios()) > 1
        rows = [
            *([Binding("Left Right", _("Choose a town"), self._step)] if several else []),
            Binding("Enter", _("Confirm")),
            Binding("Esc", _("Back"), self.lobby.to_title),
        ]
        if self.lobby.broken():
            rows.append(Binding("P", _("Scenarios with problems"), self.lobby.problems, right=True))
        return rows

    def compose(self) -> Widget:
        """Posters on one baseline; the chosen one is larger."""
        towns = self.lobby.scenarios()
        head: list[Widget] = [
            Text(self.title(), "hero", role="heading"),
            Text(
                _("Invented places, ordinary arguments. Either side can win, and either side can cheat."),
                "lead",
                color="text2",
            ),
        ]
        places: list[Widget] = [Place(64, 40, 1152, 0, Column(*head, gap=2))]
        if not towns:
            places.append(
                Place(64, 200, 700, 300, Text(_("No town can be played: every scenario has problems."), "lead"))
            )
            return Frame(*places, Place(0, 672, 1280, 48, HintBar()))
        if self.app.prefs.text_scale >= LARGE:
            return Frame(Place(64, 28, 1152, 636, self._in_one_column(towns)), Place(0, 672, 1280, 48, HintBar()))
        x = 64
        for index, town in enumerate(towns[:3]):
            chosen = index == self.at
            width = 280 if chosen else 220
            height = 424 if chosen else 333
            places.append(
                Place(x, 576 - height, width, height + 90, self._poster(index, town, width, height), scroll=False)
            )
            x += width + 28
        if len(towns) == 1:
            places.append(Place(384, 136, 448, 532, self._both_sides(towns[0])))
        places.append(Place(852, 152, 1, 496, Rule(vertical=True), scroll=False))
        places.append(Place(880, 140, 344, 520, self._panel(towns[self.at], alone=len(towns) == 1)))
        places.append(Place(0, 672, 1280, 48, HintBar()))
        return Frame(*places)

    def _in_one_column(self, towns: tuple[Scenario, ...]) -> Widget:
        """The same page for large type: everything below each other, scrolled."""
        posters = Row(*(self._poster(index, town, 220, 333) for index, town in enumerate(towns[:3])), gap=28)
        chosen = towns[self.at]
        return Column(
            Text(self.title(), "hero", role="heading"),
            Row(posters, Column(self._panel(chosen, alone=True), grow=1), gap=40),
            self._both_sides(chosen),
            gap=20,
        )

    def _poster(self, index: int, town: Scenario, width: int, height: int) -> Widget:
        label = _("{town}: {question}").format(town=town.head.town, question=town.head.teaser)
        poster = Picture(f"{town.head.poster}.svg", label="", width=width, height=height, fit="cover", radius=6)
        item = Item(
            poster,
            lambda: self._take(index),
            label=label,
            selected=index == self.at,
            key=str(index + 1),
            id=f"town-{index}",
            pad=0,
            on_focus=lambda: self._pick(index),
        )
        caption = Column(
            Row(KeyCap(str(index + 1)), Text(town.head.town, "h2"), gap=10, align="center"),
            Text(town.head.teaser, "small", color="text" if index == self.at else "text2"),
            gap=4,
        )
        return Column(item, caption, gap=16)

    def _both_sides(self, town: Scenario) -> Widget:
        """With one town there is room for what both sides say, and for the terms of the game."""
        rows: list[Widget] = []
        for side in town.head.sides:
            rows.append(
                Row(StanceMark(side.id, 18), Text(side.stands_for, "h3", color=side.id), gap=10, align="center")
            )
            rows += [Text(argument.text, "small") for argument in side.arguments[:2]]
            rows.append(Spacer(2))
        return Column(*rows, *self._terms(town), gap=6)

    def _terms(self, town: Scenario) -> list[Widget]:
        return [
            Choice(_("Length"), self._lengths(town), self.length, self._set_length, key="L", id="length"),
            Choice(
                _("Law in force"), self._laws(), self.rules or town.head.rules, self._set_rules, key="W", id="rules"
            ),
        ]

    def _panel(self, town: Scenario, *, alone: bool) -> Widget:
        minutes = listing([str(m) for m in town.head.minutes], either=True)
        return Column(
            Text(_("On the ballot in {town}").format(town=town.head.town), "label", color="text2"),
            Text(_("“{question}”").format(question=town.head.question), "h3", size=22, line=29),
            Row(
                Icon("clock", 16, color="text2"),
                Text(_("{minutes} min").format(minutes=minutes), "small", color="text2"),
                Spacer(8),
                Icon("user-group", 16, color="text2"),
                Text(_("Solo or pairs"), "small", color="text2"),
                gap=8,
                align="center",
            ),
            *([] if alone else self._terms(town)),
            Spacer(6),
            Text(_("Which campaign hires you?"), "h3"),
            *(self._side(town, side) for side in town.head.sides),
            Item(
                Row(KeyCap("C"), Text(_("Let a coin decide who hires you."), "body"), gap=10, align="center"),
                self._coin,
                label=_("Let a coin decide who hires you."),
                key="C",
                id="coin",
                pad=4,
            ),
            gap=10,
        )

    def _lengths(self, town: Scenario) -> list[Option]:
        def days(count: int) -> str:
            return ngettext("{n} day", "{n} days", count).format(n=count)

        return [Option("full", days(town.head.days)), Option("short", days(town.head.short_days))]

    def _laws(self) -> list[Option]:
        return [Option("none", _("None")), Option("2016", _("As in 2016")), Option("2026", _("As in 2026"))]

    def _side(self, town: Scenario, side: Side) -> Widget:
        key = "F" if side.id == "for" else "A"
        row = Row(
            StanceMark(side.id, 24),
            Column(Text(side.name, "strong", size=20), Text(side.stands_for, "small", color=side.id), grow=1),
            KeyCap(key),
            gap=18,
            align="center",
        )
        return Item(
            row,
            lambda: self._hire(town, side.id),
            label=_("{side}: {stance}").format(side=side.name, stance=side.stands_for),
            key=key,
            id=f"side-{side.id}",
            kind="card",
            pad=(12, 18),
        )

    def _set_length(self, value: str) -> None:
        self.length = "short" if value == "short" else "full"

    def _set_rules(self, value: str) -> None:
        self.rules = value if value in ("none", "2016", "2026") else None  # type: ignore[assignment]  # because the test narrows the text to the rule sets

    def _step(self, key: str) -> None:
        step = 1 if key == "Right" else -1
        self._pick((self.at + step) % max(1, len(self.lobby.scenarios())))
        self.app.focus(f"town-{self.at}")

    def _pick(self, index: int) -> None:
        self.at = index

    def _take(self, index: int) -> None:
        """With the town settled, the next question is who hires you."""
        self._pick(index)
        self.app.focus(f"side-{self.lobby.scenarios()[index].head.sides[0].id}")

    def _coin(self) -> None:
        self._hire(self.lobby.scenarios()[self.at], secrets.choice(("for", "against")))

    def _hire(self, town: Scenario, side: SideId) -> None:
        self.lobby.unless_it_replaces(partial(self._begin, town, side))

    def _begin(self, town: Scenario, side: SideId) -> None:
        self.lobby.begin(town.id, side, length=self.length, rules=self.rules or town.head.rules)
