"""How each action changes the rows, by what it is about. ``ledger.py`` is the one that calls."""
