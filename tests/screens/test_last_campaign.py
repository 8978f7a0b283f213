"""What the title offers when the vote is over."""

from __future__ import annotations

from game import settings
from game.players.play import play
from game.screens.lobby import Lobby
from game.screens.title import Title
from game.session import saving
from game.session.journal import second
from game.session.session import Session
from game.session.setup import usual
from game.settings import Settings
from game.ui.pilot import Pilot
from tests.screens.act_one import tram_vote


def voted() -> Session:
    """A short run on the disk whose vote is over."""
    file = settings.data_folder() / "run.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    session = saving.begin(tram_vote(), usual(tram_vote(), seed=8, voters=600, days=2), file)
    play(session, "dirty")
    assert session.phase == "debrief"
    return session


def at_title(lobby: Lobby) -> Pilot:
    """The title in a new window."""
    pilot = Pilot(Title(lobby))
    lobby.app = pilot.app
    return pilot


def test_the_debrief_can_be_left_and_come_back_to() -> None:
    """As long as the window is open, Continue leads back to the result."""
    lobby = Lobby(Settings())
    lobby.live = voted()
    pilot = at_title(lobby)
    assert pilot.sees("After the vote")
    pilot.press("Enter")
    assert type(pilot.app.screen).__name__ == "Result"


def test_a_run_that_is_over_does_not_stand_in_the_way() -> None:
    """Beginning another run after the vote asks nothing."""
    lobby = Lobby(Settings())
    lobby.live = voted()
    begun: list[bool] = []
    at_title(lobby)
    lobby.unless_it_replaces(lambda: begun.append(True))
    assert begun == [True]


def test_the_campaign_is_met_again_when_the_window_was_closed() -> None:
    """The evenings are erased, so nothing continues; the campaign is there, for another voter, and A opens it."""
    voted()
    pilot = at_title(Lobby(Settings()))
    assert not pilot.sees("Continue")
    assert pilot.sees("Meet your last campaign again")
    pilot.press("A")
    assert type(pilot.app.screen).__name__ == "PersonaChoice"
    assert not second(settings.data_folder() / "run.jsonl").exists()


def test_what_is_left_can_be_erased() -> None:
    """The settings erase a campaign whose vote is over as well; then the title has nothing of it."""
    voted()
    lobby = Lobby(Settings())
    at_title(lobby)
    lobby.erase()
    assert not (settings.data_folder() / "run.jsonl").exists()
    assert not at_title(Lobby(Settings())).sees("Meet your last campaign again")


def test_a_campaign_of_a_town_that_is_gone_is_told() -> None:
    """Nothing crashes when the file belongs to no scenario that is here."""
    voted()
    lobby = Lobby(Settings())
    pilot = at_title(lobby)
    setattr(lobby, "source", lambda _scenario: None)  # noqa: B010 because the town is gone
    pilot.press("A")
    assert type(pilot.app.screen).__name__ == "Title"
    assert "not here" in pilot.app.announcements[-1]
