"""Broadcasts and the replies to them."""
