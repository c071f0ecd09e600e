"""What a person must look at: a task or a concern, shown with its letter, for somebody named, until it is settled."""
