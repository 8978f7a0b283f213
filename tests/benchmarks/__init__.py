"""Tests of the benchmarks: the figures, and that they compare like with like."""
