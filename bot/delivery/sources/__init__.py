"""What there is to send: reminders, coordinators' requests, news, broadcasts."""
