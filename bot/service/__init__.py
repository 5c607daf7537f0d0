"""What goes on beside the conversation while the process runs.

``web`` is the webhook and the health page, ``worker`` the tick that sends what is due, ``mailing``
keeps broadcasts going.
"""
