"""Races that are planted into the bot, to see that the simulation finds them: one function each."""
