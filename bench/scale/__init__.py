"""Figures of the bot on PostgreSQL at a size: `python -m bench.scale` writes `bench/results-scale.md`."""
