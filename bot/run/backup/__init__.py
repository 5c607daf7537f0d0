"""Backups: the commands for people, and those the bot makes by itself every day."""
