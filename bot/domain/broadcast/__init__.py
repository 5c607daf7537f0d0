"""One message to many, its deliveries and their verdicts."""
