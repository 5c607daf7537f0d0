"""``content/steps_id.md`` becomes the Programme."""
