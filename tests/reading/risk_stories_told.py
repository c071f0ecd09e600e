"""Stories of danger told without its keywords, and ordinary letters beside them.

Each was written before the rules were tuned on it. (risk, category, what was written); risk is what a person would
say, and a story counts as found from ``concern`` on.
"""

FAMILY_TOLD = [
    (
        "concern",
        "adult_at_risk",
        (
            "My uncle Des has a learning disability. Since my aunt got sent down there's been a couple of fellas "
            "in his bungalow and now his telly's gone and his savings."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "A man off the internet says he's going to marry my dad's widow. She's sent him eleven thousand. She "
            "won't listen to me and she's remortgaging."
        ),
    ),
    (
        "urgent",
        "adult_at_risk",
        (
            "The neighbour who does for dad has got bruises on his wrists. I mean dad has, like someone's gripped"
            " him. He can't speak since the stroke."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Since they took his son away old Mr Price next door sits in the dark with no heating. There's a "
            "smell. He won't let the nurse in."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Lads use my flat to bag up. I said no at first but they've got my key. I've got mental health and I "
            "can't make them go."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "They rang on Sunday morning to say our Michael had passed away in Liverpool prison. I still don't "
            "know how. I can't sleep and I need someone to talk to."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "Two officers came to the door. I knew before they spoke. He'd only been in Durham nine days. I "
            "buried him in February."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        "Fe gollon ni ein mab yng ngharchar Parc ym mis Mai. Dw i ddim yn gwybod sut i fyw hebddo.",
    ),
    (
        "concern",
        "child_at_risk",
        (
            "My little girl has gone back to wetting the bed and she screams when her uncle comes to babysit. I "
            "don't know what to do, her dad's in prison."
        ),
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "The baby has got a mark on his cheek like fingers. My daughter says he rolled onto a toy. Her new "
            "boyfriend was minding him."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        ("The school says my grandson falls asleep in class and takes food out of the bin. His mum is using again."),
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "Nobody's seen the two little ones next door since Tuesday, and their mum's in no fit state. I can "
            "hear one crying now."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I can't get up most days. My Ellie does the dinner and baths her brother and signs his school "
            "letters. She's ten, she's marvellous."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "She's fifteen and she has a boyfriend of twenty six. He buys her things. My ex thinks it's sweet.",
    ),
    (
        "concern",
        "child_at_risk",
        ("My ex has them at weekends and they come home filthy and starving and the little one won't let me wash her."),
    ),
    (
        "concern",
        "child_at_risk",
        ("Mae'r plant yn cael eu gadael ar eu pennau eu hunain tra bod eu mam allan trwy'r nos. Mae'r hynaf yn saith."),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "The kids haven't been to school since the arrest. I just can't face the other mums so we stay in "
            "with the curtains shut."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Their dad used to lock them in the coal shed. He's out in June and wants them every weekend. They've"
            " started having nightmares."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Her mum's boyfriend walks in on her when she's in the shower. She told me, I'm her nan. I don't know"
            " if I should say anything to anyone."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "He's out a week on Tuesday. In his last letter he wrote that a wife belongs to her husband till one "
            "of them is in the ground. I haven't slept."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I have to ask before I go to the shop. He gives me a tenner and wants the receipt. I just thought "
            "that was marriage."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "My arm is in plaster so excuse the typing. It was my own fault for answering back. Tea times are no "
            "good, that's when he's worst."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I'm sleeping with a chair against the bedroom door. Our Darren came home on tag on Friday and he's "
            "not the same, he puts his fist through things."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "Hes never actually hit me he just stands in the doorway so i cant get past and shouts in my face. n "
            "then hes sorry. is that normal"
        ),
    ),
    ("concern", "domestic_abuse", "I would love to leave but he says he'd find me wherever I went and I believe him."),
    (
        "concern",
        "domestic_abuse",
        ("There's a dent in the plaster the shape of my head. I hung a calendar over it. He's always sorry after."),
    ),
    (
        "concern",
        "domestic_abuse",
        ("Dw i ddim yn cael mynd i unman hebddo fo. Mae o'n cadw fy ngherdyn banc ac yn edrych ar fy ffôn bob nos."),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My grandson is home from Deerbolt and living with me. When I won't give him money he goes for me. "
            "Last time my glasses got broken."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I don't mind what time you ring as long as it shows as private, my husband checks. If he answers say"
            " you're the dentist."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I love him but I'm dreading him getting out. I was black and blue before he went in, my mother took "
            "photographs."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My wife throws things. Last month it was the kettle, it was full. People laugh when a man says it so"
            " I don't."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "The police put a marker on my house and gave me a button to wear round my neck. He's allowed home "
            "leave from next month."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My mother-in-law watches me on a camera in the kitchen and I'm not to leave without one of them. "
            "They have my papers. My husband is in Wandsworth."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Sometimes I wish I wasn't here. I know that's a terrible thing to say when there's people worse off."
            " Could someone ring, mornings."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        ("I have not eaten for days and I haven't been out of the flat since the sentencing. I don't answer the door."),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "im not being funny but whats the use of me. cant help him cant pay the rent cant even get out of "
            "bed. everyone wud get on fine"
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "He phoned at dinner and told me which hymn he wants. He's 23. He's never talked like that, he said "
            "don't let mum be the one to be told. Please can anybody do something, wing office just rings out."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "I've got the whole month's prescription here and a bottle of vodka and honestly it looks like the "
            "easiest thing in the world."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Nothing brings me any joy. I used to bake, I used to sing in the choir. Now I just sit and wait for "
            "it to be over, and I mean all of it."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "When I shut my eyes at night I ask God to take me. I'm 71 and I've had enough of it.",
    ),
    (
        "concern",
        "suicide_self_harm",
        "I've started hurting again, on my legs where nobody sees. I was doing so well before he went in.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Sum days i look at the tracks on my way to wrk and think it wud b so easy. dont worry im to much of "
            "a coward"
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "I found my boyfriend's dad in the garage with the hosepipe. He says he was only looking for "
            "something. It's his son's trial on Monday. I don't think I can leave him alone."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I feel like I'm drowning and no one would notice if I went under. I smile at the school gate and "
            "then I go home and fall apart, I've thought of some dark things."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "Dydw i ddim yn gweld pwrpas codi yn y bore. Weithiau dw i'n gobeithio na wna i ddeffro.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My brother has gone very quiet since the parole knock back, he told me not to visit any more and to "
            "let him go. He says remember me how I was."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "Please will someone look after Jess for me, she's a good dog, she likes her walk at eight. I've left"
            " her bowl and the vet's card with this. I can't keep fighting."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I'm a danger to myself at the moment if I'm truthful. My GP has me on daily pick up so I can't save "
            "them up."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "i carnt see a future. he got life an i feel like i got it to. wat is their to stay for",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My friend rang me at 3am and said thank you for everything, you've been the best mate. It was the "
            "way she said it. Her husband went down in March."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Hiya I'm fine mostly. It's nights. At night I get the knives out of the drawer and put them in the "
            "shed so I'm not near them."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Told my husband on the visit I'll wait for him but the truth is I don't think I'll still be about. "
            "It's all got too heavy."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My wife hasn't spoken since the verdict. She gave her wedding ring to our daughter last night and "
            "told her to be good."
        ),
    ),
    (
        "urgent",
        "threat_to_others",
        (
            "I see that woman who grassed every day at the bus stop. Tomorrow I'm bringing something with me. "
            "She'll not be smiling then."
        ),
    ),
    (
        "urgent",
        "threat_to_others",
        (
            "My dad's got his old shotgun out the loft. He says he's going to see the lad who got our Lee locked "
            "up. I've begged him."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        ("They want four hundred by Friday or my son gets it. He's already had a kettle of sugar water over him."),
    ),
    (
        "concern",
        "threat_to_others",
        (
            "I've had a message from a number I don't know saying they know my other kids' school. It's because "
            "my husband is giving evidence."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        (
            "He's been talking about the people at work, how they'll all be sorry, how he'll walk in there one "
            "day. He's got a list. I'm his wife."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        (
            "My partner is in with a gang lad who keeps telling him what they'll do to him in the showers. He "
            "won't go for his meals any more."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        (
            "He's been watching films of beheadings and saying the unbelievers have it coming. He won't let his "
            "sister leave the room uncovered. I'm frightened what he's planning."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        "Whoever told the police about my lad had better move house, that's all I'm saying.",
    ),
    (
        "concern",
        "under_18",
        ("I'm doing my GCSEs next summer and my brother is in Cookham Wood. Is there a group for people like me?"),
    ),
    (
        "concern",
        "under_18",
        (
            "I am writing on behalf of a Year 10 boy on my caseload whose father was imprisoned in May. He'd like"
            " somebody to talk to."
        ),
    ),
    (
        "concern",
        "under_18",
        "My mum said I could email you, I'm at high school and everyone knows about my dad. I've got nobody.",
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "My mum is 83 and my brother who cared for her is in prison. She's not had a bath in three weeks and "
            "she's been eating cat food I think."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Nan fell on Sunday and lay there till Tuesday. The carer never came. My cousin is meant to be "
            "looking after her but he only comes on pension day."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "They have got my brother working on drives for no wages and he sleeps in their caravan. He's a bit "
            "slow. They keep his benefit card."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        "Mae'r gofalwr yn gweiddi ar Mam ac mae ei phwrs yn wag bob tro mae o wedi bod. Mae ganddi dementia.",
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "My daughter in law does the shopping with my card and says there's nothing left over. I've not had a"
            " hot meal since Sunday. I'm 79 and I can't manage the stairs."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "It's eight months since we lost my brother on the wing at Bristol and we're still waiting for the "
            "hearing into it."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "My dad was serving six years and had a heart attack in there, they didn't get to him in time. I want"
            " to talk to families who've been through the same."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "Good morning, I am a family liaison worker. The client's partner took ill and was found by his cell "
            "mate, and did not survive. She would welcome calls."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I'm concerned for the children's safety. Their mum has had all sorts in the house since my brother "
            "went down."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "my sister leaves her 4 and 6 yr old in front of the telly and goes to the pub till closing. the "
            "oldest puts the other one to bed bless him"
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I'm ashamed to say I slapped him hard this morning, harder than I meant. He's only three. It's been "
            "getting worse since his dad was sent down and I don't know who to ask."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "My nephew is 13 and he's got a new phone and hundred pound trainers and older lads picking him up in"
            " a car at night."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "He is due to come back to live with us and I have been told he must not be alone with my daughters. "
            "I let him see them at his mother's. I didn't tell the social worker."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Since her dad got locked up my daughter (12) has stopped eating and pulls her hair out, there are "
            "bald patches. She wears long sleeves all the time."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "My stepson said a thing in the bath tonight that no child of five should know. I've not told anyone.",
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Dydi'r hogyn bach ddim wedi bod yn yr ysgol ers mis a does dim bwyd yn y tŷ. Dw i'n poeni'n ofnadwy "
            "amdano fo."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I lose my rag with them and then I have to go and shut myself in the bathroom before I do something."
            " They're scared of me, I see it."
        ),
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "I'm at the hospital and my three are home by themselves, the eldest is eight. I didn't know who else"
            " to message."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "His release date is the 14th. He has sent me a card with a picture of my new front door. Nobody has "
            "given him that address."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "Please don't ring after five because he likes to know who I'm talking to. He's not in prison, it's "
            "my son who is. He counts the minutes on the bill."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "Even from inside he runs my life. He rings at seven, twelve and nine and if I don't pick up he gets "
            "his brother to come round and check the house."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My daughter's fella takes her phone off her when he goes out and locks the front door behind him. "
            "She says he's just protective."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "He's broke his tag and nobody knows where he is. I've got the kids in the back bedroom with the "
            "wardrobe across the door."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "Mum flinches when the door goes. She says dad is just tired from work. I'm her son, I'm inside, I "
            "can't do a thing about it, please ring her."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My brothers say I have shamed the family by standing by my husband. They have taken my passport and "
            "my uncle is coming from abroad to settle it."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I gave evidence against my ex and now his family drive slowly past the house most evenings. Once "
            "they stopped and filmed the windows."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        "Mae o'n dod allan ddydd Gwener ac mae o'n gwybod lle dw i'n byw rŵan. Dw i ofn am fy mywyd.",
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "my x keeps sendin people round 2 my house askin 4 money he says i owe him from b4 he went down. i "
            "dnt open curtains no more"
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        ("He tells me I'm fat and stupid and nobody else would have me. He's told me it so often I think he's right."),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "She came to the group with a scarf on in July. When it slipped I saw her neck. I'm her sister and "
            "I'm writing because she won't."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        "I said no and he carried on anyway. I keep telling myself it doesn't count because we're married.",
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "He took the car keys and the router when he went to work again so I'm using my neighbour's wifi. He "
            "doesn't like me talking to people."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "My husband got eleven years on Thursday. I've sorted the insurance papers and put them on the "
            "kitchen table where my sister will find them. I just wanted to thank somebody for being kind."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My neighbour Pat sometimes wishes she wasn't here, she told me over the fence. She'd never ring you "
            "herself so I am."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I don't know how much longer I can do this. Every morning it's like a weight on my chest and I ask "
            "myself why I bother."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My daughter has been writing letters to all of us, long ones, saying what she loved about each of "
            "us. She's in Styal. It made my blood run cold."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I went down to the canal last night and just stood looking at the water for an hour. I came home "
            "because of the dog."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I'm not going to do anything silly but I do think about it, about just being out of it. The only "
            "thing that stops me is my mother."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "my lad rang and said mum if anything happens to me it wasnt your fault. then the credit ran out. "
            "what am i meant to think"
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "Don't bother ringing next week, there won't be anyone to answer. Thank you for the calls, they were "
            "the best part."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "He's stopped taking calls, he's given his trainers and his radio to his pad mate and he won't come "
            "out of his cell. His personal officer says he's fine. He is not fine."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My mum's not washing or getting dressed. She says she's only waiting. When I ask for what she says "
            "you know what for."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "If it wasn't for the children I'd have gone by now. Please can somebody talk to me of an evening.",
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "Mae fy merch wedi ffonio o'r carchar i ddweud ffarwel. Mae hi wedi rhoi ei phethau i gyd i'r ferch "
            "drws nesaf."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "Dwi wedi cael llond bol ar bopeth, dwi'm yn gwbod pa mor hir alla i ddal ati fel hyn. Plis ffoniwch.",
    ),
    (
        "concern",
        "suicide_self_harm",
        "I used to think people who did that were selfish. I understand them now. I really do.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "She's lost three stone since he was taken. She lives on tea and cigarettes and she told the doctor "
            "she'd be glad to go."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "On the day of the verdict I had to pull over on the motorway bridge. I sat there with the engine "
            "running. I won't say what went through my head."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "He told the chaplain he hears his dead nan calling him to come. He's got marks on his neck he says "
            "are from a razor rash."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "I take a couple more of my sleepers each night. I don't much mind if one night it's too many.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I've cancelled everything, the phone contract, the milk, the cat's gone to my niece. It feels quite "
            "peaceful actually."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I keep his dressing gown cord in my pocket. I don't know why I'm telling you that. I'm just so tired"
            " of all of it."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "Been drinking a bottle of gin a day since he went. I don't care if it finishes me off.",
    ),
    (
        "concern",
        "threat_to_others",
        "If I see him I will not be responsible for my actions. He took my boy's life away with his lies.",
    ),
    ("concern", "threat_to_others", "i lie awake planning what id do to that judge. i no what car he drives"),
    (
        "concern",
        "threat_to_others",
        (
            "My son has had to be moved off the wing, there's a debt, and a lad has told him he'll lose an eye if"
            " it isn't paid."
        ),
    ),
    (
        "urgent",
        "threat_to_others",
        (
            "Our Kyle gets out Thursday and all he talks about is the neighbour who rang the police. He's asked "
            "me to find out what shifts she does."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        ("I'd happily swing for that social worker. Next time she comes to my door she won't walk back down the path."),
    ),
    (
        "concern",
        "threat_to_others",
        "Os gwela i'r dyn yna eto mi fydda i'n gwneud niwed iddo fo. Fo sydd wedi rhoi fy mab yn y carchar.",
    ),
    ("concern", "threat_to_others", "Tell the probation officer she wants to watch her back. I mean it."),
    (
        "concern",
        "under_18",
        "my dad got sent down and im in yr 9, can i talk to sum1 on the phone pls without my mum knowing",
    ),
    (
        "concern",
        "under_18",
        ("hi i turned 16 in march and my mum is in prison and i look after my sister is this for me or just adults"),
    ),
    ("concern", "under_18", "Rydw i'n bedair ar ddeg ac mae Mam yn y carchar. Ga i siarad efo rhywun?"),
    ("concern", "under_18", "Is there an age limit? I'm 17 and I'd like to come on the Zoom."),
    (
        "concern",
        "suicide_self_harm",
        (
            "It was his birthday last week and I got all the old photos out and then I thought, that's it, I've "
            "seen everything I want to see."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        "By the time the office opens I'll be with my Terry. Please don't let the milkman find me.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "He's been taken to the hospital from the prison twice this month with cuts. They stitch him and send"
            " him back."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I feel like a ghost in my own house. I could stop existing and the only difference would be the bins"
            " not going out."
        ),
    ),
    ("concern", "suicide_self_harm", "my head is telling me to do things and im scared of it"),
    (
        "concern",
        "suicide_self_harm",
        "She keeps asking how many paracetamol is dangerous. She laughs it off as something off the telly.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My partner wrote that he's made peace with it and I should find somebody who deserves me. That isn't"
            " like him, he's normally so jealous."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "Been signed off by the crisis lot but I don't feel any safer than I did a fortnight ago.",
    ),
    (
        "urgent",
        "suicide_self_harm",
        "I've done it now. I took them all an hour ago. I just didn't want to be on my own.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Dad's given up. Turns his face to the wall when we go in. He says there's nowt to stop for now our "
            "Stephen's got life."
        ),
    ),
    ("concern", "suicide_self_harm", "I drove to Beachy Head on Monday. I told myself I only wanted a walk."),
    ("concern", "suicide_self_harm", "i jst want it 2 stop. evry1 wud b relievd"),
    (
        "concern",
        "suicide_self_harm",
        (
            "My sister's husband found her on the bathroom floor on Saturday with the razor. She's home now and "
            "saying it was an accident."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "There's a voice in me that says one good sleep and all of this goes away for good.",
    ),
    (
        "concern",
        "suicide_self_harm",
        "Dw i'n methu gweld diwedd i hyn. Dw i jyst isio cau fy llygaid a pheidio agor nhw eto.",
    ),
    (
        "urgent",
        "suicide_self_harm",
        "Mae gen i botel o dabledi yn fy llaw. Dydw i ddim yn gwybod pwy arall i sgwennu ato.",
    ),
    (
        "concern",
        "domestic_abuse",
        "I've had to learn to read his footsteps on the stairs. You get to know which sort of night it'll be.",
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "He rings fifteen, twenty times a day from the wing and if I've been to the shop he wants to hear the"
            " till beep in the background."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "My dad has a temper on him. Mum had a wrist brace last time I saw her and she couldn't look me in "
            "the eye. I'm serving 3 years so can't be there."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "He's due in court for what he did to me and his mate has just rung to say drop it or I'll be needing"
            " dental records."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I'm 68 and my son lives with me since he got out. I give him my pension because it's easier than "
            "saying no. He broke the door off last time."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "She's got a husband at home who measures how much petrol is in the car. She has to ring you from the"
            " library."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "He had my hair in his hand and my head against the worktop. Then he went off to watch the football "
            "as though nothing had happened."
        ),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "They let him out on Monday. There were footprints in my flower bed this morning, right under the "
            "kids' window."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I've never told anybody but I'm relieved he's been sent down because for the first time in years I "
            "can sleep without one eye open. He's appealing."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "When he's had a few he makes me kneel and say sorry. I laughed about it with my sister once and she "
            "went white."
        ),
    ),
    ("concern", "domestic_abuse", "my bf says if i leave he will send the pics to my work. he has loads"),
    (
        "concern",
        "domestic_abuse",
        ("Mae fy mrawd yn rheoli popeth ers i Dad fynd i'r carchar. Dydi Mam ddim yn cael gadael y tŷ hebddo fo."),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "My neighbour's lad, about five, was on our step at ten at night in his pyjamas, no one had noticed "
            "he was gone. That's the third time."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "The little girl told her teacher that mummy's friend plays the tickle game and it hurts.",
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "My daughter's rung me from the toilet, she's nine, she says mummy's friend is smashing everything up"
            " and her brother is hiding under the bed."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "He's two and he's never once been seen by a health visitor. When I go round he's strapped in the "
            "buggy facing the wall."
        ),
    ),
    ("concern", "child_at_risk", "Our Jayden's 14 and he's come home with a stab vest. He says it's for football."),
    (
        "concern",
        "child_at_risk",
        ("I hear myself scream at them and I don't recognise my own voice. I pinched her today and it left a mark."),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Since her brother was jailed my girl has been sending photos of herself to someone she met on a "
            "game. He wants to meet."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "My ex is out in the spring and has applied for contact. The children's guardian has seen what he did"
            " to the eldest and they're still considering it. She's begged me not to make her go."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "Dydi'r babi byth yn crio. Mae'n gorwedd yno mewn cewyn budr trwy'r dydd a neb yn ei godi.",
    ),
    (
        "concern",
        "child_at_risk",
        "My granddaughter is eight and does the benefit forms over the phone pretending to be her mother.",
    ),
    (
        "concern",
        "threat_to_others",
        (
            "There's a lad on his landing with a home made blade and it's got my son's name on it according to "
            "the lad next door."
        ),
    ),
    ("urgent", "threat_to_others", "I've got his registration, I've got his shift pattern and I've got Saturday off."),
    (
        "concern",
        "threat_to_others",
        (
            "My brother posts every night about the jury. He's put two of their names up and asked who fancies "
            "paying them a call."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        "When she walks past with her shopping I grip the wheel and imagine just not braking.",
    ),
    (
        "concern",
        "threat_to_others",
        "We've had a funeral wreath delivered with my husband's name on. He's only on remand.",
    ),
    (
        "concern",
        "threat_to_others",
        "I want them to feel it. I want their mother to open the door to a policeman like I did.",
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "My auntie's carer answers every question for her and auntie looks at the floor. There used to be a "
            "silver tea set."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Dad keeps ringing to ask when Mum is coming home. She's been dead nine years. He had the gas on "
            "unlit when I called on Thursday."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "He's got Down's and since my mum was jailed he's with a cousin who has him sleeping on the landing "
            "and spends his money on weed."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "The young woman upstairs doesn't speak English, works at the nail bar seven days and a man comes for"
            " her at eleven every night. Her brother's in prison and she asked me by signs to write to you."
        ),
    ),
    (
        "concern",
        "under_18",
        (
            "My mum's in prison and I'm in Year 8. My auntie doesn't talk about it. Do you do texting instead of "
            "phoning?"
        ),
    ),
    ("concern", "under_18", "Hi my names Kian im 13 n a half my big bro got sent 2 yoi. is der sum1 i can chat 2"),
    ("concern", "under_18", "I've just started sixth form and my dad is on remand. My tutor gave me your leaflet."),
    (
        "concern",
        "bereavement_in_custody",
        (
            "My brother went into Hewell on the Friday a healthy man and by the Monday they were asking me who "
            "should have his things."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "We're told there was a delay opening the door. The prison say lessons have been learned. It won't "
            "bring my daughter back."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "I don't sleep, I don't eat, and to be perfectly honest I've stopped caring if I see the new year.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My son told me in the visit that he'd tied something to the bars and then thought of me. He says it "
            "was a moment of madness."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        "I've said my prayers and put clean sheets on. You've all been very good to me. God bless.",
    ),
    (
        "concern",
        "suicide_self_harm",
        "He isn't taking his insulin on purpose, the nurse told me. He says it's quicker than eighteen years.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "Everyone keeps saying be strong for the kids. I haven't got any strong left. I keep looking at the "
            "loft hatch."
        ),
    ),
    ("concern", "suicide_self_harm", "my mate reckons shes gonna do a bunk from life her words. her fella got 14"),
    ("concern", "suicide_self_harm", "I ended up in A&E on Friday. I told them I'd miscounted my tablets. I hadn't."),
    ("concern", "suicide_self_harm", "I've got to the stage where I envy the people in the obituaries."),
    (
        "concern",
        "suicide_self_harm",
        (
            "My daughter in Low Newton has scratched all up her arms and says it's the only thing that lets the "
            "noise out."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I was going to write sooner but I've been in bed since the third. Mum leaves food at the door. I "
            "don't see any road ahead of me."
        ),
    ),
    ("concern", "suicide_self_harm", "What scares me is how calm I feel about it."),
    (
        "concern",
        "suicide_self_harm",
        "I wrote him a letter for after and then I tore it up. I've written it four times now.",
    ),
    ("concern", "suicide_self_harm", "I've been googling things I shouldn't. I clear the history so my son won't see."),
    ("concern", "suicide_self_harm", "Mae'n teimlo fel bod popeth ar ben i mi. Fyddai neb yn sylwi petawn i'n mynd."),
    (
        "urgent",
        "suicide_self_harm",
        (
            "Grandad has just gone out without his coat or his stick and left his watch on the table with a note "
            "saying sorry. His lad was sentenced today. I've rung the police but I don't know what else to do."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I flinch when my phone pings in case it's him. He gets them to pass messages on from inside telling "
            "me what I wore on Tuesday."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I've got a husband who won't have the heating on or the door unlocked when he's out. I am typing "
            "this in the toilet."
        ),
    ),
    ("concern", "domestic_abuse", "My boyfriend doesn't hit me or anything, he just holds me down till I calm down."),
    (
        "concern",
        "domestic_abuse",
        ("They've told me he's being moved to open conditions. I have moved three times to be away from that man."),
    ),
    (
        "urgent",
        "domestic_abuse",
        (
            "He's due out Thursday, he's got my kids' school written on his hand, his cell mate's girlfriend told"
            " me. Nobody will listen."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "When my mother got the bus pass he cut it up. Dad's always been like that but it's worse since my "
            "brother went away and she's only got him."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "I'm a man and I feel daft. She's broken two of my fingers in a drawer. My daughter's in Eastwood "
            "Park and I've nobody to tell."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "He says if I go to the visit next week he'll burn every photo I've got of my son. He means it, he "
            "did the wedding ones."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        "I've a non contact order on him but his mum walks the kids past so he can FaceTime my window.",
    ),
    (
        "concern",
        "domestic_abuse",
        ("Mae o wedi torri fy ffôn i a dydi o ddim yn licio fi'n siarad efo neb. Dw i'n sgwennu hwn o'r gwaith."),
    ),
    (
        "concern",
        "child_at_risk",
        ("My son's partner sends the kids to me in the same clothes they left in on Friday. The baby's bottom is raw."),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I don't like the way my brother in law looks at our Tilly. She's started locking the bathroom and "
            "she's only ten."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "She's got all five of them in one room since the police took the door off. There's no cooker. "
            "They've been living on crisps."
        ),
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "He has taken my boy for the weekend and he's texting me pictures of him by the canal saying say bye "
            "to mummy."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "I'm on my own with a six week old and I look at her and feel nothing. Sometimes I put the pillow "
            "over my own ears, sometimes I look at hers."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "There's a lad of twelve sleeping in the bin store of our block, his dad was arrested last week and I"
            " don't think anyone's told the council."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "He makes the boys fight each other in the garden for money when he's drunk and films it.",
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Ers i'w dad fynd i'r carchar mae'r bachgen yn gwneud popeth dros ei fam. Mae o'n naw oed ac yn "
            "coginio bob nos."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "The school rang to ask why she's had eleven days off. She told them she was minding me. I didn't "
            "know what to say."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Caught my nephew (15) with a roll of notes and he just cried and said he can't get out of it, they "
            "know where his mum works."
        ),
    ),
    (
        "concern",
        "threat_to_others",
        (
            "That so called victim is getting married in June. I've got the name of the church and a good mind to"
            " be there."
        ),
    ),
    (
        "urgent",
        "threat_to_others",
        ("My husband's left the house with a carving knife. He's just found out which pub the witness drinks in."),
    ),
    ("concern", "threat_to_others", "My lad's been told his tea will have glass in it."),
    (
        "concern",
        "threat_to_others",
        (
            "I know it's wrong but I've been paying a fella sixty pounds a week into an account or my nephew's "
            "fingers get it."
        ),
    ),
    ("concern", "threat_to_others", "If the parole board lets that animal out I'll do what the courts wouldn't."),
    (
        "concern",
        "threat_to_others",
        (
            "My ex is convinced the health visitor is behind it all and he's been sharpening things in the shed, "
            "muttering her name."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "My sister's MS is bad and her husband, the only one who did for her, is in Winchester. She's been in"
            " the one chair since Wednesday."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Mum signed something for a man who came about the roof. He's been back every week and she's scared "
            "to answer the door."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "I've got a lodger I never asked for. He's a pal of my son's. He has my bedroom and I make his meals,"
            " I daren't tell my son."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "Old Arthur downstairs lost his son to a life sentence. He's stopped putting his bins out, post is "
            "piling up and he answered the door in a coat with nothing under it."
        ),
    ),
    ("concern", "under_18", "do u have to be an adult to get a befriender? i'm in yr 11 and my step dad is inside"),
    (
        "concern",
        "under_18",
        "I'm Callum and I'm 12. My nan is doing this for me on her email. My mum is in Bronzefield.",
    ),
    (
        "concern",
        "bereavement_in_custody",
        (
            "His cell mate told us he was calling out for two hours. The coroner hasn't got a date. I just want "
            "to talk to another mum."
        ),
    ),
    (
        "concern",
        "bereavement_in_custody",
        "Our lad never got to his trial. He was on remand at Woodhill and they found him on the Sunday.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "I can't see a way through this. I cry all day and I've started thinking the kids would be happier "
            "with my sister."
        ),
    ),
    (
        "urgent",
        "suicide_self_harm",
        ("He says tonight's the night and that I'm to kiss the girls for him. Prison switchboard isn't answering."),
    ),
    (
        "concern",
        "suicide_self_harm",
        "My brother has lost hope since the appeal failed, he talks about not making it to his fortieth.",
    ),
    ("concern", "suicide_self_harm", "some nights i lie there hoping my heart just stops"),
    (
        "concern",
        "suicide_self_harm",
        "I'm not suicidal but I don't really want to be alive either, if that makes sense.",
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "My daughter's stopped seeing her friends and I found blood on her sheets and tissues hidden under "
            "the mattress."
        ),
    ),
    ("concern", "suicide_self_harm", "It's all got on top of me and I honestly wonder what I'm for any more."),
    ("concern", "suicide_self_harm", "He was found with a ligature on Tuesday. They have moved him to healthcare."),
    ("concern", "suicide_self_harm", "Dw i'n teimlo nad oes lle i mi yn y byd yma rhagor."),
    ("concern", "suicide_self_harm", "I've been drinking to get through the days and last week I woke up in hospital."),
    (
        "concern",
        "domestic_abuse",
        "He's never been violent in front of the kids but I've got bruises I have to cover for work.",
    ),
    (
        "concern",
        "domestic_abuse",
        "I'm frightened about what happens when he comes home in August. He blames me for everything.",
    ),
    ("urgent", "domestic_abuse", "My ex got bail this morning and he's already been seen at the end of my road."),
    ("concern", "domestic_abuse", "I'm not allowed my own bank account. He doesn't know I've written to you."),
    (
        "concern",
        "domestic_abuse",
        (
            "My daughter is in a relationship with a man who shouts her down and pushes her about. She won't hear"
            " a word against him."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        "I gave my son a roof when he came out and now he pushes me around and takes my cash.",
    ),
    (
        "concern",
        "domestic_abuse",
        "my husbands family wont let me go out alone since he got arested they follow me evrywhere",
    ),
    ("concern", "domestic_abuse", "Mae fy nghyn-bartner yn fy nilyn i ac yn ffonio bob awr o'r nos."),
    ("concern", "child_at_risk", "My grandchildren are being left to fend for themselves while their mother is out."),
    (
        "concern",
        "child_at_risk",
        "My little boy came back from contact with a burn on his hand and said daddy told him not to tell.",
    ),
    (
        "concern",
        "child_at_risk",
        ("The kids next door are outside at all hours with no coats. Their dad's inside and the mum is always drunk."),
    ),
    ("concern", "child_at_risk", "I'm struggling so much with the baby. I shook his cot last night to make him stop."),
    (
        "concern",
        "child_at_risk",
        "I think my niece is being used by older boys. She's 13 and she's gone missing twice.",
    ),
    ("concern", "child_at_risk", "Mae ofn arna i am fy wyrion, mae eu mam yn yfed drwy'r dydd."),
    (
        "concern",
        "threat_to_others",
        "I know who grassed on him and I'm going to make sure they know what it feels like.",
    ),
    (
        "concern",
        "threat_to_others",
        "My son says he's got a price on his head over a phone and he's too scared to leave his cell.",
    ),
    (
        "urgent",
        "threat_to_others",
        "He's taken the car and he says he's going to run her over. She's the one who gave evidence.",
    ),
    ("concern", "threat_to_others", "I can't stop thinking about hurting the man who did this to our family."),
    (
        "concern",
        "adult_at_risk",
        "My gran's carer hasn't been for three days and gran can't get to the toilet by herself.",
    ),
    (
        "concern",
        "adult_at_risk",
        (
            "People keep turning up at my brother's flat and taking his money. He's got learning difficulties and"
            " thinks they're his friends."
        ),
    ),
    (
        "concern",
        "adult_at_risk",
        ("Dad is 84, on his own since my brother went in, not eating, the house is freezing and he says he's fine."),
    ),
    ("concern", "under_18", "I'm 14, my dad has gone to prison and I don't know who to talk to."),
    ("concern", "under_18", "hello i am at school and my teacher told me about you. my brother is in feltham"),
    (
        "concern",
        "bereavement_in_custody",
        "My husband died in Strangeways three weeks ago and I'm still getting letters addressed to him.",
    ),
    ("concern", "bereavement_in_custody", "We lost our son while he was in prison. He was 24."),
    (
        "concern",
        "suicide_self_harm",
        (
            "I feel as though I have nothing left in the tank. I've been thinking it would be better if I just "
            "wasn't around."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        "My husband wrote that he has no intention of serving the whole sentence and I know what he means.",
    ),
    (
        "urgent",
        "suicide_self_harm",
        (
            "My cousin is on the roof of the flats, her partner got life today. I've rung 999 but please can "
            "someone ring me."
        ),
    ),
    ("concern", "suicide_self_harm", "I get these thoughts at night that I can't shake and they frighten me."),
    ("concern", "suicide_self_harm", "She's cutting again, I saw her arms at the visit."),
    ("concern", "suicide_self_harm", "ive lost everything an i dont wanna do life no more"),
    ("concern", "suicide_self_harm", "Honestly if I went to sleep tonight and that was it I'd be grateful."),
    (
        "concern",
        "domestic_abuse",
        "He gets jealous and breaks my things. I'm relieved he's inside but he's out in ten weeks.",
    ),
    ("concern", "domestic_abuse", "My son hits me when I refuse him money. I don't want him in trouble."),
    ("concern", "domestic_abuse", "I don't feel safe in my own home. My partner has a temper and it's getting worse."),
    ("urgent", "domestic_abuse", "He's escaped from the open prison and he always said he would come for me first."),
    ("concern", "domestic_abuse", "My husband reads all my emails so please reply to this address, it's my sister's."),
    ("concern", "domestic_abuse", "My mum's boyfriend threatens her with the dog and won't let us visit."),
    ("concern", "child_at_risk", "I'm worried my grandson isn't being fed, he's so thin and always asks for seconds."),
    ("concern", "child_at_risk", "My neighbour leaves her toddler crying for hours and I've heard slapping."),
    ("concern", "child_at_risk", "My ex's new girlfriend locks my son in his bedroom. He's six."),
    (
        "concern",
        "child_at_risk",
        "My daughter told me my brother had touched her. He's the one in prison, for something else.",
    ),
    ("concern", "child_at_risk", "The little one has unexplained bruises and his mum gets angry when I ask."),
    ("concern", "threat_to_others", "I've told my husband I'll kill the man who set him up and I meant it."),
    (
        "concern",
        "threat_to_others",
        "My son is being threatened by men on his wing over money and he says they'll hurt us at home.",
    ),
    ("concern", "threat_to_others", "I am so full of rage I'm scared what I'll do if I see her in the street."),
    (
        "concern",
        "adult_at_risk",
        "My disabled brother has been left without care since Mum was arrested. He can't cook or wash.",
    ),
    (
        "concern",
        "adult_at_risk",
        "A neighbour has got hold of my mother's bank card and she's confused and won't report it.",
    ),
    ("concern", "under_18", "I am fifteen and my mum's in jail, can I join your group?"),
    (
        "concern",
        "bereavement_in_custody",
        (
            "My son took his own life at Nottingham in the spring. I would like to speak to someone who's been "
            "through it."
        ),
    ),
]

VOLUNTEER_TOLD = [
    (
        "concern",
        "adult_at_risk",
        (
            "He said the new lodgers have taken his bed and he's on the settee, and they've got him fetching "
            "parcels. He sounds frightened of them."
        ),
    ),
    ("concern", "boundary_breach", "She was short for the gas so I put 20 quid on her key. I hope that's alright."),
    (
        "concern",
        "boundary_breach",
        "We bumped into each other by arrangement at the market, she's even nicer in the flesh.",
    ),
    ("concern", "boundary_breach", "Gofynnodd o i mi am fenthyg hanner canpunt ac am fy nghyfeiriad."),
    (
        "concern",
        "boundary_breach",
        "Between us I've been popping in to see him on my way home from work, just with a bit of shopping.",
    ),
    (
        "urgent",
        "child_at_risk",
        (
            "She said she's put a lock on the outside of the kids' room so she can get some peace. One of them "
            "was banging all through the call."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        (
            "A man's voice in the background telling her to hurry up and put it down. She started whispering and "
            "then the line cut off. It happened last week as well."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        (
            "She sounded flat. Said it would all be sorted out soon and nobody would have to fret about her. Then"
            " she thanked me for everything and I didn't like it."
        ),
    ),
    (
        "concern",
        "suicide_self_harm",
        ("Roedd hi'n isel iawn heno. Dywedodd hi ei bod hi wedi blino ar bopeth ac y byddai'n well iddi hi fynd."),
    ),
    (
        "concern",
        "threat_to_others",
        ("He said when he gets hold of the man who shopped his son he'll need dentures. I don't think he was joking."),
    ),
    (
        "concern",
        "unspecified",
        (
            "Call done, 45 mins. Can someone from the office ring me about it? There's something she told me that"
            " I don't want to put in an email."
        ),
    ),
    (
        "concern",
        "boundary_breach",
        "He wanted to know what I look like and whether I live by myself. I changed the subject.",
    ),
    (
        "concern",
        "boundary_breach",
        "I've given her my mobile so she can text if she has a bad night, it seemed kinder.",
    ),
    (
        "concern",
        "boundary_breach",
        "He keeps steering it round to bedroom matters. I laughed it off but it's every week now.",
    ),
    (
        "concern",
        "boundary_breach",
        (
            "She's invited me for Sunday dinner and I said I'd think about it. She's got my address already for "
            "the Christmas card."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "Her little boy answered and said mummy's asleep on the floor and won't wake up. He's four. I rang "
            "back twice and no answer."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        (
            "The teenage lad is out till all hours with men she doesn't know and comes home with cash. She's "
            "given up asking."
        ),
    ),
    (
        "concern",
        "domestic_abuse",
        "She has a new cut above her eye. Cupboard door this time, she says. Same as the wrist in March.",
    ),
    ("concern", "suicide_self_harm", "He told me he's stopped his heart pills. When I asked why he said what for."),
    (
        "concern",
        "suicide_self_harm",
        (
            "No answer on Monday. On Tuesday she picked up but she was slurring and said she'd had enough tablets"
            " to sleep for a week."
        ),
    ),
    (
        "concern",
        "unspecified",
        (
            "Spoke Tuesday for 30 minutes. I came off the phone with a bad feeling, she wasn't herself at all and"
            " I couldn't get it out of her."
        ),
    ),
    ("concern", "unspecified", "I'm a bit uneasy after tonight. She kept saying it doesn't matter any more."),
    (
        "concern",
        "suicide_self_harm",
        (
            "Chatted as normal but at the end she said don't worry about ringing next week, it'll all be done "
            "with by then."
        ),
    ),
    (
        "concern",
        "boundary_breach",
        "He's started ending the calls with love you. I said it back once without thinking.",
    ),
    (
        "concern",
        "boundary_breach",
        "I took her to the visit in my car because the train was cancelled. Husband came too. Hope that's ok.",
    ),
    ("concern", "boundary_breach", "She's asked if I'd be a guarantor on the flat."),
    ("concern", "child_at_risk", "I could hear a baby crying the whole forty minutes and she never once went to it."),
    (
        "concern",
        "domestic_abuse",
        "She answered in one word answers and said wrong number twice. I think somebody was standing there.",
    ),
    ("concern", "unspecified", "Can't put my finger on it but tonight left a bad taste."),
    ("concern", "suicide_self_harm", "She made a joke about not buying any more green bananas. Then she went quiet."),
    (
        "concern",
        "suicide_self_harm",
        ("He told me his grandad's gun licence came up and he'd wondered about it, and then changed the subject."),
    ),
    ("concern", "boundary_breach", "He's found out which church I go to and was there on Sunday."),
    (
        "concern",
        "boundary_breach",
        "I've been helping her fill in forms on Saturdays at the library, she has nobody else.",
    ),
    (
        "concern",
        "boundary_breach",
        (
            "She says I'm the only one who understands and rings me back six or seven times after we finish. I "
            "forgot to withhold."
        ),
    ),
    (
        "concern",
        "child_at_risk",
        "Her eldest picked up. She's seven, and she said mum's been asleep since yesterday dinner.",
    ),
    (
        "concern",
        "domestic_abuse",
        "We've a code now. If she says the weather's turned I'm to say goodbye. She set it up, not me.",
    ),
    ("concern", "unspecified", "Something in her voice tonight made the hairs stand up on my arms."),
    (
        "concern",
        "adult_at_risk",
        "His niece has moved him into the box room and he isn't allowed in the kitchen. He was whispering.",
    ),
    (
        "concern",
        "threat_to_others",
        "She said she's saved up to have the lad who did it seen to. She gave me a figure.",
    ),
    ("concern", "suicide_self_harm", "She was very low and said she doesn't see the point of carrying on with it all."),
    ("concern", "boundary_breach", "He asked me for a loan till Friday and I said I'd think about it."),
    ("concern", "domestic_abuse", "She let slip that he gets rough with her. She then begged me not to say anything."),
    (
        "concern",
        "child_at_risk",
        "He mentioned that the children are often on their own in the evenings when he's at work.",
    ),
    (
        "concern",
        "unspecified",
        "I'm concerned about how she's coping and would like to talk to somebody in the office.",
    ),
    ("concern", "suicide_self_harm", "He said he's been thinking about ways to end things."),
    ("concern", "boundary_breach", "She asked for my home address so she could send me a present and I gave it."),
    ("concern", "domestic_abuse", "She told me her partner slapped her at the weekend."),
    ("concern", "child_at_risk", "She admitted she leaves the baby with her ten year old while she works nights."),
    ("concern", "unspecified", "I'm not happy about tonight's call. Could someone ring me?"),
]

FAMILY_ORDINARY = [
    (
        "My son got nine years for stabbing a man outside a pub. I'm his mum and I still love him. Could "
        "someone ring me Tuesday evenings?"
    ),
    ("I'm so tired and lonely since he went. I can't sleep most nights. A weekly call would mean the world."),
    ("Lost my dad in January to cancer and then my brother got sent down in March. It's been a lot. I cry at adverts."),
    ("He's been in Risley since April and the food's dreadful, he's lost half a stone. Otherwise in good spirits."),
    ("I'm a teaching assistant and have done level 2 safeguarding and suicide awareness. I'd like to volunteer."),
    "Sorry for the delay, I've been run off my feet. Yes the calls at seven suit me.",
    "my fella got 4 yr and im doin everything by myself with 3 kids, im knackered, cud do with a chat",
    ("I was burgled in the summer and I've been nervous ever since but the neighbours are good. Evenings are best."),
    "He's got his parole hearing on the 9th and I'm scared stiff he'll be knocked back.",
    (
        "The last straw was the car breaking down in the prison car park. I could have screamed. Anyway I "
        "laugh about it now."
    ),
    "I'm at the end of my tether with HMP Leeds, nobody ever picks up.",
    ("My grandson is six and asks where daddy is. He has a photo under his pillow. What do people say to them?"),
    "I wish I wasn't so shy on the phone, but I'd like to try.",
    "Without the dog I don't know what I'd do, she gets me out every morning.",
    (
        "The judge said he had shown no remorse for the killing. I keep reading it over and over. I need "
        "someone who understands."
    ),
    ("Please take me off your list. I have had all the help I need and I'm going to live with my sister in Devon."),
    "Sort out my affairs, my solicitor says! I've barely time to sort the washing. Mondays please.",
    "My mum lives in a care home and I visit her on Wednesdays, so any other day is good.",
    "He passed his forklift exam in prison, I'm dead proud.",
    "Please don't ring between three and four as I'm collecting the kids from school.",
    "I don't want my neighbours to know, so please don't leave a voicemail.",
    ("My son was attacked in 2019 at a different prison but he's in a good place now and doing his joinery."),
    "Bipolar runs in our family and I take lithium, it's well under control. I'd like the Thursday group.",
    "You're lifesavers, honestly, that last call got me through the week.",
    "The sentence felt like a death. My whole life's changed.",
    "My nerves are shot with all the waiting. The trial is listed for May.",
    "I have given up smoking and it's making me snappy, ha ha.",
    "My daughter is 14 and my son's 17 so I can talk once they're out at football.",
    "He used to drink and we had some terrible rows but that's years ago and he's been sober since.",
    (
        "Kind regards, Joan Hale, Family Support. Please remember: if you are in crisis call Samaritans on "
        "116 123. This email may be confidential."
    ),
    "I'm a bit scared of what people will say when it's in the paper.",
    "Does he have to tell probation if he comes to stay with me? He's due out on licence in August.",
    "My husband's licence says he has to live with us and I'm glad of it, the boys need him.",
    "Hoffwn i gael sgwrs unwaith yr wythnos. Dw i'n unig ers i fy mab fynd i'r carchar.",
    "Dw i wedi blino'n lân efo'r teithio i Berwyn bob pythefnos. Oes grŵp ar nos Fawrth?",
    "Mae o'n dod adre ym mis Mai a dan ni'n edrych ymlaen yn ofnadwy.",
    "I hate Sundays. I used to love them. If the call could be on a Sunday I'd be grateful.",
    "I had my purse pinched at the station on the way to the visit so I couldn't ring you back.",
    "Not sure I can do Thursday any more. Could we change to Friday?",
    (
        "He's on remand for something he says he didn't do, they're saying threats to kill. I believe him. "
        "I'd like somebody calm to talk to."
    ),
    ("Found him a flat for when he gets out, it's ready to go, and I've packed his bag. Just wanted to share that."),
    ("I'm just sick of it all, the letters, the forms, the phone calls. Would be good to have a moan to somebody."),
    "I was very low last winter and saw a counsellor. Things are better and I feel ready for the group.",
    "Someone told me you need to be over 18, I'm 54 so I think I pass!",
    "Please ring the landline, I keep dropping the mobile down the side of the settee.",
    "He says the officers have been decent and there's no bullying on his unit.",
    "I'm frightened of the phone ringing these days, it's always bad news about the appeal.",
    "Thank you for everything, the six months have been wonderful and I'm back at my art class.",
    "His uncle took him to football every week as a boy. I blame myself that it stopped.",
    ("I lost my temper with the receptionist at the visits hall and I'm mortified. Do they ban you for that?"),
    (
        "I can't cope with the visits booking line any more, forty minutes on hold and then cut off. Is there"
        " another way to book?"
    ),
    (
        "My husband was convicted of assaulting his ex wife before I met him. He's done a course and he's "
        "been nothing but gentle with me."
    ),
    "I'd kill for a proper cup of tea in that visitors' centre.",
    (
        "My daughter is struggling at school with people talking about her dad. Have you any leaflets for me "
        "about how to explain prison to children?"
    ),
    (
        "When he first went in I was in bits, I couldn't eat or leave the house. That was two years ago and "
        "I'm much better, I'd just like to meet others."
    ),
    ("It's the shame that gets me. I've stopped going to chapel. Could you ring me in the mornings please, after ten."),
    "Is the group on Zoom or Teams? My laptop died so I'd be on my phone.",
    (
        "I was a victim of domestic violence with my first husband many years ago, all behind me now. My "
        "present worry is my son in Forest Bank."
    ),
    (
        "He comes home on the 3rd after six years. I'm excited and nervous, what do other wives do about it? "
        "Does the group cover that?"
    ),
    ("I don't know what to do about the rent now he's not earning. Does anyone at the charity know about benefits?"),
    "The children have settled with my mum while I work. They write to their dad every week.",
    "I wish I'd known about you sooner. It's a comfort just to know there's somebody.",
    "What's the point of a phone number if nobody answers it? I have rung three times about the group.",
    "He's not been eating because of his teeth and the dentist list is 14 weeks. Who do I complain to?",
    "My ex husband died in 2015 and I brought the boys up on my own. The eldest is in Hindley.",
    (
        "I gave away his clothes to the charity shop and felt dreadful all week. He's got eight years, he "
        "won't fit in them anyway."
    ),
    "I am making a will and wonder if I could leave a gift to your charity. Who should I speak to?",
    (
        "My mother passed away peacefully last spring at 91. It was a blessing. Since then the house is so "
        "quiet and with Mark inside I'd welcome a call."
    ),
    "We had a lovely visit on Sunday. The little one fell asleep on his shoulder.",
    (
        "My partner doesn't really get why I'd talk to a stranger but he's happy to mind the kids while I'm "
        "on the phone."
    ),
    "I've a hearing aid so I miss the phone sometimes, let it ring.",
    "He admitted it all, he hurt that poor woman, and I still send him socks. Am I mad?",
    "I work nights at a hospice so I'm asleep till two. After that's fine.",
    "I'd be lost without these calls.",
    "It's killing me not being able to hug him. When do calls start?",
    "I'm going out of my mind with boredom on these long evenings.",
    "I turned 60 in March and he wasn't there. Silly but I sobbed.",
    "There was a fight on his wing and they were all banged up for two days, so no call. He was fine.",
    (
        "I'm a social worker in adult safeguarding. My own brother's been arrested and I need something for "
        "myself. Mobile below."
    ),
    (
        "I fell off the step ladder doing the curtains and my wrist is in plaster so typing is slow. Ring any"
        " time I'm going nowhere for six weeks."
    ),
    "I feel invisible. Everyone asks after him and nobody asks after me.",
    ("My friends have all dropped away. One crossed the road. I'd love to speak with someone who's been there."),
    ("Mae'n anodd iawn hebddo fo. Dw i'n crio bob nos ond mae'r teulu'n dda. Ar ôl chwech sydd orau i ffonio."),
    "Bu farw fy ngŵr ddeng mlynedd yn ôl, a rŵan mae fy mab yn Abertawe. Mae'r tŷ'n wag.",
    "Mae'r plant yn iawn, diolch, ond dw i angen rhywun i siarad efo fo gyda'r nos.",
    "Gwnes i gwrs diogelu plant llynedd a hoffwn wirfoddoli.",
    (
        "My arthritis is bad and I don't get out much, but my neighbour Sue does my shopping and she's a gem."
        " I keep the receipts for her and she won't take a penny."
    ),
    "We can't afford the petrol to visit. Is there any help with that?",
    "I can't do this week, sorry, I've a hospital appointment for my cataracts.",
    (
        "My brother is inside for breaching a restraining order. I'm caught between him and his ex and would "
        "like to talk."
    ),
    "The boys are 9 and 11, they play me up a bit, but they're good kids.",
    "I was numb at the funeral, my gran brought me up. He wasn't allowed to come to it.",
    "My partner works shifts, so his being in the room doesn't bother me, ring whenever.",
    "My eldest started Year 7 without her dad to see her off. It broke me. Anyway, lunchtimes are best.",
    (
        "I've been told to keep away from the jury, obviously, but I sit in the public gallery every day. The"
        " trial ends on Friday I think."
    ),
    ("I don't understand the letter from the court about the confiscation. They want the house. Who can explain it?"),
    ("I won't be able to live with myself if I miss his graduation from the course. Could the call be another day?"),
    "I've had enough calls now, thank you, and I'm happy to finish.",
    "Ring me on Fridays, my husband has the kids then and I get an hour's peace.",
    (
        "The police came at five in the morning and the kids were terrified, the youngest still won't sleep "
        "alone. That was last month. She has a nightlight now."
    ),
    (
        "My other half was sent down on Monday and I've got two under five. I could do with ten minutes' "
        "adult conversation! Nap time is best, about 1."
    ),
    "I got your number off a lady at the visitors' centre at Altcourse. She said you're all lovely.",
    ("Our Stephen got life. I'm his nan. I've not many to talk to of my own age and I'd love a ring of an evening."),
    ("My hair's falling out with stress, the doctor says it'll grow back. I'd try the Tuesday group please."),
    "We had a death in the family so I can't make this week's session. Uncle Bob, he was 94.",
    "He's on basic regime for having a phone and lost his telly. Silly boy. I'm cross with him.",
    ("I've been crying since the verdict. Eleven years. He'll miss everything, her first day at school, the lot."),
    "I am on the waiting list for counselling and my GP suggested you meanwhile. Afternoons suit.",
    "I don't think I could talk on camera. Is it alright to keep it off?",
    (
        "He killed a man with his car. He'd not been drinking, he just looked away. I don't know how we go on"
        " from here as a family but we will."
    ),
    (
        "Someone has put a note through my door calling my son names. People can be cruel. It would help to "
        "talk to someone who gets it."
    ),
    "I've moved to Telford to be nearer the prison. I don't know a soul. New number is 07700 900412.",
    "I need someone to tell me how to send money in. The website just goes round in circles.",
    (
        "My son came off his medication in reception and it took them two weeks to put him back on it. He's "
        "settled again now."
    ),
    "The dog barks when the phone goes, just so your volunteer isn't alarmed.",
    ("I'm dreading the first visit. Do they search you? Will he cry? I'd like to talk to somebody who's done it."),
    "I keep busy with the allotment but evenings drag. A chat would break it up.",
    "She's due out in three weeks and I want her room nice. What do they need when they come home?",
    "My husband was attacked in the press. They printed our road. We've had to come off Facebook.",
    "I used to be the life of the party and now I hide in the frozen aisle when I see people I know.",
    "I work at Marks so I finish at six, half past to be safe.",
    "Both my lads are in now. I've failed as a mother, that's how it feels. Anyone else been there?",
    "What happens if I'm ill on the day of the call, do I lose my place?",
    ("I am a nurse on a mental health ward and I know all the theory, doesn't help when it's your own brother."),
    "He took the blame for his mate. I'm angry, I'm so angry, but I'll get over it.",
    "Please can you send the leaflet in large print, my eyes aren't so good.",
    (
        "My daughter is having nightmares about her dad's arrest and the school have been brilliant, she sees"
        " the counsellor there on Wednesdays."
    ),
    "He was in a dark place when he went in but he's found God and he sings in the chapel.",
    "I've had three Zooms now and I'd miss it dreadfully if it stopped.",
    "I can't face Christmas dinner with an empty chair. What do other people do?",
    "Dydw i ddim yn dda iawn ar y ffôn ond mi dria i. Bore Llun sydd orau.",
    "Mae'r ymweliadau'n anodd ac mae'r daith yn bell. Hoffwn i siarad efo rhywun sydd wedi bod trwyddo.",
    "Diolch am yr alwad ddoe. Roedd hi'n help mawr. Wythnos nesaf yr un amser?",
    "I'm a Quaker prison visitor and I'd like some of your cards to hand out.",
    (
        "He has to do a domestic abuse course before parole. He's moaning about it but I think it'll do him "
        "good. This was with his ex, years before me."
    ),
    (
        "The officer shouted at my mum in front of everyone because she'd brought the wrong ID. She's 77. "
        "We're making a complaint."
    ),
    ("I look after my grandchildren full time now. I'm 61 and worn out but they're my world. After eight for calls."),
    "I left my husband when he was convicted and I feel guilty. Is the group for exes as well?",
    "Money's tight, I've been to the food bank twice and they were so kind.",
    "I've lost my phone so please use my mum's landline till Friday.",
    "I've no idea how to write this. My brother was arrested on Friday and we can't find out where he is.",
    "Three of us would like to come to the group: me, my mum and my aunt. Is that allowed?",
    (
        "He's 19 and he's on a wing with men twice his age. He rang and said the food's ok and he's got a job"
        " in the laundry."
    ),
    "I miss him so much it's like a physical pain. Thirty one years married.",
    "I've a bad chest at the minute so bear with my coughing if you ring.",
    (
        "My daughter-in-law and I have fallen out over the visits and I don't see the little ones now. It "
        "breaks my heart."
    ),
    (
        "He did it for drugs. We remortgaged to pay off his dealer years ago. I've nothing left to give him "
        "but I'd still like to write."
    ),
    "My husband was a prison officer and now our son is a prisoner. You couldn't make it up.",
    "I don't want sympathy, I want a laugh. Have you got anyone funny?",
    "Please cancel Friday, I've got the grandkids and they're staying till Sunday.",
    "I've been on your website for an hour and I'm none the wiser, is there a form?",
    "The news van was outside our house for two days. I had to climb over the back fence to get milk.",
    "She's in the mother and baby unit with my grandson. I'm allowed to take him out once a fortnight.",
    "I have PTSD from the army and don't do well with unexpected calls, so please stick to the time.",
    ("My son hit another lad at a party, one punch, and the boy died. Two families ruined. I pray for them both."),
    "I'm a bit deaf in the left ear and the cat walks on the phone.",
    "I lost my own mum at nine and I'm determined my girls won't lose their dad, so we go every week.",
    "My nerves were so bad the GP gave me something to help me sleep and it's working.",
    "Some days I want to tell the world, other days I want nobody to know.",
    "I thought I'd cope better than this. I burst into tears in Tesco when they'd run out of his cereal.",
    "He is on hunger for a Greggs, he says. Ha. Eighteen months left.",
    "The house is up for sale as I can't manage the mortgage. I'll send you the new address.",
    "Can I bring a friend on the Zoom for support the first time?",
    "My ex and his new partner have the kids for the summer so I've got time on my hands.",
    "The lady I spoke to last year, Jean I think, was an angel. Is she still there?",
    "He got recalled for missing an appointment. One appointment! His bus was late.",
    "I work in a pharmacy so I can't answer before six.",
    "I'm sixty next birthday and I've never been on a computer meeting in my life.",
    "My dad was in the papers for fraud and I've had to change my surname at work.",
    "They've moved him to the Isle of Wight. That's two trains and a boat.",
    "I don't blame the police, they were doing their job, but the door's still boarded up.",
    ("I can't tell my parents, it would finish my dad off with the shame of it. So I'm carrying it by myself."),
    (
        "His best friend was killed in the crash and he's serving four years for driving. He can't forgive "
        "himself. He's having counselling from the chaplain."
    ),
    "The judge called him dangerous. He's my baby. How do you put those together?",
    "My sleep's all over the place because of the night feeds, so mornings are hopeless.",
    "My neighbour has been marvellous, she takes the bins out and has a key in case I fall.",
    "He's asked me to marry him in prison. My sister thinks I've lost the plot.",
    "I was one of your families ten years ago and now I'd like to give something back.",
    "We're doing a sponsored walk along the canal for your charity in May, can you send posters?",
    "Mi ges i alwad hyfryd wythnos diwethaf. Diolch o galon.",
    "Dw i'n poeni am y dyfodol ac am arian, fel pawb. Sgwrs fach fyddai'n dda.",
    "Mae fy merch yn New Hall a dw i'n magu ei phlant. Ar ôl naw y nos os gwelwch yn dda.",
    "Please could I be put down for calls on a Wednesday? My daughter's in Peterborough.",
    "I've been feeling low since he was sentenced but talking helps, so I'd like to try the group.",
    "I'm not sleeping well and I'm worried about money, but my sister's been a rock.",
    "My husband's in for GBH. We've been together since school and he's never raised his voice to me.",
    "The prison lost his property and nobody will take responsibility. Where do I complain?",
    "I'm on my own now and the evenings are the worst. Just to hear a voice would be nice.",
    "My mum died in March and I'm still grieving, then this. I could do with a listening ear.",
    "I have to be careful with my heart so I can't do stairs, but the phone is no bother.",
    "The kids are at their dad's every other weekend so that's when I get lonely.",
    "He's been bullied a bit but the officers sorted it and he's on a better wing now.",
    "I feel so guilty. I should have seen the signs with the gambling.",
    "It's been a nightmare getting through on the phone, honestly I nearly threw it at the wall.",
    "My son has autism and finds the noise hard in there. Is there anyone who knows about that?",
    "We're told he could get anything up to life. I'm sick with worry about Thursday.",
    (
        "Does the volunteer know not to mention it if my daughter answers? She's seven and we've told her "
        "daddy's working away."
    ),
    "I used to work in a refuge so I know how these lines run. I'd like to volunteer on Mondays.",
    "I haven't told my family and I don't intend to. Discretion please.",
    "My partner's home on tag and we're getting used to each other again, so I won't need the calls now.",
    "I have good days and bad days. Today's a good one.",
    "He'll be out for Christmas! The children are beside themselves.",
    "Mae hi wedi bod yn flwyddyn anodd ond dw i'n dod trwyddi. Diolch am y cymorth.",
    "Fyddai modd newid yr alwad i ddydd Iau? Dw i'n gweithio dydd Mercher.",
    "My wife got three years and I'm at home with our son, who's autistic. Would love a chat after nine.",
    "I get jealous of couples in the street, silly at my age. Thursday mornings please.",
    "My son shares a cell with a lad who cries at night. He says it's hard to hear.",
    "I've been told to expect a sentence in the region of ten years. I'm in shock.",
    "I'm a carer for my husband who's got Parkinson's so please ring in the afternoon when he naps.",
    "The neighbours have been kind but I'm embarrassed to look them in the face.",
    "We don't speak about it at home. The children know daddy did something wrong and is saying sorry.",
    "He's doing well, he's on the drug free wing and he's put on weight.",
    "I'm fed up with being passed from pillar to post by the prison.",
    "The support group at the visitors centre closed and I feel cut off.",
    "Have you got anything for dads? My girl's in Styal and I'm no good at talking.",
    "I worry about him on his own at Christmas.",
    "I broke my hip in the autumn and I'm only now getting about again.",
    "I was angry with him at first but I've forgiven him and we write every week.",
    "Sorry I missed the call, my phone was on silent in my bag.",
]

VOLUNTEER_ORDINARY = [
    ("Call 6, forty minutes. She had a cry about the sentence but she's got plans for the weekend with her sister."),
    "She asked me how long the calls go on for. I told her six months with a review.",
    "No answer at six, tried again at seven, no answer. I'll try tomorrow.",
    "He was in good form. His granddaughter was shouting in the background, it was bath time!",
    "I asked about self-harm as it's on the sheet and she said no, never.",
    "Wedi siarad am hanner awr. Roedd hi mewn hwyliau da. Dim pryderon.",
    "Can you send me the money for last month's phone bill claim? Form attached.",
    (
        "She said thank you for everything and that the calls have helped her get through it, we finish next "
        "week as planned."
    ),
    "I'm a bit worried I've missed the training deadline, is it still open?",
    "He asked if I'd ever been inside myself. I said I couldn't say and we moved on. All fine.",
    "Spoke Monday. He's tired and fed up with the trains. Next Monday 7pm.",
    "She gave me her new number, I've put it on the form and rubbed the old one out.",
    ("We talked about her son's release in June. She's a little anxious about it but looking forward to it."),
    "Nothing of concern. She's eating better and back at work.",
    "She told me she'd been low years ago when her mum died but she's a different person now.",
    "I've changed my mobile, please update my record: 07700 900321.",
    "She was poorly with flu so we kept it short.",
    "I'll be away from the 4th. I'm worried about leaving her without a call, could somebody cover?",
    "He said he'd like to volunteer himself one day. Lovely call, 50 min.",
    "We didn't talk about anything heavy, mostly the garden.",
    "All good. 50 minutes. We put the world to rights. Next: Weds 6pm.",
    "She couldn't talk as her sister was there so we've rearranged for tomorrow.",
    "He got emotional talking about his little girl but ended the call laughing.",
    "She asked for the number of the benefits helpline and I passed it on.",
    "I've had covid so please stand me down for a fortnight.",
    "She says she's sleeping a bit better and has been for a walk.",
    "He asked me to say thank you to the office for the birthday card.",
    "She's worried about the parole hearing, which is natural. We talked about what helps.",
    "I couldn't hide my number on the new handset, can someone show me how before Monday?",
    "Roedd hi'n brysur efo'r plant felly sgwrs fer. Popeth yn iawn.",
    "She's decorating the back bedroom for his release. Very cheerful. 45 minutes.",
    "Had trouble with my line, kept cutting out, so we finished after fifteen minutes.",
    "He wanted advice on a solicitor so I pointed him to the law centre.",
    "She was down about the anniversary of her mum's death but glad of the chat.",
    "We've agreed Sundays at 4 from now on.",
    "Her grandson is six now and she's teaching him to bake.",
    "He asked whether volunteers get paid! I said no, only in biscuits.",
    "I've got a new puppy so excuse the barking on my calls.",
    "Spoke for 35 minutes. She's tired but coping. Same time next week.",
    "He was cross about the prison food and the post. Nothing else to report.",
    "She's had some bad news about her sister's health so was a bit tearful.",
    "I'm on holiday from the 12th to the 26th.",
    "We had a nice chat about her childhood in Barry.",
    "No worries at all this week, she has a new job.",
    "He didn't want to talk long as the football was on.",
    "She mentioned her ex was violent years ago but that's all behind her and she's safe and well.",
    "We spoke for 40 min. She's feeling more positive and has joined a choir.",
    "No reply again so I'll try at the weekend.",
    "He told me about his late wife and we both had a little cry.",
    "She's had her hours changed so we're moving to Tuesdays.",
    "Please could I have another call sheet? I've run out.",
]
