"""The way to a database that several processes share; what is kept there others know."""
