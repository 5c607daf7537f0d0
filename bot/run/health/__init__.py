"""How the running process fares: read by the health pages, watched for whoever runs the bot."""
