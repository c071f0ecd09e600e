"""A volunteer's letters: an answer to an offer, a report of a call, and what silence leads to."""
