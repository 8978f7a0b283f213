"""The format as JSON Schema, for editors that complete and check while an author writes."""

from __future__ import annotations

from typing import Any

from game.scenario.model import FILES, FORMAT

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, dict[str, Any]]:
    """File name without ending -> its JSON Schema (2020-12), complete in itself with its own ``$defs``.

    Descriptions and limits are those of the model. References between files cannot be said here; ``check`` tells them.
    """
    made = {}
    for name, model in FILES.items():
        one = model.model_json_schema(mode="validation")
        title = f"Persuadable scenario, {name}.yaml (format {FORMAT})"
        _loosen(one)
        made[name] = {"$schema": DIALECT, "$id": f"persuadable-{name}-{FORMAT}.json", **one, "title": title}
    return made


def _loosen(part: Any) -> None:
    """Let a choice be written without quotes where YAML takes the word for a switch or a number, as the reader does."""
    if isinstance(part, dict):
        for word, bare in (("true", True), ("2016", 2016), ("2026", 2026)):
            if isinstance(part.get("enum"), list) and word in part["enum"]:
                part["enum"].append(bare)
                part.pop("type", None)
        for inner in part.values():
            _loosen(inner)
    elif isinstance(part, list):
        for inner in part:
            _loosen(inner)
