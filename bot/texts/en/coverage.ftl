# /teach coverage: what lessons, questions and challenges cover

coverage-title = What is covered here
coverage-summary = { $concepts } concepts, { $lessons } lessons that learners here can read.
    📖 Taught: { $taught } · ❓ Asked about: { $asked } · 🛠️ Practised in a challenge: { $practised } · ✅ Answered by { $fewest } learners or more: { $answered }
coverage-table = Every concept with its figures is in `{ $file }`.
coverage-depth-untaught = taught in no lesson
coverage-depth-taught = taught, nothing asked
coverage-depth-asked = taught and asked
coverage-depth-answered = and answered by many
coverage-practised = dot: there is a challenge
coverage-nowhere = In no lesson
coverage-no-gaps = **No gaps.** Every concept is taught, asked about and answered.
coverage-and-more = { $names } and { $more } more
coverage-gap-lesson = **In no lesson ({ $count })** – { $names }. Write one with `/teach lesson new`, or take one in with `/teach lesson import`.
coverage-gap-hidden = **Only in lessons you have hidden ({ $count })** – { $names }. `/teach lesson publish` shows them again.
coverage-gap-question = **Nothing asked ({ $count })** – { $names }. Draft questions with `/teach question generate`.
coverage-gap-challenge = **No challenge to practise on ({ $count })** – { $names }. Write one with `/teach challenge new`.
coverage-gap-answers = **Answered by fewer than { $fewest } learners ({ $count })** – { $names }. Invite your learners to `/quiz start`.
coverage-gap-own = **Your lessons with sections nobody is asked about ({ $count })** – { $names }. Draft questions with `/teach question generate`.
coverage-column-concept = concept
coverage-column-lessons = lessons
coverage-column-sections = sections
coverage-column-questions = questions
coverage-column-challenges = challenges
coverage-column-learners = learners who answered
coverage-column-gaps = what is missing
coverage-at-least = at least { $count }
coverage-fewer = fewer than { $fewest }
coverage-missing-lesson = a lesson
coverage-missing-question = a question
coverage-missing-challenge = a challenge
coverage-missing-answers = answers
