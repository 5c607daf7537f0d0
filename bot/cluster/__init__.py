"""What several processes must agree on; for one process, in memory."""
