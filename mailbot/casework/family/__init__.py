"""A family's letters: which referral one belongs to, the first letter, those that follow, and the week of waiting."""
