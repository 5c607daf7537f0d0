"""Values become JSON and come back, older versions included."""
