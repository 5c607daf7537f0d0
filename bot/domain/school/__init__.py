"""A school, its people, and what may be known of them."""
