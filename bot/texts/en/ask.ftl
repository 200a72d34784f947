# /ask: the answer itself and everything around it

ask-made-by-ai = -# Written by an AI from the lessons, and it can be wrong · *More… → Why this answer?*
ask-source = -# [{ $number }] *{ $lesson } · { $section }*
ask-uncited = -# This answer cites no lesson, so take it as *not from the course*.
ask-cut-at-limit = *I stopped here because the answer was getting long. Press **Deeper**, or ask about the part you want.*
ask-passage = **{ $lesson } · { $section }**
ask-paused-because = They say: “{ $why }”
ask-quoting = For now I am quoting the lessons word for word:
ask-not-in-course = The course does not cover this, so I would rather not guess.
ask-nearest = The nearest sections are:
ask-nearest-line = - *{ $lesson } · { $section }*
ask-not-in-course-next = You can ask about one of the lessons (`/lesson list` shows them all), or put the question in other words.
ask-shared-notice = I am answering in the channel, just below.
ask-interrupted = I was restarted while I was writing this answer, so it never got finished. Your question is safe: press **Ask again**.
ask-interrupted-partly = I was restarted while I was writing this answer, so it never got finished; a piece of it may still stand below. Your question is safe: press **Ask again**.
ask-stopping = I am being restarted and could not finish this answer. Your question is safe: press **Ask again** in a minute.
ask-gone = I no longer have that question: it was kept for a day. Please ask it again with `/ask`.
ask-forgotten = I no longer remember that answer; it may have been deleted. Please ask again with `/ask`.
ask-question-empty = There is no question in this. Write what you would like to know, for example: *What is a token?*
ask-hello = Hello! 👋 Ask me anything about generative AI, for example: *What is a token?* Or press on with the lessons: `/lesson next`.
ask-points-at-nothing = I cannot tell what this is about: I see nothing of yours here just before it. Ask in a whole sentence, for example: *What is a token?*
ask-thanked = Any time! 🙂 Ask on whenever you like, or see how much has stuck: `/quiz start`.
ask-about-me = I am the tutor for generative AI: an AI, not a person, and I can be wrong. I explain from the lessons, give hints one step at a time, check what you say in your own words, and quiz you. Try *What is a token?*, or see all of it with `/help`.
ask-lesson-unknown = I know no lesson called “{ $lesson }”. Start typing its name and pick one from the list, or leave it out.

ask-button-simpler = Simpler
ask-button-deeper = Deeper
ask-button-quiz = Quiz me
ask-button-more = More…
ask-button-example = Example
ask-button-why = Why this answer?
ask-button-up = 👍
ask-button-down = 👎
ask-button-report = Report
ask-button-again = Ask again
ask-button-rest = Show the rest
ask-button-lessons = Show the lessons

ask-more = What else can I do with this answer?
ask-rated-up = Thank you! Good to know that this helped.
ask-rated-down = Thank you for telling me. If something in it is wrong, **Report** brings it to the moderators.
ask-report-title = Report this answer
ask-report-field = What is wrong with it?
ask-report-help = The moderators see this and the answer, not your conversation.
ask-reported = Thank you. The moderators will see the answer and what you wrote, and nothing else of our conversation.
ask-reported-before = You have reported this answer already; the moderators will look at it.
ask-reported-nowhere = In a direct message there are no moderators, so I can only note this for the operator of this bot. Thank you.

ask-why-title = **How this answer came about**
ask-why-filter = **Filter**: { $action ->
    [allow] your question passed unchanged.
    [redact] personal data was taken out of your question first.
    [as-data] your question held instructions to me; I treated them as text to talk about.
    [support] your message sounded as if you may be in distress.
   *[refuse] the question was declined ({ $category }).
}
ask-why-evidence = **Evidence**: { $percent }% likely that the course covers this.
ask-why-passages = **Passages found** (with how well each fits):
ask-why-passage = - *{ $section }* ({ $percent }%)
ask-why-memory = **Memory**: { $count ->
    [0] nothing of our earlier conversation was used.
    [one] one earlier question of yours, with its answer, was used.
   *[other] { $count } earlier questions of yours, with their answers, were used.
}
ask-why-facts = **About you**: { $count ->
    [one] one thing you told me about yourself was used.
   *[other] { $count } things you told me about yourself were used.
} `/memory show` lists them.
ask-why-model = **Model**: { $model } · prompt { $prompt } · { $in } tokens in, { $out } out{ $cost }
ask-why-cost = { " " }· about { $usd } US dollars
ask-why-no-model = **Model**: none was used; this was put together by rules.
ask-why-withheld = **Withheld**: the model's answer did not pass the filter ({ $category }).
ask-why-open = My prompts are public: they are in the `prompts` folder of the program.

ask-category-self-harm = distress or self-harm
ask-category-minors = harm to minors
ask-category-sexual = sexual content
ask-category-hate = hate
ask-category-harassment = harassment or threats
ask-category-violence = violence or weapons
ask-category-illegal = something illegal
ask-category-cyber = an attack on systems or accounts
ask-category-override = an attempt to override the tutor
ask-category-personal-data = personal data
ask-category-secret = a secret, such as a key or a password
ask-category-sealed = something that must stay hidden, such as the key of an open question

ask-for-you-alone = I have an answer for you alone. Press the button: only you will see it.
ask-button-open = Open
ask-button-continue = Continue
ask-continue-title = Go on asking
ask-thread-opened = Let us talk in { $thread }: there is room for more questions. Mention me there, or press **Continue**.
ask-thread-opened-reading = Let us talk in { $thread }: there is room for more questions. Just write there, or press **Continue**.
ask-no-thread-here = I can open a thread only from a text channel of a server. Ask there, or leave `thread` out.
ask-button-memory = What I remember

ask-closing = 💬 **Try it yourself:** { $question }
ask-off-topic = This seems to be about something other than generative AI, which is all I teach. Ask me, for example, *What is a token?*, or start reading the lessons.
ask-button-try = I have an idea
ask-button-resume = Remember me again
ask-paused = -# Your memory is paused: I keep none of this.
ask-still-open = That would give away the answer to a question you are still working on, so I am holding it back. Answer it first, then ask me again and I will explain all of it.
ask-still-open-where = Where you can read about it:

ask-button-reason = Say why
ask-reason-title = What made the difference?
ask-reason-field = In a sentence or two
ask-reasoned = Thank you, I have noted that.
ask-remark-left-out = I left out what you wrote: it is something I do not keep. The rest of what you did stands.
ask-reported-decided = The moderators have looked at this already and left it as it is. If you see something new in it, please tell them directly.
ask-reported-without-words = Your report of the answer stands. What you wrote with it I show to nobody, and I have not kept it.
ask-reported-crisis = This message may be about somebody in distress, so I show it to nobody and have kept nothing. Please stay in touch with them if you can; findahelpline.com lists people to turn to, by country.
ask-report-empty = There are no words in this message, so I have nothing to put before the moderators.
ask-message-empty = There are no words in this message that I can read. Point at one with text, or ask me with `/ask`.
ask-message-not-in-course = The lessons do not cover what this message is about, so I would rather not guess. You can ask me about it in your own words with `/ask`.
ask-about-section = What do the lessons say about “{ $section }” ({ $lesson })?
ask-button-remark = Say what is wrong
ask-button-tell-me = Tell me by direct message
ask-button-tell-me-not = No direct messages
ask-will-tell = I will send you a direct message when moderators decide about a report of yours or correct an answer I gave you.
ask-will-not-tell = Then I will not send you direct messages. You hear such news here, the next time you use me.
ask-not-from-course = *(not from the course)*
ask-own-words = -# Sentences without a number in brackets are not taken from the course.
ask-button-stop = Stop
ask-stopped = *You stopped me here. Press **Continue** to ask on, or **Deeper** for all of it.*
ask-stop-too-late = That answer is finished already, so there is nothing to stop.
