"""The store on TinyDB: one small file per document, for one process."""
