"""Who is due a message of the bot's own, when, and why."""
