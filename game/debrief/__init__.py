"""Act III: numbers, no sentences: outcome and town health, causal traces, cuts with the same luck, two feeds, techniques."""
