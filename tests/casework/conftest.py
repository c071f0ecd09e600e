"""The cast, ``casework_cast.py``, stands beside this file, so that the tests of each folder below may call it in."""
