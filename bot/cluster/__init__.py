"""What several processes must agree on, and tasks in the background of one; for one process, in memory."""
