"""The messages the bot begins by itself: who is due, send, record. Knows no Telegram."""
