"""Somebody would like to volunteer: what is asked of them by email until they are one."""
