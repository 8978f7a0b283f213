"""The audience desk and the night: words by keys, dots by numbers, and the same picture in words."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.commands import Criterion, EndDay, SaveSegment
from game.i18n import set_language
from game.screens import sentence
from game.screens.dot_words import dot_text, in_words
from game.screens.overnight import Overnight
from game.screens.swarm import segment_swarms, swarm
from game.screens.town_map import FIELD, map_positions, stance_class
from game.ui import Prefs
from tests.screens.act_one import table, tram_vote

YOUNG = Criterion("age", "under-30")
WORRIED = Criterion("concern", "night-safety")


def test_an_empty_sentence_is_everyone() -> None:
    """Without a word the audience is the whole town, and nothing in it is guessed."""
    desk = table("audience").pilot
    assert desk.sees("Everyone in Clairport.")
    assert desk.sees("20,000")
    assert desk.sees("Nothing guessed")


def test_a_word_is_added_changed_and_removed_by_keys() -> None:
    """Plus adds a word from the list, the arrows change it, Del takes it out; the count follows at once."""
    at = table("audience")
    desk = at.pilot
    desk.press("+")
    assert desk.sees("Add a word")
    desk.click_text("under 30")
    assert desk.sees("People under 30")
    young = desk.text()
    desk.press("Down")
    assert desk.sees("aged 30 to 44")
    assert desk.text() != young
    desk.press("Del")
    assert desk.sees("Everyone in Clairport.")


def test_plus_is_also_the_key_that_carries_it() -> None:
    """On most keyboards plus is the shifted sign of the key that gives "=": that key adds a word too."""
    desk = table("audience").pilot
    desk.press("=")
    assert desk.sees("Add a word")


def test_enter_on_a_word_saves_and_no_key_has_two_meanings() -> None:
    """As the hint bar says: Tab and arrows choose the words, Enter saves; Space opens the list of the word."""
    at = table("audience")
    at.playing.memory["sentence"] = (YOUNG,)
    at.pilot.app.focus("word-0")
    assert at.pilot.focused_id() == "word-0"
    assert at.pilot.app.conflicts() == []
    at.pilot.press("Enter")
    assert at.view.segment is not None
    at.pilot.press("Space")
    assert at.pilot.sees("aged 30 to 44")


def test_enter_saves_the_sentence_and_the_rules_know_it() -> None:
    """Saving makes the sentence the audience of what is planned next."""
    at = table("audience")
    at.playing.memory["sentence"] = (YOUNG, WORRIED)
    at.pilot.app.refresh()
    at.pilot.click_text("Save this audience")
    assert at.view.segment is not None
    assert set(at.view.segment.criteria) == {YOUNG, WORRIED}
    assert at.pilot.sees("Saved.")


def test_a_guess_says_how_many_will_not_fit() -> None:
    """A guessed word is marked as guessed, with the model's own certainty and the number of misfits."""
    at = table("audience", before=(SaveSegment((WORRIED,)),))
    assert at.view.segment is not None
    assert at.view.segment.misfits > 0
    assert at.pilot.sees("won’t fit")
    assert at.pilot.sees("anxious at night")


@pytest.mark.parametrize("key", ["M", "S", "G"])
def test_each_view_of_the_electorate_has_its_words(key: str) -> None:
    """Map, stance and segment show the same town; the table in words stands beside every one of them."""
    desk = table("audience").pilot
    desk.press(key)
    assert desk.sees("The voters of Clairport as your campaign estimates them")
    assert desk.sees("Old Harbour:")


def test_the_end_of_the_day_asks_from_the_audience_desk_too() -> None:
    """N asks once about unused moves on this desk as on any other."""
    desk = table("audience").pilot
    desk.press("N")
    assert desk.sees("You have 3 moves left.")


def test_sentences_follow_the_language() -> None:
    """Words of a kind are joined by *or*, kinds follow each other, and French has its own order and joints."""
    criteria = (Criterion("district", "station"), Criterion("district", "campus"), YOUNG, WORRIED)
    english = sentence.plain(criteria, tram_vote())
    assert english == "People under 30 who are probably anxious at night living in Campus or Station." or (
        english == "People under 30 who are probably anxious at night living in Station or Campus."
    )
    set_language("fr")
    assert " or " not in sentence.plain(criteria, tram_vote())


def test_every_dot_stands_in_its_district() -> None:
    """Dots lie inside the field, nobody in the sea, two never in the same place."""
    at = table("audience")
    dots = at.playing.session.dots_view()
    places = map_positions(tram_vote().town, dots.district)
    assert len(places) == len(dots.voter)
    assert (places >= 0).all()
    assert (places[:, 0] <= FIELD[0]).all()
    assert (places[:, 1] <= FIELD[1]).all()
    assert len(np.unique(places, axis=0)) == len(places)
    seeds = np.array([district.seed for district in tram_vote().town.districts])
    nearest = np.argmin(((places[:, None, :] - seeds[None]) ** 2).sum(axis=2), axis=1)
    assert (nearest == dots.district).all()


def test_the_swarm_is_sorted_by_stance() -> None:
    """Against stands left of undecided, undecided left of for; everybody is inside the room given."""
    stance = np.linspace(-1, 1, 999, dtype=np.float32)
    places = swarm(stance, width=800, height=420).places
    kinds = stance_class(stance)
    assert places[kinds == -1, 0].max() < places[kinds == 0, 0].min()
    assert places[kinds == 0, 0].max() < places[kinds == 1, 0].min()
    assert places.min() >= 0
    assert places[:, 0].max() <= 800
    assert places[:, 1].max() <= 420


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_small_crowds_find_their_places_too(count: int) -> None:
    """One voter, or none, is a picture as well."""
    stance = np.full(count, 0.5, np.float32)
    assert swarm(stance, width=800, height=420).places.shape == (count, 2)
    assert segment_swarms(stance, stance > 0.6, width=800, height=440, gap=44)[0].shape == (count, 2)


def test_a_dot_says_what_is_known_and_what_is_guessed() -> None:
    """The lens tells age and street as known, the rest as guessed, and where the leaning comes from."""
    at = table("audience")
    told = dot_text(at.playing, 0)
    assert "Known:" in told
    assert "Leaning:" in told
    assert all(
        district.name in in_words(at.playing.session.dots_view(), tram_vote())
        for district in tram_vote().town.districts
    )


def test_the_night_moves_and_can_be_held_and_skipped() -> None:
    """Time passes by itself, Space holds it, the arrows scrub it, Enter goes on to the morning."""
    at = table("overnight", before=(EndDay(),))
    at.pilot.app.set_prefs(Prefs(motion="full"))
    at.playing.go("overnight")
    at.pilot.advance(0.0)
    screen = at.pilot.app.screen
    assert isinstance(screen, Overnight)
    assert at.pilot.sees("22:00")
    at.pilot.advance(1.0)
    assert 0 < screen.at < 1
    at.pilot.press("Space")
    held = screen.at
    at.pilot.advance(2.0)
    assert screen.at == held
    at.pilot.press("Right")
    assert screen.at > held
    at.pilot.press("Enter")
    assert at.place == "Briefing"


def test_the_night_has_an_equal_in_words() -> None:
    """Who moved from where to where is told as a list, and the movers of the picture are those of the list."""
    at = table("overnight", before=(EndDay(),))
    screen = at.pilot.app.screen
    assert isinstance(screen, Overnight)
    words = screen.in_words()
    assert ("Nobody changed sides." in words) == (not screen.movers.any())
    assert at.pilot.sees(words)


def test_the_night_stands_still_where_motion_is_off() -> None:
    """Without motion the morning's picture is there at once."""
    at = table("overnight", before=(EndDay(),))
    at.pilot.app.set_prefs(Prefs(motion="none"))
    at.playing.go("overnight")
    screen = at.pilot.app.screen
    assert isinstance(screen, Overnight)
    assert screen.at == 1.0
    assert not screen.ticking


def test_the_day_beside_the_clock_turns_at_midnight() -> None:
    """Until 23:50 the night belongs to the evening before; from 0:00 on, and not earlier, it is before dawn."""
    at = table("overnight", before=(EndDay(),))
    screen = at.pilot.app.screen
    assert isinstance(screen, Overnight)
    screen.at = 0.24
    at.pilot.press("Space")
    assert at.pilot.sees("23:50")
    assert at.pilot.sees("Monday, late evening")
    at.pilot.press("Right")
    assert at.pilot.sees("00:20")
    assert at.pilot.sees("Tuesday, before dawn")


def test_night_and_morning_agree_on_the_day_when_the_campaign_is_short() -> None:
    """A campaign of three days begins on Thursday; its first night ends on Friday, on both sides of the page turn."""
    at = table("overnight", before=(EndDay(),), days=3)
    at.pilot.press("Right", "Right", "Right", "Right")
    assert at.pilot.sees("Friday, before dawn")
    at.pilot.press("Enter")
    assert at.pilot.sees("Friday, 06:55")
