# What is wrong with how a question is written. Said to its author; $place is one of the phrases at the end.

lint-no-key = { $place }: no answer is marked as right. Mark the right one.
lint-two-keys = { $place }: more than one answer is marked as right. Mark one, or make it a multiple-choice question.
lint-no-distractor = { $place }: every option is right, so there is nothing to choose. Add a wrong one.
lint-too-few-options = { $place }: one option is no choice. Add at least one more, better two or three.
lint-empty-option = { $place }: it says nothing. Write it or take it out.
lint-duplicate-options = { $place }: it says the same as another one: “{ $words }”. Change or remove one of them.
lint-no-explanation = { $place }: it is missing or only says right or wrong. Say in a sentence why. Learners learn from this, not from the verdict.
lint-wrong-key-named = { $place }: “{ $words }” contradicts what is marked as right. Correct the explanation or the mark.
lint-answer-in-stem = { $place }: it already holds the answer, “{ $words }”. Put the question differently.
lint-answer-in-hint = { $place }: it says the answer, “{ $words }”. A hint leads there without saying it.
lint-letter-named = { $place }: “{ $words }” names an option by its letter, but options are shuffled. Say what the option says.
lint-all-of-the-above = { $place }: “{ $words }” can be chosen without knowing every option. Write an option of its own, or ask a multiple-choice question.
lint-longest-key = { $place }: the right answer stands out as the longest, “{ $words }”. Shorten it, or make the others as exact.
lint-negative-stem = { $place }: “{ $words }” asks for what is not so, which is easily misread. Ask for what is so, or put the word in **bold**.
lint-word-in-stem = { $place }: it repeats words of the question that no other option has: { $words }. Use other words, or use them in a wrong option too.
lint-grammar = { $place }: grammar or form tells it from the others: “{ $words }”. Give all options the same form, and let each fit the question.
lint-absolute-words = { $place }: words such as “{ $words }” stand in the wrong options alone and give them away. Take them out.
lint-mixed-script = { $place }: “{ $words }” is in another script or has another script's punctuation. Write it in the question's language, or as `code`.
lint-machine-translation = { $place }: “{ $words }” looks left over from a machine translation. Write it anew as you would say it.
lint-no-misconception = { $place }: no misconception stands behind it, “{ $words }”. Who would choose it, and what do they believe?
lint-no-hint = { $place }: there is no hint. Add one that leads to the answer without saying it.

lint-place = { $part } { $number }
lint-part-item = Question
lint-part-stem = Question text
lint-part-option = Option
lint-part-explanation = Explanation
lint-part-hint = Hint
