"""How far a teacher has come in the steps."""
