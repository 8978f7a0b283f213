"""The simulated town: NumPy arrays, no file, clock, screen or sentence."""
