"""The monthly report and its charts come here; the morning digest is decided in ``casework/staff/digest``."""
