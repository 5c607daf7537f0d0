"""What one turn changes besides the person's own document, and who may: all of it in one commit.

One file a noun; ``carry_out`` is their table of contents. Everything here is a pure decision about
the documents a commit shows.
"""
