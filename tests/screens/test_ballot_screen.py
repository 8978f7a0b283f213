"""The booth."""

from __future__ import annotations

import pytest

from game.feed.commands import PutPhoneDown
from game.screens.ballot_screen import line_keys
from tests.screens.act_two import Table, table


def booth(monkeypatch: pytest.MonkeyPatch, scale: float = 1.0) -> tuple[Table, list[str]]:
    """A run in the booth; places that it goes to are noted instead of shown."""
    run = table(evening=3, scale=scale)
    assert run.playing.submit(PutPhoneDown()) is None
    run.playing.go("ballot")
    gone: list[str] = []
    monkeypatch.setattr(run.playing, "go", gone.append)
    monkeypatch.setattr(run.playing, "over", gone.append)
    return run, gone


@pytest.mark.parametrize(("key", "choice"), [("F", "for"), ("A", "against"), ("B", "blank"), ("S", "stay-home")])
def test_a_letter_marks_and_enter_casts(monkeypatch: pytest.MonkeyPatch, key: str, choice: str) -> None:
    """The letter of a line marks it, Enter on the button casts it, and the result follows."""
    run, gone = booth(monkeypatch)
    run.pilot.press(key)
    assert gone == []
    run.pilot.press("Enter")
    assert run.feed.ballot == choice
    assert gone == ["result"]


def test_a_mark_can_be_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marking another line moves the cross; only the last one counts."""
    run, _gone = booth(monkeypatch)
    run.pilot.click(id="line-for")
    run.pilot.click(id="line-against")
    run.pilot.click(id="cast")
    assert run.feed.ballot == "against"


def test_esc_never_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc opens the menu, also when a line is marked."""
    run, gone = booth(monkeypatch)
    run.pilot.press("F")
    run.pilot.press("Esc")
    assert run.feed.ballot is None
    assert gone == ["pause"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_four_lines_at_every_text_size(monkeypatch: pytest.MonkeyPatch, scale: float) -> None:
    """Both sides, the blank vote and staying at home can be reached by Tab."""
    run, _gone = booth(monkeypatch, scale)
    reached = set()
    for _ in range(8):
        reached.add(run.pilot.focused_id())
        run.pilot.press("Tab")
    assert {"line-for", "line-against", "line-blank", "line-stay-home"} <= reached


def test_keys_follow_the_labels_and_never_meet() -> None:
    """Every line has a letter of its own label, in any language; R stays reading aloud."""
    keys = line_keys({"for": "Oui", "against": "Non", "blank": "Vote blanc", "stay-home": "Rester chez soi"})
    assert keys == {"for": "O", "against": "N", "blank": "T", "stay-home": "E"}
    assert len(set(line_keys(dict.fromkeys(("for", "against", "blank", "stay-home"), "R")).values())) == 4


def test_no_key_means_two_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """The booth has no key conflicts before and after a mark."""
    run, _gone = booth(monkeypatch)
    assert run.pilot.app.conflicts() == []
    run.pilot.press("F")
    assert run.pilot.app.conflicts() == []
