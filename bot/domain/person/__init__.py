"""A person and her clock."""
