"""The store on PostgreSQL, for several processes: a row a document, a transaction a commit."""
