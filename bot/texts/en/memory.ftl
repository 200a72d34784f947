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
memory-forget-lesson-missing = Which lesson should I forget? Choose it under `lesson`, or tell me to forget `last`, `conversation` or `all`.
memory-forget-ask = This removes { $count ->
    [one] one question and its answer
   *[other] all { $count } questions and answers
} that I remember of you here, for good. Your language, level and lesson progress stay.
memory-forget-yes = Forget all of it
memory-forget-no = Keep it
memory-kept = Nothing was removed.
