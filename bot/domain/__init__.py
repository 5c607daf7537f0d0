"""Values and rules of the programme. Pure: standard library only, no clock, no file, no await."""
