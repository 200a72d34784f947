# /help: what can be done here

help-title = **What you can do here**
help-ask = **Ask** – `/ask` answers from the lessons and says where it is written. The buttons below an answer make it simpler, go deeper or quiz you.
help-explain = **See how it works** – `/explain concept` is a card about one idea at your level; `/explain tokens`, `sampling`, `embeddings` and `retrieval` show in pictures what a model does.
help-model = **Know the models** – `/model find` looks through the catalogue, `/model compare` runs a prompt on two, `/model choose` leads to the right method.
help-lesson = **Read** – `/lesson next` takes you to the next sensible step, `/lesson list` shows all lessons and how far you are, `/lesson read` opens one.
help-quiz = **Test yourself** – `/quiz start` asks one question at a time and explains every answer; `/quiz resume` goes on where you stopped.
help-review = **Keep it** – `/review now` asks what is due again, `/review remind` writes to you once a day, `/review forecast` shows what is coming.
help-progress = **Where you stand** – `/progress show` tells what you have read and what you know; `/leaderboard show` is for who wants to compare.
help-memory = **Your memory** – `/memory show` tells you what I remember of you, `/memory forget` removes it.
help-privacy = **Your data** – `/privacy about` says what is kept and why, `/privacy export` gives it to you, `/privacy delete` erases it.
help-start = **You** – `/start` sets your language, level and goal.
help-teach = **Teaching** – `/teach lesson new` begins a lesson of this server’s own, `/teach lesson import` takes in files.
help-server = **For moderators** – `/server diagnose` says whether everything works here, and if not, what to do; `/server filters` and `/server queue` are for what may be said and what was reported.
help-more = `/help` with a `topic` says more about one of these.
help-ask-more = **/ask**
    - `question`: what you would like to know, in English or Chinese; the answer comes in the language of the question.
    - `lesson`: look in this lesson only.
    - `mode`: explain it, give hints one step at a time, or check your own explanation.
    - `share`: true shows the answer to the whole channel; otherwise only you see it.
    - `thread`: true opens a thread, where we can talk on.
    
    Every answer names the sections it rests on. When the course does not cover something, I say so instead of guessing. Without a language model I quote the lessons.
    
    You can also write to me without a command: mention me in a channel, or send me a direct message.
    Under *Apps* in the menu of any message: *Explain this* and *Quiz me on this*.
help-explain-more = **/explain**
    - `/explain concept`: one idea in three levels, with an example and what people get wrong; `compare_to` puts another beside it. Many cards lead to pictures, step by step.
    - `/explain tokens`: your text as the model reads it, with counts and price.
    - `/explain sampling`: what may come next, and what temperature and top-p do to it.
    - `/explain embeddings`: texts on a map of meaning, with a guessing game.
    - `/explain retrieval`: one question answered with passages of the lessons, without, and with a wrong one.

    Everything works without a language model too, and can be shown to the channel.
help-model-more = **/model**
    - `/model find`: the catalogue by task, licence, provider, name or price.
    - `/model card`: one model with kind, use, limits, price and what became of it; every fact has a source and a day.
    - `/model compare`: one prompt on two models that may be used here, with time, tokens and cost; or their cards side by side.
    - `/model choose`: five questions lead to prompting, retrieval, fine-tuning or training, with the reasons.
help-lesson-more = **/lesson**
    - `/lesson list`: all lessons, and how far you are in each.
    - `/lesson read`: one section a page; I remember your place. You can turn pages, jump to a section, or ask about what you are reading.
    - `/lesson next`: goes on where you stopped, or begins the next lesson you are ready for.
help-quiz-more = **/quiz**
    - `/quiz start`: a quiz on one lesson or on those you have begun. *Practice* has hints and explains each answer, *exam* explains at the end, *adaptive* fits what you know.
    - `/quiz resume`: goes on with your unfinished quiz, days later too.
    - `/quiz stop`: ends it and shows how it went.
    - `/quiz history`: your last quizzes.
    - `/quiz live`: a round for everybody in this channel, with teams if you like and a podium at the end.
    
    Only you see your questions and answers; of a live round the standings are public.
help-review-more = **/review**
    - `/review now`: the questions you are about to forget, from all lessons, without hints.
    - `/review remind`: a direct message at your time when something is due; `off` ends it.
    - `/review forecast`: what comes due in the next two weeks, and your streak. Two days may be missed.
help-progress-more = **/progress**
    - `/progress show`: lessons, what you know, how well you judge yourself, and what stays without help. Only you see it.
    - `/progress export`: your own cards as JSON, as a table or for Anki.

    `/leaderboard join` puts you on this server’s board under a name you choose; `/leaderboard leave` takes you off at once.
help-memory-more = **/memory**
    - `/memory show`: what I remember of you here, in words.
    - `/memory forget`: the last question, one lesson, this conversation, or all of it.
    
    What you say in one server is never used in another, and never shown to anybody else.
help-privacy-more = **/privacy**
    - `/privacy about`: what is kept, why, how long, and who sees it.
    - `/privacy export`: everything about you as one file.
    - `/privacy delete`: erases exactly that.
help-start-more = **/start**
    Choose your language, the level I explain at, and a goal. You can come back to it at any time.
help-teach-more = **/teach lesson**
    - `new`, `edit`: write a lesson in forms, a section at a time. Every change is a version.
    - `import`, `export`: lessons from files and back; `dry_run` shows first what would come.
    - `preview`: see it as learners would. `publish` shows it, now or at a time; `unpublish` hides it, built-in lessons too.
    - `history`, `rollback`, `delete`: what changed, and the way back. Deleted lessons can be brought back for 30 days.
    - `/teach question new`, `import`, `generate`: questions of this server’s own; `review` approves drafts, `stats` shows how questions do, `retire` takes one out (also one of the course) or brings it back.
    - `/teach coverage`: which concepts lessons, questions and challenges cover, and how to close the gaps.
    - `/teach plan`: a lesson plan for a topic, an audience and minutes, drawn from the lessons; you edit it and take it along.

    Learners see nothing of a draft.
help-server-more = **/server setup**
    Seven short pages: language, channels, lessons, model, limits, rules, how long things are kept.

    {""}**/server diagnose**
    Checks database, lessons, filters, model and my permissions in this channel: green, or the one thing to do.

    {""}**/server settings**
    Everything that can be set here, as a panel; with `key` and `value`, one setting. `/server channels`, `/server retention` are short ways to the most asked-for.

    {""}**/server pause**, **/server resume**
    Stops model calls at once and lets them go on. Lessons, quizzes and reviews go on meanwhile.

    {""}**/server audit**, **/server undo**
    Who changed what, also as a file; and the last change taken back, after you have seen it.

    {""}**/server filters**
    The content policy of this server; with `test`, what would happen to a text, and why.

    {""}**/server queue**
    Reported replies: take one, uphold, dismiss or correct it. You see the reply and what reporters wrote, never a conversation.

    {""}**/server export**, **/server import**
    Everything of this server’s own as one file, and such a file taken in: for a move to another server or another installation of me.

    {""}**/server quota**
    What may be spent on models here, what is used, and when it starts afresh.

    {""}**/server insights**
    How learning goes here: who is active, what is gained, what is hard, what it costs. No names, no groups of fewer than five.

help-ask-name = Asking
help-explain-name = Explanations
help-model-name = Models
help-lesson-name = Lessons
help-quiz-name = Quizzes
help-review-name = Reviews
help-progress-name = Progress
help-memory-name = Memory
help-privacy-name = Your data
help-start-name = Language, level and goal
help-teach-name = Teaching
help-server-name = For moderators

help-practice = **Practise prompts** – `/practice start` gives you a challenge and runs your prompt; `/practice check` looks at how a prompt is built.
help-practice-more = **/practice**
    - `/practice start`: a challenge. Write a prompt; it runs on cases that you see and cases that you do not, and code says what passes.
    - `/practice list`: all challenges, and which you have solved.
    - `/practice check`: takes a prompt apart without a model. *Check as prompt* in a message's menu (Apps) does the same.
    - `/practice history`: your attempts.
    - `/practice board`: the best of those who joined, under names of their choice.
help-practice-name = Practice
