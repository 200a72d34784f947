# /explain: concept cards, and things shown instead of told

explain-shared-notice = It stands in the channel now, just below.
explain-button-share = Show the channel
explain-level-eli5 = Like I’m twelve
explain-level-beginner = Beginner
explain-level-practitioner = I build with it

## Concept cards

explain-field-example = 🔎 An example
explain-field-misconception = ⚠️ Where people go wrong
explain-field-try = 💬 Try this
explain-field-compared = 🧭 What they are
explain-misconception = *“{ $claim }”*
    { $truth }
explain-try = *{ $question }*
explain-button-try = Ask this
explain-button-try-one = Try: { $concept }
explain-button-ask = Ask something else
explain-button-read = 📖 { $section }
explain-select-next = Go on to…
explain-select-nearest = Open a card…
explain-ask-title = Ask about this concept
explain-ask-field = What would you like to know about it?
explain-ask-about = About { $concept }:
explain-concept-nearest = There is no card called **{ $words }**, but the lessons speak of it. These passages and cards come nearest.
explain-concept-unknown = The course does not know **{ $words }**, so I would rather not guess. Try other words, or pick a concept from the list that opens while you type.
explain-compare-unknown = I have no card on “{ $words }” to put beside it. Start typing its name and pick one from the list.
