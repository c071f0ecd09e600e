"""What opens a mail server, shared by inbox and outbox: trust and certificates, and bearer tokens that run out.

``tls`` makes the TLS settings, ``tokens`` keeps a token until it is nearly run out, ``microsoft`` and ``google`` obtain
one (the sole homes of their libraries), ``command`` asks a program, ``kept`` remembers a login, ``web`` speaks HTTPS.
"""
