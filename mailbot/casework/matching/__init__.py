"""Who supports whom: who may be asked, the best assignment, the proposal to staff, the offer, and what a yes brings."""
