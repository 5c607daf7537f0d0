"""Moving all documents from files into a database, or back."""
