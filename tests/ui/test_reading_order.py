"""Pages as they are read: nothing empty, key hints last, headings in steps of one."""

from __future__ import annotations

from game.ui import Binding, Button, Column, Frame, HintBar, Place, Row, Screen, StanceMark, Text, Widget
from game.ui.pilot import Pilot


class Page(Screen):
    """Hints above what they are for, an empty line, headings by size of type, and parts that speak for others."""

    pressed = 0

    def press(self) -> None:
        """Count."""
        self.pressed += 1

    def title(self) -> str:
        """Name of the page."""
        return "Page"

    def bindings(self) -> list[Binding]:
        """One key."""
        return [Binding("Esc", "Back", self.app.back)]

    def compose(self) -> Widget:
        """The page."""
        return Frame(
            Place(0, 0, 1280, 48, HintBar()),
            Place(0, 60, 1280, 600, Column(
                Text("Above", "h3", role="heading"),
                Text("Big", "h1", role="heading"),
                Text("Small", "h3", role="heading"),
                Text(""),
                Button("154", self.press, id="talk", value="−6", aloud="154 comments, costs 6 attention"),
                Row(StanceMark("for", label="for"), Text("40% ± 4"), aloud="For: 40%, give or take 4 points"),
                Text("Decoration", aloud=""),
            )),
        )  # fmt: skip


def test_a_page_is_read_from_its_heading_to_its_key_hints() -> None:
    """Empty lines are left out, hints come at the end, and no level of a heading is jumped over."""
    assert Pilot(Page()).text().splitlines() == [
        'page "Page"',
        '  heading 1 "Above"',
        '  heading 2 "Big"',
        '  heading 3 "Small"',
        '  button "154 comments, costs 6 attention" (focused)',
        '  text "For: 40%, give or take 4 points"',
        "  hints",
        '    hint "Back" [Esc]',
    ]


def test_what_is_said_aloud_is_the_name_of_the_thing() -> None:
    """Tests and screen readers find a button by what it says aloud; on the page it goes on showing its own label."""
    pilot = Pilot(Page())
    assert pilot.focused() == "154 comments, costs 6 attention"
    page = pilot.screen
    assert isinstance(page, Page)
    assert page.pressed == 0
    pilot.click_text("154 comments")
    assert page.pressed == 1
