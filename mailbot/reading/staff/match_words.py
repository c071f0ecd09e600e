"""The words by which a match is made: given to somebody, approved.

What stands between angle brackets is explained in ``order_words``.
"""

from __future__ import annotations

ASSIGN = (
    (
        r"^(?:(?:and|so|also|please|then) )*(?:can|could|might|may|would) (?!some|any|no ?one|nobody|the other"
        r"|another)[\w'-]+(?: [\w'-]+)? (?:please )?(?:have|take) <ref>\b"
    ),
    r"\bassign\b",
    r"\b(?:give|offer|pass|send|hand|move|switch|transfer|allocate) <ref> (?:over |across |on |back )?to\b",
    r"\b(?:give|offer) (?!me\b|us\b|it\b)<name> <number>\b",
    r"\b(?:swap|change|switch|exchange) .{1,40} (?:for|to)\b",
    r"\breplace .{1,40} (?:with|by)\b",
    r"\b(?:match|pair) .{1,40} (?:with|to)\b",
    r"\binstead\b",
    r"\b(?:can|could) <ref> (?:please )?go to\b",
    (
        r"\b(?:i'd |we'd |i would )?(?:like|want|prefer) (?!to\b|you\b)<name> to"
        r" (?:have|take|do|ring|call|support) <ref>\b"
    ),
    r"\bmeant (?:for|to be|to say)\b",
    r"\bshould (?:go|have gone) to\b",
    r"\bshould (?:have been|be) (?!told|asked|called|rung|given|in|on|at)<name> (?:for|on) <ref>\b",
    r"\b(?:would|'d|will|'ll) (?:be|suit|make|do) (?:\w+ )?(?:better|best|a better)\b",
    r"\bis (?:a )?better(?: (?:fit|match|choice))?\b",
    r"^(?:please )?<number>(?:(?:,| and| &|,? n) <number>)*(?: both| all)?(?: goes?| can go| is)? (?:to|for) ",
    (
        r"^(?:please )?<number>[ ,:-]+(?:please |lets |let's |i'd |can you )*(?:give|offer|send|pass|assign)"
        r" (?:(?:it|her|him|them|this) )?to\b"
    ),
    r"^(?:please )?(?:put|pair) (?!this|it|that|a |her|his)<name> (?:with|on|onto|down for) <number>\b",
    (
        r"(?:^|(?<=, ))(?:please |and |yes |can we |could we )?(?:let'?s |i'd like to )?"
        r"(?:try|use|have|let) [\w'-]+(?: [\w'-]+)? (?:for|with|on|have|take) <ref>\b(?!'s)"
    ),
    (
        r"^(?!only |no |maybe |if |i |we |he |she |they |who |nobody )[\w'-]+(?: [\w'-]+)? (?:can|to|should)"
        r" (?:have|take) <ref>\b(?!'s)"
    ),
)
APPROVE = (
    r"\bas you(?:'ve| have)? (?:suggest|propos)\w*\b",
    r"\b(?:green light|thumbs up) (?:for|to|on) <number>",
    r"\bapprove\b",
    (
        r"(?:^|<number>[ :,-]+(?:(?:is|are|both|all|the match) )*|\b(?:all|both|three|two|rest|others"
        r"|lot) (?:are )?)approved\b(?! by)"
    ),
    r"\bas suggested\b",
    r"\bas proposed\b",
    r"^<number>:? appr(?:d|vd?)?\W*$",
    (
        r"\b(?:happy|content|fine|ok|okay|pleased|agree) with (?:what you(?: have|'ve)? (?:propose|suggest)\w*"
        r"|your (?:proposals?|suggestions?|match(?:es)?|choices?)|(?:the|that|this) (?:proposal"
        r"|suggestion|match|one|choice))\b"
    ),
    r"\bgood to go\b",
    r"\blet (?:it|them|those|these|both|that one|this one) go (?:through|ahead)\b",
    r"\bas it stands\b",
    r"\bis a yes\b",
    r"^<number>:? yes\b(?! (?:she|he|they|i|we|it)\b)",
    r"\bare a yes\b",
    r"\bgo ahead\b(?! and\b)",
    r"\byes to\b",
    r"\bhappy with (?:that|this|the|those|these|all|both|everything)\b",
    r"\bwave (?:\w+ ){0,3}through\b",
    r"\bgets my vote\b",
)
