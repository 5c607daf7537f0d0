"""``content/calendar_id.toml`` becomes the Calendar."""
