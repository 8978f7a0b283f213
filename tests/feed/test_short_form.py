"""A short campaign ends on the same Sunday: its evenings are the last ones, with what was written for them."""

from __future__ import annotations

from game.campaign.commands import EndDay
from game.feed.commands import ChoosePersona, PutPhoneDown
from game.scenario import library
from game.session.session import Session
from game.session.setup import first_weekday, usual


def test_fridays_debate_is_on_friday_in_the_short_form_too() -> None:
    """With two evenings the first is a Friday, and the debate written for Friday is offered then, not on Saturday."""
    loaded = library.find("tram-vote")
    assert loaded is not None
    assert loaded.scenario is not None
    scenario = loaded.scenario
    session = Session(scenario, usual(scenario, voters=600, length="short"))
    while session.phase == "campaign":
        session.submit(EndDay())
    session.submit(ChoosePersona("ines"))
    view = session.feed_view()
    assert view.evenings == 2
    assert first_weekday(scenario, session.setup.days) == 3  # Thursday, so the two evenings are Friday and Saturday
    assert view.debate == "town-hall-friday"
    written = {post.id: post.evenings for post in scenario.feed.posts}
    assert all(2 in written[post.authored] for post in view.posts if post.authored is not None)
    session.submit(PutPhoneDown())
    assert session.feed_view().debate is None
