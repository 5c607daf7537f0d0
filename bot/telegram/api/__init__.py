"""The connection to the Bot API: handlers, requests, profile, its life."""
