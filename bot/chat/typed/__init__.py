"""What people type: cleaned, compared, understood. Pure."""
