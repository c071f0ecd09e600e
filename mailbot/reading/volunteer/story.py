"""Is a sentence of an answer only a story around it? A chatty volunteer tells of marrows and uncles before the yes.

What bends an answer stands in the present or the future, is about the writer and the offer, or sets a time. A story is
told in the past, or of other people, and does none of that. In doubt a sentence is no story.
"""

from __future__ import annotations

import re

_FEWEST_WORDS = 6
_PAST = re.compile(
    r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|went|came|got|took|told|used to|rang|died|thought|made|left"
    r"|found|saw|knew|gave|said|sat|stood|kept|felt|met|lost|began|put|ran|ate|fell|grew|bought|brought|caught"
    r"|spent|wrote|slept|woke|broke|drove|flew|has been|have been|\w{3,}ed)\b"
)
_ABOUT_THE_OFFER = re.compile(
    r"\b(?:i|we) (?:can|can't|cannot|could|couldn't|will|won't|shall|shan't|would|wouldn't|might|may|must|need|should"
    r"|shouldn't|want|wish|hope|think|suppose|guess|wonder|prefer|feel|doubt|fear|worry|mean|don't|do not|am|are"
    r"|aren't|have to|haven't|have no|have not|struggle|only|just|really|also|still|no longer)\b"
    r"|\b(?:i'm|i'll|i'd|we're|we'll|we'd|i've (?:got|no|not|never|only)|let me|(?:for|suits?|give|ask|tell|send|ring"
    r"|call|by|with|to) me|my (?:time|times|diary|hands|plate|week|evenings|mornings))\b"
    r"|\b(?:if|unless|provided|providing|as long as|so long as|condition|except|apart from|subject to|depend\w*"
    r"|assuming|until|till|once|from then|not before|after (?:my|the|easter|christmas|half)|in (?:a|two|three) \w+"
    r"|next|later|soon|tomorrow|tonight|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|mornings"
    r"|evenings|afternoons|weekends|weekdays)\b"
    r"|\b(?:you|your|please|offer|match|befriend\w*|volunteer\w*|this one|this time|take (?:her|him|them|on|it|this)"
    r"|her calls?|his calls?|the calls?|rota)\b"
    r"|\b(?:she|he|they|it)(?:'ll| will| can| can't| must| needs?| wants?| has to| would| wouldn't| won't| doesn't"
    r"| mustn't| might| may)\b(?! never (?:ask|say|hurt|complain))"
    r"|^(?:but|however|though|although|only|not|no|yet|still|except|mind|never)\b|\?"
)


def is_story(sentence: str) -> bool:
    """Of a plain sentence; a mere beginning or a bare word is never one."""
    if len(sentence.split()) < _FEWEST_WORDS or _ABOUT_THE_OFFER.search(sentence):
        return False
    return _PAST.search(sentence) is not None
