"""The phone as it is heard: prices with their unit, numbers with what they count, posts announced as they come."""

from __future__ import annotations

from tests.screens.act_two import table


def test_prices_are_said_with_what_they_cost() -> None:
    """A voice says what a deed costs and of what; the page shows the bare figure."""
    run = table()
    assert run.pilot.tree().find("Share – costs 1 attention") is not None
    assert run.pilot.shows("−1")
    assert not run.pilot.sees("−1")


def test_buttons_with_a_number_say_what_it_counts() -> None:
    """Comments and messages are counted in words."""
    names = [node.name for node in table().pilot.tree().walk() if node.role == "button"]
    assert any(name.endswith(("comment", "comments")) for name in names)
    assert any(name.endswith(("message", "messages")) for name in names)
    assert not any(name.strip("−0123456789 ,.") == "" for name in names)


def test_the_next_post_is_announced() -> None:
    """After Pass a screen reader hears who writes, what, and how many are left; the next one is not read before."""
    run = table()
    run.pilot.press("Space")
    said = run.pilot.app.announcements[-1]
    left = len(run.feed.posts) - run.feed.at
    assert said.endswith(f"{left} posts left.")
    after = run.feed.posts[run.feed.at + 1]
    texts = [post.text for post in run.playing.texts.feed.posts if post.id == after.id]
    assert not any(run.pilot.sees(text) for text in texts)


def test_what_was_found_is_announced() -> None:
    """A question of the check tells its answer when it comes, and the answer stands below its question."""
    run = table("check")
    run.pilot.press("1")
    said = run.pilot.app.announcements[-1]
    assert len(said) > 8
    assert run.pilot.sees(said)
    assert run.pilot.text().index('"Who is behind it?"') < run.pilot.text().index(said)
