"""What a post says on the phone."""

from __future__ import annotations

from dataclasses import replace

from game.feed.view import PostView
from game.screens.post_words import liked_line, words_of
from tests.sample_scenario import sample


def ad(signed: bool) -> PostView:
    """A campaign's post."""
    return PostView(
        "ad",
        "campaign",
        "camp-for" if signed else "front-for",
        claim="f-true",
        tone="fear",
        headline="outrage",
        signed=signed,
        likes=96,
        liked_by=("bea", "kit"),
    )


def test_a_signed_post_names_who_paid() -> None:
    """The line under the name of a signed post is the payer."""
    assert "Camp for" in words_of(sample(), ad(signed=True)).under


def test_an_unsigned_post_hides_who_paid() -> None:
    """An unsigned post only says that it was suggested, also when it is read to the end."""
    words = words_of(sample(), ad(signed=False))
    assert words.under == "Suggested for you"
    assert "Camp for" not in words.under + words.more


def test_the_text_follows_tone_and_headline() -> None:
    """A campaign post says the claim in its tone and headline style."""
    assert words_of(sample(), ad(signed=True)).text == "f-true, fear. Shame!"


def test_a_bot_says_its_one_line() -> None:
    """A bot voice has a name, one line and no face."""
    words = words_of(sample(), PostView("bot", "bot", None, bot=0))
    assert (words.name, words.text, words.face) == ("for0", "So true.", "")


def test_friends_are_named_before_the_others_are_counted() -> None:
    """Two friends by name, then how many others; without friends a number; without likes no zero."""
    assert liked_line(sample(), ad(signed=True)) == "bea, kit and 94 others like this"
    assert liked_line(sample(), PostView("x", "authored", "bea", likes=1)) == "1 person likes this"
    assert liked_line(sample(), PostView("x", "authored", "bea")) == "Nobody has liked this yet"


def test_the_own_like_comes_first_and_is_not_counted_again() -> None:
    """After a like it is "You" and the others as before: nobody is taken for two."""
    post = replace(ad(signed=True), likes=ad(signed=True).likes + 1)
    assert liked_line(sample(), post, own=True) == "You, bea, kit and 94 others like this"
    assert liked_line(sample(), PostView("x", "authored", "bea", likes=2), own=True) == "You and 1 other like this"
    assert liked_line(sample(), PostView("x", "authored", "bea", likes=1), own=True) == "You like this"
