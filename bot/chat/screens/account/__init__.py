"""Arriving, home, help, settings and privacy."""
