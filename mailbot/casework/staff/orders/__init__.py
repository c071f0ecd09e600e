"""What staff may order, a module for each thing that an order is about. ``staff/commands.py`` names them all."""
