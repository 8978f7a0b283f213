"""Same seed, same game, same election: bit for bit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from tests.electorate.golden import fingerprint

GOLDEN = "1afbc32b7b134732a3a89d2f"
"""Changes only on purpose: a new value means that saved campaigns replay differently, so raise the engine's version."""


def test_a_campaign_has_the_fingerprint_it_always_had() -> None:
    """Three nights with everything in them give the recorded bits."""
    assert fingerprint() == GOLDEN


def test_neither_hash_seed_nor_processor_features_change_a_bit() -> None:
    """Another PYTHONHASHSEED and a processor without its vector units give the same campaign."""
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    env = {**os.environ, "PYTHONHASHSEED": "4711", "NPY_DISABLE_CPU_FEATURES": " ".join(found)}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.electorate.golden"],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == GOLDEN, done.stderr
