"""How sure are we? Every constant and every mechanism, with range, source and certainty; a run's values only after it."""

from __future__ import annotations

import pytest

from game.i18n import set_language
from game.parameters import GROUPS, MECHANISMS, PARAMETERS, STUDIES
from game.screens import sure_rows
from game.screens.lobby import Lobby
from game.screens.sure import SECTIONS, HowSure
from game.settings import Settings
from game.ui import Column, Prefs
from game.ui.pilot import Pilot
from tests.screens.act_two import Blank
from tests.screens.debrief_fixtures import table


def opened(group: str = "", *, scale: float = 1.0) -> Pilot:
    """The page as the credits open it."""
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = Pilot(Blank(), prefs=Prefs(text_scale=scale, motion="none"))
    lobby.app = pilot.app
    pilot.app.push(HowSure(lobby, group))
    pilot.app.ensure()
    return pilot


@pytest.mark.parametrize("group", GROUPS)
def test_every_constant_is_told_with_meaning_range_and_source(group: str) -> None:
    """One row each: its meaning, the central value and both ends, its kind and how sure anybody is."""
    pilot = opened(group)
    nodes = {node.id: node for node in pilot.tree().walk()}
    for parameter in sure_rows.parameters_of(group):
        node = nodes[f"p-{parameter.name}"]
        assert node.name[1:] == parameter.meaning[1:]
        assert sure_rows.figure(parameter.low) in node.value
        assert sure_rows.figure(parameter.high) in node.value
        assert ("evidence;" in node.value) == (parameter.kind == "evidence")
        study = STUDIES.get(parameter.source)
        assert node.description
        assert study is None or study.venue in node.description
        assert "in your run" not in node.value


def test_no_constant_is_left_out() -> None:
    """The groups hold the whole table, each constant once."""
    shown = [parameter.name for group in GROUPS for parameter in sure_rows.parameters_of(group)]
    assert sorted(shown) == sorted(PARAMETERS)


def test_trust_and_scandals_say_that_nobody_measured_them() -> None:
    """No literature: said on the row, not hidden in a footnote; and never said where there is a study."""
    said = {node.id: node.description for group in GROUPS for node in opened(group).tree().walk()}
    for name in ("scandal_stance", "scandal_town", "scandal_campaign", "hidden_trust", "untrue_trust"):
        if PARAMETERS[name].source == "":
            assert "There is no literature" in said[f"p-{name}"], name
    for parameter in PARAMETERS.values():
        if parameter.source:
            assert "no literature" not in said[f"p-{parameter.name}"]


def test_all_mechanisms_and_their_promises() -> None:
    """M1 to M24 with every declared effect in words."""
    pilot = opened(sure_rows.MECHANISM_GROUP)
    nodes = {node.id: node for node in pilot.tree().walk()}
    for mechanism in MECHANISMS.values():
        node = nodes[f"m-{mechanism.id}"]
        assert mechanism.name in node.name
        assert all(effect.measure in node.value for effect in mechanism.effects)


def test_arrows_go_through_the_groups_and_tab_to_the_rows() -> None:
    """Keys alone reach everything; Esc goes back."""
    pilot = opened()
    for group in SECTIONS[1:]:
        pilot.press("Down")
        assert pilot.focused_id() == f"group-{group}"
        assert pilot.sees(sure_rows.group_line(group))
    pilot.press("Tab")
    assert pilot.focused_id() == "m-M1"
    pilot.press("Esc")
    assert not isinstance(pilot.screen, HowSure)


def test_credits_and_menu_lead_here() -> None:
    """H on the credits and in the menu of a run."""
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = Pilot(Blank(), prefs=Prefs(motion="none"))
    lobby.app = pilot.app
    lobby.credits()
    pilot.press("H")
    assert isinstance(pilot.screen, HowSure)
    run = table("pause")
    run.pilot.press("H")
    assert run.place == "HowSure"


def test_values_of_a_run_are_shown_once_it_is_over() -> None:
    """In the debrief each row names the value that was drawn; during a run it is part of the truth and hidden."""
    run = table("sure")
    name = next(iter(PARAMETERS))
    node = next(node for node in run.pilot.tree().walk() if node.id == f"p-{name}")
    drawn = getattr(run.playing.session.ground.parameters, name)
    assert f"in your run: {sure_rows.about(drawn)}" in node.value

    class Playing:
        phase = "campaign"
        ground = run.playing.session.ground

    screen = run.pilot.screen
    assert isinstance(screen, HowSure)
    run.playing.session, kept = Playing(), run.playing.session  # type: ignore[assignment]  # because only the phase is asked
    try:
        assert screen.drawn is None
    finally:
        run.playing.session = kept


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (120.0, "120"), (0.042, "0.042"), (0.0003, "0.0003"), (-1.5, "−1.5"), (1.0, "1")]
)
def test_constants_keep_all_their_decimals(value: float, said: str) -> None:
    """No constant is rounded away."""
    assert sure_rows.figure(value) == said


def test_large_text_has_a_page_for_each_group() -> None:
    """At 150 % Enter opens a group, Backspace comes back to the list."""
    pilot = opened(scale=1.5)
    pilot.press("Down", "Enter")
    assert pilot.sees(sure_rows.group_line(SECTIONS[1]))
    assert pilot.focused_id() == "all-groups"
    pilot.press("Backspace")
    assert pilot.focused_id() == f"group-{SECTIONS[1]}"
    assert pilot.app.conflicts() == []


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [("en", 1.0, "point"), ("en", 0.7, "points"), ("en", 2.0, "points"), ("fr", 0.7, "point"), ("fr", 2.0, "points")],
)
def test_a_unit_is_said_as_its_number_asks(language: str, value: float, said: str) -> None:
    """One point, two points; seven tenths are plural in English and singular in French."""
    set_language(language)
    try:
        assert sure_rows.unit_word("points", value) == said
    finally:
        set_language("en")


def test_scales_are_not_mirrored() -> None:
    """On a page from right to left the low end stays on the left, as on every other chart."""
    pilot = opened("minds")
    bars = [
        widget for widget in pilot.app.active.walk() if isinstance(widget, Column) and widget.width == sure_rows.BAR
    ]
    assert bars
    assert not any(bar.mirror for bar in bars)
