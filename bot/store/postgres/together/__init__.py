"""What many want of the database at about the same time, said to it at once."""
