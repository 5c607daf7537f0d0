"""A teacher's own evaluation of one quarter."""
