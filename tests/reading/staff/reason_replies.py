"""The words that go with an order: (text, its words), in reply to the digest of ``digest_replies``; None: none do."""

WITH_REASONS = [
    # a clause behind the order, however it is joined
    ("close 1050, she has moved to Leeds", "she has moved to Leeds"),
    ("close 1050 - wrong number, nobody knows her there", "wrong number, nobody knows her there"),
    ("Close 1050 please, her son is home", "her son is home"),
    ("1050 shut, same people as 1051", "same people as 1051"),
    ("Close 1050 because her brother has been released.", "her brother has been released"),
    ("Close 1050 as she has found a group nearer home", "she has found a group nearer home"),
    ("Hold 1050 until 7 April, exams", "exams"),
    ("Hold 1050 till 1 May (her mother is dying)", "her mother is dying"),
    ("Give 1050 to Grace, she's in the next village", "she's in the next village"),
    ("Grace would be better for 1042, Ben's had two from there", "Ben's had two from there"),
    ("Pause Ben until 1 May, his wife is ill", "his wife is ill"),
    ("Reopen 1080, she has rung and wants to try again", "she has rung and wants to try again"),
    # a clause before it
    ("Her phone's been cut off, so close 1050 please", "Her phone's been cut off"),
    ("Ben has a new baby so no calls from him till 1 May, can you pause him", "Ben has a new baby"),
    # a sentence before it, which the order points back at or which tells of somebody
    ("1050 rang to say her daughter is home. You can close that one.", "rang to say her daughter is home"),
    ("Ben's broken his wrist. Please rest him until 4 May.", "Ben's broken his wrist"),
    ("I am sorry to say that Ben has broken his wrist. Please rest him until 4 May.", "Ben has broken his wrist"),
    ("1080 has been in hospital, that's why she never answered. Please reopen.",
     "has been in hospital, that's why she never answered"),
    # a sentence after it
    ("Could you close 1050? Her lad's out and back home.", "Her lad's out and back home"),
    ("Keep 1070 on hold to 2 April. Trial has been put back.", "Trial has been put back"),
    ("Give 1050 to Grace. Her own brother is in the same prison.", "Her own brother is in the same prison"),
    # the writer's own day, plans, wishes and places in the list are no reason
    ("On a train, signal hopeless. Close 1050.", None),
    ("Changing at Crewe so quick. 1050 to Grace.", None),
    ("1050 to Grace. Have a good weekend.", None),
    ("Close 1050. I'll do the others tomorrow.", None),
    ("The top one - hold until 7 April", None),
    ("Please close 1050 and I'll write to her.", None),
    ("Close 1050 with our good wishes", None),
]  # fmt: skip

NOTES = [
    ("note 1050: rang her at ten, no reply", "rang her at ten, no reply"),
    ("1050: note, dog barks at withheld numbers, let it ring", "dog barks at withheld numbers, let it ring"),
    ('1050: note "prefers to be called Bo, never Robert"', "prefers to be called Bo, never Robert"),
    ("Note on 1050 - new job, now free evenings only.", "new job, now free evenings only"),
    ("Mark on 1050 that her landline is dead", "her landline is dead"),
    ("Put on 1050 that she'll be at her daughter's all week", "she'll be at her daughter's all week"),
    ("Write on 1050's file that Ben has had a word with her", "Ben has had a word with her"),
    ("Add a line to 1050 please - her grandson answers the phone", "her grandson answers the phone"),
    ("note 1050: she has had to close her account and erase the old number",
     "she has had to close her account and erase the old number"),
    ("1050 only answers texts. Can you put that on her file?", "1050 only answers texts"),
]  # fmt: skip

ASKED_FOR = [
    ("Who's free on Sundays?", "on Sundays"),
    ("Who've we got that speaks Welsh?", "speaks Welsh"),
    ("Is there anyone with room who speaks Polish?", "speaks Polish"),
    ("Which of our volunteers can do weekends?", "weekends"),
    ("1050 needs Saturday mornings - who've we got?", "needs Saturday mornings"),
    ("Trustees want September in numbers: referrals, matches, average wait.",
     "September in numbers: referrals, matches, average wait"),
    ("We need jan to mar: how long people waited, how many dropped out",
     "jan to mar: how long people waited, how many dropped out"),
    ("Please send a summary of the year to 31 March: referrals, matches",
     "summary of the year to 31 March: referrals, matches"),
]  # fmt: skip
