"""Who stands where: the teachers of a school by name."""
