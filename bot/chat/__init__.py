"""The conversation: an Event, what is stored about the Person, the World and now become a Turn.

Pure: no await, no clock, no file, no Telegram.
"""
