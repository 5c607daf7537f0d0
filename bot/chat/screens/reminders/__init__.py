"""The messages the bot begins, and her wishes about them."""
