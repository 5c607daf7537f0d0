"""The teachers of a school, counted and told by name."""
