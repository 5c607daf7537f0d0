"""Updates in: polling, webhook, order, what may be stored."""
