"""An evening with the phone."""

from __future__ import annotations

import pytest

from game.screens.evening_break import EveningBreak
from game.screens.feed_room import weekday_of
from game.screens.post_words import words_of
from tests.sample_scenario import sample
from tests.screens.act_two import table


def test_space_passes_and_costs_attention() -> None:
    """Space goes to the next post and the battery shows what is left."""
    run = table()
    left = run.feed.attention - run.feed.costs["pass"]
    run.pilot.press("Space")
    assert run.feed.at == 1
    assert run.pilot.sees(f"Attention {left}")


def test_like_is_free_and_only_once() -> None:
    """L likes; the second time the pill says that it was done."""
    run = table()
    run.pilot.press("L")
    assert run.feed.states[0].reacted
    before = run.feed
    run.pilot.press("L")
    assert run.feed == before
    assert run.pilot.sees("You did this already.")


@pytest.mark.parametrize(("pill", "what"), [("share", "shared"), ("report", "reported")])
def test_the_mouse_shares_and_reports(pill: str, what: str) -> None:
    """A click on a pill does what it says."""
    run = table()
    run.pilot.click(id=pill)
    assert getattr(run.feed.states[0], what)


def test_reading_to_the_end_is_e_and_r_reads_aloud() -> None:
    """E opens the whole post and is paid once; R is not reading to the end."""
    run = table()
    before = run.feed
    run.pilot.press("R")
    assert run.feed == before
    run.pilot.press("E")
    assert run.feed.states[0].read
    paid = run.feed.attention
    run.pilot.press("Esc")
    run.pilot.press("E")
    assert run.feed.attention == paid


def test_focus_on_a_pill_hatches_its_price() -> None:
    """The battery says what the focused action would cost."""
    run = table()
    run.pilot.app.focus("report")
    assert run.pilot.shows("Report: −2")
    assert "costs 2 attention" in run.pilot.focused()


def test_a_comment_is_one_of_the_prepared_lines() -> None:
    """T opens the lines, a number writes one, and it stands under the post."""
    run = table()
    run.pilot.press("T")
    run.pilot.press("2")
    assert run.feed.states[0].reply == "doubt"
    assert run.pilot.sees("I doubt.")


def test_muting_asks_and_names_the_account() -> None:
    """U opens the account's menu and U again mutes it."""
    run = table()
    run.pilot.press("U")
    run.pilot.press("U")
    assert run.feed.states[0].muted


def test_a_message_is_answered_in_private() -> None:
    """M opens tonight's messages and a number answers."""
    run = table()
    run.pilot.press("M")
    assert run.pilot.sees("Seen it?")
    run.pilot.press("1")
    assert run.feed.answered == {"dm": 0}
    assert run.pilot.sees("You: Yes.")


def test_the_debate_costs_attention_and_tells_both_sides() -> None:
    """On its evening the debate is offered, D shows the invitation and Enter goes there, both sides are heard, and the way home is the phone."""
    run = table(evening=2)
    left = run.feed.attention
    run.pilot.press("D")
    assert run.feed.attention == left
    run.pilot.press("Enter")
    assert run.feed.attended == ("town-hall",)
    assert run.feed.attention == left - 30
    assert run.pilot.sees("Trams.")
    assert run.pilot.sees("Cars.")
    run.pilot.press("Esc")
    assert run.place == "FeedScreen"


def test_esc_asks_before_an_evening_ends() -> None:
    """Esc alone ends nothing; Enter in the question does, and the next evening is announced."""
    run = table()
    run.pilot.press("Esc")
    assert run.feed.evening == 1
    run.pilot.press("Esc")
    assert run.feed.evening == 1
    run.pilot.press("Esc")
    run.pilot.press("Enter")
    assert run.feed.evening == 2
    assert isinstance(run.pilot.app.screen, EveningBreak)
    assert run.pilot.sees("second of three")
    run.pilot.press("Enter")
    assert run.place == "FeedScreen"


def test_after_the_last_evening_comes_the_booth() -> None:
    """Putting the phone down on the last evening leads to the ballot."""
    run = table(evening=3)
    run.pilot.press("Esc")
    run.pilot.press("Enter")
    assert run.feed.stage == "ballot"
    assert run.place == "BallotScreen"


@pytest.mark.gate
def test_the_feed_has_an_end() -> None:
    """After the last post the phone says so; a Space too many ends nothing, the button puts the phone down."""
    run = table()
    for _ in range(len(run.feed.posts) + 2):
        run.pilot.press("Space")
    assert run.pilot.sees("That was everything for tonight.")
    run.pilot.click(id="down")
    assert run.feed.evening == 2


def test_a_spent_battery_leaves_passing() -> None:
    """With too little attention a pill says its price and what is left; passing still works."""
    run = table()
    run.tire(run.feed.costs["verify"])
    left = run.feed.attention
    run.pilot.press("C")
    assert run.place == "FeedScreen"
    assert run.pilot.sees(f"Costs 6, you have {left}.")
    at = run.feed.at
    run.pilot.press("Space")
    assert run.feed.at == at + 1


@pytest.mark.parametrize("evening", [1, 2, 3])
def test_no_key_means_two_things(evening: int) -> None:
    """The feed has no key conflicts on any evening."""
    assert table(evening=evening).pilot.app.conflicts() == []


def test_the_evenings_lead_to_the_day_of_the_vote() -> None:
    """The last evening is the day before the vote, whatever the length of the campaign."""
    head = sample().head
    assert weekday_of(sample(), 3, 3) == (head.first_weekday + head.days - 1) % 7


def test_the_phone_shows_what_comes_next_down_to_its_foot() -> None:
    """The feed never looks finished: the next posts stand below the one on screen, and the last one is followed by the end."""
    run = table()
    coming = words_of(run.playing.texts, run.feed.posts[1])
    assert run.pilot.shows(coming.text)
    run.pilot.press(*["Space"] * (len(run.feed.posts) - 1))
    assert run.pilot.shows("That was everything for tonight.")
    assert not run.pilot.sees("That was everything for tonight.")


def test_pass_says_the_post_that_came_up() -> None:
    """The focus stays on the pill, so the next post is announced; after the last one its end is."""
    run = table()
    run.pilot.press("Space")
    words = words_of(run.playing.texts, run.post)
    assert run.pilot.app.announcements[-1].startswith(words.name)
    assert words.text in run.pilot.app.announcements[-1]
    run.pilot.press(*["Space"] * (len(run.feed.posts) - 1))
    assert run.pilot.app.announcements[-1] == "That was everything for tonight."


def test_keys_inside_the_phone_are_named_though_they_show_only_where_one_looks() -> None:
    """M, U and T stand in the tree and on the page of keys."""
    run = table()
    keys = {node.id: node.keys for node in run.pilot.tree().walk()}
    assert keys["messages"] == ("M",)
    assert keys["more"] == ("U",)
    assert keys["comment"] == ("T",)
