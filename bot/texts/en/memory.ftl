# /memory: what is remembered, and forgetting

memory-nothing = I remember nothing about you here. When you ask me something, our questions and answers are kept for { $days } days.
memory-title = **What I remember of you here**
memory-profile = **You:** I explain in { $language }, { $level ->
    [eli5] from zero, with everyday comparisons
    [practitioner] for somebody who builds software
   *[beginner] with every term explained
}.
memory-goal = **Your goal:** “{ $goal }”
memory-turns = **Our conversation:** { $count ->
    [0] nothing yet.
    [one] one question and its answer.
   *[other] { $count } questions and their answers. The latest:
}
memory-turn = - { $when }: { $question }
memory-turn-hidden = - { $when }: *a question that I declined and did not keep*
memory-reading = **Your reading:** { $count ->
    [0] no section finished yet
    [one] one section finished
   *[other] { $count } sections finished
}; you were last in *{ $lesson }*.
memory-known = **In quizzes you knew:** { $concepts }.
memory-missed = **In quizzes you missed:** { $concepts }.
memory-where = All this is for this server only; direct messages and other servers are kept apart. Nobody else sees it.
memory-where-dm = All this is for direct messages only; what you say in a server is kept apart. Nobody else sees it.
memory-how = `/memory forget` removes it, `/privacy export` gives you everything as a file.
memory-language-en = English
memory-language-zh-CN = Simplified Chinese
memory-language-zh-TW = Traditional Chinese
memory-forgot = { $count ->
    [0] There was nothing to forget.
    [one] Forgotten: one question and its answer. They are gone for good.
   *[other] Forgotten: { $count } questions and their answers. They are gone for good.
}
memory-forget-lesson-missing = Which lesson should I forget? Choose it under `lesson`, or choose something else under `what`.
memory-forget-ask = This removes { $count ->
    [one] one question and its answer
   *[other] all { $count } questions and answers
} that I remember of you here, for good. Your language, level, lesson progress and quiz results stay.
memory-forget-yes = Forget all of it
memory-forget-no = Keep it
memory-kept = Nothing was removed.

memory-noted = Noted: “{ $what }”. You can see, change or remove it any time.
memory-noted-shared = Noted, for you alone.
memory-note-what = What shall I remember? Say it in the same sentence, for example: *Remember that my exam is in May.*
memory-noted-paused = Your memory is paused, so I did not note this. Resume it first, then tell me again.
memory-unlearned = Forgotten for good: { $facts ->
    [one] one note
   *[other] { $facts } notes
}{ $turns ->
    [0] { "" }
    [one] { " " }and one question with its answer
   *[other] { " " }and { $turns } questions with their answers
}.
memory-shown-apart = I show that to you alone: press **What I remember**, or use `/memory show`. You can change or remove any of it there.
memory-unlearned-nothing = I had nothing noted about that. What I remember of you, and how to remove it, is one press away.
memory-unlearn-all = I can forget everything I remember of you here. So that nothing goes by mistake, use `/memory forget` and choose *Everything*: I ask once more, and then it is gone for good. `/privacy delete` removes your progress and results as well.
memory-facts = **What you told me about yourself:**
memory-fact = - { $text } *({ $when })*
memory-fact-proposed = - { $text } *({ $when }; found by a model, unused until you keep it)*
memory-summary = **Our talks in short** (by a model): { $summary }
memory-paused-now = ⏸️ **Paused:** I keep nothing new until you resume.
memory-choose-fact = Change or remove one of these…
memory-fact-title = **{ $kind }:** “{ $text }”
memory-fact-kind-role = What you do
memory-fact-kind-goal = What you want to reach
memory-fact-kind-tool = What you work with
memory-fact-kind-known = What you know
memory-fact-kind-hard = What you find hard
memory-fact-kind-liking = How you like to learn
memory-fact-kind-note = What you asked me to remember
memory-fact-keep = Keep
memory-fact-change = Change
memory-fact-remove = Remove
memory-fact-form = What shall I remember?
memory-fact-field = In your own words
memory-fact-kept = Done. I remember: “{ $text }”.
memory-fact-removed = Removed. It is gone for good.
memory-fact-gone = I no longer have that; it was removed already.
memory-fact-unsafe = I would rather not keep that. Please leave out personal data such as numbers and addresses.
memory-pause-done = ⏸️ Paused. From now on I store nothing of what you ask here: no question, no answer, no note. What I remember from before stays until you forget it.
memory-resume-done = ▶️ From now on I remember our talks again.
memory-language-ask = In which language shall I talk to you here? Answers always follow the language of your question.
memory-language-choose = Language
memory-language-done = Done: from now on I talk to you in { $language } here.
