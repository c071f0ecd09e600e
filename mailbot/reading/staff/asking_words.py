"""The words by which something is asked for and nothing changed: a report, help, what is known.

What stands between angle brackets is explained in ``order_words``.
"""

from __future__ import annotations

REPORT = (
    r"\breports?\b(?! back)",
    (
        r"\b(?:the |some |our |your )?(?:figures|statistics|stats|numbers) (?:for|of|on|since|from|to date"
        r"|please)\b"
    ),
    r"\b(?:figures|statistics|stats)\?? *$",
    r"\b(?:the )?numbers? of (?:new )?(?:referrals|calls|matches|people|families|volunteers)\b",
    (
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
        r"|the (?:month"
        r"|quarter|year)) in (?:numbers|figures)\b"
    ),
    r"\bhow long (?:people|families|they|folk) (?:have )?(?:wait|had to wait)",
    (
        r"\bhow many (?:new )?(?:referrals|matches|calls|people|families|offers|letters|e-?mails|dropped"
        r"|got|came|wrote|waited|were|did|have)\b"
    ),
    (
        r"\b(?:summary|tally|total) (?:of|for) (?:the |last |this )?(?:month|quarter|year|week|january"
        r"|february|march|april|may|june|july|august|september|october|november|december)\b"
    ),
)
HELP = (
    (
        r"\blist (?:somewhere )?of (?:all )?(?:the )?(?:things|commands|words|orders|instructions)\b.{0,40}\b(?:you"
        r"|i|we)\b"
    ),
    r"\bwhat (?:am|are) (?:i|we) able to (?:ask|say|tell|write|do)\b",
    r"\bhow (?:do|should|must|can) (?:i|we) (?:word|phrase) (?:it|this|things|them)\b",
    r"\b(?:remind|tell|show) (?:me|us) how (?:this|it|all this|the digest|the system)(?: all)? works\b",
    r"^help\b(?! (?:her|him|them|us|me with))",
    (
        r"\bwhat (?:can|am|may|could|should|do) i (?:allowed to |need to )?(?:say|ask|do with this|do here"
        r"|write|tell|type|put in)\b"
    ),
    r"\bwhat can i do\b",
    r"\bmagic words?\b",
    r"\bthings (?:one|i|we|you) (?:may|can|could) (?:write|type|say|ask|send|tell)\b",
    r"\b(?:things|what(?: all)?) you can do(?: for (?:me|us))?\b",
    r"\bwhat (?:do|can|does) (?:you|it|this) understand\b",
    (
        r"\b(?:what|which) (?:words|phrases|orders|instructions)\b.{0,30}\b(?:use|understand|works?|know"
        r"|say|write|type|send you|give you)\b"
    ),
    r"\b(?:remind me of|tell me|list|send me) (?:the |what |what the )commands\b",
    (
        r"\bhow (?:do i|does one|do you|do we|can i) (?:use|work|talk to|tell|instruct|reply to) (?:you\b"
        r"|this\b|it\b|the (?:digest|system|desk)\b)"
    ),
    r"\bwhat (?:are )?the commands\b",
    r"\bhow does (?:this|it) (?:all )?work\b",
    r"\bwhat commands\b",
)
SHOW = (
    (
        r"\b(?:need|like|have|see|want) (?:to see )?(?:the |her |his )?(?:full|whole|entire|complete) (?:history"
        r"|file|story|record)\b"
    ),
    r"\bsend (?:me|us) (?:it all|everything|the lot|the (?:whole )?file)\b",
    r"\bwhat(?:'s| is) (?:on|in) (?:the |her |his )?(?:files?|records?|notes) (?:for|of|on|about) <number>",
    r"\bwhat do we know (?:about|of) <ref>",
    r"\bshow\b",
    r"\beverything (?:on|about|we have on)\b",
    r"\bwhat we(?:'ve| have)? (?:got|know|have|hold) (?:on|about)\b",
    (
        r"\bwhat(?:'s| has| have we)? (?:been )?(?:done|said|happened|tried) (?:so far )?(?:for|on|with"
        r"|about|to)\b"
    ),
    r"\b(?:can|could|may) (?:i|we) (?:please )?(?:see|have a look at|look at)\b",
    r"\bdetails (?:of|on|for)\b",
    (
        r"\bwhat(?:'s| is|'s been| has been) (?:happening|going on|the (?:latest|position|story|state"
        r"|status)) (?:with|on|of|for|about)\b"
    ),
    r"\bwhat (?:do|have|did) we (?:have|got|know|hold)(?: so far)? (?:on|about|of)\b",
    r"\bwhat(?:'s| is| has)? happen(?:ed|ing) (?:with|to|on)\b",
    r"\b(?:where are we|any news) (?:with|on|of)\b",
    r"\b(?:remind me|tell me|fill me in|brief me|catch me up) (?:about|on|of|who|what) <ref>\b",
    (
        r"\b(?:pull up|look up|bring up|let me see|send me|(?:can|could|may) (?:i|we) (?:please )?(?:see"
        r"|have(?: a look at)?|look at)) (?:the (?:file|history|notes|story) (?:on|for|of) )?<number>\b"
    ),
    r"\bhow (?:is|are we|far are we|far have we got) (?:doing |getting on )?(?:with|on) <number>\b",
    r"\bhow is <number> (?:doing|going|getting on)\b",
    r"\bwho is <number>\b",
    r"\bwhat do we know\W*$",
    r"\bdig out (?:<number>|[\w-]+'s)(?= (?:for|please)|\W*$)",
    r"\bwhere (?:have|are) we got (?:to )?with\b",
    r"\b(?:file|history|background|status|latest|notes|low-?down) (?:on|of|for) <number>\b",
)
