"""The answer leaves: a touchpoint becomes a letter (``compose``), which is handed to the server (``post``)."""
