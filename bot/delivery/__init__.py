"""What the bot sends by itself: who is due, claim, send, record. Knows no Telegram."""
