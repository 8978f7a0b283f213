"""Act III: numbers, no sentences: causal traces, counterfactuals, town health, two feeds."""
