"""Constants that a scenario fixes: editors complete them, the reader checks them, and a clean file is taken as it is."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from game.parameters import PARAMETERS
from game.scenario.reader import load
from game.scenario.schema import schema
from tests.scenario import sample


def test_the_schema_lists_every_constant_with_its_range() -> None:
    """An editor can offer each name, say what it means, and mark what is unknown or out of range."""
    listed = schema()["scenario"]["properties"]["parameters"]
    assert list(listed["properties"]) == list(PARAMETERS)
    for name, item in PARAMETERS.items():
        entry = listed["properties"][name]
        assert (entry["minimum"], entry["default"], entry["maximum"]) == (item.low, item.value, item.high)
        assert entry["description"].startswith(item.meaning)
    jsonschema.validate({"ad_gain": 0.05, "ad_wear": 3}, listed)
    for wrong in ({"ad_gian": 0.05}, {"ad_gain": 3}, {"ad_gain": "much"}, ["ad_gain"]):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, listed)


def test_fixed_constants_are_read(tmp_path: Path) -> None:
    """Whole numbers and decimals, up to the very ends of the range; a file without them fixes nothing."""
    folder = sample.write(tmp_path)
    file = folder / "scenario.yaml"
    low = PARAMETERS["ad_wear"].low
    assert load(folder).scenario.head.parameters == {}  # type: ignore[union-attr]  # because the sample is clean
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}parameters: {{ad_gain: 0.05, ad_wear: {low:g}}}\n", encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.head.parameters == {"ad_gain": 0.05, "ad_wear": low}
