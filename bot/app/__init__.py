"""One turn to its end, and what it sets in motion: no Telegram, no HTML."""
