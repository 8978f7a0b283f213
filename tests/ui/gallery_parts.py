"""What the gallery shows: each component of the design guide's table, made in the state that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.ui import (
    Arrow,
    Avatar,
    Battery,
    Binding,
    Button,
    Certainty,
    Choice,
    Coins,
    ConsentMark,
    Coverage,
    Footprint,
    Icon,
    Interval,
    Item,
    KeyCap,
    KeyRow,
    Marker,
    MoodName,
    Note,
    Option,
    Pager,
    PollBand,
    Progress,
    Receipt,
    Rich,
    RiskTicks,
    Row,
    Rule,
    Scissors,
    Slider,
    Slip,
    Slope,
    Span,
    StanceBar,
    StanceMark,
    Strike,
    Tag,
    Text,
    Toggle,
    Widget,
    Wobble,
)
from game.ui.controls import Field
from game.ui.frames import Hint

Make = Callable[[str], Widget | None]
WHY = "Not before you have bought it."


def _nothing(*_any: object) -> None:
    """Press it in vain."""


def _why(state: str) -> str:
    return WHY if state == "disabled" else ""


def button(label: str, **more: object) -> Make:
    """A button of some kind."""

    def make(state: str) -> Widget | None:
        if state == "selected" and more.get("kind") not in ("tab", "segment", "row", "menu"):
            return None
        return Button(
            label, _nothing, id=f"{label}-{more.get('kind')}-{state}", disabled=_why(state),
            selected=state == "selected", **more,  # type: ignore[arg-type]  # because the table is loose
        )  # fmt: skip

    return make


def choice(state: str) -> Widget | None:
    """The choice row of 06 and 18."""
    value = "hope" if state != "rest" else "fear"
    options = [Option("hope", "Hope"), Option("fear", "Fear")]
    return Choice(
        "Tone", options, value, _nothing, show_label=False, disabled=_why(state), id=f"choice-{state}", width=172
    )


def source(state: str) -> Widget | None:
    """The source row of 04, as narrow as the gallery's column."""
    if state == "disabled":
        return None
    line = Row(Icon("basket-shopping", 22), Text("Cards", "small_strong", grow=1), RiskTicks(3), gap=10, align="center")
    return Item(
        line,
        _nothing,
        label="Loyalty card",
        id=f"source-{state}",
        selected=state == "selected",
        pad=(8, 10),
        min_height=60,
        width=172,
    )


def word(state: str) -> Widget | None:
    """A word of the sentence of 05: known, guessed, struck."""
    if state in ("pressed", "selected"):
        return None
    if state == "disabled":
        return Rich(Span("night owls", face="serif_semibold", struck=True), style="sentence")
    known = state in ("rest", "hover")
    span = Span(
        "under 30" if known else "anxious", face="serif_bold", underline="solid" if known else "dashed",
        color="" if known else "guess", on_press=_nothing, id=f"word-{state}",
    )  # fmt: skip
    return Rich(span, style="sentence")


def toggle(on: bool) -> Make:
    """A toggle."""

    def make(state: str) -> Widget | None:
        if state == "selected":
            return None
        return Toggle("Shapes", on, _nothing, id=f"toggle-{on}-{state}", disabled=_why(state), width=172)

    return make


def slider(state: str) -> Widget | None:
    """A slider."""
    if state == "selected":
        return None
    return Slider("Budget", 0.4, _nothing, text="€400", id=f"slider-{state}", disabled=_why(state), width=160)


def field(value: str, *, empty: str = "", error: str = "") -> Make:
    """A field, also empty and wrong."""

    def make(state: str) -> Widget | None:
        if state == "selected":
            return None
        return Field(
            "Name", value, _nothing, show_label=False, id=f"field-{value}-{state}", disabled=_why(state), width=172,
            empty=empty, error=error,
        )  # fmt: skip

    return make


def key_row(state: str) -> Widget | None:
    """A row of the list of shortcuts."""
    if state == "disabled":
        return None
    listening = "press a key" if state == "selected" else ""
    return KeyRow("Buy", "Data", "B", _nothing, _nothing, listening=listening, id=f"keys-{state}", width=172)


def scissors(state: str) -> Widget | None:
    """A place to cut."""
    return Scissors(
        "2", _nothing, label="Cut", open=state == "selected", disabled=_why(state), id=f"cut-{state}", width=130
    )


def ballot(state: str) -> Widget | None:
    """A line of the ballot."""
    if state == "disabled":
        return None
    content = Row(Icon("xmark", 30), Text("YES", "h2", face="serif_black", grow=1), KeyCap("Y"), gap=10, align="center")
    return Item(
        content, _nothing, label="Yes", kind="paper", fill="white", pad=(8, 10), id=f"ballot-{state}", width=172
    )


def card(state: str) -> Widget | None:
    """A persona card."""
    if state == "disabled":
        return None
    content = Row(Avatar("people/ines.svg", 44), Text("Inès, 19", "strong", grow=1), gap=10, align="center")
    return Item(
        content,
        _nothing,
        label="Inès",
        kind="card",
        border="rose",
        radius=20,
        pad=(8, 12),
        id=f"card-{state}",
        width=172,
    )


def hint(state: str) -> Widget | None:
    """A hint of the bar."""
    if state in ("focus", "selected"):
        return None
    binding = Binding("B", "Buy", _nothing, disabled=_why(state))
    made = Hint(binding, KeyCap("B", dull=state == "disabled"), Text("Buy", "small", color="text2"))
    made.id = f"hint-{state}"
    return made


def chapter(state: str) -> Widget | None:
    """A chapter of the pager."""
    if state in ("disabled", "pressed"):
        return None
    return Pager([("why", "Why?", state == "hover")], "why" if state == "selected" else "", _nothing)


def check(state: str) -> Widget | None:
    """A question of the check of 11."""
    if state == "selected":
        return None
    return Item(
        Row(Text("Who says so?", "strong", grow=1), KeyCap("1", dull=state == "disabled"), gap=8, align="center"),
        _nothing, label="Who says so?", fill="pink", radius=16, pad=(12, 14), disabled=_why(state), id=f"check-{state}", width=172,
    )  # fmt: skip


def row(*children: Widget) -> Make:
    """Signs side by side."""
    return lambda _state: Row(*children, gap=28, align="center")


_BUTTONS: list[tuple[str, Make]] = [
    ("primary", button("Send B", kind="primary", key="B")),
    ("secondary", button("Send B", key="B")),
    ("plain", button("Back", kind="plain", key="Esc")),
    ("link", button("Why?", kind="link", key="X")),
]
_FORMS: list[tuple[str, Make]] = [
    ("choice row", choice),
    ("toggle, on", toggle(True)),
    ("toggle, off", toggle(False)),
    ("slider", slider),
    ("field", field("Ines")),
    ("field, empty", field("", empty="A name")),
    ("field, wrong", field("Inès 2", error="There is one of that name.")),
    ("hint", hint),
    ("key row", key_row),
]
CONTROLS: dict[MoodName, Sequence[tuple[str, Make]]] = {
    "war": [
        *_BUTTONS,
        ("desk tab", button("Data", kind="tab", key="1")),
        ("view switch", button("Map", kind="segment", key="M")),
        ("section", button("Look", kind="row", icon="eye", key="S", width=172)),
        ("menu row", button("New", kind="menu", key="N", width=172)),
        ("source row", source),
        ("sentence word", word),
        *_FORMS,
    ],
    "feed": [
        *_BUTTONS,
        ("action pill", button("Like", kind="action", icon="heart", value="2", key="L", width=172)),
        ("counter", button("96", kind="pill", icon="heart", fill="pink")),
        ("icon with number", button("", kind="plain", icon="heart", badge="3", description="Like")),
        ("persona card", card),
        ("check row", check),
        *_FORMS,
    ],
    "paper": [
        *_BUTTONS,
        ("paper button", button("Read", kind="paper", icon="book-open", key="R")),
        ("ballot line", ballot),
        ("scissors", scissors),
        ("pager", chapter),
        ("source row", source),
        *_FORMS,
    ],
}


def _stances(_state: str) -> Widget:
    marks = [StanceMark(s, size) for s in ("for", "undecided", "against") for size in (10, 16, 26)]
    bar = StanceBar([("for", 0.49), ("undecided", 0.18), ("against", 0.33)], width=300)
    return Row(*marks, bar, gap=20, align="center")


def _polls(_state: str) -> Widget:
    bands = [PollBand(s, 0.5, 0.12, width=210) for s in ("for", "undecided", "against")]
    test = Interval([("A", 0.02, 0.01, 0.03, "bone"), ("B", 0.034, 0.02, 0.05, "lemon")], 0, 0.06, width=300)
    return Row(*bands, test, gap=28, align="center")


def _nothing_known() -> None:
    """How far it is."""


def _bars(_state: str) -> Widget:
    from game.ui.work_bar import WorkBar

    bars = [WorkBar(partial(float, share), label="Working") for share in (0.0, 0.4, 1.0)]
    calm = WorkBar(_nothing_known, label="Working")
    return Row(*(Row(bar, width=200) for bar in (*bars, calm)), gap=28, align="center")


def _steps(_state: str) -> Widget:
    return Row(
        Coins(2, 1), Progress(4, 11, label="Day 5"), Progress(4, 10, label="Post 5", look="posts"),
        Battery(62.5, 12, label="62"), gap=36, align="center",
    )  # fmt: skip


def _meters(_state: str) -> Widget:
    consents = [ConsentMark(*pair) for pair in (("asked", "asked"), ("buried", "buried"), ("never", "never"))]
    return Row(
        *consents,
        *(RiskTicks(n) for n in (0, 3, 5)),
        *(Certainty(n, w) for n, w in ((1, "little"), (4, "sure"))),
        gap=28,
        align="center",
    )


def _feet(_state: str) -> Widget:
    return Row(
        Coverage(0.92), Coverage(0.38), Footprint(0.95, 0.12, width=124, height=44), Footprint(0.15, 0.9, width=124, height=44),
        Slope(72, 41, before_text="72", after_text="41", width=240, height=70), gap=36, align="center",
    )  # fmt: skip


def _caps(_state: str) -> Widget:
    keys = [KeyCap(k) for k in ("Tab", "B", "Enter", "Left", "Space")]
    return Row(
        *keys, KeyCap("N", look="strong"), KeyCap("B", look="on_accent"), KeyCap("B", dull=True), gap=16, align="center"
    )


def _papers(_state: str) -> Widget:
    return Row(
        Slip(Text("Taped slip, flat shadow", "body"), tape=True, tilt=1.2), Receipt(Text("€1,800", "strong"), tilt=-2),
        Tag(Text("Loyalty card", "strong"), tilt=1.5), Tag(Text("Struck", "strong"), struck=True), Slip(Text("Torn", "body"), torn=True),
        gap=44, align="center",
    )  # fmt: skip


def _hand(_state: str) -> Widget:
    return Row(
        Marker(Text("highlighted", "h2")), Wobble(StanceMark("for", 14)), Note("YOU"), Arrow(90, rise=12),
        Strike(Text("not true", "strong")), Row(Rule("wobble"), width=200), Rich(Span("a word that is "), Span("marked", mark=True)),
        gap=36, align="center",
    )  # fmt: skip


def _sentence(_state: str) -> Widget:
    return Rich(
        Span("People "), Span("under 30", face="serif_bold", underline="solid", on_press=_nothing, id="s1"), Span(", probably "),
        Span("anxious", face="serif_bold", underline="dashed", color="guess", on_press=_nothing, id="s2"), Span(", not "),
        Span("cyclists", struck=True), style="sentence",
    )  # fmt: skip


_COMMON: list[tuple[str, Make]] = [
    ("stance", _stances), ("polls, test", _polls), ("steps", _steps), ("consent, risk, certainty", _meters),
    ("coverage, footprint, slope", _feet), ("key caps", _caps), ("work", _bars),
]  # fmt: skip
SIGNS: dict[MoodName, Sequence[tuple[str, Make]]] = {
    "war": [*_COMMON, ("sentence", _sentence)],
    "feed": [*_COMMON, ("avatars", row(*(Avatar(f"people/{name}.svg", 56) for name in ("ines", "arjun", "bea"))))],
    "paper": [*_COMMON, ("by hand", _hand), ("cut-outs", _papers)],
}
