"""The desk of the staff: a letter from staff is an order or an answer. Proved, done, and told back."""
