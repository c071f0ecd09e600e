"""A year of service in seconds, on the very same rules, comes here: would the promise hold?"""
