"""A school: joining, who stands where, recap, schedule."""
