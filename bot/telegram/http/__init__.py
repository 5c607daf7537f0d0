"""HTTP to the Bot API: one call and its answer. Must not know what a method means."""
