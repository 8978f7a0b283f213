"""The YAML parser's complaints in an author's words."""

from __future__ import annotations

import yaml

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("found character '\\t'", "a tab stands where spaces belong", "indent with spaces"),
    ("cannot start any token", "a value cannot begin with this character", "put the text in quotes"),
    (
        "mapping values are not allowed",
        "a colon stands inside a text or a line is indented wrongly",
        "put a text with ': ' in quotes",
    ),
    (
        "expected <block end>",
        "this line is indented differently from its neighbours",
        "line it up with the lines above, with spaces",
    ),
    (
        "did not find expected key",
        "this line is indented differently from its neighbours",
        "line it up with the lines above, with spaces",
    ),
    (
        "did not find expected '-' indicator",
        "this line is indented differently from the list around it",
        "line it up with the other dashes",
    ),
    ("could not find expected ':'", "a colon is missing", "write 'key: value'"),
    ("unexpected end of stream", "a quote is opened and never closed", "close it"),
    ("document separator", "a quote is opened and never closed", "close it"),
    ("expected ',' or ']'", "a list in [ ] is not closed or lacks a comma", "write [one, two]"),
    ("expected ',' or '}'", "keys in { } are not closed or lack a comma", "write {one: 1, two: 2}"),
    ("undefined tag", "a tag", "delete it; text that begins with ! needs quotes"),
    ("unknown escape", "a backslash in double quotes", "use single quotes"),
    ("expected alphabetic or numeric", "a value begins with & or *", "put the text in quotes"),
    ("directive", "a line begins with %", "put the text in quotes"),
)


def plain_words(error: yaml.MarkedYAMLError, char: str) -> tuple[str, str]:
    """Message and hint for a syntax error of the parser that stopped before ``char``."""
    said = "found character '\\t'" if char == "\t" else f"{error.problem or ''} {error.context or ''}"
    for part, message, hint in _WORDS:
        if part in said:
            return message, hint
    return "the file cannot be read from here on", "check indents, quotes and colons in this line and the one above"
