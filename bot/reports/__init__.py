"""Pictures and tables: what was decided elsewhere, drawn. Nothing here knows the store or Telegram."""
