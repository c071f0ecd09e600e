"""The command line: one file per group of commands, and no rules in here."""

from mailbot.cli.commands import app, main

__all__ = ["app", "main"]
