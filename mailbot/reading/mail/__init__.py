"""The letter as mail: bytes to text, what kind of message it is, what is new in it and what is quoted, who sent it."""
