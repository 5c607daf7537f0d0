"""Messages out: one queue a chat, and what Telegram's answers mean."""
