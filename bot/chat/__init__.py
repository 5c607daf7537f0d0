"""The conversation. Pure: an Event, what is stored about the Person, the World and now become a
Turn. No await, no clock, no file, no Telegram.
"""
