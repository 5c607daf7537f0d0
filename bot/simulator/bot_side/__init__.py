"""The bot's side: calls of the Bot API, and the updates that wait for it. Must not know the page."""
