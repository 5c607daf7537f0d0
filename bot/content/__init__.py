"""Files in ``content/`` become domain values here.

Every problem is found before start, all at once, with its file and line. Knows nothing of who
reads the content.
"""
