# Quizzes: /quiz, and *Quiz me*

## Taking one

quiz-title = Question { $number } of { $all }
quiz-card-title = A question for you
quiz-footer = { $bar } · { $mode }
quiz-mode-practice = Practice
quiz-mode-exam = Exam
quiz-mode-adaptive = Adaptive
quiz-mode-card = One question
quiz-mode-review = Review, without hints
quiz-what-is-kept = I keep your answers so that you can go on later. `/privacy about` says more, and `/privacy delete` removes them.
quiz-shorter = { $count ->
    [one] There is { $count } question on this so far, so the quiz has just that one.
   *[other] There are { $count } questions on this so far, so the quiz has that many.
 }

quiz-ask-single = Choose one.
quiz-ask-multiple = Several may be right. Choose all of them.
quiz-ask-true-false = Is this true?
quiz-ask-ordering = Which comes first, which comes next? Press *Answer* to put them in order.
quiz-ask-matching = What belongs to what? Press *Answer* to match them.
quiz-ask-numeric = Press *Answer* and type a number.
quiz-ask-short = Press *Answer* and type a word or a short phrase.
quiz-ask-own-words = Press *Answer* and write two or three sentences of your own.
quiz-choose-all = Choose all that are right
quiz-hint = 💡 **Hint { $number }:** { $hint }

quiz-button-option = { $letter }
quiz-button-true = True
quiz-button-false = False
quiz-button-answer = Answer
quiz-button-unsure = I'm not sure
quiz-button-hint = Hint
quiz-button-next = Next question
quiz-button-read = Read the section
quiz-sure-guess = Just guessing
quiz-sure-fairly = Fairly sure
quiz-sure-sure = Certain

quiz-form-title = Your answer
quiz-field-number = A number
quiz-field-short = A word or a short phrase
quiz-field-own-words = In your own words
quiz-field-place-1 = First
quiz-field-place-2 = Second
quiz-field-place-3 = Third
quiz-field-place-4 = Fourth
quiz-field-place-5 = Fifth
quiz-field-pair-1 = Belongs to 1
quiz-field-pair-2 = Belongs to 2
quiz-field-pair-3 = Belongs to 3
quiz-field-pair-4 = Belongs to 4
quiz-field-pair-5 = Belongs to 5

## After an answer

quiz-right = ✅ **Right.**
quiz-right-with-hints = { $count ->
    [one] ✅ **Right**, with one hint.
   *[other] ✅ **Right**, with { $count } hints.
 }
quiz-partly = 🟠 **Partly right.**
quiz-wrong = ❌ **Not quite.**
quiz-unsure = 💡 **Good to know that you are not sure.** Here is the answer.
quiz-chosen = **You chose { $option }**
    { $why }
quiz-key-option = **The answer is { $option }**
    { $why }
quiz-key = **The answer is { $answer }**
quiz-key-order = **The right order**
quiz-key-pairs = **What belongs together**
quiz-line-hit = ✅ **{ $option }** – chosen, and right. { $why }
quiz-line-missed = ⚠️ **{ $option }** – right as well. { $why }
quiz-line-slip = ❌ **{ $option }** – chosen, and not right. { $why }
quiz-line-left = ▫️ { $option } – not right. { $why }
quiz-typed = You wrote: { $answer }
quiz-points = **What a good answer says** (found by key words; { $needed } needed)
quiz-example = **For comparison:** { $example }
quiz-misconception = 🧭 What many people believe here: { $sentence }
quiz-reread = To read it again: *{ $lesson } · { $section }*

## The result

quiz-result-title = { $right } of { $all } right
quiz-result-unaided = { $count ->
    [one] { $count } of them without a hint.
   *[other] { $count } of them without a hint.
 }
quiz-result-stopped = You stopped after { $answered } of { $all } questions. You can go on whenever you like.
quiz-result-all-right = Everything right. 🎉
quiz-result-reread = **Worth reading again**
quiz-result-section = - { $lesson } · { $section }
quiz-calibration = **How well you know what you know**
quiz-calibration-sure = - Certain: { $right } of { $given } right
quiz-calibration-fairly = - Fairly sure: { $right } of { $given } right
quiz-calibration-guess = - Just guessing: { $right } of { $given } right
quiz-button-mistakes = Practise my mistakes
quiz-button-compare = Compare with the lesson
quiz-button-look = Look at my answers
quiz-button-back = ◀ Back
quiz-button-forth = Next ▶
quiz-button-result = Result
quiz-button-resume = Go on
quiz-button-reread = Read the first one

## The history

quiz-history = **Your last quizzes**
quiz-history-empty = You have not taken a quiz here yet. `/quiz start` begins one.
quiz-history-finished = - { $when } · { $lessons } · { $mode }: **{ $right } of { $all }** right
quiz-history-open = - { $when } · { $lessons } · { $mode }: open, { $answered } of { $all } answered, { $right } right
quiz-history-stopped = - { $when } · { $lessons } · { $mode }: stopped after { $answered } of { $all }, { $right } right

## What can go wrong

quiz-no-questions = There are no questions on this yet. Try another lesson, or read on with `/lesson next`.
quiz-unknown-lesson = There is no such lesson here. Choose one from the list that appears when you type.
quiz-none-on-this = There is no question on this yet. `/lesson read` shows the sections in full.
quiz-none-open = You have no unfinished quiz here. `/quiz start` begins one.
quiz-not-yours = This quiz belongs to somebody else. `/quiz start` begins one of your own.
quiz-gone = This quiz no longer exists. `/quiz start` begins a new one.
quiz-not-a-number = I could not find a number in your answer. Press *Answer* again and type digits, such as 4096 or 0.7. Nothing was counted.
quiz-empty-answer = Your answer was empty. Press *Answer* again; nothing was counted.
quiz-same-place-twice = You put the same step on two places. Press *Answer* again; nothing was counted.
quiz-answer-declined =
    { $said }

    Nothing of what you wrote was kept or counted. The question waits for you.
