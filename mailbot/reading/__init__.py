"""What does it say? Pure: bytes in, a frozen ``Letter`` and facts with their evidence out. No IO, no clock, no log.

``parse`` (with ``mail``) makes a ``letter`` of bytes; ``family``, ``volunteer`` and ``staff`` say what that kind of
writer wants, each by ``skills`` that they share and by ``words`` that staff keep; ``risk`` looks at everybody's safety.
"""
