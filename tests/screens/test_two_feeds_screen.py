"""Two phones of one town."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.feed.view import PostView
from game.screens.debrief_story import Told, told
from game.screens.feed_rows import pitch
from game.screens.letters import opening
from game.screens.technique_card import card_of, mechanisms_of
from game.screens.two_feeds_screen import TwoFeedsScreen
from game.ui import Place
from tests.screens.debrief_fixtures import Table, table


def screen(run: Table) -> TwoFeedsScreen:
    """The page, typed."""
    assert isinstance(run.pilot.screen, TwoFeedsScreen)
    return run.pilot.screen


def test_both_feeds_stand_side_by_side_with_what_they_share() -> None:
    """Every post of both evenings has a row; the number in common is that of the debrief."""
    run = table("feeds")
    pair = screen(run).pair
    assert pair is not None
    ids = {node.id for node in run.pilot.tree().walk()}
    assert {f"mine-{at}" for at in range(len(pair.mine))} <= ids
    assert {f"other-{at}" for at in range(len(pair.other))} <= ids
    assert run.pilot.sees(f"{len(pair.common)} in common")
    assert run.pilot.text().count("on both phones") == len({a for a, _b in pair.common}) + len(
        {b for _a, b in pair.common}
    )


def test_down_moves_through_the_feed_and_the_card_follows() -> None:
    """The card is that of the post in focus, or says that nothing is behind it."""
    run = table("feeds")
    page = screen(run)
    seen = set()
    for _post in range(8):
        run.pilot.press("Down")
        post = page.post
        assert post is not None
        card = card_of(run.playing.texts, post)
        seen.add(card is None)
        assert run.pilot.sees(card.name if card is not None else "Somebody wrote this")
    assert run.place == "TwoFeedsScreen"
    assert seen == {True, False}


def test_v_e_and_t_stay_reachable_by_key_and_by_click() -> None:
    """V another voter (round and round), E another evening, T all cards."""
    run = table("feeds")
    page = screen(run)
    first, evening = page.other.id, page.pair.evening if page.pair else 0
    for _voter in range(len(page.others)):
        run.pilot.press("V")
    assert page.other.id == first
    run.pilot.press("E")
    assert page.pair is not None
    assert page.pair.evening != evening
    run.pilot.click(id="evening")
    run.pilot.click(id="cards")
    assert run.place == "Techniques"


def test_enter_opens_a_post_and_esc_closes_it() -> None:
    """The post as it stood on the phone, then back to its row."""
    run = table("feeds")
    row = run.pilot.focused_id()
    run.pilot.press("Enter")
    assert run.pilot.sees("dialog")
    run.pilot.press("Esc")
    assert run.pilot.focused_id() == row


def test_the_stance_under_a_name_is_the_true_one() -> None:
    """For, against or undecided before that evening, from the electorate and not from the campaign's guess."""
    run = table("feeds")
    facts = told(run.playing)
    before = facts.story.evenings[0].before
    for index, persona in enumerate(run.playing.texts.feed.personas):
        x = float(before.x[index])
        assert facts.stance(persona.id, 1) == ("undecided" if abs(x) < 0.15 else "for" if x > 0 else "against")


@pytest.mark.parametrize(
    ("post", "mechanism"),
    [
        (PostView("1", "campaign", "a", claim="f-false", tone="hope", headline="plain", signed=True), "M10"),
        (PostView("2", "campaign", "a", claim="f-true", tone="hope", headline="plain", signed=False), "M8"),
        (PostView("3", "campaign", "a", claim="f-true", tone="fear", headline="plain", signed=True), "M9"),
        (PostView("4", "campaign", "a", claim="f-true", tone="policy", headline="plain", signed=True), "M7"),
        (PostView("5", "bot", None, bot=0), "M12"),
        (PostView("6", "authored", "buzz", authored="bait-0"), "M11"),
        (PostView("7", "authored", "loud", authored="rage-for-0"), "M14"),
    ],
)
def test_the_most_telling_mechanism_comes_first(post: PostView, mechanism: str) -> None:
    """A lie is told as a lie before its tone is; a true, signed, calm ad is still an aimed one."""
    run = table("feeds")
    assert mechanisms_of(run.playing.texts, post)[0] == mechanism


def test_a_friends_lunch_has_no_technique() -> None:
    """Not everything is a trick."""
    run = table("feeds")
    assert mechanisms_of(run.playing.texts, PostView("8", "authored", "lin", authored="lin-1")) == ()


def test_nothing_in_common_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two phones that shared no post say so instead of a nought."""
    run = table("feeds")
    page = screen(run)
    alone = tuple(replace(pair, common=()) for pair in page.facts.pairs(page.other.id))
    monkeypatch.setattr(Told, "pairs", lambda _facts, _other: alone)
    run.pilot.app.refresh()
    assert run.pilot.sees("Nothing in common")


def test_the_feeds_scroll_by_whole_rows() -> None:
    """Wherever the list stands, a row begins where the window begins."""
    run = table("feeds")
    scroll = next(widget for widget in run.pilot.app.root.walk() if widget.id == "feeds.scroll")
    assert isinstance(scroll, Place)
    for wanted in (0.0, 20.0, 61.0, 10_000.0):
        run.pilot.app.env.scroll["feeds.scroll"] = wanted
        assert scroll.offset % pitch(1) == 0 or scroll.overflow == 0


def test_a_card_beside_the_feeds_is_opened_not_squeezed() -> None:
    """The short card keeps whole sentences, and fewer of them than the whole card."""
    card = table("feeds").playing.texts.debrief.cards[0]
    assert card.what.startswith(opening(card.what, 40))
    assert opening("One. Two is longer. Three.", 5) == "One."
    assert opening("One. Two is longer. Three.", 20) == "One. Two is longer."
    assert opening("One without an end", 3) == "One without an end"
