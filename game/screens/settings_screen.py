"""Settings: reading, seeing, controls, privacy; every change shows at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _, percent
from game.settings import TEXT_SCALES, Settings
from game.ui import (
    Binding,
    Button,
    Canvas,
    Choice,
    Column,
    Frame,
    HintBar,
    KeyCap,
    Option,
    Painter,
    Panel,
    Place,
    Rect,
    Row,
    Rule,
    Screen,
    StanceBar,
    StanceMark,
    Text,
    Toggle,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


class SettingsScreen(Screen):
    """Sections left, controls in the middle, what one will see on the right."""

    mood = "war"

    def __init__(self, lobby: Lobby, section: str = "seeing") -> None:
        super().__init__()
        self.lobby = lobby
        self.section = section

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def first_focus(self) -> str:
        """The section in force."""
        return f"section-{self.section}"

    def bindings(self) -> list[Binding]:
        """Keys as in mock-up 18; Esc saves, there is nothing to cancel."""
        return [
            Binding("Tab", _("Next setting")),
            Binding("Left Right", _("Change it")),
            Binding("Backspace", _("Back to default"), self._defaults),
            Binding("Esc", _("Save and close"), self.lobby.close_settings, right=True, strong=True),
        ]

    def compose(self) -> Widget:
        """Three columns; the middle one scrolls when type is large."""
        sections = {
            "reading": self._reading,
            "seeing": self._seeing,
            "controls": self._controls,
            "privacy": self._privacy,
        }
        return Frame(
            Place(64, 40, 220, 0, Text(self.title(), "hero", role="heading")),
            Place(40, 116, 240, 530, Column(*self._tabs(), gap=8)),
            Place(288, 48, 1, 600, Rule(vertical=True), scroll=False),
            Place(328, 48, 508, 612, sections[self.section]()),
            Place(876, 0, 404, 672, Panel(self._preview(), fill="sunk", radius=0, pad=(48, 40), width=404, height=672)),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _tabs(self) -> list[Widget]:
        rows = (
            ("reading", _("Reading"), "R", "book-open"),
            ("seeing", _("Seeing"), "S", "eye"),
            ("controls", _("Controls"), "C", "keyboard"),
            ("privacy", _("Privacy"), "P", "user-shield"),
        )
        return [
            Button(
                label,
                partial(self._open, name),
                kind="row",
                icon=icon,
                key=key,
                selected=name == self.section,
                id=f"section-{name}",
                height=52,
            )
            for name, label, key, icon in rows
        ]

    def _open(self, name: str) -> None:
        self.section = name
        self.app.focus(f"section-{name}")

    @property
    def _now(self) -> Settings:
        return self.lobby.settings

    def _reading(self) -> Widget:
        here = i18n.language()
        return Column(
            Choice(
                _("Language"),
                [Option(code, name) for code, name in i18n.languages().items()],
                here,
                self.lobby.set_language,
                id="language",
            ),
            self._text_size(),
            Rule(),
            Toggle(
                _("Wide letter spacing"),
                self._now.wide_spacing,
                lambda on: self.lobby.change(wide_spacing=on),
                description=_("For easier decoding, all three acts"),
                id="spacing",
            ),
            gap=22,
        )

    def _text_size(self) -> Widget:
        options = [Option(str(scale), percent(scale / 100)) for scale in TEXT_SCALES]
        return Choice(
            _("Text size"),
            options,
            str(self._now.text_scale),
            lambda value: self.lobby.change(text_scale=int(value)),
            id="text-size",
        )

    def _seeing(self) -> Widget:
        colours = [
            Option("blue-orange", _("Blue, orange")),
            Option("light-dark", _("Light and dark")),
            Option("shapes", _("Shapes only")),
        ]
        motion = [Option("full", _("Full")), Option("gentle", _("Gentle")), Option("none", _("None"))]
        contrast = [Option("standard", _("Standard")), Option("high", _("High"))]
        return Column(
            self._text_size(),
            Choice(
                _("Colours"), colours, self._now.colours, lambda value: self.lobby.change(colours=value), id="colours"
            ),
            Choice(
                _("Contrast"),
                contrast,
                "high" if self._now.contrast == "high" else "standard",
                lambda value: self.lobby.change(contrast=value),
                id="contrast",
            ),
            Choice(_("Motion"), motion, self._now.motion, lambda value: self.lobby.change(motion=value), id="motion"),
            Rule(),
            Toggle(
                _("Shapes on every dot"),
                self._now.shapes,
                lambda on: self.lobby.change(shapes=on),
                description=_("Circle for, ring undecided, diamond against"),
                id="shapes",
            ),
            Toggle(
                _("Hatching on bars"),
                self._now.hatching,
                lambda on: self.lobby.change(hatching=on),
                description=_("Texture as well as colour"),
                id="hatching",
            ),
            Toggle(
                _("Full screen"),
                self.app.fullscreen,
                self.lobby.full_screen,
                description=_("F11 does the same, anywhere"),
                id="full-screen",
            ),
            gap=18,
        )

    def _controls(self) -> Widget:
        rows = (
            ("Tab", _("Next thing; with Shift the one before")),
            ("Enter", _("Do what has the focus ring")),
            ("Esc", _("Back, or the menu; never a vote")),
            ("F1", _("Help on this page")),
            ("F11", _("Full screen")),
            ("Ctrl +", _("Larger text; Ctrl − makes it smaller")),
            ("1", _("Digits open the desks; letters stand on what they do")),
        )
        return Column(
            Text(_("Keyboard"), "h2", role="heading"),
            Text(
                _("Every action shows its key. The mouse alone or a finger alone is enough as well."),
                "body",
                color="text2",
            ),
            *(
                Row(Row(KeyCap(key), width=90), Text(text, "body", grow=1), gap=12, align="center")
                for key, text in rows
            ),
            gap=14,
        )

    def _privacy(self) -> Widget:
        return Column(
            Toggle(
                _("Keep nothing on this computer"),
                self._now.ephemeral,
                lambda on: self.lobby.change(ephemeral=on),
                description=_("Runs live in memory only: for shared accounts"),
                id="ephemeral",
            ),
            Rule(),
            Text(_("What is kept"), "h3", role="heading"),
            Text(
                _(
                    "Your campaign’s decisions, so that you can continue. What you do as a voter is erased when the run ends. Nothing is sent anywhere, and nobody asks who you are."
                ),
                "body",
                color="text2",
            ),
            Button(
                _("Erase the saved run"),
                self.lobby.erase,
                kind="secondary",
                id="erase",
                disabled="" if self.lobby.saved() else _("Nothing is saved."),
            ),
            gap=18,
        )

    def _preview(self) -> Widget:
        shares = (("for", 0.41), ("undecided", 0.15), ("against", 0.44))
        return Column(
            Text(_("You will see this"), "label", color="text2"),
            Canvas(
                _sample, label=_("A sample of dots in the colours and shapes that you chose"), width=324, height=300
            ),
            StanceBar(list(shares), height=28, label=_("A sample bar")),
            Row(
                *(
                    Row(StanceMark(stance, 15), Text(percent(share), "lead"), gap=8, align="center")
                    for stance, share in shares
                ),
                justify="between",
            ),
            Text(
                _("Body text at {size} looks like this, in every language of the game.").format(
                    size=percent(self._now.text_scale / 100)
                ),
                "lead",
                face="serif",
                size=20,
                line=28,
            ),
            gap=16,
        )

    def _defaults(self) -> None:
        keep = {"language": self._now.language, "ephemeral": self._now.ephemeral, "full_screen": self._now.full_screen}
        fresh = Settings().changed(**keep)
        self.lobby.replace_settings(fresh)
        self.app.announce(_("Back to default."))


def _sample(painter: Painter, rect: Rect) -> None:
    """A round window on a small town."""
    centre_x, centre_y, radius = rect.x + rect.w / 2, rect.y + rect.h / 2, min(rect.w, rect.h) / 2 - 3
    painter.circle(centre_x, centre_y, radius, "raised", border="text", border_width=4)
    stances = ("for", "against", "undecided", "for", "against", "for", "against", "against", "for", "undecided", "for")
    row, y, count = 0, centre_y - radius + 18, 0
    while y < centre_y + radius - 12:
        x = centre_x - radius + 14 + (row % 2) * 9
        while x < centre_x + radius - 10:
            if (x - centre_x) ** 2 + (y - centre_y) ** 2 < (radius - 14) ** 2 and abs(
                (x - centre_x) * 0.6 + (y - centre_y) + 20
            ) > 11:
                painter.stance(x, y, 5.2, stances[(count * 7 + row * 3 + int(x) // 40) % len(stances)])
            x, count = x + 18, count + 1
        row, y = row + 1, y + 15.6
