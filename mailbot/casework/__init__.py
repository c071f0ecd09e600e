"""What shall we do? Pure: facts and a snapshot in, actions out as plain data. No IO, no clock, no log."""
