"""What a start needs at once, what it leaves for later, and what it finds kept from the one before."""
