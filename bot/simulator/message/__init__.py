"""What a message carries: its text with entities, its keyboard, its files. Must not know who sends it."""
