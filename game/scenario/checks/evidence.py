"""Whoever checks, finds something: every statement that can be true or false has evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.scenario.model import Finding, Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Posts with a truth need findings and the other way round; two findings never come from one page."""
    for index, claim in enumerate(scenario.campaign.claims):
        yield from _pages(written, "campaign", ("claims", index), claim.findings)
    for index, post in enumerate(scenario.feed.posts):
        path: Path = ("posts", index)
        if post.truth is not None and not post.findings:
            message = "the post can be checked, but nothing is found"
            yield written.problem("feed", path, "no-evidence", message, "write findings, or leave 'truth' out")
        if post.truth is None and post.findings:
            message = "there are findings, but nothing to check"
            yield written.problem(
                "feed", (*path, "findings"), "no-evidence", message, "say under 'truth' what holds", level="warning"
            )
        yield from _pages(written, "feed", path, post.findings)


def _pages(written: Written, file: str, path: Path, findings: Sequence[Finding]) -> Iterator[Problem]:
    pages = [finding.page for finding in findings]
    for index, page in enumerate(pages):
        if page in pages[:index]:
            where = (*path, "findings", index, "page")
            message = f"the page '{page}' is quoted twice"
            yield written.problem(
                file, where, "same-page", message, "lateral reading needs different places", level="warning"
            )
