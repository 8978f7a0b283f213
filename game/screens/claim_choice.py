"""The choice of a claim: four cells in two columns, each with the truth about the claim and its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.i18n import _
from game.ui import Choice, Column, Grid, Icon, KeyCap, Node, Option, Painter, Rect, Row, Text, Widget


def _named(option: Option) -> str:
    """What is true about a claim and its name: two claims may be as true as each other."""
    return _("{truth}: {claim}").format(truth=option.label, claim=option.description)


class ClaimCell(Widget):
    """One claim. Clickable, but the choice has the focus, as with every row of cells."""

    kind = "cell"
    role = "option"

    def __init__(self, choice: ClaimChoice, option: Option) -> None:
        super().__init__(id=f"claim-{option.id}", min_height=50)
        self.choice, self.option = choice, option
        self.label = _named(option)

    @property
    def chosen(self) -> bool:
        """True for the claim that is taken."""
        return self.option.id == self.choice.value

    def build(self) -> None:
        """Icon, truth in bold, name below it."""
        ink = "page" if self.chosen else "text"
        quiet = "page" if self.chosen else "text2"
        words = Column(
            Text(self.option.label, "small_strong", color=ink, size=17),
            Text(self.option.description, "small", color=quiet, lines=1),
            grow=1,
        )
        self.children = [Row(Icon(self.option.icon, 18, color=ink), words, gap=10, pad=(3, 12), align="center")]

    def draw(self, p: Painter) -> None:
        """Filled when chosen, as every cell of a choice."""
        r = self.rect
        if self.chosen:
            p.rect(r.x, r.y, r.w, r.h, "text", radius=8)
        else:
            p.rect(r.x, r.y, r.w, r.h, "raised" if self.hovered else "", border="ctl", border_width=1.5, radius=8)

    def activate(self) -> bool:
        """Take this claim."""
        return self.choice.choose(self.option)

    def states(self) -> tuple[str, ...]:
        """Checked or not."""
        return (*super().states(), *(("checked",) if self.chosen else ()))

    def semantics(self) -> list[Node]:
        """One node."""
        return [self.node([])]

    def actions(self) -> tuple[str, ...]:
        """Press."""
        return ("press",)


class ClaimChoice(Choice):
    """Like every choice, with room for two lines a cell."""

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        value: str,
        on_change: Callable[[str], object],
        *,
        key: str = "",
        columns: int = 2,
    ) -> None:
        super().__init__(label, options, value, on_change, key=key, id="claim")
        self.columns = columns
        self.claims = [ClaimCell(self, option) for option in self.options]

    def build(self) -> None:
        """The label with its key cap above two columns of cells."""
        head = Row(KeyCap(self.key), Text(self.label, "strong", size=17), gap=10, align="center")
        self.children = [Column(head, Grid(*self.claims, columns=self.columns, gap=8), gap=8)]

    def ring(self) -> tuple[Rect, float]:
        """Around the chosen cell."""
        return next((cell.rect for cell in self.claims if cell.chosen), self.rect), 8

    def value_text(self) -> str:
        """Truth and name of the chosen claim."""
        chosen = next((option for option in self.options if option.id == self.value), None)
        return _named(chosen) if chosen else ""

    def semantics(self) -> list[Node]:
        """The group with its options."""
        return [self.node([node for cell in self.claims for node in cell.semantics()])]
