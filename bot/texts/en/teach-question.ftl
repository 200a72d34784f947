# /teach question: a server’s own questions, and which ones of the course it asks

teach-question-form = A question
teach-question-field-stem = The question
teach-question-field-answers = The answers, one on a line
teach-question-field-hints = Hints, one on a line
teach-question-field-section = Section it belongs to
teach-question-field-level = How hard it is
teach-question-field-yaml = The question as YAML
teach-question-help-answers = * right | why it is right – wrong: - text | why not – a word to type: = word, and # why
teach-question-state-draft = Draft – learners are not asked it
teach-question-state-published = Published – learners are asked it
teach-question-state-retired = Retired – only quizzes that have it already keep it
teach-question-choice-draft = Draft: { $question }
teach-question-choice-published = { $question }
teach-question-choice-retired = Taken out: { $question }
teach-question-choice-course-published = Course: { $question }
teach-question-choice-course-retired = Taken out: { $question }
teach-question-button-approve = Approve
teach-question-button-again = Ask it again
teach-question-button-edit = Edit
teach-question-button-reject = Reject
teach-question-button-retire = Retire
teach-question-button-skip = Next draft
teach-question-button-review = Look at the drafts
teach-question-now-published = ✅ Published: learners may be asked it from now on.
teach-question-now-retired = 🗑️ Taken out.
teach-question-no-drafts = No drafts are waiting. `/teach question new` writes one, `/teach question generate` makes some from a lesson.
teach-question-drafts-left = { $count ->
    [one] { $count } draft waits.
   *[other] { $count } drafts wait.
 }
teach-question-no-question = This is no question yet, so nothing was stored. Your words are in the file; open the form again and paste them.
teach-question-changed-meanwhile = Somebody else changed this question while your form was open, so nothing was stored. Your words are in the file; open the form again to see the newest version.
teach-question-not-yaml = I cannot read this as YAML of one question, so nothing was stored. Your words are in the file.
teach-question-none = There is no such question here. Choose one from the list that appears when you type.
teach-question-unknown-format = I cannot tell what kind of file this is. Say it with `format`: gift, moodle, json, csv or yaml.
teach-question-nothing = This server has no questions of its own yet. `/teach question new` writes one.
teach-question-not-taken = { $count ->
    [one] Nothing was taken in: one thing is wrong in the file.
   *[other] Nothing was taken in: { $count } things are wrong in the file.
 }
teach-question-line = - Line { $line }: { $what }
teach-question-taken = { $count ->
    [one] { $count } question taken in and published.
   *[other] { $count } questions taken in and published.
 }
teach-question-taken-flawed = { $count ->
    [one] { $count } more waits as a draft, since something grave is wrong with it. `/teach question review` shows it.
   *[other] { $count } more wait as drafts, since something grave is wrong with them. `/teach question review` shows them.
 }
teach-question-exported = { $count ->
    [one] { $count } question of this server.
   *[other] { $count } questions of this server.
 }
teach-question-deck = Generative AI: questions of this server
teach-question-drafted = { $count ->
    [0] No draft held: all { $dropped } were flawed, doubtful or nearly there already. Try again, or write one with `/teach question new`.
    [one] { $count } draft is ready ({ $dropped } dropped as flawed, doubtful or nearly there already). Nobody is asked it before you approve it.
   *[other] { $count } drafts are ready ({ $dropped } dropped as flawed, doubtful or nearly there already). Nobody is asked them before you approve them.
 }
teach-question-drafted-plainly = { $count ->
    [0] No model can be reached, and all that the lesson's sentences give is asked or drafted already. `/teach question review` shows the drafts; write another question with `/teach question new`.
    [one] No model can be reached, so { $count } draft was made from the lesson's own sentences ({ $dropped } dropped). It asks for a word only; make it better before you approve it.
   *[other] No model can be reached, so { $count } drafts were made from the lesson's own sentences ({ $dropped } dropped). They ask for words only; make them better before you approve them.
 }
teach-question-drafted-no-reply = The model wrote nothing that is a question. Try again, or write one with `/teach question new`.
teach-question-drafted-no-text = No model can be reached, and this lesson has no whole sentence from which a word can be left out: only headings, code, tables or very short lines. Add some sentences with `/teach lesson edit`, the terms in bold, or write a question with `/teach question new`.
teach-question-retired = Taken out: { $question } Nobody here is asked it any more; quizzes that have it already keep it. `/teach question retire` also brings it back.
teach-question-too-few = Too few answers to say anything: a question is shown once { $least } people here have answered it.
teach-question-figures = { $count ->
    [one] **{ $count } question**, by first answers of people here. *Tells apart*: from −1 to 1, how much better those do on it who know the rest.
   *[other] **{ $count } questions**, by first answers of people here. *Tells apart*: from −1 to 1, how much better those do on it who know the rest.
 }
teach-question-figure = - { $question } – { $answers } answers, { $right } % right, tells apart { $tells }
teach-question-suspect-too-hard = 🔎 Hardly anybody knows it: is the key right, and is it taught before?
teach-question-suspect-too-easy = 🔎 Nearly everybody knows it: does something give the answer away?
teach-question-suspect-tells-nothing = 🔎 Those who know the rest do no better on it: is it ambiguous?
teach-question-suspect-wrong-key = 🔎 A wrong option is chosen more often than the right one: check the key.
teach-question-suspect-dead-option = 🔎 Nobody chooses one of the wrong options: give it a real misconception.
