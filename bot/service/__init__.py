"""What the process offers over HTTP: the webhook for Telegram and a health page."""
