# What the filters say. One sentence of what happened, one of what to do next; a lesson, never a scolding.

safety-removed = I took { $what } out of your message before going on. Please don't share details like that here, not even your own.
safety-kind-email = an e-mail address
safety-kind-phone = a phone number
safety-kind-card = a card number
safety-kind-iban = a bank account number
safety-kind-resident-id = an identity number
safety-kind-ssn = a social security number
safety-kind-passport = a passport number
safety-kind-ip-address = an IP address
safety-kind-api-key = an API key
safety-kind-token = an access token
safety-kind-private-key = a private key
safety-kind-password = a password
safety-kind-and = { $first } and { $second }
safety-change-secret = If it was real, change it now: whatever was sent in a chat is no longer secret.

safety-as-data = That reads like instructions meant to change how I work. My prompts are public, so nothing needs unlocking: I read your text as an example and went on teaching.

safety-support = I'm glad you wrote this down, and I'm sorry it hurts this much. I'm only a program and can't be the help you deserve, but people can, and right now is a good time to reach one.
    • In danger right now? Call your local emergency number, or go to the nearest emergency department.
    • To talk to somebody, free and in confidence: findahelpline.com lists lines by country. In the US and Canada call or text 988; in the UK and Ireland call 116 123 (Samaritans).
    • Tell one person near you, today. "I'm not okay, can you stay with me?" is enough.
    • Is it about somebody close to you? Stay with them or keep writing to them, ask openly whether they think of ending their life (asking does not make it worse), and call one of these lines together.
    I've told nobody. Whenever you feel like it, we can go on learning together.

safety-contact-offer = This server has chosen people to turn to in moments like this. If you want, I let them know that you would be glad if somebody got in touch with you: your name, and nothing of what you wrote. Unless you press the button, nobody hears anything.
safety-contact-button = Let them know
safety-contact-told = They know now, and only that you would be glad to hear from somebody. They are people with days of their own, so it may take a while: if you are in danger, call your local emergency number and don't wait for them.
safety-contact-unreached = I'm not sure that I reached them just now. You can press the button again in a moment, but please don't wait for it.
safety-contact-gone = This server has nobody for that at the moment, so I have told no one. You don't have to be alone with this.
safety-contact-left = You're not on that server any more, so I couldn't ask its people for you, and I have told no one. You don't have to be alone with this.
safety-contact-places = People who are there for you right away: your local emergency number if you are in danger; findahelpline.com for a line in your country; 988 in the US and Canada, 116 123 (Samaritans) in the UK and Ireland. And one person near you, today.
safety-contact-not-private = That channel can't be used for this: it must be a text channel that @everyone cannot see and that I can write in. Change its permissions, or choose another one.
safety-contact-message = 🤝 { $person } is having a hard time and asked me to let you know: they would be glad if somebody got in touch. What they wrote stays with them, and I keep nothing of it.
    Please write to them today, privately and kindly: ask how they are, and listen. You needn't solve it; help them to reach somebody who can (findahelpline.com). If you think that they are in danger, call the emergency number of where they are.

safety-refuse-minors = I won't help with anything that sexualises children, in any form. If a child may be in danger, please tell the police or your country's child protection line now.
safety-refuse-sexual = I leave sexual content out, because people of every age learn here. I can show you how image and text filters recognise it, or help with another kind of story.
safety-refuse-hate = I won't write something that puts people down for who they are: text like that hurts real people, and models learn it from us. I can show you how bias gets into a model and how it is measured.
safety-refuse-harassment = I won't help to frighten, track or hurt a person. If somebody is doing that to you, I can help you put it into words for a person who can act. Or ask me how moderation models spot threats.
safety-refuse-violence = I won't explain how to hurt people or build weapons, because a good explanation works for anybody who reads it. I can explain why models are trained to refuse this, and how that is tested.
safety-refuse-illegal = I won't help with that: somebody would be harmed or cheated by it. If you want to protect yourself or others against it, ask me that way and I'll gladly help.
safety-refuse-cyber = I won't help to attack systems or accounts of others. I can help to defend them: ask how an attack is recognised, or practise prompt injection safely in the challenges here.
safety-wrong = Did I get you wrong? Say it in other words, or ask what you want to learn from it.

safety-withheld = I had an answer, but it did not pass my own checks, so I took it back. Ask it another way, or read what the lesson says about it.

# Why a text was stopped or changed, for whoever keeps the filters of a server, and under "Why?".
safety-why-nothing = Nothing was found: the message goes on as it is.
safety-why = I read this as { $category }. How sure: { $score } of 1, and here it counts from { $threshold } on. What noticed it: { $finder }. Read in { $language }. What was done: { $action }.
safety-why-also = Also noticed: { $category }, { $score } of 1, by { $finder }.
safety-found-by-rule = a written rule (`{ $rule }`)
safety-found-by-classifier = the small classifier, which learnt from examples
safety-found-by-provider = the model provider's moderation (`{ $rule }`)
safety-found-by-shape = the shape of { $kind }
safety-language-en = English
safety-language-zh = Chinese
safety-why-exercise = In an exercise, an attempt to override is part of the lesson: it is found and nothing is refused for it.
safety-category-self-harm = distress or self-harm
safety-category-minors = harm to minors
safety-category-sexual = sexual content
safety-category-hate = hate
safety-category-harassment = harassment or threats
safety-category-violence = violence or weapons
safety-category-illegal = something illegal
safety-category-cyber = an attack on systems or accounts
safety-category-override = an attempt to override the tutor
safety-category-personal-data = personal data
safety-category-secret = a secret, such as a key or a password
safety-category-sealed = something that must stay hidden, such as the key of an open question
safety-action-allow = let through
safety-action-redact = went on without the details
safety-action-support = answered with support
safety-action-as-data = went on as material, not as instructions
safety-action-refuse = refused
safety-action-withhold = answer withheld
