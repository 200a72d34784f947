# /lesson: the list, the reader and the next step

reading-unknown = I cannot find that lesson or section here. Start typing its name and pick one from the list, or see `/lesson list`.
reading-list-title = **The lessons**
reading-list-line-new = { $number }. **{ $lesson }** · about { $minutes } min
reading-list-line-started = { $number }. **{ $lesson }** · { $read } of { $all } sections read
reading-list-line-finished = { $number }. **{ $lesson }** · ✅ read
reading-list-choose = Open a lesson
reading-all-read = You have read every lesson. You can ask about any of them with `/ask`, or read one again with `/lesson read`.
reading-next-continue = You stopped here in *{ $lesson }*:
reading-next-begin = Next for you: *{ $lesson }*
reading-next-due = { $count ->
    [one] One question is due again. A minute now keeps it.
   *[other] { $count } questions are due again. A few minutes now keep them.
}
reading-contents = Jump to a section
reading-footer = { $bar }  Section { $section } of { $all } · about { $minutes } min
reading-button-back = ◀ Back
reading-button-onward = Next ▶
reading-button-finish = Finish ✔
reading-button-ask = Ask about this
reading-button-list = All lessons
reading-button-next-lesson = Next lesson ▶
reading-ask-title = Ask about this section
reading-ask-field = What would you like to know?
reading-finished = 🎉 You have finished *{ $lesson }*.

reading-end-unread = That was the last section of *{ $lesson }*. { $count ->
    [one] One section of it is still unread.
   *[other] { $count } sections of it are still unread.
}
reading-end-not-agreed = That was the last section of *{ $lesson }*. If you agree with `/start`, I remember how far you are.
reading-button-unread = Read the rest ▶

reading-search-found = What the lessons say on **{ $query }**:
reading-search-hardly = Nothing in the lessons is quite about **{ $query }**. The nearest passages:
reading-search-nothing = I found nothing in the lessons on **{ $query }**. Try fewer or other words, or look through all lessons.
reading-search-passage = **{ $lesson } · { $section }**
    { $text }
reading-search-open = Open a section
