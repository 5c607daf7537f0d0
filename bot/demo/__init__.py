"""The bot against the simulator, with a school of pretend teachers and a clock that can jump."""
