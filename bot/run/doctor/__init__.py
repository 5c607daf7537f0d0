"""``python -m bot doctor``: looks over a host and says line by line what is well and what to do.

Changes nothing, and may run beside the bot.
"""
