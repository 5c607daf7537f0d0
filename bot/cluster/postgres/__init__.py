"""What several processes must agree on, in the database that they share."""
