"""What does it say? Pure: bytes in, a frozen ``Letter`` and facts with their evidence out. No IO, no clock, no log."""
