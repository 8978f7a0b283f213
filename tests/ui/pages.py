"""Small screens that the tests of the ui drive."""

from __future__ import annotations

import numpy as np

from game.ui import (
    Binding,
    Button,
    Choice,
    Column,
    Dialog,
    Dots,
    Field,
    Frame,
    HintBar,
    Item,
    Option,
    Place,
    Rich,
    Row,
    Screen,
    Slider,
    Slip,
    Span,
    StanceBar,
    Text,
    Toggle,
    Widget,
)


class Shop(Screen):
    """One of most kinds of control, and a list of what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.tone, self.shapes, self.budget, self.words = "hope", True, 0.4, ""

    def title(self) -> str:
        """The name of the page."""
        return "Shop"

    def bindings(self) -> list[Binding]:
        """Keys of the page."""
        return [
            Binding("Tab", "Next"),
            Binding("X", "Why?", self.why),
            Binding("1-3", "Desk", lambda key: self.done.append(f"desk {key}")),
            Binding("Space", "Pass", lambda: self.done.append("pass"), right=True),
        ]

    def compose(self) -> Widget:
        """The tree."""
        return Frame(
            Place(64, 88, 480, 560, self._left(), id="left"),
            Place(640, 88, 500, 300, self._list(), id="right"),
            Place(0, 672, 1280, 48, HintBar()),
        )

    def _left(self) -> Widget:
        return Column(
            Text("What do you want to know?", "h1", role="heading"),
            Rich(
                Span("People "),
                Span("under 30", bold=True, underline="solid", on_press=lambda: self.done.append("word"), id="age"),
                Span(" who travel late, déjà à Orléans."),
                style="sentence",
            ),
            StanceBar([("for", 0.5), ("undecided", 0.2), ("against", 0.3)], label="50% for"),
            Row(
                Button("Buy", lambda: self.done.append("buy"), kind="primary", key="B", id="buy"),
                Button("Sell", lambda: self.done.append("sell"), key="S", id="sell", disabled="Nothing to sell yet"),
                gap=12,
                group=True,
            ),
            Choice("Tone", [Option("hope", "Hope"), Option("fear", "Fear"), Option("rage", "Rage")], self.tone, self.say,
                   key="T", id="tone"),
            Toggle("Shapes", self.shapes, self.turn, id="shapes"),
            Slider("Budget", self.budget, self.pay, text=f"{self.budget:.1f}", id="budget"),
            Field("Words", self.words, self.write, id="words"),
            gap=12,
        )  # fmt: skip

    def _list(self) -> Widget:
        rows = [self._row(n) for n in range(9)]
        return Column(*rows, gap=4, group=True)

    def _row(self, n: int) -> Widget:
        name = f"Source {n}"
        return Item(Text(name), lambda: self.done.append(f"row {n}"), label=name, id=f"row{n}", min_height=60)

    def say(self, tone: str) -> None:
        """Choose a tone."""
        self.tone = tone

    def turn(self, on: bool) -> None:
        """Turn the shapes on or off."""
        self.shapes = on

    def pay(self, budget: float) -> None:
        """Set the budget."""
        self.budget = budget

    def write(self, words: str) -> None:
        """Set the words."""
        self.words = words

    def why(self) -> None:
        """Open a dialog."""
        self.app.open(Dialog("Why?", Text("Because."), buttons=[Button("Good", self.app.close, id="good", key="G")]))


class Town(Screen):
    """Dots with a lens, and a tilted slip."""

    def __init__(self) -> None:
        super().__init__()
        self.picked: list[int] = []

    def title(self) -> str:
        """The name of the page."""
        return "Town"

    def compose(self) -> Widget:
        """Nine dots in a square."""
        xy = [(20 + 40 * (n % 3), 20 + 40 * (n // 3)) for n in range(9)]
        dots = Dots(
            xy, np.array([1, 0, -1] * 3), to=[(x + 100, y) for x, y in xy], t=lambda: self.app.progress("night"),
            label="Nine dots", tell=lambda i: f"Voter {i}", on_pick=self.picked.append, id="dots", height=140,
        )  # fmt: skip
        return Frame(
            Place(100, 100, 400, 200, dots), Place(600, 100, 300, 200, Slip(Text("A slip"), tilt=2, tape=True))
        )
