"""Leaving a post to look around it."""

from __future__ import annotations

from game.screens.post_words import words_of
from tests.screens.act_two import Table, clairport, table


def check(scale: float = 1.0, ordinary: bool = False) -> Table:
    """A run in Clairport with the check of a post open: one with all three answers, or a friend's own day."""
    run = table(scale=scale, scenario=clairport(), advertise=True)
    if ordinary:
        run.scroll_to(lambda words: words.ordinary)
    else:
        run.scroll_to(lambda words: bool(words.findings) and words.picture is not None)
    run.pilot.press("C")
    return run


def test_a_question_is_paid_and_stays_open() -> None:
    """1 asks who is behind it, costs attention, and the answer is still there when one comes back."""
    run = check()
    before = run.feed.attention
    run.pilot.press("1")
    assert run.feed.attention == before - run.feed.costs["verify"]
    assert "behind" in run.feed.states[run.feed.at].checked
    run.pilot.press("Esc")
    run.pilot.press("C")
    assert run.pilot.sees("checked")
    assert run.feed.attention == before - run.feed.costs["verify"]


def test_enter_on_the_focused_question_asks_it() -> None:
    """The first unanswered question has the focus; Enter is enough, and the focus goes on."""
    run = check()
    assert run.pilot.focused_id() == "ask-behind"
    run.pilot.press("Enter")
    assert run.feed.states[run.feed.at].checked == ("behind",)
    assert run.pilot.focused_id() == "ask-others"


def test_a_finding_opens_its_page() -> None:
    """Enter on a finding opens the page of the in-game web, Esc closes it and the check is still there."""
    run = check()
    run.pilot.press("2")
    run.pilot.app.focus("finding-0")
    run.pilot.press("Enter")
    page = words_of(run.playing.texts, run.post).findings[0].page
    body = next(one.body for one in run.playing.texts.feed.pages if one.id == page)[:40]
    assert run.pilot.sees(body)
    run.pilot.press("Esc")
    assert not run.pilot.sees(body)
    assert run.place == "LateralReading"


def test_all_three_answers_stay_open_side_by_side() -> None:
    """After 1, 2 and 3 every question says that it was checked, and the focus is on the decision."""
    run = check()
    run.pilot.press("1", "2", "3")
    assert run.feed.states[run.feed.at].checked == ("behind", "others", "picture")
    assert run.pilot.text().count("checked") >= 3
    assert run.pilot.focused_id() == "pass"


def test_a_friends_day_has_nothing_to_check_and_costs_nothing() -> None:
    """On a lunch no question can be paid for; the page says why."""
    run = check(ordinary=True)
    before = run.feed.attention
    run.pilot.press("1", "2", "3")
    assert run.feed.attention == before
    assert run.pilot.sees("There is nothing to check.")


def test_too_little_attention_says_what_it_costs() -> None:
    """A tired voter sees the price and what is left instead of a way to ask."""
    run = table("feed", persona="tomasz", scenario=clairport())
    run.tire(run.feed.costs["verify"])
    run.scroll_to(lambda words: not words.ordinary)
    left = run.feed.attention
    run.pilot.press("C")
    run.pilot.press("1")
    assert run.feed.attention == left
    assert run.pilot.sees(f"Costs 6, you have {left}.")


def test_pass_decides_and_returns_to_the_next_post() -> None:
    """Space passes the post and the feed is back, one further."""
    run = check()
    at = run.feed.at
    run.pilot.press("Space")
    assert run.place == "FeedScreen"
    assert run.feed.at == at + 1


def test_telling_a_friend_is_a_comment_that_asks() -> None:
    """T answers with a prepared question or doubt."""
    run = check()
    at = run.feed.at
    run.pilot.press("T")
    assert run.feed.states[at].reply in ("ask", "doubt")


def test_no_key_means_two_things() -> None:
    """The page has no key conflicts before and after a question."""
    run = check()
    assert run.pilot.app.conflicts() == []
    run.pilot.press("1")
    assert run.pilot.app.conflicts() == []


def test_numbers_and_enter_both_ask() -> None:
    """The cap on the field says Enter, the one beside the question its number; the tree knows the number."""
    run = check()
    keys = {node.id: node.keys for node in run.pilot.tree().walk()}
    assert keys["ask-behind"] == ("1",)
    run.pilot.press("Enter")
    assert run.feed.states[run.feed.at].checked == ("behind",)
