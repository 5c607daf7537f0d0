"""Compares the content with the code and the style guide. Never part of a start."""
