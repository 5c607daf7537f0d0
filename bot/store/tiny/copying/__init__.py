"""Copies of a data directory: taken while the bot runs, put back while it does not."""
