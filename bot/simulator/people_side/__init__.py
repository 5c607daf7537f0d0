"""The people's side: what they do, by a test or by the page. Must not know what the bot calls."""
