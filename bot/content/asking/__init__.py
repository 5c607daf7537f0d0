"""What teachers ask, in whatever words: their words, the answers that are meant, the passages that tell."""
