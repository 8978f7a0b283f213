"""Layout, words, colours and painting."""

from __future__ import annotations

import time

import pygame
import pytest

from game.ui import (
    Binding,
    Button,
    Column,
    Frame,
    HintBar,
    MoodName,
    Place,
    Prefs,
    Rect,
    Rich,
    Row,
    Screen,
    Spacer,
    Span,
    Text,
    Widget,
    overlay,
    render,
)
from game.ui.layout import cut_to
from game.ui.leaves import KeyCap
from game.ui.pilot import Pilot
from game.ui.text import break_lines, markup
from tests.ui.pages import Shop, Town

MOODS: tuple[MoodName, ...] = ("war", "feed", "paper")


class Page(Screen):
    """Any tree as a screen."""

    def __init__(self, tree: Widget) -> None:
        super().__init__()
        self.tree = tree

    def compose(self) -> Widget:
        """The tree that was given."""
        return self.tree


def laid_out(tree: Widget, **prefs: float) -> Widget:
    """The tree after layout on the page."""
    Pilot(Page(Frame(tree)), prefs=Prefs(text_scale=prefs.get("text_scale", 1.0)))
    return tree


def test_a_row_gives_what_is_left_to_those_that_grow() -> None:
    """Fixed widths stand, growing children share the rest by weight, gaps between."""
    a, b, c = Spacer(width=100), Spacer(grow=1), Spacer(grow=3)
    laid_out(Place(0, 0, 500, 50, Row(a, b, c, gap=20)))
    assert [a.rect.w, b.rect.w, c.rect.w] == [100, 90, 270]
    assert [a.rect.x, b.rect.x, c.rect.x] == [0, 120, 230]


def test_long_text_in_a_row_shrinks_and_wraps_before_short_text() -> None:
    """Only the longest neighbours give way; their text goes on below."""
    short, long = Text("No"), Text("word " * 60)
    laid_out(Place(0, 0, 400, 300, Row(short, long, gap=10)))
    assert short.rect.h == 24
    assert long.rect.right <= 400.5
    assert long.rect.h > 48


def test_a_wrapping_row_goes_on_below() -> None:
    """Three boxes of 200 in 450 take two lines."""
    boxes = [Spacer(width=200, height=40) for _ in range(3)]
    laid_out(Place(0, 0, 450, 200, Row(*boxes, gap=10, wrap=True)))
    assert [(b.rect.x, b.rect.y) for b in boxes] == [(0, 0), (210, 0), (0, 50)]


def test_a_column_aligns_and_justifies() -> None:
    """The last child sits at the foot when a spacer grows; centred children are centred."""
    top, foot = Spacer(width=100, height=10), Spacer(width=50, height=10)
    laid_out(Place(0, 0, 300, 200, Column(top, Spacer(grow=1), foot, align="center")))
    assert (top.rect.x, foot.rect.x, foot.rect.bottom) == (100, 125, 200)


def test_sizes_are_cut_from_the_largest() -> None:
    """Levelling keeps small sizes and the sum."""
    assert cut_to([10, 100, 200], 160) == [10, 75, 75]
    assert cut_to([10, 20], 100) == [10, 20]


def test_no_line_is_wider_than_its_paragraph() -> None:
    """Every line fits, nothing is lost, and narrow no-break spaces hold figures together."""
    pygame.font.init()
    words = "Le tram coûte 1\u202f800\u202f€ à l’Œuvre " * 5
    for width in (90, 200, 333):
        lines = break_lines(((words, "sans", 18, 0),), width)
        assert max(line.width for line in lines) <= width
        assert " ".join(run.text for line in lines for run in line.runs) == words.strip()


def test_marks_become_spans() -> None:
    """Bold, slanted and marked stretches of a translated sentence."""
    spans = markup("**About 520** won’t *fit* ==here==.")
    assert [(s.text, s.bold, s.italic, s.mark) for s in spans] == [
        ("About 520", True, False, False),
        (" won’t ", False, False, False),
        ("fit", False, True, False),
        (" ", False, False, False),
        ("here", False, False, True),
        (".", False, False, False),
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_stays_on_the_page_at_any_text_size(scale: float) -> None:
    """Tabbing through the page at larger text, each thing in focus can be seen whole or from its top."""
    pilot = Pilot(Shop(), size=(1024, 576), prefs=Prefs(text_scale=scale))
    for _ in range(16):
        pilot.press("Tab")
        node = next(n for n in pilot.tree().walk() if "focused" in n.states)
        x, y, w, _ = node.bounds
        assert 0 <= y < 672
        assert x >= 0
        assert x + w <= 1280


def test_the_tree_reads_as_text() -> None:
    """A stable text of the page: roles, names, values, keys and states."""
    lines = Pilot(Shop()).text().splitlines()
    assert lines[:7] == [
        'page "Shop"',
        '  heading 1 "What do you want to know?"',
        '  text "People under 30 who travel late, déjà à Orléans."',
        '    button "under 30" (focused)',
        '  image "50% for"',
        '  button "Buy" [B]',
        '  button "Sell" [S] (disabled) : Nothing to sell yet',
    ]
    assert '  radio group "Tone" = Hope [T]' in lines
    assert '    hint "Desk" [1 2 3]' in lines


def test_hints_and_handlers_come_from_the_same_bindings() -> None:
    """A click on a hint does what its key does; no key means two things."""
    pilot = Pilot(Shop()).click_text("Pass")
    assert isinstance(pilot.screen, Shop)
    assert pilot.screen.done == ["pass"]
    assert pilot.app.conflicts() == []


def test_nothing_is_painted_when_nothing_changed() -> None:
    """Idle: no paint, no composition, and the loop may sleep until input comes."""
    pilot = Pilot(Shop())
    paints, generation = pilot.app.paints, pilot.app.env.generation
    pilot.advance(5).hover(10, 10)
    assert (pilot.app.paints, pilot.app.env.generation) == (paints, generation)
    assert pilot.app.wait() is None
    pilot.press("Tab")
    assert pilot.app.paints == paints + 1


def test_an_announcement_goes_away_by_itself() -> None:
    """A toast comes up, the loop wakes for its end, then the page is still again."""
    pilot = Pilot(Shop())
    pilot.app.announce("Bought.")
    pilot.advance(0.3)
    wait = pilot.app.wait()
    assert wait is not None
    assert 2 < wait <= 3
    pilot.advance(4)
    assert pilot.app.wait() is None


def test_the_same_screen_gives_the_same_bytes() -> None:
    """Drawing has no chance and no clock in it."""
    assert render(Shop()) == render(Shop())
    assert render(Town(), (1024, 576)) == render(Town(), (1024, 576))


def test_motion_is_over_at_once_where_it_is_not_wanted() -> None:
    """Dots travel with full motion, and jump with gentle or none."""
    from game.ui import Dots

    for motion, x in (("full", 20.0), ("gentle", 120.0), ("none", 120.0)):
        pilot = Pilot(Town(), prefs=Prefs(motion=motion))  # type: ignore[arg-type]  # because the loop widens it to str
        pilot.app.animate("night", 1.0)
        dots = next(w for w in pilot.app.root.walk() if isinstance(w, Dots))
        assert float(dots.state()[0][0][0]) == pytest.approx(x)
        pilot.advance(2)
        assert float(dots.state()[0][0][0]) == pytest.approx(120.0)


def test_caps_show_the_layout_of_the_keyboard() -> None:
    """A key by position shows the letter that is printed there."""
    from game.ui.keys import cap_text

    assert cap_text("scan:Q", "azerty", {}) == "A"
    assert cap_text("scan:Q", "qwerty", {}) == "Q"
    assert cap_text("Enter", "qwerty", {"Enter": "Entrée"}) == "Entrée"
    assert KeyCap("B").focusable is False


def test_composing_a_page_is_quick() -> None:
    """A page of controls composes and lays out far within a frame (a wide limit: machines differ)."""
    pilot = Pilot(Shop())
    best = 1.0
    for _ in range(10):
        start = time.perf_counter()
        pilot.app.refresh()
        pilot.app.ensure()
        best = min(best, time.perf_counter() - start)
    assert best < 0.05


def test_quotes_and_dots_of_the_serif_have_their_full_width() -> None:
    """The serif's files give “, «, … the width of one part; drawn, the next letter must not lie on them."""
    from game.ui import fonts

    pygame.font.init()
    for whole, part in (("“", "‘"), ("«", "‹"), ("…", ".")):
        assert fonts.width(whole, "serif_bold", 40) >= 1.5 * fonts.width(part, "serif_bold", 40)
    assert fonts.width("“", "sans", 40) == fonts.font("sans", 40).size("“")[0]


def test_a_word_over_two_lines_has_a_ring_around_each_and_takes_the_pointer_on_both() -> None:
    """The focus ring follows every line of a word that is broken; a click on the shorter one acts as well."""
    pressed: list[str] = []

    class Sentence(Screen):
        """A narrow sentence with one long word to press."""

        def compose(self) -> Widget:
            """The word is wider than the place."""
            word = Span("who bought a small torch and two packets of soup", on_press=lambda: pressed.append("word"))
            return Frame(Place(0, 0, 300, 300, Rich(Span("People "), word, style="sentence")))

    pilot = Pilot(Sentence())
    ring = overlay.ring_of(pilot.app.active, pilot.app.env)
    assert ring is not None
    assert ring.further
    for part in (ring.around, *ring.further):
        assert ring.area.contains(part.cx, part.cy)
        pilot.click(part.cx, part.cy)
    assert len(pressed) == 1 + len(ring.further)


class Crowded(Screen):
    """More hints than a bar holds, and a note at its end."""

    def compose(self) -> Widget:
        """A bar at a fixed place."""
        return Frame(Place(0, 672, 1280, 48, HintBar("The polls close at eight")))

    def bindings(self) -> list[Binding]:
        """Fourteen keys with names of some length."""
        return [Binding(str(n % 10) if n < 10 else chr(55 + n), f"Something to do {n}") for n in range(14)]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_hints_that_find_no_room_leave_the_others_in_the_middle_of_the_bar(scale: float) -> None:
    """What is shown is whole, one line of it, with the note beside it, and level with the middle of the bar."""
    pilot = Pilot(Crowded(), prefs=Prefs(text_scale=scale))
    pilot.app.ensure()
    bar = next(widget for widget in pilot.app.root.walk() if isinstance(widget, HintBar))
    shown = [w for w in bar.walk() if (w.kind == "hint" and w.children) or getattr(w, "said", "") == bar.text]
    assert 2 < len(shown) < 15
    for each in shown:
        assert each.rect.cy == pytest.approx(bar.rect.cy, abs=1)
        assert each.rect.y >= bar.rect.y
        assert each.rect.bottom <= bar.rect.bottom + 2


class Foot(Screen):
    """A page whose foot is full of choices, with room above them."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> Widget:
        """Two rows of four."""
        rows = [Row(*(Button(f"Choice {r}{n}", self.press, grow=1) for n in range(4)), gap=8) for r in range(3)]
        return Frame(Place(64, 64, 1152, 0, Text("What will they see?", "h1")), Place(64, 500, 1152, 0, Column(*rows)))

    def press(self) -> None:
        """Count, and say so."""
        self.pressed += 1
        self.app.announce("Planned for tonight.")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_an_announcement_lies_where_it_covers_least_and_stays_there(scale: float) -> None:
    """Not over choices while there is room elsewhere; it does not jump about while the page changes below it."""
    pilot = Pilot(Foot(), prefs=Prefs(text_scale=scale)).press("Enter").advance(0.5)
    (note,) = pilot.app.sheet._seen.notes
    buttons = [widget.rect for widget in pilot.app.root.walk() if isinstance(widget, Button)]
    for r in (*buttons, Rect(64, 64, 300, 44)):
        assert r.bottom <= note.box.y or note.box.bottom <= r.y or r.right <= note.box.x or note.box.right <= r.x
    pilot.press("Down", "Right").advance(0.2)
    assert [one.box for one in pilot.app.sheet._seen.notes] == [note.box]
    assert pilot.advance(5).app.sheet._seen.notes == []


def test_an_announcement_is_at_the_foot_of_a_page_that_is_free_there() -> None:
    """Its usual place: in the middle, above the bar of hints."""
    pilot = Pilot(Crowded())
    pilot.app.announce("Planned for tonight.")
    pilot.advance(0.5)
    (note,) = pilot.app.sheet._seen.notes
    assert (note.box.cx, note.box.bottom) == pytest.approx((640, 660))


class Long(Screen):
    """A list that scrolls, on paper, where the focus ring is widest."""

    mood = "paper"

    def compose(self) -> Widget:
        """Thirty rows."""
        rows = [Button(f"Row {n}", kind="row", id=f"row-{n}") for n in range(30)]
        return Frame(Place(64, 100, 300, 400, Column(*rows, gap=4)))


def test_the_focus_ring_is_whole_at_the_edges_of_what_scrolls() -> None:
    """Above the first row, below the last, and at the sides: nothing of its nine units is cut."""
    pilot = Pilot(Long())
    for row in ("row-0", "row-29", "row-12"):
        pilot.app.focus(row)
        pilot.advance(1)
        ring = pilot.app.sheet._seen.ring
        assert ring is not None
        assert ring.clip is not None
        need = ring.around.grown(9)
        assert ring.clip.x <= need.x
        assert ring.clip.y <= need.y
        assert need.right <= ring.clip.right
        assert need.bottom <= ring.clip.bottom
