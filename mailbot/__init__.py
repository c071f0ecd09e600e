"""mailbot: the befriending desk that runs on email.

One letter's way through the house, folder by folder:

1. ``inbox``     a letter arrives: the raw bytes are kept before anything else happens
2. ``reading``   what does it say? bytes in, facts with their evidence out (pure)
3. ``casework``  what shall we do? facts and a snapshot in, actions as data out (pure)
4. ``records``   what we remember: actions become rows and rendered mail in one transaction
5. ``outbox``    the answer leaves, and we learn whether it arrived

``flow`` tells that story in code; ``service.md``'s timetable is kept by promises, which are rows.
"""

__version__ = "0.1.0"
