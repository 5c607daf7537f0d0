"""For whoever runs the bot."""
