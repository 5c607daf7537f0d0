"""Days and hours as people type them: tokens, what was said, the moment meant. Pure."""
