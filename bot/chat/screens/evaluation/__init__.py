"""The quarter's evaluation."""
