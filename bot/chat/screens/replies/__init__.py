"""What recipients of a broadcast see, and their answers to it."""
