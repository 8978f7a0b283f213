"""Choose a town and the campaign that hires you."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Literal

from game.i18n import _, listing, ngettext, number
from game.scenario.model import RuleSet, Scenario, Side, SideId
from game.screens.headline import number_word
from game.screens.loose import Loose
from game.ui import (
    Binding,
    Button,
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
from game.ui.pages import Pages

if TYPE_CHECKING:
    from game.screens.lobby import Lobby

LARGE = 1.3
"""From this text size on the page is three pages, each with the whole width."""
SHOWN = 3
"""Posters that stand side by side; where there are more towns, the arrows bring the next ones."""
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
        if not count:
            return _("No town to choose")
        word = number_word(count)
        return ngettext("One town. One vote.", "{n} towns. {n} votes.", count).format(n=word[:1].upper() + word[1:])

    def first_focus(self) -> str:
        """The first poster."""
        return "town-0"

    def bindings(self) -> list[Binding]:
        """The keys of mock-up 02, and the broken scenarios where there are any."""
        several = len(self.lobby.scenarios()) > 1
        rows = [
            *([Binding("Left Right", _("Choose a town"), self._step)] if several else []),
            *self._far(),
            Binding("Enter", _("Confirm")),
            Binding("Esc", _("Back"), self.lobby.to_title),
            Binding("J", _("Projector off") if self.lobby.settings.projector else _("Projector"), self._project),
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
            words = Text(_("No town can be played: every scenario has problems."), "lead")
            return Frame(*places, Place(64, 200, 700, 300, words), Place(0, 672, 1280, 48, HintBar()))
        if self.app.prefs.text_scale >= LARGE:
            title = Text(self.title(), "hero", role="heading", fit=1)
            pages = Place(64, 110, 1152, 554, self._pages(towns), scroll=False)
            return Frame(Place(64, 20, 1152, 0, title), pages, Place(0, 672, 1280, 48, HintBar()))
        x = 64
        for index in self._window(len(towns)):
            width, height = (280, 424) if index == self.at else (220, 333)
            poster = self._poster(index, towns[index], width, height)
            places.append(Place(x, 576 - height, width, height + 90, poster, scroll=False))
            x += width + 28
        if len(towns) > SHOWN:
            places.append(Place(600, 50, 240, 44, self._turning(len(towns)), scroll=False))
        if len(towns) == 1:
            places.append(Place(384, 136, 448, 532, self._both_sides(towns[0])))
        places.append(Place(852, 152, 1, 496, Rule(vertical=True), scroll=False))
        places.append(Place(880, 144, 336, 520, self._panel(towns[self.at], alone=len(towns) == 1)))
        places.append(Place(0, 672, 1280, 48, HintBar()))
        return Frame(*places)

    def _pages(self, towns: tuple[Scenario, ...]) -> Widget:
        """The same for large type: the town, who hires, and what both sides say have the width in turn."""
        posters = Row(*(self._poster(index, towns[index], 220, 280) for index in self._window(len(towns))), gap=28)
        chosen = towns[self.at]
        ballot = self._ballot(chosen)
        town = Column(
            self._turning(len(towns)) if len(towns) > SHOWN else None,
            Row(posters, Column(*ballot, gap=12, grow=1), gap=40)
            if len(towns) == 1
            else Column(posters, *ballot, gap=20),
            gap=20,
        )
        hired = Column(*self._hiring(chosen), gap=16)
        return Pages(
            (
                ("towns", _("Town"), town),
                ("sides", _("Campaign"), hired),
                ("said", _("Arguments"), self._both_sides(chosen)),
            ),
            id="pages",
        )

    def _window(self, count: int) -> range:
        """The towns whose posters are shown: the chosen one in the middle where there are more than fit."""
        first = min(max(0, self.at - SHOWN // 2), max(0, count - SHOWN))
        return range(first, min(count, first + SHOWN))

    def _turning(self, count: int) -> Widget:
        """Which of many towns this is, with an arrow either way."""
        at = _("{n} of {count}").format(n=number(self.at + 1), count=number(count))
        return Row(
            Spacer(grow=1),
            Button("", partial(self._step, "Left"), kind="plain", icon="chevron-left", description=_("Previous town")),
            Text(at, "body", color="text2"),
            Button("", partial(self._step, "Right"), kind="plain", icon="chevron-right", description=_("Next town")),
            gap=4,
            align="center",
        )

    def _poster(self, index: int, town: Scenario, width: int, height: int) -> Widget:
        chosen = index == self.at
        label = _("{town}: {question}").format(town=town.head.town, question=town.head.teaser)
        poster = Picture(f"{town.head.poster}.svg", label="", width=width, height=height, fit="cover", radius=6)
        item = Item(
            poster,
            lambda: self._take(index),
            label=label,
            selected=chosen,
            key=str(index + 1),
            id=f"town-{index}",
            kind="card",
            fill="none",
            border="page",
            radius=6,
            pad=0,
            on_focus=lambda: self._pick(index),
        )
        cap = KeyCap(str(index + 1), look="strong" if chosen else "")
        caption = Column(
            Row(cap, Text(town.head.town, "h2"), gap=10, align="center"),
            Text(town.head.teaser, "label" if chosen else "small", color="text" if chosen else "text2"),
            gap=2,
            aloud="",  # the poster's name says both
        )
        return Column(item, caption, gap=14)

    def _both_sides(self, town: Scenario) -> Widget:
        """With one town there is room for what both sides say, and for the terms of the game."""
        rows: list[Widget] = []
        for side in town.head.sides:
            name = Text(side.stands_for, "h3", color=side.id, role="heading")
            said = (Text(argument.text, "small", line=21) for argument in side.arguments[:2])
            rows.append(Column(Row(StanceMark(side.id, 18), name, gap=10, align="center"), *said, gap=5))
        return Loose(*rows, *self._terms(town), gap=8, most=12)

    def _terms(self, town: Scenario) -> list[Widget]:
        return [
            Choice(_("Length"), self._lengths(town), self.length, self._set_length, key="L", id="length"),
            Choice(_("Law in force"), self._laws(), self._rules(town), self._set_rules, key="W", id="rules"),
        ]

    def _terms_in_short(self, town: Scenario) -> Widget:
        """The same where several posters take the room: each press takes the next value."""
        days, law = self._length_now(town), self._law_now(town)
        return Row(
            Button(
                days, lambda: self._turn_length(town), kind="link", style="label", key="L", description=_("Length"),
                id="length",
            ),
            Button(
                law, lambda: self._turn_law(town), kind="link", style="label", key="W", description=_("Law in force"),
                id="rules",
            ),
            gap=28,
            align="center",
            wrap=True,
        )  # fmt: skip

    def _length_now(self, town: Scenario) -> str:
        return next(each.label for each in self._lengths(town) if each.id == self.length)

    def _law_now(self, town: Scenario) -> str:
        law = next(each.label for each in self._laws() if each.id == self._rules(town))
        return _("Law: {rules}").format(rules=law[:1].lower() + law[1:])

    def _turn_length(self, town: Scenario) -> None:
        self._set_length(_after(self.length, self._lengths(town)))
        self.app.announce(self._length_now(town), toast=False)

    def _turn_law(self, town: Scenario) -> None:
        self._set_rules(_after(self._rules(town), self._laws()))
        self.app.announce(self._law_now(town), toast=False)

    def _rules(self, town: Scenario) -> RuleSet:
        return self.rules or town.head.rules

    def _panel(self, town: Scenario, *, alone: bool) -> Widget:
        terms = None if alone else self._terms_in_short(town)
        return Loose(*self._ballot(town), terms, *self._hiring(town), gap=8, most=16)

    def _ballot(self, town: Scenario) -> tuple[Widget, ...]:
        """What the vote is about, how long it takes and for how many."""
        minutes = listing([str(m) for m in town.head.minutes], either=True)
        return (
            Column(
                Text(_("On the ballot in {town}").format(town=town.head.town), "label", color="text2", role="heading"),
                Text(_("“{question}”").format(question=town.head.question), "h3", size=24, line=32),
                gap=4,
            ),
            Row(
                Icon("clock", 16, color="text2"),
                Text(_("{minutes} min").format(minutes=minutes), "label", color="text2"),
                Spacer(8),
                Icon("user-group", 16, color="text2"),
                Text(_("Solo or pairs"), "label", color="text2"),
                gap=8,
                align="center",
            ),
        )

    def _hiring(self, town: Scenario) -> tuple[Widget, ...]:
        """Both campaigns, and the coin."""
        return (
            Text(_("Which campaign hires you?"), "h3", role="heading"),
            Column(*(self._side(town, side) for side in town.head.sides), gap=14),
            Item(
                Row(KeyCap("C"), Text(_("Let a coin decide who hires you."), "body"), gap=14, align="center"),
                self._coin,
                label=_("Let a coin decide who hires you."),
                key="C",
                id="coin",
                pad=(8, 0),
            ),
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
            Column(Text(side.name, "bold", size=20), Text(side.stands_for, "label", color=side.id), grow=1),
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
            border=side.id,
            pad=(11, 18),
        )

    def _project(self) -> None:
        """Prepare everything for a class at the wall, or for one player again."""
        self.lobby.project(not self.lobby.settings.projector)

    def _set_length(self, value: str) -> None:
        self.length = "short" if value == "short" else "full"

    def _set_rules(self, value: str) -> None:
        self.rules = value if value in ("none", "2016", "2026") else None  # type: ignore[assignment]  # because the test narrows the text to the rule sets

    def _far(self) -> list[Binding]:
        """Keys of the towns whose posters are not in sight."""
        count = len(self.lobby.scenarios())
        away = set(range(min(count, 9))) - set(self._window(count))
        return [Binding(str(index + 1), "", partial(self._go, index), hint=False) for index in sorted(away)]

    def _step(self, key: str) -> None:
        step = 1 if key == "Right" else -1
        self._go((self.at + step) % max(1, len(self.lobby.scenarios())))

    def _go(self, index: int) -> None:
        self._pick(index)
        self.app.focus(f"town-{index}")

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


def _after(value: str, options: list[Option]) -> str:
    """The value after this one, the first after the last."""
    ids = [option.id for option in options]
    return ids[(ids.index(value) + 1) % len(ids)]
