"""The 13 steps as values."""
