"""Backups in one file, whatever keeps the documents: the same for every backend of the store."""
