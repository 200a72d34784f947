# /progress

progress-title = Your progress
progress-empty = There is nothing to show yet. `/lesson next` begins a lesson, `/quiz start` a quiz.
progress-lessons = 📚 { $finished } of { $lessons } lessons read to the end
progress-streak = { $days ->
    [0] 🔥 No streak at the moment
    [one] 🔥 { $days } day in a row ({ $freezes } free days left)
   *[other] 🔥 { $days } days in a row ({ $freezes } free days left)
 }
progress-cards = { $cards ->
    [one] 🗂️ { $cards } card, { $due } due
   *[other] 🗂️ { $cards } cards, { $due } due
 }
progress-picture-read = Read
progress-picture-known = Known
progress-picture-surely = Right, by how sure you were
progress-picture-beside = The same questions
progress-picture-assisted = With help at hand
progress-picture-unaided = Days later, without help
progress-lesson = **{ $lesson }** – { $read } of { $sections } sections read, known { $mastery } % ({ $asked } of { $concepts } concepts asked)
progress-lesson-read = **{ $lesson }** – { $read } of { $sections } sections read
progress-beside = **What stays without help** – of { $items ->
    [one] { $items } question asked again days later
   *[other] { $items } questions asked again days later
 }: with help { $assisted } right, without help { $unaided } right.
progress-beside-none = **What stays without help** – you see this once you have reviewed questions days after answering them: `/review now`.
progress-no-cards = You have no cards to take along yet. Every question you answer becomes one: `/quiz start`.
progress-deck = Generative AI: my cards
progress-exported-json = Your { $count ->
    [one] card
   *[other] { $count } cards
 } as JSON, with when each is due.
progress-exported-csv = Your { $count ->
    [one] card
   *[other] { $count } cards
 } as a table for any spreadsheet, with when each is due.
progress-exported-apkg = Your { $count ->
    [one] card
   *[other] { $count } cards
 } as a deck: open the file with Anki.
