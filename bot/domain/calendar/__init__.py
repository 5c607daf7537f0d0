"""Quarters, school years, and the moments at which a message may begin."""
