"""What people are shown of what is stored: answers to queries, reports, copies. Changes nothing."""
