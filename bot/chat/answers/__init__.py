"""Whether words are an answer to what is asked: names, numbers, likely sentences. Pure."""
