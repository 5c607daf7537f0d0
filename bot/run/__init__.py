"""The life of the process: settings, wiring, start and stop."""
