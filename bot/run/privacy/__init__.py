"""What whoever runs the bot owes people about their data: a notice of a breach, proof of a deletion."""
