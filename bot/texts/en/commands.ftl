### Names and descriptions of commands, options and choices, found by the command's place in the tree:
### commands-<command>-name, commands-<command>-description, commands-<command>-option-<option>-name,
### commands-<command>-option-<option>-description, commands-choice-<value>, commands-menu-<name>-name.
### A description has at most 100 characters; a name is lower case, without spaces, at most 32 characters.

commands-start-name = start
commands-start-description = Who the tutor is; your language, level and goal

commands-help-name = help
commands-help-description = What you can do here
commands-help-option-topic-name = topic
commands-help-option-topic-description = Say more about one of these

commands-ask-name = ask
commands-ask-description = Ask a question about generative AI; the answer cites the lessons
commands-ask-option-question-name = question
commands-ask-option-question-description = What would you like to know?
commands-ask-option-lesson-name = lesson
commands-ask-option-lesson-description = Look in this lesson only
commands-ask-option-share-name = share
commands-ask-option-share-description = Show the answer to the whole channel (otherwise only you see it)
commands-ask-option-thread-name = thread
commands-ask-option-thread-description = Open a thread for this conversation

commands-lesson-name = lesson
commands-lesson-description = Read the lessons

commands-lesson-list-name = list
commands-lesson-list-description = All lessons, and how far you are

commands-lesson-read-name = read
commands-lesson-read-description = Open a lesson where you left it
commands-lesson-read-option-lesson-name = lesson
commands-lesson-read-option-lesson-description = Which lesson?
commands-lesson-read-option-section-name = section
commands-lesson-read-option-section-description = Begin at this section

commands-lesson-next-name = next
commands-lesson-next-description = The next sensible step for you

commands-lesson-search-name = search
commands-lesson-search-description = Find passages in the lessons
commands-lesson-search-option-query-name = query
commands-lesson-search-option-query-description = What are you looking for? Words or a question

commands-memory-name = memory
commands-memory-description = What the tutor remembers of you

commands-memory-show-name = show
commands-memory-show-description = What I remember of you here, in words

commands-memory-forget-name = forget
commands-memory-forget-description = Remove what I remember of you here
commands-memory-forget-option-what-name = what
commands-memory-forget-option-what-description = What shall I forget?
commands-memory-forget-option-lesson-name = lesson
commands-memory-forget-option-lesson-description = Which lesson, when you forget a lesson

commands-privacy-name = privacy
commands-privacy-description = Your data in your hands

commands-privacy-about-name = about
commands-privacy-about-description = What is kept, why, how long, and who sees it

commands-privacy-export-name = export
commands-privacy-export-description = Everything about you as one file

commands-privacy-delete-name = delete
commands-privacy-delete-description = Erase everything about you

commands-server-name = server
commands-server-description = For moderators

commands-server-diagnose-name = diagnose
commands-server-diagnose-description = Check that everything works here, and say what to do if not

commands-server-setup-name = setup
commands-server-setup-description = A walk through everything there is to choose, in two minutes

commands-server-export-name = export
commands-server-export-description = Everything of this server’s own as one file

commands-server-import-name = import
commands-server-import-description = Take such a file in
commands-server-import-option-file-name = file
commands-server-import-option-file-description = The .zip file that the export gave

commands-server-filters-name = filters
commands-server-filters-description = The content policy of this server, and what it would do to a text
commands-server-filters-option-category-name = category
commands-server-filters-option-category-description = Which kind of content?
commands-server-filters-option-threshold-name = threshold
commands-server-filters-option-threshold-description = From which score on it counts, 0 to 1
commands-server-filters-option-action-name = action
commands-server-filters-option-action-description = What shall be done about it?
commands-server-filters-option-test-name = test
commands-server-filters-option-test-description = A text: see what would happen to it, and why
commands-choice-self-harm = distress or self-harm
commands-choice-minors = harm to minors
commands-choice-sexual = sexual content
commands-choice-hate = hate
commands-choice-harassment = harassment or threats
commands-choice-violence = violence or weapons
commands-choice-illegal = something illegal
commands-choice-cyber = an attack on systems or accounts
commands-choice-override = an attempt to override the tutor
commands-choice-personal-data = personal data
commands-choice-secret = a secret, such as a key or a password
commands-choice-allow = let through
commands-choice-redact = take the details out
commands-choice-as-data = read as material
commands-choice-refuse = refuse

commands-server-queue-name = queue
commands-server-queue-description = Reported replies and filter decisions

commands-server-audit-name = audit
commands-server-audit-description = Who changed what here
commands-server-audit-option-actor-name = actor
commands-server-audit-option-actor-description = Whose changes?
commands-server-audit-option-action-name = action
commands-server-audit-option-action-description = What sort of change?
commands-server-audit-option-since-name = since
commands-server-audit-option-since-description = From a day on, such as 2026-03-01, or days back

commands-server-undo-name = undo
commands-server-undo-description = Take back the last change, after seeing it

commands-server-settings-name = settings
commands-server-settings-description = Everything that can be set here
commands-server-settings-option-key-name = key
commands-server-settings-option-key-description = Which setting?
commands-server-settings-option-value-name = value
commands-server-settings-option-value-description = What shall it be? Left out: shows it

commands-server-channels-name = channels
commands-server-channels-description = Where I may speak in public
commands-server-channels-option-allow-name = allow
commands-server-channels-option-allow-description = Only these channels, such as #questions #general; or none
commands-server-channels-option-deny-name = deny
commands-server-channels-option-deny-description = Never these channels; or none

commands-server-retention-name = retention
commands-server-retention-description = How long data is kept
commands-server-retention-option-turns_days-name = turns_days
commands-server-retention-option-turns_days-description = Days that conversations are kept
commands-server-retention-option-attempts_days-name = attempts_days
commands-server-retention-option-attempts_days-description = Days that quiz answers and practice attempts are kept

commands-server-pause-name = pause
commands-server-pause-description = Stop model calls at once; lessons and quizzes go on
commands-server-pause-option-reason-name = reason
commands-server-pause-option-reason-description = Why? Learners read it

commands-server-resume-name = resume
commands-server-resume-description = Let model calls go on

commands-server-insights-name = insights
commands-server-insights-description = How learning goes here, as figures without names
commands-server-insights-option-days-name = days
commands-server-insights-option-days-description = Over how many days?
commands-choice-7 = 7 days
commands-choice-30 = 30 days
commands-choice-90 = 90 days

commands-server-quota-name = quota
commands-server-quota-description = Limits for language models here, and what is used
commands-server-quota-option-scope-name = scope
commands-server-quota-option-scope-description = A learner’s limit, or the server’s?
commands-server-quota-option-tokens_per_day-name = tokens_per_day
commands-server-quota-option-tokens_per_day-description = Most tokens in a day
commands-server-quota-option-cost_per_month-name = cost_per_month
commands-server-quota-option-cost_per_month-description = Most US dollars in a month
commands-choice-learner = each learner
commands-choice-server = this server

commands-menu-report-to-moderators-name = Report to moderators
commands-menu-explain-this-name = Explain this
commands-menu-quiz-me-on-this-name = Quiz me on this

commands-teach-name = teach
commands-teach-description = Lessons, questions and challenges of this server

commands-teach-lesson-name = lesson
commands-teach-lesson-description = This server’s own lessons

commands-teach-lesson-new-name = new
commands-teach-lesson-new-description = Begin a lesson, as a draft
commands-teach-lesson-new-option-language-name = language
commands-teach-lesson-new-option-language-description = Language it is written in

commands-teach-lesson-edit-name = edit
commands-teach-lesson-edit-description = Edit one section of a lesson
commands-teach-lesson-edit-option-lesson-name = lesson
commands-teach-lesson-edit-option-lesson-description = Which lesson?
commands-teach-lesson-edit-option-section-name = section
commands-teach-lesson-edit-option-section-description = Which section, or a new one?
commands-teach-lesson-edit-option-language-name = language
commands-teach-lesson-edit-option-language-description = Which language’s text?

commands-teach-lesson-import-name = import
commands-teach-lesson-import-description = Take in lessons from files
commands-teach-lesson-import-option-file-name = file
commands-teach-lesson-import-option-file-description = One .md or .zip; leave out for a form that takes ten
commands-teach-lesson-import-option-language-name = language
commands-teach-lesson-import-option-language-description = What the files are written in
commands-teach-lesson-import-option-dry_run-name = dry_run
commands-teach-lesson-import-option-dry_run-description = Show what would come, store nothing

commands-teach-lesson-export-name = export
commands-teach-lesson-export-description = A lesson as the file that import takes
commands-teach-lesson-export-option-lesson-name = lesson
commands-teach-lesson-export-option-lesson-description = Which lesson?

commands-teach-lesson-preview-name = preview
commands-teach-lesson-preview-description = See a lesson as learners would
commands-teach-lesson-preview-option-lesson-name = lesson
commands-teach-lesson-preview-option-lesson-description = Which lesson?
commands-teach-lesson-preview-option-language-name = language
commands-teach-lesson-preview-option-language-description = In which language?
commands-teach-lesson-preview-option-version-name = version
commands-teach-lesson-preview-option-version-description = The newest, unless you say

commands-teach-lesson-publish-name = publish
commands-teach-lesson-publish-description = Show a lesson to learners, now or later
commands-teach-lesson-publish-option-lesson-name = lesson
commands-teach-lesson-publish-option-lesson-description = Which lesson?
commands-teach-lesson-publish-option-at-name = at
commands-teach-lesson-publish-option-at-description = When, such as “tomorrow 9:00”

commands-teach-lesson-unpublish-name = unpublish
commands-teach-lesson-unpublish-description = Take a lesson out of learners’ sight
commands-teach-lesson-unpublish-option-lesson-name = lesson
commands-teach-lesson-unpublish-option-lesson-description = Which lesson?

commands-teach-lesson-history-name = history
commands-teach-lesson-history-description = Versions of a lesson, and what changed
commands-teach-lesson-history-option-lesson-name = lesson
commands-teach-lesson-history-option-lesson-description = Which lesson?
commands-teach-lesson-history-option-version-name = version
commands-teach-lesson-history-option-version-description = What did this one change?

commands-teach-lesson-rollback-name = rollback
commands-teach-lesson-rollback-description = Go back to a version, or undo a delete
commands-teach-lesson-rollback-option-lesson-name = lesson
commands-teach-lesson-rollback-option-lesson-description = Which lesson?
commands-teach-lesson-rollback-option-version-name = version
commands-teach-lesson-rollback-option-version-description = Back to which?

commands-teach-lesson-delete-name = delete
commands-teach-lesson-delete-description = Delete a lesson; 30 days to bring it back
commands-teach-lesson-delete-option-lesson-name = lesson
commands-teach-lesson-delete-option-lesson-description = Which lesson?

commands-choice-en = English
commands-choice-zh-cn = Simplified Chinese
commands-choice-zh-tw = Traditional Chinese
commands-choice-lesson = Lessons
commands-choice-last = The last question
commands-choice-conversation = This conversation
commands-choice-all = Everything

commands-quiz-name = quiz
commands-quiz-description = Find out what you know
commands-quiz-start-name = start
commands-quiz-start-description = Take a quiz, one question at a time
commands-quiz-start-option-lesson-name = lesson
commands-quiz-start-option-lesson-description = Which lesson? Left out: those you have begun
commands-quiz-start-option-mode-name = mode
commands-quiz-start-option-mode-description = With help, without help, or as hard as fits you
commands-quiz-start-option-length-name = length
commands-quiz-start-option-length-description = How many questions (usually 5)
commands-choice-practice = Practice: hints, and an explanation after every question
commands-choice-exam = Exam: no hints, explanations at the end
commands-choice-adaptive = Adaptive: questions that fit what you know
commands-quiz-resume-name = resume
commands-quiz-resume-description = Go on with your unfinished quiz
commands-quiz-stop-name = stop
commands-quiz-stop-description = End your quiz and see how it went
commands-quiz-history-name = history
commands-quiz-history-description = Your last quizzes
commands-quiz-live-name = live
commands-quiz-live-description = Play a round together in this channel
commands-quiz-live-option-lesson-name = lesson
commands-quiz-live-option-lesson-description = Which lesson? Left out: all of them
commands-quiz-live-option-rounds-name = rounds
commands-quiz-live-option-rounds-description = How many questions (usually 5)
commands-quiz-live-option-seconds-name = seconds
commands-quiz-live-option-seconds-description = Time for each question (usually 20)
commands-quiz-live-option-scoring-name = scoring
commands-quiz-live-option-scoring-description = What counts
commands-quiz-live-option-teams-name = teams
commands-quiz-live-option-teams-description = How many teams? Left out: everybody for themselves
commands-choice-accuracy = Accuracy: right answers; time only breaks ties
commands-choice-speed = Speed: a right answer counts more the sooner it comes

commands-ask-option-mode-name = mode
commands-ask-option-mode-description = Explain it, give hints, or check my own explanation
commands-choice-explain = Explain it
commands-choice-hint = Give me hints
commands-choice-check = Check my explanation
commands-memory-pause-name = pause
commands-memory-pause-description = Store nothing of what I ask until I resume
commands-memory-resume-name = resume
commands-memory-resume-description = Remember our talks again
commands-memory-language-name = language
commands-memory-language-description = The language in which I talk to you here

commands-explain-name = explain
commands-explain-description = See how it works: concepts, tokens, sampling, embeddings, retrieval
commands-explain-concept-name = concept
commands-explain-concept-description = A card about one concept, at your level
commands-explain-concept-option-concept-name = concept
commands-explain-concept-option-concept-description = Which concept? Start typing
commands-explain-concept-option-level-name = level
commands-explain-concept-option-level-description = How it is explained; your own level unless you say
commands-explain-concept-option-compare_to-name = compare_to
commands-explain-concept-option-compare_to-description = Put this concept beside it
commands-explain-concept-option-share-name = share
commands-explain-concept-option-share-description = Show it to the whole channel
commands-choice-eli5 = From zero
commands-choice-beginner = Beginner
commands-choice-practitioner = Practitioner

commands-explain-tokens-name = tokens
commands-explain-tokens-description = A text as a model reads it: tokens, ids, bytes, count and price
commands-explain-tokens-option-text-name = text
commands-explain-tokens-option-text-description = The text to cut
commands-explain-tokens-option-encoding-name = encoding
commands-explain-tokens-option-encoding-description = Which vocabulary?
commands-choice-o200k = o200k: GPT-4o and newer
commands-choice-cl100k = cl100k: GPT-3.5 and GPT-4

commands-explain-sampling-name = sampling
commands-explain-sampling-description = What comes next? Chances of the next token, by temperature and top-p
commands-explain-sampling-option-prompt-name = prompt
commands-explain-sampling-option-prompt-description = The beginning of a text
commands-explain-sampling-option-temperature-name = temperature
commands-explain-sampling-option-temperature-description = 0 to 2; 1 changes nothing
commands-explain-sampling-option-top_p-name = top_p
commands-explain-sampling-option-top_p-description = Up to 1; 1 changes nothing

commands-explain-embeddings-name = embeddings
commands-explain-embeddings-description = Texts on a map of meaning, and how near each is to each
commands-explain-embeddings-option-texts-name = texts
commands-explain-embeddings-option-texts-description = 2 to 12 texts with | between them; leave out for a form

commands-explain-retrieval-name = retrieval
commands-explain-retrieval-description = The same question with passages of the lessons and without
commands-explain-retrieval-option-question-name = question
commands-explain-retrieval-option-question-description = What would you like to know?

commands-model-name = model
commands-model-description = Language, image and speech models: facts, side by side, and which method to choose
commands-model-find-name = find
commands-model-find-description = Look through the catalogue of models
commands-model-find-option-task-name = task
commands-model-find-option-task-description = What is it for?
commands-model-find-option-licence-name = licence
commands-model-find-option-licence-description = Open weights or a service?
commands-model-find-option-provider-name = provider
commands-model-find-option-provider-description = Who makes it? Start typing
commands-model-find-option-name-name = name
commands-model-find-option-name-description = What is it called? Start typing
commands-model-find-option-max_price-name = max_price
commands-model-find-option-max_price-description = US dollars for a million tokens of input, at most
commands-model-card-name = card
commands-model-card-description = One model: kind, use, limits, price, and where the facts come from
commands-model-card-option-name-name = name
commands-model-card-option-name-description = Which model? Start typing
commands-model-compare-name = compare
commands-model-compare-description = Run a prompt on two models: answers, time, tokens, cost
commands-model-compare-option-prompt-name = prompt
commands-model-compare-option-prompt-description = What both are asked
commands-model-compare-option-a-name = a
commands-model-compare-option-a-description = One model; those with a dot can be run here
commands-model-compare-option-b-name = b
commands-model-compare-option-b-description = The other model
commands-model-choose-name = choose
commands-model-choose-description = Prompting, retrieval, fine-tuning or training? Five questions lead to an answer
commands-model-choose-option-goal-name = goal
commands-model-choose-option-goal-description = What is it for? Stands above the walk
commands-choice-chat = Conversation and writing
commands-choice-code = Programming
commands-choice-seeing = Understanding pictures
commands-choice-images = Making pictures
commands-choice-speech = Speech
commands-choice-search = Search and embeddings
commands-choice-sorting = Sorting and extracting
commands-choice-own-machine = Running on my own machine
commands-choice-permissive = Open weights (Apache 2.0, MIT)
commands-choice-conditions = Open weights with conditions
commands-choice-research = Weights for research only
commands-choice-proprietary = Proprietary: a service

commands-review-name = review
commands-review-description = Keep what you have learnt
commands-review-now-name = now
commands-review-now-description = Answer what is due again
commands-review-remind-name = remind
commands-review-remind-description = A daily message when something is due
commands-review-remind-option-time-name = time
commands-review-remind-option-time-description = When? Such as 19:30
commands-review-remind-option-timezone-name = timezone
commands-review-remind-option-timezone-description = Type a large city near you
commands-review-remind-option-off-name = off
commands-review-remind-option-off-description = True: no more messages
commands-review-forecast-name = forecast
commands-review-forecast-description = What comes due in the next two weeks

commands-progress-name = progress
commands-progress-description = Where you stand
commands-progress-show-name = show
commands-progress-show-description = Lessons, what you know, streak, and what stays without help
commands-progress-export-name = export
commands-progress-export-description = Your own cards as a file
commands-progress-export-option-format-name = format
commands-progress-export-option-format-description = Which kind of file?
commands-choice-json = JSON
commands-choice-csv = CSV, a table
commands-choice-apkg = Anki deck

commands-leaderboard-name = leaderboard
commands-leaderboard-description = Who knows how much here, by alias
commands-leaderboard-show-name = show
commands-leaderboard-show-description = The board of this server
commands-leaderboard-show-option-lesson-name = lesson
commands-leaderboard-show-option-lesson-description = One lesson only
commands-leaderboard-join-name = join
commands-leaderboard-join-description = Join the board under a name you choose
commands-leaderboard-join-option-alias-name = alias
commands-leaderboard-join-option-alias-description = The name that others see
commands-leaderboard-leave-name = leave
commands-leaderboard-leave-description = Leave the board at once

commands-practice-name = practice
commands-practice-description = Write prompts and see what they do
commands-practice-list-name = list
commands-practice-list-description = All challenges, and which you have solved
commands-practice-list-option-technique-name = technique
commands-practice-list-option-technique-description = Only challenges for this technique
commands-practice-start-name = start
commands-practice-start-description = Take a challenge: write a prompt and see it run
commands-practice-start-option-challenge-name = challenge
commands-practice-start-option-challenge-description = Which challenge? Left out: the next one
commands-practice-start-option-technique-name = technique
commands-practice-start-option-technique-description = The next one for this technique
commands-practice-history-name = history
commands-practice-history-description = Your attempts and how they went
commands-practice-history-option-challenge-name = challenge
commands-practice-history-option-challenge-description = Only this challenge
commands-practice-check-name = check
commands-practice-check-description = Look at a prompt's structure, without a model
commands-practice-check-option-prompt-name = prompt
commands-practice-check-option-prompt-description = The prompt; left out: a form opens
commands-practice-board-name = board
commands-practice-board-description = The best scores of those who joined
commands-practice-board-option-challenge-name = challenge
commands-practice-board-option-challenge-description = Only this challenge
commands-menu-check-as-prompt-name = Check as prompt

commands-teach-question-name = question
commands-teach-question-description = This server’s own questions
commands-teach-question-new-name = new
commands-teach-question-new-description = Write a question
commands-teach-question-new-option-lesson-name = lesson
commands-teach-question-new-option-lesson-description = Which lesson?
commands-teach-question-edit-name = edit
commands-teach-question-edit-description = Change a question
commands-teach-question-edit-option-question-name = question
commands-teach-question-edit-option-question-description = Which question?
commands-teach-question-import-name = import
commands-teach-question-import-description = Take in a file of questions
commands-teach-question-import-option-lesson-name = lesson
commands-teach-question-import-option-lesson-description = Which lesson?
commands-teach-question-import-option-file-name = file
commands-teach-question-import-option-file-description = The file
commands-teach-question-import-option-format-name = format
commands-teach-question-import-option-format-description = Which kind of file?
commands-teach-question-export-name = export
commands-teach-question-export-description = Hand out the questions as a file
commands-teach-question-export-option-format-name = format
commands-teach-question-export-option-format-description = Which kind of file?
commands-teach-question-export-option-lesson-name = lesson
commands-teach-question-export-option-lesson-description = Which lesson?
commands-teach-question-generate-name = generate
commands-teach-question-generate-description = Draft questions from a lesson
commands-teach-question-generate-option-lesson-name = lesson
commands-teach-question-generate-option-lesson-description = Which lesson?
commands-teach-question-generate-option-count-name = count
commands-teach-question-generate-option-count-description = How many?
commands-teach-question-review-name = review
commands-teach-question-review-description = Approve or reject drafts
commands-teach-question-stats-name = stats
commands-teach-question-stats-description = How questions do, by first answers
commands-teach-question-stats-option-lesson-name = lesson
commands-teach-question-stats-option-lesson-description = Which lesson?
commands-teach-question-stats-option-question-name = question
commands-teach-question-stats-option-question-description = Which question?
commands-teach-question-retire-name = retire
commands-teach-question-retire-description = Take a question out, or bring one back
commands-teach-question-retire-option-question-name = question
commands-teach-question-retire-option-question-description = Which question?
commands-choice-gift = GIFT
commands-choice-moodle = Moodle XML
commands-choice-yaml = YAML

commands-teach-challenge-name = challenge
commands-teach-challenge-description = Practice challenges of this server
commands-teach-challenge-new-name = new
commands-teach-challenge-new-description = Write a challenge, or hand in a YAML file
commands-teach-challenge-new-option-file-name = file
commands-teach-challenge-new-option-file-description = A YAML file; left out: a form
commands-teach-challenge-edit-name = edit
commands-teach-challenge-edit-description = Change a challenge
commands-teach-challenge-edit-option-challenge-name = challenge
commands-teach-challenge-edit-option-challenge-description = Which one?
commands-teach-challenge-edit-option-file-name = file
commands-teach-challenge-edit-option-file-description = A YAML file; left out: a form
commands-teach-challenge-test-name = test
commands-teach-challenge-test-description = Does it tell good prompts from bad?
commands-teach-challenge-test-option-challenge-name = challenge
commands-teach-challenge-test-option-challenge-description = Which one?
commands-teach-challenge-publish-name = publish
commands-teach-challenge-publish-description = Open it to learners
commands-teach-challenge-publish-option-challenge-name = challenge
commands-teach-challenge-publish-option-challenge-description = Which one?
commands-teach-challenge-retire-name = retire
commands-teach-challenge-retire-description = Take it out of sight
commands-teach-challenge-retire-option-challenge-name = challenge
commands-teach-challenge-retire-option-challenge-description = Which one?

commands-teach-plan-name = plan
commands-teach-plan-description = A lesson plan drawn from the lessons, for you to edit
commands-teach-plan-option-topic-name = topic
commands-teach-plan-option-topic-description = What shall it be about?
commands-teach-plan-option-audience-name = audience
commands-teach-plan-option-audience-description = Who is taught?
commands-teach-plan-option-minutes-name = minutes
commands-teach-plan-option-minutes-description = How long? Usually 45
commands-choice-newcomers = People new to AI
commands-choice-beginners = Beginners
commands-choice-practitioners = People who build with AI

commands-teach-coverage-name = coverage
commands-teach-coverage-description = What lessons, questions and challenges cover
