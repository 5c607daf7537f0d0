"""The 13 steps and what was done of them."""
