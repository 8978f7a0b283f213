"""What the screens of one run share: the session, the scenario's texts in the player's language, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from game import i18n
from game.screens.memory import give_back
from game.screens.refusals import refusal

if TYPE_CHECKING:
    from game.campaign.commands import CampaignCommand
    from game.campaign.view import CampaignView
    from game.feed.commands import FeedCommand
    from game.feed.view import FeedView
    from game.scenario.model import Scenario, Side
    from game.screens.lobby import Lobby
    from game.session.session import Session
    from game.settings import Settings
    from game.ui import App, Screen

PLACES: dict[str, str] = {
    "title": "game.screens.title:Title",
    "chooser": "game.screens.chooser:Chooser",
    "settings": "game.screens.settings_screen:SettingsScreen",
    "keys": "game.screens.keys_screen:KeysScreen",
    "problems": "game.screens.problems_screen:ProblemsScreen",
    "credits": "game.screens.credits:Credits",
    "cards": "game.screens.card_library:CardLibrary",
    "campaigns": "game.screens.campaigns:Campaigns",
    "pause": "game.screens.pause:Pause",
    "briefing": "game.screens.briefing:Briefing",
    "data": "game.screens.data_desk:DataDesk",
    "audience": "game.screens.audience_desk:AudienceDesk",
    "message": "game.screens.message_desk:MessageDesk",
    "actions": "game.screens.action_desk:ActionDesk",
    "polls": "game.screens.poll_archive:PollArchive",
    "overnight": "game.screens.overnight:Overnight",
    "persona": "game.screens.persona_choice:PersonaChoice",
    "feed": "game.screens.feed_screen:FeedScreen",
    "rights": "game.screens.rights_page:RightsPage",
    "check": "game.screens.lateral_reading:LateralReading",
    "ballot": "game.screens.ballot_screen:BallotScreen",
    "result": "game.screens.result:Result",
    "why": "game.screens.why:Why",
    "feeds": "game.screens.two_feeds_screen:TwoFeedsScreen",
    "whatif": "game.screens.whatif:WhatIf",
    "else": "game.screens.what_else:WhatElse",
    "sure": "game.screens.sure:HowSure",
    "techniques": "game.screens.techniques:Techniques",
    "talk": "game.screens.talk:Talk",
}
"""Every place of the game by name, loaded when it is first visited so that the title appears at once."""


_LONG_WORK = frozenset({"EndDay", "ChoosePersona", "CastBallot"})
"""Commands after which a night, an evening or the vote is worked out."""
_LONG_WAYS = frozenset({"result", "why", "feeds", "whatif", "techniques", "feed"})
"""Places for which much is worked out when they are shown for the first time."""


class Playing:
    """One run at the table. Screens take it as their first argument and keep no other state of the run.

    The session writes its own journal; ``lobby`` is the way back to the title.
    """

    def __init__(self, session: Session, lobby: Lobby) -> None:
        self.session = session
        self.lobby = lobby
        self.memory: dict[str, object] = {}  # what a screen wants to find again, such as the focused row

    @property
    def app(self) -> App:
        """The window that the run is played in."""
        return self.lobby.app

    @property
    def settings(self) -> Settings:
        """The player's settings in force."""
        return self.lobby.settings

    @property
    def texts(self) -> Scenario:
        """The scenario with every text in the player's language."""
        return i18n.localise(self.session.scenario)

    @property
    def campaign(self) -> CampaignView:
        """The strategist's view of the run as it stands."""
        return self.session.campaign_view()

    @property
    def feed(self) -> FeedView:
        """The voter's view of the run as it stands."""
        return self.session.feed_view()

    @property
    def side(self) -> Side:
        """The player's own side, in the player's language."""
        return next(side for side in self.texts.head.sides if side.id == self.session.setup.side)

    @property
    def rival(self) -> Side:
        """The other side, in the player's language."""
        return next(side for side in self.texts.head.sides if side.id != self.session.setup.side)

    def submit(self, command: CampaignCommand | FeedCommand) -> str | None:
        """Put a command to the rules; None when it was accepted, else the refusal as a sentence in the player's language."""
        kind = type(command).__name__
        if kind in _LONG_WORK:
            self.app.work.begins(kind)
        answer = self.session.submit(command)
        self.lobby.told_while_playing(self.session)
        code = getattr(answer, "code", None)
        if code is None:
            return None
        self.app.sound("refusal")
        return refusal(code)

    def take_back(self) -> str:
        """Take the last plan of the day back if that is possible; what became of it, as a sentence."""
        from game.screens.deeds import taken_back
        from game.session.session import Rejected

        answer = self.session.take_back()
        self.lobby.told_while_playing(self.session)
        if isinstance(answer, Rejected):
            self.app.sound("refusal")
            return refusal(answer.code)
        return taken_back(answer.command, self.texts)

    def go(self, place: str, **arguments: object) -> None:
        """Show another place of this run (a key of ``PLACES``) in place of the present screen."""
        self.app.work.begins(place, likely=place in _LONG_WAYS)
        give_back()
        self.app.show(self.make(place, **arguments))

    def over(self, place: str, **arguments: object) -> None:
        """Show a place on top of the present screen; its Esc comes back here."""
        self.app.push(self.make(place, **arguments))

    def make(self, place: str, **arguments: object) -> Screen:
        """Build the screen of a place."""
        return screen_class(place)(self, **arguments)

    def resume_place(self) -> str:
        """Where a run that is opened again goes on."""
        phase = self.session.phase
        if phase == "campaign":
            return "overnight" if self.campaign.over else "briefing"
        if phase == "feed":
            return {"choose": "persona", "evening": "feed", "ballot": "ballot", "done": "result"}[self.feed.stage]
        return "result"


def screen_class(place: str) -> Callable[..., Screen]:
    """The class of a place, imported on the first visit."""
    module, name = PLACES[place].split(":")
    found: Callable[..., Screen] = getattr(import_module(module), name)
    return found
