"""What a teacher did and wrote, read back."""
