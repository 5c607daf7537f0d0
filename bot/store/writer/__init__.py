"""The process that reads and replaces files for the store."""
