"""The morning digest, section by section: ``morning.py`` puts them together."""
