"""Where documents are kept: the contract in `base`, and TinyDB behind it in `tiny`."""
