"""A letter arrives: out of the mailbox and into the keeper's hands, before anything else (design rule 1).

``poller`` runs for ever; it has one folder after another looked at (``look``) through the few verbs of IMAP that we
need (``mailbox``), in batches (``fetching``), and hands what was found to a ``keeper``. ``login`` opens the connection,
``idle`` waits on it, ``trouble`` says in words what went wrong. ``sent`` looks for our own letters in the Sent folder.

This folder is the sole home of imapclient.
"""
